/*
 * What a unit does for each event, request or item: the calls that make its thread wait, by device
 * and usual length, what it computes, whether it keeps something between events, and how many of
 * them can be under way. All of it is read from the code and the catalogs; what they do not tell
 * stays a default and is marked so.
 *
 * A request takes one of several ways through a handler, and code that waits twice on one device
 * mostly does so on different ways: of each device the longest usual wait counts once.
 */
#include "models/internal.h"

#include <string.h>

#include "flow/blocking.h"
#include "flow/cost.h"
#include "flow/fork_side.h"
#include "flow/shape.h"

static const double MS_NETWORK = 10, /* a read from a peer, as the catalogs say for recv() */
                    MS_COMPUTING = 0.1, /* less is no work to speak of */
                    MS_GUESSED = 10;    /* computing of unknown length */
enum { CLIENTS = 100, ITEMS = 16 };  /* under way at once, when nobody says how many */
/* What lies deeper is more often reached on ways that this unit does not take. */
enum { DEEPEST_WAIT = 8, DEEPEST_ACCEPT = 4, DEEPEST_SLEEP = 3 };

struct looking {
    struct finding_models *k;
    struct model_unit *unit;
    double longest_ms[CAT_DEVICES];
    uint32_t first, last; /* of the functions to look at, in k->stack */
    uint32_t depth;       /* calls from the unit's start */
    bool accepts;
};

/* ---- the calls ---- */
/* A wait of its own, not for other threads of the program, which wait for work as well. */
static bool is_wait(enum cat_device d)
{
    return d != DEV_NONE && d != DEV_LOCK && d != DEV_WAIT && d != DEV_JOIN;
}

/* Descriptors can be made non-blocking; these cannot, unless the library has another call. */
static bool is_legacy(enum cat_device d, const struct cat_func *cat)
{
    switch (d) {
    case DEV_DISK:
    case DEV_SYNC: return true;
    case DEV_DNS:
    case DEV_DB:
    case DEV_HTTP: return !cat->blocks->fix;
    default: return false;
    }
}

static void note_wait(struct looking *l, site_id site, const struct cat_func *cat)
{
    struct model_work *w = &l->unit->work;
    struct blocking b = blocking_judge(l->k->flow, site, NULL, cat);

    if (b.how == BLOCKS_NOT || b.conf < CONF_MEDIUM || site_accepts(l->k->flow, site) ||
        cat->process == PROC_WAIT || cat->waits)
        return;
    enum cat_device d = b.device == DEV_FD ? DEV_NET : b.device;
    if (!is_wait(d) || (d == DEV_TIMER && (!b.exact || l->depth > DEEPEST_SLEEP)))
        return;
    w->waits[d]++;
    w->n_waits++;
    if (b.typical_ms > l->longest_ms[d])
        l->longest_ms[d] = b.typical_ms;
    if (is_legacy(d, cat) && (!w->legacy_call || strcmp(cat->name, w->legacy_call) < 0))
        w->legacy_call = cat->name;
}

static void note_site(struct looking *l, site_id site)
{
    const struct cat_func *cat = l->k->flow->site_cat[site.v];
    if (!cat || l->k->p->sites[site.v].n_edges)
        return;
    l->accepts |= l->depth <= DEEPEST_ACCEPT && site_accepts(l->k->flow, site);
    l->unit->work.has_io |= cat_is_io(cat) && cat->blocks && cat->blocks->fd >= 0;
    /* what blocks a loop is for the rules to find out, see models_learn() */
    if (cat->blocks && l->unit->kind != MODEL_UNIT_LOOP && l->depth <= DEEPEST_WAIT)
        note_wait(l, site, cat);
}

/* ---- state ---- */
static void note_state(struct looking *l, gfunc_id func)
{
    const struct program *p = l->k->p;
    const struct unit *u = program_unit(p, func);
    const struct unit_func *uf = program_func(p, func);

    for (uint32_t i = 0; i < uf->ops.n && !l->unit->work.state_name; i++) {
        const struct unit_op *op = &u->ops[uf->ops.first + i];
        const struct unit_path *path = &u->paths[op->path.v];
        if (op->kind == OP_STORE && path->root == ROOT_SYM &&
            !(u->syms[path->id].flags & SYM_THREAD_LOCAL))
            l->unit->work.state_name = unit_str(u, u->syms[path->id].name);
    }
}

