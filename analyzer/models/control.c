/*
 * Flows of control: main(), each thread's function, what the children of each fork run. Each is
 * followed over the call graph once, from its start; calls inside of an event loop are told from
 * those outside, so that a loop inside of a callback (a dialog, a wait for one answer) is no unit
 * of its own.
 */
#include "models/internal.h"

#include <string.h>

#include "flow/context.h"
#include "flow/fork_side.h"
#include "flow/shape.h"

/* ---- places that are event loops ---- */
static void add_place(struct finding_models *k, struct loop_place place)
{
    ASSERT(place.func.v && place.func.v < k->p->n_funcs);
    place.next = k->place_of[place.func.v];
    vec_push(k->arena, &k->places, place);
    k->place_of[place.func.v] = k->places.n;
}

static bool is_in_region(const struct finding_models *k, gfunc_id func, op_id op)
{
    const struct func_shape *s = flow_shape(k->flow, func);
    for (uint32_t i = k->place_of[func.v]; i; i = k->places.v[i - 1].next) {
        loop_id region = k->places.v[i - 1].region;
        if (region.v && shape_in_loop(s, shape_block_of(s, op), region))
            return true;
    }
    return false;
}

static bool runs_loop(const struct finding_models *k, site_id site)
{
    const struct cat_func *cat = k->flow->site_cat[site.v];
    return cat && cat->waits && cat->waits->kind == WAIT_RUN;
}

static void find_places(struct finding_models *k)
{
    for (uint32_t i = 0; i < k->domains->n; i++) {
        const struct entry *e = &k->domains->entries[i];
        if (e->region.v)
            add_place(k, (struct loop_place){.func = e->func, .region = e->region,
                                             .site = e->site, .library = e->library,
                                             .sure = e->sure});
    }
    for (uint32_t i = 1; i < k->p->n_sites; i++) {
        const struct site *s = &k->p->sites[i];
        if (!runs_loop(k, (site_id){i}) || is_in_region(k, s->caller, s->op))
            continue;
        add_place(k, (struct loop_place){.func = s->caller, .site = {i}, .sure = true,
                                         .library = k->flow->site_cat[i]->library});
    }
}

/* ---- following one flow ---- */
static void enter(struct finding_models *k, uint32_t *top, gfunc_id func, uint8_t how)
{
    if (k->reach[func.v] & how)
        return;
    k->reach[func.v] |= how;
    if (!k->queued[func.v]) {
        k->queued[func.v] = true;
        k->stack[(*top)++] = func;
    }
}

/* In the function that forks: is the op on the side of this control? */
static bool is_own_side(const struct finding_models *k, const struct control *c, site_id site)
{
    const struct site *s = &k->p->sites[site.v];
    if (c->fork && s->caller.v == c->fork->func.v)
        return fork_is_childs(k->flow, c->fork, s->op) ||
               (c->fork->child[shape_block_of(flow_shape(k->flow, s->caller), s->op)] &&
                s->op.v > k->p->sites[c->fork->site.v].op.v);
    return !k->childs[site.v];
}

static void follow(struct finding_models *k, struct control *c, site_id site, uint8_t how,
                   uint32_t *top)
{
    const struct site *s = &k->p->sites[site.v];
    for (uint32_t e = 0; e < s->n_edges; e++) {
        const struct edge *edge = &k->p->edges[s->first_edge + e];
        if (edge->kind != EDGE_SIGNATURE &&
            are_together(c->programs, parallel_programs(k->parallel, edge->to)))
            enter(k, top, edge->to, how);
    }
}

static bool waits_for_work(const struct cat_func *cat)
{
    if (cat->lock && (cat->lock->op == LOCK_COND_WAIT || cat->lock->op == LOCK_SEM_WAIT))
        return true;
    return cat->blocks && (cat->blocks->device == DEV_WAIT ||
                           (cat->blocks->device == DEV_IPC && cat->memory.writes));
}

/* Is there more in the loops around than this call: a worker's loop, not `while (!ready)
 * wait()`? */
static bool is_working_loop(const struct finding_models *k, site_id call, bool *is_forever)
{
    gfunc_id func = k->p->sites[call.v].caller;
    const struct func_shape *s = flow_shape(k->flow, func);
    const struct prog_func *pf = &k->p->funcs[func.v];
    loop_id outer = {0};

    for (loop_id l = shape_loop_of(s, k->p->sites[call.v].op); l.v; l = s->unit->loops[l.v].parent)
        outer = l;
    *is_forever = outer.v && (s->unit->loops[outer.v].flags & LOOP_FOREVER);
    for (uint32_t i = pf->first_site; outer.v && i < pf->first_site + pf->n_sites; i++) {
        const struct cat_func *cat = k->flow->site_cat[i];
        if (i != call.v && shape_in_loop(s, shape_block_of(s, k->p->sites[i].op), outer) &&
            !(cat && cat->lock && cat->lock->op == LOCK_COND_WAIT))
            return true;
    }
    return *is_forever;
}

