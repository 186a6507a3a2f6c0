/*
 * Each strand is walked with the locks that it holds, as for races, over the functions that touch a
 * variable with a stated guard. An access counts when the guard is not even perhaps held, outside
 * of functions that their author has exempted, and at a time when another thread can run.
 */
#include "rules/guarded_by.h"

#include <string.h>

#include "flow/spots.h"
#include "flow/stated.h"
#include "rules/shared.h"

enum { CHAIN = 40 };
struct broken { /* one access */
    const struct access *access;
    gfunc_id named_in, root;
    const site_id *chain;
    uint32_t n_chain, strand;
    loc_id guard;
    uint64_t variable;
    bool as_reader;
};
struct guarding {
    struct rule_context *ctx;
    struct arena *arena;
    const struct program *program;
    struct stated *stated;
    struct locs *locs;
    struct locks *locks;
    struct accesses *accesses;
    bool *relevant; /* [gfunc] touches such a variable, itself or below */
    struct map index; /* variable to found */
    VEC(struct broken) found;
};

static struct guarding start(struct rule_context *ctx)
{
    struct guarding g = {.ctx = ctx, .arena = ctx->arena, .program = ctx->program};

    g.stated = flow_stated(ctx->flow);
    g.locs = flow_locs(ctx->flow);
    g.locks = flow_locks(ctx->flow);
    g.accesses = flow_accesses(ctx->flow);
    map_init(&g.index, g.arena);
    return g;
}

/* ---- is it held ---- */
/* The guard fails: it is surely not held, or a write holds the reader's side only. */
static bool breaks(const struct guarding *g, const struct access *x, loc_id guard, lockset_id held,
                   bool *as_reader)
{
    struct lockset set = lockset_get(g->locks, held);

    *as_reader = false;
    if (!guard.v || access_is_atomic(x) || (x->flags & ACCESS_WEAK) ||
        lockset_is_vague(g->locks, held) ||
        stated_of(g->stated, g->program->funcs[x->func.v].sym).is_exempt)
        return false;
    for (uint32_t i = 0; i < set.n; i++) {
        if (!lock_maybe_held(set.v[i].states) ||
            !(set.v[i].lock.v == guard.v || loc_has_prefix(g->locs, set.v[i].lock, guard) ||
              loc_may_alias(g->locs, set.v[i].lock, guard)))
            continue;
        if (!access_writes(x) || !lock_is_shared(set.v[i].states))
            return false;
        *as_reader = true;
    }
    return true;
}

static uint64_t variable_of(const struct guarding *g, loc_id place)
{
    gfield_id field = loc_last_field(g->locs, place);
    bool is_field = field.v && !loc_is_fixed(g->locs, place);
    return is_field ? UINT64_C(1) << 40 | field.v : loc_global(g->locs, place).v;
}

void guarded_by_races(struct rule_context *ctx, struct races *races)
{
    struct guarding g = start(ctx);

    for (uint32_t i = 0; i < races->list.n && stated_has_guards(g.stated); i++) {
        struct race *r = &races->list.v[i];
        loc_id guard = stated_guard(g.stated, r->a.access->loc);
        bool as_reader;
        if (!breaks(&g, r->a.access, guard, r->a.held, &as_reader) || as_reader)
            continue;
        r->conf = r->is_start_up ? r->conf : CONF_HIGH;
        r->guard = guard;
        r->guard_in = r->a.named_in;
        r->is_stated = true;
    }
}

/* ---- the walk ---- */
static bool touches(const struct guarding *g, gfunc_id func)
{
    struct access_list list = accesses_of(g->accesses, func);
    for (uint32_t i = 0; i < list.n; i++)
        if (stated_guard(g->stated, list.v[i].loc).v)
            return true;
    return false;
}

static void find_relevant(struct guarding *g)
{
    const struct program *p = g->program;

    g->relevant = arena_array(g->arena, bool, p->n_funcs + 1);
    for (uint32_t c = 0; c < p->n_sccs; c++) {
        bool any = false;
        for (uint32_t i = p->scc_first[c]; i < p->scc_first[c + 1] && !any; i++) {
            const struct prog_func *pf = &p->funcs[p->scc_funcs[i].v];
            any = touches(g, p->scc_funcs[i]);
            for (uint32_t s = pf->first_site; s < pf->first_site + pf->n_sites && !any; s++)
                for (uint32_t e = 0; e < p->sites[s].n_edges; e++)
                    any |= g->relevant[p->edges[p->sites[s].first_edge + e].to.v];
        }
        for (uint32_t i = p->scc_first[c]; i < p->scc_first[c + 1]; i++)
            g->relevant[p->scc_funcs[i].v] = any;
    }
}

/* Can another thread run meanwhile? A library's callers have threads, or it would state no
 * guards; but they make and end an object alone. */
static bool is_in_parallel(const struct guarding *g, const struct broken *b)
{
    const struct parallel *p = shared_parallel(g->ctx);
    struct moment here = {.strand = b->strand, .calls = b->chain, .n_calls = b->n_chain,
                          .func = b->access->func, .op = b->access->op};

    return p->strands[b->strand].kind == STRAND_OUTSIDE || shared_in_parallel(g->ctx, &here);
}

/* An object of this thread alone: not yet shown to others, or about to be freed by its name. */
static bool is_private(const struct guarding *g, const struct broken *b)
{
    struct escapes *e = flow_escapes(g->ctx->flow);
    return b->access->kind == ACCESS_FREE || (b->access->flags & (ACCESS_TAKEN | ACCESS_SLOT)) ||
           escape_is_thread_local(e, b->named_in, b->access->loc) ||
           escape_share(e, b->named_in, b->access->loc) == SHARE_PRIVATE;
}

