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
    return cat->blocks && (cat->blocks->device == DEV_WAIT || cat->blocks->device == DEV_IPC);
}

/* Is there more in the loop than the wait: a worker's loop, not `while (!ready) wait()`? */
static bool is_working_loop(const struct finding_models *k, gfunc_id func, site_id wait)
{
    const struct func_shape *s = flow_shape(k->flow, func);
    const struct prog_func *pf = &k->p->funcs[func.v];
    loop_id l = shape_loop_of(s, k->p->sites[wait.v].op), outer = l;

    for (; l.v; l = s->unit->loops[l.v].parent)
        outer = l;
    for (uint32_t i = pf->first_site; outer.v && i < pf->first_site + pf->n_sites; i++) {
        const struct cat_func *cat = k->flow->site_cat[i];
        if (i != wait.v && shape_in_loop(s, shape_block_of(s, k->p->sites[i].op), outer) &&
            !(cat && cat->lock && cat->lock->op == LOCK_COND_WAIT))
            return true;
    }
    return outer.v && (s->unit->loops[outer.v].flags & LOOP_FOREVER);
}

/* Reads of what others write for whoever comes first: a pipe, a pair of sockets, an eventfd. What
 * a thread has opened itself is its own work. */
static bool reads_queue(const struct finding_models *k, site_id site, const struct cat_func *cat)
{
    if (!cat->blocks || cat->blocks->fd < 0 || !cat_is_io(cat))
        return false;
    struct abs_fd fd = context_fd(k->flow, k->p->sites[site.v].caller, NULL,
                                  site_arg(k->p, site, cat->blocks->fd));
    if (fd.origin >= k->flow->n_origins)
        return false;
    const struct cat_func *by = k->flow->site_cat[k->flow->origins[fd.origin].site.v];
    return fd.kind == FD_PIPE || fd.kind == FD_EVENT ||
           (fd.kind == FD_SOCKET && by && !strcmp(by->name, "socketpair"));
}

/* A library call outside of event loops. */
static void note_call(struct finding_models *k, struct control *c, site_id site, bool in_turns)
{
    const struct site *s = &k->p->sites[site.v];
    const struct cat_func *cat = k->flow->site_cat[site.v];

    if (!cat)
        return;
    c->execs |= cat->process == PROC_EXEC;
    bool is_work = waits_for_work(cat);
    c->waits_for_others |= is_work;
    in_turns |= shape_loop_of(flow_shape(k->flow, s->caller), s->op).v != 0;
    if (!in_turns || s->n_edges)
        return;
    bool accepts = site_accepts(k->flow, site);
    c->accepts |= accepts;
    c->waits |= accepts || cat_is_io(cat) || cat->blocks;
    if (is_work)
        c->takes_turns |= k->reach[s->caller.v] & IN_A_LOOP ||
                          is_working_loop(k, s->caller, site);
    else
        c->takes_turns |= accepts || reads_queue(k, site, cat);
}

static void visit_site(struct finding_models *k, struct control *c, site_id site, uint8_t how,
                       uint32_t *top)
{
    const struct site *s = &k->p->sites[site.v];
    uint8_t outside = how & (ON_TOP | IN_A_LOOP), next = how;

    if (!is_own_side(k, c, site))
        return;
    if (runs_loop(k, site))
        return;
    if (is_in_region(k, s->caller, s->op))
        next = ON_A_LOOP;
    else if (shape_loop_of(flow_shape(k->flow, s->caller), s->op).v)
        next = (how & ON_A_LOOP) | (outside ? IN_A_LOOP : 0);
    if (outside && next != ON_A_LOOP)
        note_call(k, c, site, how & IN_A_LOOP);
    follow(k, c, site, next, top);
}

static void take_loops(struct finding_models *k, struct control *c, gfunc_id func)
{
    for (uint32_t i = k->place_of[func.v]; i; i = k->places.v[i - 1].next) {
        bool is_known = !is_own_side(k, c, k->places.v[i - 1].site);
        for (uint32_t j = 0; j < c->loops.n && !is_known; j++)
            is_known = c->loops.v[j] == i - 1;
        if (!is_known)
            vec_push(k->arena, &c->loops, i - 1);
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
        if (how & (ON_TOP | IN_A_LOOP))
            take_loops(k, c, func);
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