/* What a call that takes data from a descriptor takes them from; FD_NONE: it is no such call. */
static enum cat_fd_kind reads_from(const struct finding_models *k, site_id site,
                                   const struct cat_func *cat, const struct cat_func **made_by)
{
    *made_by = NULL;
    if (!cat->blocks || cat->blocks->fd < 0 || !cat_is_io(cat) ||
        (!cat->memory.writes && strncmp(cat->name, "recv", 4) != 0))
        return FD_NONE;
    struct abs_fd fd = context_fd(k->flow, k->p->sites[site.v].caller, NULL,
                                  site_arg(k->p, site, cat->blocks->fd));
    if (fd.origin < k->flow->n_origins)
        *made_by = k->flow->site_cat[k->flow->origins[fd.origin].site.v];
    return fd.kind == FD_NONE ? FD_ANY : (enum cat_fd_kind)fd.kind;
}

/* Takes what others write for whoever comes first: from a pipe, a pair of sockets, an eventfd. What
 * a thread has opened itself is its own work. */
static bool reads_queue(const struct finding_models *k, site_id site, const struct cat_func *cat)
{
    const struct cat_func *by;
    enum cat_fd_kind kind = reads_from(k, site, cat, &by);
    return kind == FD_PIPE || kind == FD_EVENT ||
           (kind == FD_SOCKET && by && !strcmp(by->name, "socketpair"));
}

/* A call that is no call of the program's own code; how: of the call, not of its function. */
static void note_call(struct finding_models *k, struct control *c, site_id site, uint8_t how)
{
    const struct cat_func *cat = k->flow->site_cat[site.v];

    if (!cat)
        return;
    c->execs |= cat->process == PROC_EXEC;
    if ((how & ON_A_LOOP) && !c->loop_reads) {
        const struct cat_func *by;
        enum cat_fd_kind kind = reads_from(k, site, cat, &by);
        c->loop_reads = kind == FD_DATAGRAM || !strncmp(cat->name, "recvfrom", 8) ||
                        !strncmp(cat->name, "recvm", 5);
    }
    if (!(how & (IN_A_LOOP | IN_A_WORKERS_LOOP)) || k->p->sites[site.v].n_edges)
        return;
    bool accepts = site_accepts(k->flow, site);
    c->accepts |= accepts;
    c->waits |= accepts || cat_is_io(cat) || cat->blocks;
    c->takes_turns |= accepts || waits_for_work(cat) || reads_queue(k, site, cat);
}

/* How what the call enters is come to. */
static uint8_t how_of_call(const struct finding_models *k, site_id site, uint8_t how)
{
    const struct site *s = &k->p->sites[site.v];
    uint8_t outside = how & (uint8_t)~ON_A_LOOP;
    bool is_forever;

    if (is_in_region(k, s->caller, s->op))
        return ON_A_LOOP;
    if (!outside || !shape_loop_of(flow_shape(k->flow, s->caller), s->op).v ||
        !is_working_loop(k, site, &is_forever))
        return how;
    return (how & ON_A_LOOP) | (is_forever ? IN_A_WORKERS_LOOP : outside & IN_A_WORKERS_LOOP
                                                                   ? IN_A_WORKERS_LOOP : IN_A_LOOP);
}

static void visit_site(struct finding_models *k, struct control *c, site_id site, uint8_t how,
                       uint32_t *top)
{
    if (!is_own_side(k, c, site) || runs_loop(k, site))
        return;
    how = how_of_call(k, site, how);
    note_call(k, c, site, how);
    follow(k, c, site, how, top);
}

/* Does it take connections: surely what a server is there for? */
static bool accepts_in(const struct finding_models *k, const struct loop_place *l)
{
    const struct prog_func *pf = &k->p->funcs[l->func.v];
    const struct func_shape *s = flow_shape(k->flow, l->func);
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++)
        if (l->region.v && shape_in_loop(s, shape_block_of(s, k->p->sites[i].op), l->region) &&
            site_accepts(k->flow, (site_id){i}))
            return true;
    return false;
}

/* Of several event loops on one flow of control the one that the flow is there for: without an
 * end, not in a loop of something else. */