static void consider(struct guarding *g, const struct held_walk *w, uint32_t visit,
                     struct broken b)
{
    uint32_t at, start = visit;
    site_id *chain = arena_array(g->arena, site_id, CHAIN);

    while (w->visits.v[start].parent != UINT32_MAX)
        start = w->visits.v[start].parent;
    b.root = w->visits.v[start].func;
    b.n_chain = held_chain(w, visit, chain, CHAIN);
    b.n_chain += access_chain(g->accesses, b.access, chain + b.n_chain, CHAIN - b.n_chain);
    b.chain = chain;
    if (is_private(g, &b) || !is_in_parallel(g, &b))
        return;
    if (map_put_new(&g->index, b.variable, g->found.n))
        vec_push(g->arena, &g->found, b);
    else if (map_get(&g->index, b.variable, &at) && access_writes(b.access) &&
             !access_writes(g->found.v[at].access))
        g->found.v[at] = b;
}

static void look_at(struct guarding *g, const struct held_walk *w, uint32_t visit, uint32_t strand)
{
    const struct held_visit *v = &w->visits.v[visit];
    struct access_list list = accesses_of(g->accesses, v->func);

    for (uint32_t i = 0; i < list.n; i++) {
        const struct access *x = &list.v[i];
        loc_id guard = stated_guard(g->stated, x->loc);
        bool is_param = loc_get(g->locs, loc_get(g->locs, x->loc)->root)->kind == LOC_PARAM;
        struct broken b = {.access = x, .named_in = v->func, .strand = strand, .guard = guard};
        if (!guard.v || v->weak || (is_param && v->parent != UINT32_MAX) ||
            !breaks(g, x, guard, lockset_compose(g->locks, v->held, x->locks), &b.as_reader))
            continue;
        b.variable = variable_of(g, x->loc);
        consider(g, w, visit, b);
    }
}

/* ---- words ---- */
static const char *loc_words(const struct guarding *g, gfunc_id func, loc_id loc)
{
    struct buf BUF_CLEANUP b = {0};
    loc_text(g->locs, func, loc, &b);
    return arena_strdup(g->arena, buf_str(&b));
}

static void report(const struct guarding *g, const struct broken *b)
{
    ASSERT(b->access && b->guard.v && b->n_chain <= CHAIN);
    const struct program *p = g->program;
    const struct unit *u = program_unit(p, b->access->func);
    const struct prog_func *pf = &p->funcs[b->access->func.v];
    const char *guard = loc_words(g, b->named_in, b->guard);
    struct finding f = {.rule = "CA201", .level = LEVEL_WARNING, .confidence = CONF_MEDIUM};
    struct step *steps = arena_array(g->arena, struct step, b->n_chain + 1);

    for (uint32_t i = 0; i <= b->n_chain; i++) {
        gfunc_id func = i == b->n_chain ? b->access->func : p->sites[b->chain[i].v].caller;
        steps[i] = (struct step){.name = p->funcs[func.v].name, .at = spot_of_func(p, func)};
        if (i) {
            steps[i].via = "called at";
            steps[i].via_at = spot_of_site(p, b->chain[i - 1]);
        }
    }
    f.at = spot_of(p, pf->unit, u->ops[b->access->op.v].place, pf->name);
    f.steps = steps;
    f.n_steps = b->n_chain + 1;
    f.intro = arena_printf(g->arena, "runs in the %s",
                           parallel_what(shared_parallel(g->ctx), b->strand));
    gfield_id field = loc_last_field(g->locs, b->access->loc);
    f.entity = field.v && !loc_is_fixed(g->locs, b->access->loc)
                   ? p->field_names[field.v] : loc_words(g, b->named_in, b->access->loc);
    f.message = arena_printf(g->arena, "'%s' is %s here %s '%s', which its declaration says "
                             "guards it", f.entity, access_writes(b->access) ? "written" : "read",
                             b->as_reader ? "with only the reader's side of" : "without", guard);
    f.help = arena_printf(g->arena, "hold '%s' here too; where the object is not shared yet, say "
                          "so: NO_THREAD_SAFETY_ANALYSIS on a function that only sets it up",
                          guard);
    vec_push(g->arena, &g->ctx->out->list, f);
}

void guarded_by_report(struct rule_context *ctx, const struct races *races)
{
    struct guarding g = start(ctx);
    struct parallel *p = shared_parallel(ctx);

    if (!stated_has_guards(g.stated))
        return;
    for (uint32_t i = 0; i < races->list.n; i++) {
        struct broken none = {.access = races->list.v[i].a.access};
        uint64_t variable = variable_of(&g, none.access->loc);
        if (races->list.v[i].conf > CONF_LOW && map_put_new(&g.index, variable, g.found.n))
            vec_push(g.arena, &g.found, none);
    }
    uint32_t n_known = g.found.n;
    find_relevant(&g);
    for (uint32_t s = 0; s < p->n; s++) {
        struct held_walk w;
        parallel_held_walk(g.arena, p, s, g.relevant, NULL, NULL, &w);
        for (uint32_t i = 0; i < w.visits.n; i++)
            if (g.relevant[w.visits.v[i].func.v])
                look_at(&g, &w, i, s);
    }
    ASSERT(n_known <= g.found.n);
    for (uint32_t i = 0; i < g.found.n; i++)
        if (g.found.v[i].guard.v && i >= n_known)
            report(&g, &g.found.v[i]);
}