/* ---- where to look ---- */
static void enter(struct looking *l, gfunc_id func)
{
    if (l->k->queued[func.v])
        return;
    l->k->queued[func.v] = true;
    l->k->stack[l->last++] = func;
}

/* Is the call part of the unit? In the function that holds a loop, or that forks, not all are. */
static bool is_own(const struct looking *l, site_id site)
{
    const struct model_unit *u = l->unit;
    const struct site *s = &l->k->p->sites[site.v];
    uint32_t child = l->k->childs[site.v];

    if (u->kind == MODEL_UNIT_CHILDREN && s->caller.v == u->func.v)
        return child && l->k->forks.list.v[child - 1].site.v == u->site.v;
    if (u->kind == MODEL_UNIT_LOOP && u->region.v && s->caller.v == u->func.v) {
        const struct func_shape *shape = flow_shape(l->k->flow, s->caller);
        return shape_in_loop(shape, shape_block_of(shape, s->op), u->region);
    }
    return !child;
}

static void look_into(struct looking *l, gfunc_id func)
{
    const struct finding_models *k = l->k;
    const struct prog_func *pf = &k->p->funcs[func.v];

    if (l->unit->kind != MODEL_UNIT_MAIN)
        note_state(l, func);
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *s = &k->p->sites[i];
        if (!is_own(l, (site_id){i}))
            continue;
        note_site(l, (site_id){i});
        for (uint32_t e = 0; e < s->n_edges; e++) {
            const struct edge *edge = &k->p->edges[s->first_edge + e];
            if (edge->kind != EDGE_SIGNATURE &&
                are_together(l->unit->programs, parallel_programs(k->parallel, edge->to)))
                enter(l, edge->to);
        }
    }
}

/* Nearest first. */
static void look_at(struct looking *l)
{
    const struct model_unit *u = l->unit;

    memset(l->k->queued, 0, l->k->p->n_funcs + 1);
    if (u->region.v)
        enter(l, u->func);
    for (uint32_t i = 0; i < u->n_roots; i++)
        enter(l, u->roots[i]);
    for (uint32_t end = l->last; l->first < l->last; l->depth++, end = l->last)
        while (l->first < end)
            look_into(l, l->k->stack[l->first++]);
}

/* ---- computing ---- */
static loop_id endless_loop(const struct finding_models *k, gfunc_id func)
{
    const struct unit *u = program_unit(k->p, func);
    const struct unit_func *uf = program_func(k->p, func);
    for (uint32_t i = 0; i < uf->loops.n; i++) {
        const struct unit_loop *l = &u->loops[uf->loops.first + i];
        if (!l->parent.v && (l->flags & LOOP_FOREVER))
            return (loop_id){uf->loops.first + i};
    }
    return (loop_id){0};
}

/* Of one turn of a worker or of a hand-written loop, of a callback or job else. */
static struct cost cost_of_root(const struct finding_models *k, gfunc_id func, loop_id region)
{
    struct costs *costs = flow_costs(k->flow);
    loop_id loop = region.v ? region : endless_loop(k, func);
    return loop.v ? cost_of_turn(costs, func, loop) : *cost_of_func(costs, func);
}

static void add_cpu(struct model_work *w, const struct cost *c)
{
    bool is_known = !c->is_open && !c->n_terms;
    double ms = (is_known ? c->ns : c->sure_ns) / 1e6;
    w->is_cpu_known &= is_known;
    if (ms > w->load.cpu_ms)
        w->load.cpu_ms = ms;
}

/* Of the calls that only the child makes. */
static struct cost cost_of_child(const struct looking *l)
{
    const struct prog_func *pf = &l->k->p->funcs[l->unit->func.v];
    struct cost all = {0};
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        if (!is_own(l, (site_id){i}))
            continue;
        struct cost c = cost_of_call(flow_costs(l->k->flow), (site_id){i});
        all.ns += c.ns;
        all.sure_ns += c.sure_ns;
        all.is_open |= c.is_open || c.n_terms;
    }
    return all;
}