enum { RANK_ACCEPTS = 8 };
static void take_loop(struct finding_models *k, struct control *c, gfunc_id func, uint8_t how)
{
    for (uint32_t i = k->place_of[func.v]; i; i = k->places.v[i - 1].next) {
        const struct loop_place *l = &k->places.v[i - 1];
        const struct unit *u = program_unit(k->p, func);
        bool is_forever = !l->region.v || (u->loops[l->region.v].flags & LOOP_FOREVER);
        uint8_t rank = (uint8_t)(1 + is_forever + 2 * l->sure + ((how & ON_TOP) ? 4 : 0) +
                                 (accepts_in(k, l) ? RANK_ACCEPTS : 0));
        if (!is_own_side(k, c, l->site) || rank < c->loop_rank ||
            (rank == c->loop_rank && c->loop && k->places.v[c->loop - 1].site.v < l->site.v))
            continue;
        c->loop = i;
        c->loop_accepts = rank >= RANK_ACCEPTS;
        c->loop_rank = rank;
    }
}

/* Strands that are started in what it has come to. */
static void take_threads(struct finding_models *k, struct control *c)
{
    for (uint32_t t = 0; t < k->parallel->n; t++) {
        const struct strand *s = &k->parallel->strands[t];
        bool starts = false;
        for (uint32_t i = 0; i < s->n_creations && !starts; i++)
            starts = s->creations[i].site.v && k->reach[s->creations[i].func.v] &&
                     is_own_side(k, c, s->creations[i].site);
        if (starts && (s->kind == STRAND_THREAD || s->kind == STRAND_POOL))
            vec_push(k->arena, &c->threads, t);
    }
}

static void run(struct finding_models *k, struct control *c)
{
    const struct strand *t = &k->parallel->strands[c->strand];
    uint32_t top = 0;

    memset(k->reach, 0, k->p->n_funcs + 1);
    memset(k->queued, 0, k->p->n_funcs + 1);
    enter(k, &top, c->root, ON_TOP);
    for (uint32_t i = 1; i < t->n_roots; i++)
        enter(k, &top, t->roots[i], t->kind == STRAND_OUTSIDE ? ON_TOP : ON_A_LOOP);
    while (top) {
        gfunc_id func = k->stack[--top];
        const struct prog_func *pf = &k->p->funcs[func.v];
        uint8_t how = k->reach[func.v];
        k->queued[func.v] = false;
        if (k->place_of[func.v] && (how & (ON_TOP | IN_A_LOOP)))
            take_loop(k, c, func, how);
        for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++)
            visit_site(k, c, (site_id){i}, how, &top);
    }
    take_threads(k, c);
}

/* ---- which flows there are ---- */
static void mark_childs(struct finding_models *k)
{
    for (uint32_t i = 0; i < k->forks.list.n; i++) {
        const struct fork_site *f = &k->forks.list.v[i];
        const struct prog_func *pf = &k->p->funcs[f->func.v];
        for (uint32_t s = pf->first_site; s < pf->first_site + pf->n_sites && !f->detaches; s++)
            if (fork_is_childs(k->flow, f, k->p->sites[s].op))
                k->childs[s] = i + 1;
    }
}

static uint32_t strand_of(const struct finding_models *k, gfunc_id func)
{
    for (uint32_t t = 0; t < k->parallel->n; t++)
        if (k->parallel->strands[t].kind <= STRAND_THREAD && parallel_runs(k->parallel, t, func))
            return t;
    return UINT32_MAX;
}

static void add_control(struct finding_models *k, struct control c)
{
    c.programs = parallel_strand_programs(k->parallel, c.strand);
    run(k, &c);
    vec_push(k->arena, &k->controls, c);
}

void controls_find(struct finding_models *k)
{
    const struct parallel *par = k->parallel;

    k->place_of = arena_array(k->arena, uint32_t, k->p->n_funcs + 1);
    k->childs = arena_array(k->arena, uint32_t, k->p->n_sites + 1);
    k->reach = arena_array(k->arena, uint8_t, k->p->n_funcs + 1);
    k->queued = arena_array(k->arena, bool, k->p->n_funcs + 1);
    k->stack = arena_array(k->arena, gfunc_id, k->p->n_funcs + 1);
    forks_find(k->arena, k->flow, &k->forks);
    find_places(k);
    mark_childs(k);
    bool has_main = par->n && par->strands[0].kind == STRAND_MAIN;
    for (uint32_t t = 0; t < par->n; t++) {
        const struct strand *s = &par->strands[t];
        if (s->kind == STRAND_MAIN || s->kind == STRAND_THREAD ||
            (s->kind == STRAND_OUTSIDE && !has_main))
            add_control(k, (struct control){.strand = t, .root = s->roots[0]});
    }
    for (uint32_t i = 0; i < k->forks.list.n; i++) {
        const struct fork_site *f = &k->forks.list.v[i];
        uint32_t strand = strand_of(k, f->func);
        if (strand != UINT32_MAX && !f->detaches)
            add_control(k, (struct control){.strand = strand, .root = f->func, .fork = f});
    }
}
