/*
 * CA204: calls that share hidden state run in parallel.
 *
 * The story: the log line's time stamp comes from localtime(). There is one struct tm in the whole
 * process; a second thread that logs in the same moment overwrites it, and once in a million lines
 * a time is wrong, or a user id is looked up for the wrong user. No test sees it.
 *
 * The match: every call of a function that a catalog knows to keep state (a static buffer, a
 * position, the environment), in each strand that runs it; a partner of the same group in a strand
 * that can run at the same time, or in another instance of the same one. Not when both hold a
 * common lock. One finding for each call, with the surest partner.
 */
#include <string.h>

#include "domains/parallel.h"
#include "flow/lockstate.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/alternatives.h"
#include "rules/rules.h"
#include "rules/shared.h"

enum { MAX_WAYS = 512, MAX_PARTNERS = 4096, MANY_TARGETS = 8 };

struct call {
    site_id site;
    const struct cat_func *cat;
    const struct cat_nonreentrant *state;
};
struct meeting { /* two calls that can run at the same time */
    const struct call *a, *b;
    uint32_t strand_a, strand_b, visit_a, visit_b;
    const struct parallel_ways *ways_a, *ways_b;
    enum confidence conf;
};
struct search {
    struct rule_context *ctx;
    const struct parallel *parallel;
    struct locks *locks;
    VEC(struct call) calls;
    struct map ways; /* strand * n + partner to index into found */
    VEC(struct parallel_ways *) found;
    struct alternatives *alternatives;
    bool **walked; /* [strand] NULL, or by site: a walk with constant arguments gets there */
};

/* ---- search ---- */
static void find_calls(struct search *s)
{
    const struct program *p = s->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = s->ctx->flow->site_cat[i];
        if (!cat || p->sites[i].n_edges || parallel_in_once(s->parallel, p->sites[i].caller))
            continue;
        for (uint32_t k = 0; k < cat->n_nonreentrant; k++)
            if (conds_all(s->ctx->flow, (site_id){i}, NULL, cat->nonreentrant[k].when) == TRI_YES)
                vec_push(s->ctx->arena, &s->calls,
                         ((struct call){.site = {i}, .cat = cat, .state = &cat->nonreentrant[k]}));
    }
}

static const struct parallel_ways *ways_of(struct search *s, uint32_t strand, uint32_t partner)
{
    uint64_t key = (uint64_t)strand * s->parallel->n + partner;
    uint32_t known;

    if (map_get(&s->ways, key, &known))
        return s->found.v[known];
    if (s->found.n >= MAX_WAYS)
        return NULL;
    map_set(&s->ways, key, s->found.n);
    vec_push(s->ctx->arena, &s->found,
             parallel_ways_find(s->ctx->arena, s->parallel, strand, partner));
    return vec_last(&s->found);
}

static bool is_reached(const struct search *s, const struct parallel_ways *w,
                       const struct call *c, uint32_t *visit)
{
    const struct site *site = &s->ctx->program->sites[c->site.v];
    return w && parallel_way_to(w, site->caller, site->op, visit);
}

static void mark_site(void *user, const struct walk *w, uint32_t visit, site_id site,
                      const struct cat_func *cat)
{
    bool *sites = user;
    (void)w;
    (void)visit;
    (void)cat;
    sites[site.v] = true;
}

/* The chains know no arguments: `options(CMD_FREE)` may never get to where they lead. */
static bool is_walked(struct search *s, uint32_t strand, site_id site)
{
    struct arena *a = s->ctx->arena;
    const struct program *p = s->ctx->program;
    const struct strand *st = &s->parallel->strands[strand];

    if (!s->walked[strand]) {
        struct walk_start *starts = arena_array(a, struct walk_start, st->n_roots);
        struct walk w;
        s->walked[strand] = arena_array(a, bool, p->n_sites + 1);
        for (uint32_t i = 0; i < st->n_roots; i++) {
            uint32_t n = program_func(p, st->roots[i])->n_params;
            starts[i] = (struct walk_start){.func = st->roots[i], .conf = CONF_HIGH};
            starts[i].ctx.n = n > CONTEXT_MAX_PARAMS ? CONTEXT_MAX_PARAMS : n;
        }
        walk_run(a, s->ctx->flow, starts, st->n_roots, WALK_ENDING_PATHS, NULL, mark_site,
                 s->walked[strand], &w);
    }
    return s->walked[strand][site.v];
}

