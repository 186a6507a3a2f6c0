/*
 * Event loops that register nothing: a natural loop around a multiplexing wait (epoll_wait, poll,
 * select, kevent, io_uring, one turn of a library's loop), itself or in a callee, that then does
 * I/O or calls through pointers. The loop's blocks are the entry; what runs before or after is not
 * on the loop.
 *
 * What only looks like one: a retry around a wait (EINTR), and a helper that waits for one
 * descriptor: they block like any call, and are judged at the wait.
 */
#include <string.h>

#include "domains/collect.h"
#include "flow/context.h"
#include "flow/shape.h"

enum { MANY_TARGETS = 8 }; /* a pointer to more functions runs tests or commands, not one backend */

/* A wrapper whose own parameter is the number of descriptors: the call of the wrapper tells. */
struct count_param {
    bool is_set, is_select;
    uint32_t index;
};

struct finder {
    struct collect *c;
    const struct flow_facts *flow;
    bool *open_wait; /* [gfunc] waits, and the loop around it is not in the function */
    bool *has_loop;  /* [gfunc] holds an event loop, itself or in a callee */
    bool *many;      /* [gfunc] its open wait is made for many descriptors */
    struct count_param *count; /* [gfunc] */
};

struct wait_site {
    site_id site;
    const char *library;
    bool many; /* epoll and the like; else poll or select, judged by the shape */
    struct count_param count;
};

static bool sets_fd_bit(const struct unit *u, const struct unit_op *op)
{
    if (op->kind != OP_STORE || op->oper != OPER_OR)
        return false;
    const struct unit_path *path = &u->paths[op->path.v];
    for (uint32_t k = 0; k < path->sels.n; k++) {
        const struct unit_sel *sel = &u->sels[path->sels.first + k];
        if (sel->kind == SEL_FIELD && strstr(unit_str(u, u->fields[sel->id].name), "fds_bits"))
            return true;
    }
    return false;
}

/* One FD_SET in the function, not in a loop of its own: select() waits for one descriptor. None at
 * all: the set is kept elsewhere, for many. */
static bool selects_one(const struct func_shape *s, op_id wait)
{
    uint32_t n = 0, deeper = 0;
    loop_id at = s->unit->blocks[s->func->blocks.first + shape_block_of(s, wait)].loop;
    for (uint32_t i = 0; i < s->func->ops.n; i++) {
        op_id op = {s->func->ops.first + i};
        if (!sets_fd_bit(s->unit, &s->unit->ops[op.v]))
            continue;
        loop_id l = s->unit->blocks[s->func->blocks.first + shape_block_of(s, op)].loop;
        n++;
        deeper += l.v && l.v != at.v;
    }
    return n == 1 && !deeper;
}

/* Is the number of descriptors in argument nfds of the call at most one? */
static bool counts_one(const struct flow_facts *flow, site_id site, int nfds, bool is_select)
{
    const struct program *p = flow->program;
    gfunc_id func = p->sites[site.v].caller;
    struct absval n = context_eval(flow, func, NULL, site_arg(p, site, nfds));

    if (n.kind == ABS_INT)
        return n.num <= 1;
    return is_select && selects_one(flow_shape(flow, func), p->sites[site.v].op);
}

bool domain_waits_for_one(const struct flow_facts *flow, site_id site, const struct cat_func *cat)
{
    return counts_one(flow, site, cat->waits->nfds, strstr(cat->name, "select") != NULL);
}

/* The function's own parameter that is passed as argument nfds at site. */
static struct count_param count_of(const struct flow_facts *flow, site_id site, int nfds,
                                   bool is_select)
{
    const struct unit *u = program_unit(flow->program, flow->program->sites[site.v].caller);
    const struct unit_val *v = &u->vals[site_arg(flow->program, site, nfds).v];
    if (v->kind != VAL_LOAD)
        return (struct count_param){0};
    const struct unit_path *path = &u->paths[u->ops[v->a].path.v];
    return (struct count_param){path->root == ROOT_PARAM && !path->sels.n, is_select, path->id};
}

/* Is the call at this site a wait, or a call of a function with an open wait? */
static bool is_wait(const struct finder *k, site_id site, struct wait_site *out)
{
    const struct program *p = k->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = k->flow->site_cat[site.v];

    *out = (struct wait_site){.site = site};
    if (!s->n_edges && cat && cat->waits) {
        out->library = cat->waits->kind == WAIT_RUN ? cat->library : cat->name;
        out->many = cat->waits->many || cat->waits->kind == WAIT_RUN;
        if (conds_any(k->flow, site, NULL, cat->waits->unless) == TRI_YES && !out->many)
            return false;
        bool is_select = strstr(cat->name, "select") != NULL;
        out->count = count_of(k->flow, site, cat->waits->nfds, is_select);
        return out->many || !domain_waits_for_one(k->flow, site, cat);
    }
    for (uint32_t i = 0; i < s->n_edges && s->n_edges <= MANY_TARGETS; i++) {
        const struct edge *e = &p->edges[s->first_edge + i];
        if (e->kind == EDGE_SIGNATURE || !k->open_wait[e->to.v])
            continue;
        const struct count_param *c = &k->count[e->to.v];
        if (c->is_set && !k->many[e->to.v]) {
            if (counts_one(k->flow, site, (int)c->index, c->is_select))
                continue;
            out->count = count_of(k->flow, site, (int)c->index, c->is_select);
        }
        out->library = p->funcs[e->to.v].name;
        out->many = k->many[e->to.v];
        return true;
    }
    return false;
}