/* What neither waits nor does I/O computes, however long: nothing else is left. */
static void judge_cpu(const struct looking *l)
{
    const struct finding_models *k = l->k;
    struct model_unit *u = l->unit;
    struct model_work *w = &u->work;
    double guess_ms = 0;

    w->is_cpu_known = true;
    for (uint32_t i = 0; i < u->n_roots + 1; i++) {
        bool is_region = i == u->n_roots;
        gfunc_id func = is_region ? u->func : u->roots[i];
        if (is_region ? !u->region.v : u->region.v && func.v == u->func.v)
            continue;
        struct cost c = u->kind == MODEL_UNIT_CHILDREN
                            ? cost_of_child(l)
                            : cost_of_root(k, func, is_region ? u->region : (loop_id){0});
        add_cpu(w, &c);
        if (cost_guess(&c) / 1e6 > guess_ms)
            guess_ms = cost_guess(&c) / 1e6;
    }
    if (w->is_cpu_known || w->load.cpu_ms >= MS_COMPUTING)
        w->cpu = FIGURE_ANALYSIS;
    else if (!w->has_io && !w->n_waits && u->kind != MODEL_UNIT_LOOP && guess_ms >= MS_COMPUTING)
        w->only_computes = true;
    if (w->only_computes)
        w->load.cpu_ms = guess_ms < MS_GUESSED ? guess_ms : MS_GUESSED;
}

/* ---- how many at once ---- */
static bool counts(const struct finding_models *k, const struct model_unit *u, uint32_t *n)
{
    const struct strand *s = &k->parallel->strands[u->strand];
    if (!u->site.v || (u->kind != MODEL_UNIT_CHILDREN && s->n_creations != 1))
        return false;
    const struct site *at = &k->p->sites[u->site.v];
    loop_id l = shape_loop_of(flow_shape(k->flow, at->caller), at->op);
    if (!l.v)
        return false;
    struct cost_turns t = cost_turns(flow_costs(k->flow), at->caller, l);
    *n = t.is_known && t.n >= 1 && t.n < 1e6 ? (uint32_t)t.n : 0;
    return *n;
}

static void judge_bound(const struct looking *l)
{
    struct model_unit *u = l->unit;
    struct model_work *w = &u->work;
    uint32_t n = 0;

    w->load.concurrency = ITEMS;
    if (u->per_client || l->accepts || (u->kind == MODEL_UNIT_LOOP && w->has_io)) {
        w->bound = MODEL_BOUND_CLIENTS;
        w->load.concurrency = CLIENTS;
    } else if (u->kind == MODEL_UNIT_MAIN || !u->many) {
        w->bound = MODEL_BOUND_ONE;
        w->load.concurrency = 1;
        w->concurrency = FIGURE_ANALYSIS;
    } else if (u->kind != MODEL_UNIT_JOBS && counts(l->k, u, &n)) {
        w->bound = MODEL_BOUND_CONSTANT;
        w->load.concurrency = n;
        w->concurrency = FIGURE_ANALYSIS;
    } else {
        w->bound = u->kind == MODEL_UNIT_THREADS ? MODEL_BOUND_UNKNOWN : MODEL_BOUND_POOL;
    }
}

static void judge(struct finding_models *k, struct model_unit *u)
{
    struct looking l = {.k = k, .unit = u};
    struct model_work *w = &u->work;

    look_at(&l);
    for (int d = 0; d < CAT_DEVICES; d++)
        w->load.io_ms += l.longest_ms[d];
    if (w->n_waits)
        w->io = FIGURE_ANALYSIS;
    judge_cpu(&l);
    judge_bound(&l);
    if (w->has_io && w->bound == MODEL_BOUND_CLIENTS && !w->waits[DEV_NET])
        w->load.io_ms += MS_NETWORK; /* it polls for what it reads */
    w->load.legacy = w->legacy_call && u->kind != MODEL_UNIT_LOOP;
    w->legacy = w->legacy_call ? FIGURE_ANALYSIS : FIGURE_UNKNOWN;
    w->load.needs_state = w->state_name && !u->in_child;
    w->state = w->state_name ? FIGURE_ANALYSIS : FIGURE_UNKNOWN;
    work_state(k, u);
    ASSERT(w->load.concurrency >= 1 && w->load.io_ms >= 0);
}

void work_judge(struct finding_models *k)
{
    for (uint32_t i = 0; i < k->out->units.n; i++)
        judge(k, &k->out->units.v[i]);
}