/* The locks at the call, in the names of the function that the chain starts with. */
static lockset_id locks_on(struct search *s, const struct parallel_ways *w, uint32_t visit,
                           const struct call *c)
{
    const struct program *p = s->ctx->program;
    const struct visit *v = &w->walk.visits.v[visit];
    lockset_id set = lockset_at(s->locks, v->func, p->sites[c->site.v].op);

    for (; v->parent != UINT32_MAX; v = &w->walk.visits.v[v->parent]) {
        lockset_id before = lockset_at(s->locks, p->sites[v->via.v].caller,
                                       p->sites[v->via.v].op);
        set = lockset_through(s->locks, set, before, v->via);
    }
    return set;
}

/* TRI_MAYBE: some lock may be held, and it cannot be told which. */
static enum tri share_lock(struct search *s, lockset_id a, lockset_id b)
{
    const struct locs *locs = flow_locs(s->ctx->flow);
    struct lockset x = lockset_get(s->locks, a), y = lockset_get(s->locks, b);

    for (uint32_t i = 0; i < x.n; i++)
        for (uint32_t k = 0; k < y.n; k++) {
            bool held = lock_maybe_held(x.v[i].states) && lock_maybe_held(y.v[k].states);
            bool shared = lock_is_shared(x.v[i].states) && lock_is_shared(y.v[k].states);
            if (held && !shared && x.v[i].lock.v && y.v[k].lock.v &&
                loc_may_alias(locs, x.v[i].lock, y.v[k].lock))
                return TRI_YES;
        }
    return lockset_is_vague(s->locks, a) || lockset_is_vague(s->locks, b) ? TRI_MAYBE : TRI_NO;
}

static enum confidence lesser(enum confidence a, enum confidence b)
{
    return a < b ? a : b;
}

/* A pointer to many functions runs one of them: tests, commands. That the two sides are two of them
 * at the same time is a guess. */
static bool is_by_table(const struct search *s, const struct parallel_ways *w, uint32_t visit)
{
    const struct program *p = s->ctx->program;

    ASSERT(visit < w->walk.visits.n);
    for (; visit != UINT32_MAX; visit = w->walk.visits.v[visit].parent) {
        const struct site *via = &p->sites[w->walk.visits.v[visit].via.v];
        if (w->walk.visits.v[visit].via.v && !via->callee.v && via->n_edges > MANY_TARGETS)
            return true;
    }
    return false;
}

static gfunc_id root_of(const struct parallel_ways *w, uint32_t visit)
{
    while (w->walk.visits.v[visit].parent != UINT32_MAX)
        visit = w->walk.visits.v[visit].parent;
    return w->walk.visits.v[visit].func;
}

/* A lock may be taken in a statement that did not parse, in any function on the way. */
static bool is_whole(const struct search *s, const struct parallel_ways *w, uint32_t visit)
{
    for (; visit != UINT32_MAX; visit = w->walk.visits.v[visit].parent)
        if (program_func(s->ctx->program, w->walk.visits.v[visit].func)->quality != QUALITY_OK)
            return false;
    return true;
}

/* A handler on its way out of the program: what it has interrupted never goes on. */
static bool is_leaving(const struct search *s, const struct meeting *m)
{
    const struct walk *w = &m->ways_a->walk;
    site_id site = m->a->site;

    if (s->parallel->strands[m->strand_a].kind != STRAND_SIGNAL)
        return false;
    for (uint32_t visit = m->visit_a; visit != UINT32_MAX; visit = w->visits.v[visit].parent) {
        const struct site *at = &s->ctx->program->sites[site.v];
        const struct func_shape *shape = flow_shape(s->ctx->flow, at->caller);
        if (!shape->returns[shape_block_of(shape, at->op)])
            return true;
        site = w->visits.v[visit].via;
    }
    return false;
}

static enum confidence judge(struct search *s, const struct meeting *m, enum together together)
{
    const struct visit *a = &m->ways_a->walk.visits.v[m->visit_a];
    const struct visit *b = &m->ways_b->walk.visits.v[m->visit_b];
    enum confidence conf = lesser((enum confidence)a->conf, (enum confidence)b->conf);

    if (m->a->state->guarded || is_leaving(s, m) || !is_whole(s, m->ways_a, m->visit_a) ||
        !is_whole(s, m->ways_b, m->visit_b) || is_by_table(s, m->ways_a, m->visit_a) ||
        is_by_table(s, m->ways_b, m->visit_b) ||
        alternatives_exclude(s->alternatives, m->strand_a, root_of(m->ways_a, m->visit_a),
                             m->strand_b, root_of(m->ways_b, m->visit_b)))
        return CONF_LOW;
    if (together != TOGETHER_YES || s->parallel->strands[m->strand_a].kind == STRAND_OUTSIDE ||
        s->parallel->strands[m->strand_b].kind == STRAND_OUTSIDE)
        conf = lesser(conf, CONF_MEDIUM);
    return conf;
}