static bool does_dispatch(const struct finder *k, site_id site, bool many)
{
    const struct program *p = k->flow->program;
    const struct site *at = &p->sites[site.v];
    const struct cat_func *cat = k->flow->site_cat[site.v];

    if (!at->callee.v || (many && at->n_edges))
        return true;
    if (!at->n_edges)
        return cat && (many || cat_is_io(cat));
    for (uint32_t e = 0; e < at->n_edges; e++)
        if (k->flow->funcs[p->edges[at->first_edge + e].to.v].does_io)
            return true;
    return false;
}

/* Does a block of the loop, besides the wait itself, call through a pointer or do descriptor
 * I/O? A wait made for many descriptors needs less proof: any call of the program's own. */
static bool loop_dispatches(const struct finder *k, gfunc_id func, loop_id loop,
                            const struct wait_site *wait)
{
    const struct program *p = k->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct func_shape *s = flow_shape(k->flow, func);

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        const struct site *at = &p->sites[site.v];
        if (!shape_in_loop(s, shape_block_of(s, at->op), loop))
            continue;
        if (site.v == wait->site.v && !at->n_edges)
            continue; /* the wait itself; a callee that waits may dispatch in the same turn */
        if (does_dispatch(k, site, wait->many))
            return true;
    }
    return false;
}

/* `do { n = poll(...); } while (n < 0 && errno == EINTR)`: left as soon as the wait has
 * succeeded. */
static bool is_retry(const struct finder *k, gfunc_id func, loop_id loop, site_id wait)
{
    const struct func_shape *s = flow_shape(k->flow, func);
    const struct unit_loop *l = &s->unit->loops[loop.v];
    uint32_t calls = 0;
    const struct prog_func *pf = &k->flow->program->funcs[func.v];

    if ((l->flags & LOOP_FOREVER) || k->flow->program->sites[wait.v].n_edges)
        return false;
    for (uint32_t i = 0; i < pf->n_sites; i++) {
        op_id op = k->flow->program->sites[pf->first_site + i].op;
        const struct site *at = &k->flow->program->sites[pf->first_site + i];
        if (pf->first_site + i == wait.v || !shape_in_loop(s, shape_block_of(s, op), loop))
            continue;
        if (at->callee.v && !strcmp(k->flow->program->syms[at->callee.v].name, "__errno_location"))
            continue;
        calls++;
    }
    return calls == 0;
}

static loop_id find_loop(const struct finder *k, gfunc_id func, const struct wait_site *w)
{
    const struct func_shape *s = flow_shape(k->flow, func);
    uint32_t block = shape_block_of(s, k->flow->program->sites[w->site.v].op);
    loop_id l = s->unit->blocks[s->func->blocks.first + block].loop;

    for (; l.v; l = s->unit->loops[l.v].parent)
        if (!is_retry(k, func, l, w->site) && loop_dispatches(k, func, l, w))
            return l;
    return l;
}

static void add_loop(struct finder *k, gfunc_id func, loop_id loop, const struct wait_site *w)
{
    const struct program *p = k->flow->program;
    struct entry e = {.domain = DOM_LOOP, .func = func, .region = loop, .site = w->site,
                      .where = func, .where_unit = p->funcs[func.v].unit,
                      .place = call_op(p, w->site)->place, .library = w->library,
                      .event = EV_ANY, .ready_fd = -1, .data_param = -1, .sure = w->many};
    collect_add(k->c, &e);
    k->has_loop[func.v] = true;
}

/* One turn of a library's loop, as opposed to a call that runs it to its end. */
static bool runs_to_end(const struct finder *k, site_id site)
{
    const struct cat_func *cat = k->flow->site_cat[site.v];
    return !k->flow->program->sites[site.v].n_edges && cat && cat->waits &&
           cat->waits->kind == WAIT_RUN;
}

static bool visit_func(struct finder *k, gfunc_id func)
{
    const struct program *p = k->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct func_shape *s = flow_shape(k->flow, func);
    bool before = k->open_wait[func.v] || k->has_loop[func.v];
    struct arena scratch;

    arena_init(&scratch);
    bool *own = arena_array(&scratch, bool, s->func->blocks.n + 1); /* not a forked child's */
    context_blocks(k->flow, func, NULL, own);

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        struct wait_site w;
        site_id site = {pf->first_site + i};
        if (!is_wait(k, site, &w) ||
            (p->sites[site.v].n_edges && !own[shape_block_of(s, p->sites[site.v].op)]))
            continue;
        loop_id loop = find_loop(k, func, &w);
        if (loop.v) {
            add_loop(k, func, loop, &w);
        } else if (!runs_to_end(k, site)) {
            if (!k->count[func.v].is_set) /* poll or, where there is none, select: one count */
                k->count[func.v] = w.count;
            k->open_wait[func.v] = true;
            k->many[func.v] |= w.many;
        }
    }
    arena_release(&scratch);
    return !before && (k->open_wait[func.v] || k->has_loop[func.v]);
}

void collect_wait_loops(struct collect *c)
{
    const struct program *p = c->flow->program;
    struct finder k = {.c = c, .flow = c->flow,
                       .open_wait = arena_array(c->arena, bool, p->n_funcs + 1),
                       .has_loop = arena_array(c->arena, bool, p->n_funcs + 1),
                       .many = arena_array(c->arena, bool, p->n_funcs + 1),
                       .count = arena_array(c->arena, struct count_param, p->n_funcs + 1)};

    for (uint32_t scc = 0; scc < p->n_sccs; scc++) {
        bool changed = true;
        while (changed) {
            changed = false;
            for (uint32_t i = p->scc_first[scc]; i < p->scc_first[scc + 1]; i++)
                changed |= visit_func(&k, p->scc_funcs[i]);
            changed &= p->scc_first[scc + 1] - p->scc_first[scc] > 1;
        }
    }
}