/* Do a in one strand and b in the other meet? Keeps the better of it and what *best holds. */
static void try_meeting(struct search *s, struct meeting m, struct meeting *best)
{
    enum together together = parallel_strands(s->parallel, m.strand_a, m.strand_b);
    bool interrupted = s->parallel->strands[m.strand_b].kind == STRAND_SIGNAL &&
                       s->parallel->strands[m.strand_a].kind != STRAND_SIGNAL;
    if (together == TOGETHER_NO || interrupted) /* what a handler calls is the handler's fault */
        return;
    m.ways_a = ways_of(s, m.strand_a, m.strand_b);
    m.ways_b = ways_of(s, m.strand_b, m.strand_a);
    if (!is_reached(s, m.ways_a, m.a, &m.visit_a) || !is_reached(s, m.ways_b, m.b, &m.visit_b))
        return;
    m.conf = judge(s, &m, together);
    if (best->a && best->conf >= m.conf)
        return;
    enum tri lock = share_lock(s, locks_on(s, m.ways_a, m.visit_a, m.a),
                               locks_on(s, m.ways_b, m.visit_b, m.b));
    if (lock == TRI_YES)
        return;
    if (lock == TRI_MAYBE || !is_walked(s, m.strand_a, m.a->site) ||
        !is_walked(s, m.strand_b, m.b->site))
        m.conf = CONF_LOW;
    if (!best->a || m.conf > best->conf)
        *best = m;
}

static void try_strands(struct search *s, const struct call *a, const struct call *b,
                        struct meeting *best)
{
    const struct program *p = s->ctx->program;
    gfunc_id func_a = p->sites[a->site.v].caller, func_b = p->sites[b->site.v].caller;
    const struct parallel *par = s->parallel;

    for (uint32_t i = 0; i < par->n; i++)
        for (uint32_t k = 0; parallel_runs(par, i, func_a) && k < par->n; k++)
            if (parallel_runs(par, k, func_b))
                try_meeting(s, (struct meeting){.a = a, .b = b, .strand_a = i, .strand_b = k},
                            best);
}

static bool find_partner(struct search *s, const struct call *a, struct meeting *best)
{
    const struct program *p = s->ctx->program;
    uint32_t tried = 0;

    for (uint32_t i = 0; i < s->calls.n && tried < MAX_PARTNERS; i++) {
        const struct call *b = &s->calls.v[i];
        if (strcmp(a->state->group, b->state->group) != 0 ||
            !parallel_funcs(s->parallel, p->sites[a->site.v].caller, p->sites[b->site.v].caller))
            continue;
        tried++;
        try_strands(s, a, b, best);
        if (best->a && best->conf == CONF_HIGH)
            break;
    }
    return best->a != NULL;
}

/* ---- words ---- */
static const char *a_strand(const struct search *s, uint32_t strand)
{
    switch (s->parallel->strands[strand].kind) {
    case STRAND_MAIN: return "the main thread";
    case STRAND_OUTSIDE: return "a caller of the library";
    case STRAND_THREAD: return "another thread";
    case STRAND_POOL: return "a pool's worker";
    default: return "another signal handler";
    }
}

static const char *intro(const struct search *s, uint32_t strand)
{
    switch (s->parallel->strands[strand].kind) {
    case STRAND_MAIN: return "runs in the main thread";
    case STRAND_OUTSIDE: return "runs in the caller of the library";
    case STRAND_THREAD: return "runs in a thread";
    case STRAND_POOL: return "runs in a pool's worker";
    default: return "runs in a signal handler";
    }
}

static const char *message(const struct search *s, const struct meeting *m)
{
    struct arena *a = s->ctx->arena;
    const char *name = m->a->cat->name;

    if (m->strand_a == m->strand_b && m->a->site.v == m->b->site.v)
        return arena_printf(a, "%s() uses %s, and several threads can run it at the same time",
                            name, m->a->state->state);
    if (m->b->state->reads)
        return arena_printf(a, "%s() changes %s while %s can read it", name, m->a->state->state,
                            a_strand(s, m->strand_b));
    return arena_printf(a, "%s() uses %s while %s can use it too", name, m->a->state->state,
                        a_strand(s, m->strand_b));
}

static const char *help(const struct search *s, const struct meeting *m)
{
    struct arena *a = s->ctx->arena;
    bool handler = s->parallel->strands[m->strand_a].kind == STRAND_SIGNAL ||
                   s->parallel->strands[m->strand_b].kind == STRAND_SIGNAL;

    if (handler)
        return "set a flag in the handler, and do the work where the program looks at it";
    if (!strcmp(m->a->state->group, "environ"))
        return "change the environment before the first thread starts; for a child give it to "
               "execve() or posix_spawn()";
    if (m->a->state->use)
        return arena_printf(a, "use %s", m->a->state->use);
    return "call it before the first thread starts, or hold one lock around all of these calls and "
           "the use of their results";
}

/* ---- chains ---- */
static void started_at(const struct search *s, const struct strand *strand, gfunc_id root,
                       struct step *first)
{
    const struct program *p = s->ctx->program;
    const struct domains *d = s->ctx->domains;
    static const char *const words[] = {[STRAND_THREAD] = "thread created at",
                                        [STRAND_POOL] = "job queued at",
                                        [STRAND_SIGNAL] = "handler set at"};

    if (strand->roots[0].v == root.v) {
        if (!strand->n_creations)
            return;
        const struct creation *c = &strand->creations[0];
        const struct prog_func *f = &p->funcs[c->func.v];
        first->via = words[strand->kind];
        first->via_at = spot_of(p, f->unit, p->units[f->unit]->ops[c->op.v].place, f->name);
        return;
    }
    for (uint32_t i = 0; i < d->n; i++) {
        const struct entry *e = &d->entries[i];
        if (e->func.v != root.v || e->region.v || e->domain != DOM_LOOP)
            continue;
        const struct cat_framework *fw = catalog_framework(s->ctx->catalog, e->library);
        first->via = arena_printf(s->ctx->arena, "%s registered at",
                                  fw ? fw->label
                                     : arena_printf(s->ctx->arena, "%s callback", e->library));
        first->via_at = spot_of(p, e->where_unit, e->place,
                                e->where.v ? p->funcs[e->where.v].name : NULL);
        return;
    }
}

static const struct step *chain(const struct search *s, const struct parallel_ways *w,
                                uint32_t visit, site_id site, uint32_t *n)
{
    const struct strand *strand = &s->parallel->strands[w->strand];
    const struct visit *v = &w->walk.visits.v[visit];
    struct step *steps = chain_of(s->ctx->arena, &w->walk, visit, site, n);

    while (v->parent != UINT32_MAX)
        v = &w->walk.visits.v[v->parent];
    started_at(s, strand, v->func, &steps[0]);
    return steps;
}

static const struct side *sides(const struct search *s, const struct meeting *m, uint32_t *n)
{
    const struct program *p = s->ctx->program;
    struct arena *a = s->ctx->arena;
    struct side *side = arena_new(a, struct side);
    const struct strand *strand = &s->parallel->strands[m->strand_b];

    *n = 1;
    if (m->strand_a == m->strand_b && m->a->site.v == m->b->site.v) {
        const struct creation *c = &strand->creations[strand->n_creations - 1];
        const struct prog_func *f = &p->funcs[c->func.v];
        *n = strand->n_creations ? 1 : 0;
        if (*n)
            *side = (struct side){.what = "several of them are started here",
                                  .at = spot_of(p, f->unit,
                                                p->units[f->unit]->ops[c->op.v].place, f->name)};
        return side;
    }
    side->what = arena_printf(a, "%s() %s it here", m->b->cat->name,
                              m->b->state->reads ? "reads" : "uses");
    side->at = spot_of_site(p, m->b->site);
    side->intro = intro(s, m->strand_b);
    side->steps = chain(s, m->ways_b, m->visit_b, m->b->site, &side->n_steps);
    return side;
}

static void report(const struct search *s, const struct meeting *m)
{
    struct finding f = {.rule = "CA204", .level = LEVEL_WARNING, .confidence = m->conf,
                        .at = spot_of_site(s->ctx->program, m->a->site),
                        .entity = m->a->cat->name, .intro = intro(s, m->strand_a),
                        .message = message(s, m), .help = help(s, m)};

    f.steps = chain(s, m->ways_a, m->visit_a, m->a->site, &f.n_steps);
    f.sides = sides(s, m, &f.n_sides);
    vec_push(s->ctx->arena, &s->ctx->out->list, f);
}

void rule_non_reentrant_call(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx, .parallel = shared_parallel(ctx),
                       .locks = flow_locks(ctx->flow),
                       .alternatives = alternatives_find(ctx)};
    site_id last = {0};

    map_init(&s.ways, ctx->arena);
    s.walked = arena_array(ctx->arena, bool *, s.parallel->n + 1);
    find_calls(&s);
    for (uint32_t i = 0; i < s.calls.n; i++) {
        struct meeting best = {0};
        if (s.calls.v[i].state->reads || s.calls.v[i].site.v == last.v ||
            !find_partner(&s, &s.calls.v[i], &best))
            continue;
        last = s.calls.v[i].site;
        report(&s, &best);
    }
}
