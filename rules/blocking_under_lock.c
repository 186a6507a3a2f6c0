/*
 * CA303: a call that waits for long runs with a lock held that another domain needs.
 *
 * The story: a worker finds that a cached address is stale and resolves it anew, with the table's
 * lock held so that nobody else does it too. The name server needs five seconds. The other
 * workers, whose addresses are fresh, wait for the lock; the pool stands as if it had one thread.
 *
 * The match: calls that block for a millisecond or more (files' metadata, short locks and the wait
 * on the held mutex's own condition do not count), with a lock surely held on the way from the
 * start of a thread or callback, when a place that can run at the same time waits for that lock.
 * One finding for each call.
 */
#include "flow/blocking.h"
#include "flow/context.h"
#include "flow/spots.h"
#include "rules/lock_places.h"
#include "rules/rules.h"

enum { MAX_TAKERS = 64, MANY_TARGETS = 8 };

struct match {
    const struct lock_place *wait;  /* NULL: none at this op */
    const struct lock_place *taker; /* the first that waits for the lock */
    loc_id lock;                    /* in the wait's root's names */
    struct blocking blocking;
    enum confidence conf;
    uint32_t n_takers;              /* functions that take it meanwhile */
};
struct search {
    struct rule_context *ctx;
    struct lock_places *places;
    struct match *at; /* [site] */
};

static enum confidence least(enum confidence a, enum confidence b)
{
    return a < b ? a : b;
}

/* ---- who waits for the lock ---- */
static bool waits_for(const struct held_lock *held, const struct lock_place *taker)
{
    return !lock_is_shared(held->states) || taker->use->effect != LOCKED_SHARED;
}

static bool is_join(struct search *s, const struct lock_place *p)
{
    const struct cat_func *cat = s->ctx->flow->site_cat[p->use->site.v];
    return cat && cat->blocks && cat->blocks->device == DEV_JOIN;
}

static node_id node_behind(struct search *s, site_id site, int arg)
{
    const struct program *p = s->ctx->program;
    gfunc_id func = p->sites[site.v].caller;
    const struct unit *u = program_unit(p, func);
    const struct unit_val *v = &u->vals[site_arg(p, site, arg).v];

    if (v->kind == VAL_ADDR)
        return flow_node(p, func, (path_id){v->a});
    return v->kind == VAL_LOAD ? flow_node(p, func, u->ops[v->a].path) : (node_id){0};
}

/* Does the join wait for this very strand: is its handle the one that the creation filled? */
static bool is_joined(struct search *s, const struct lock_place *join, uint32_t strand)
{
    const struct strand *t = &shared_parallel(s->ctx)->strands[strand];
    node_id handle = node_behind(s, join->use->site, 0);

    for (uint32_t i = 0; handle.v && i < t->n_creations; i++)
        if (t->creations[i].inner.v && node_behind(s, t->creations[i].inner, 0).v == handle.v)
            return true;
    return false;
}

/* Is what ends the wait done under the lock too? Then it never comes. Other waits on conditions
 * while a further lock is held are mostly meant. */
static bool is_signalled_under(struct search *s, const struct lock_place *wait, uint32_t class)
{
    struct lock_uses *u = shared_lock_uses(s->ctx);
    struct locks *k = flow_locks(s->ctx->flow);
    uint32_t condition = lock_class(u, lock_condition(s->ctx->flow, wait->use->site));

    if (lock_class(u, wait->use->lock) == class)
        return false; /* two of one type: signals cannot be told apart */
    for (uint32_t i = 0; condition && i < s->places->n_signals; i++) {
        const struct lock_place *p = &s->places->signals[i];
        struct lockset set = lockset_get(k, p->use->held);
        for (uint32_t h = 0; p->class == condition && h < set.n; h++)
            if (lock_is_held(set.v[h].states) && lock_class(u, set.v[h].lock) == class)
                return true;
    }
    return false;
}

/* What the value was loaded from, up to the last field. */
static const struct unit_path *field_path(const struct unit *u, val_id v)
{
    const struct unit_val *val = &u->vals[v.v];
    while (val->kind == VAL_UN || val->kind == VAL_BIN)
        val = &u->vals[val->a];
    if (val->kind != VAL_LOAD)
        return NULL;
    const struct unit_path *path = &u->paths[u->ops[val->a].path.v];
    return path->sels.n ? path : NULL;
}

/* The function looks at the object that holds the thread's handle: `if (done) join`. Then the
 * thread has most likely ended before it is joined. */
static bool is_looked_at(struct search *s, const struct lock_place *join)
{
    const struct program *p = s->ctx->program;
    const struct site *site = &p->sites[join->use->site.v];
    const struct unit *u = program_unit(p, site->caller);
    const struct range blocks = program_func(p, site->caller)->blocks;
    const struct unit_path *handle = field_path(u, site_arg(p, join->use->site, 0));

    for (uint32_t b = blocks.first; handle && b < blocks.first + blocks.n; b++) {
        const struct unit_path *path =
            u->blocks[b].term == TERM_BRANCH ? field_path(u, u->blocks[b].val) : NULL;
        if (path && path != handle && path->root == handle->root && path->id == handle->id)
            return true;
    }
    return false;
}

static bool has_index(struct search *s, loc_id lock)
{
    const struct locs *l = flow_locs(s->ctx->flow);
    for (; lock.v; lock = loc_get(l, lock)->parent)
        if (loc_get(l, lock)->kind == LOC_ANY)
            return true;
    return false;
}

/* The taker makes one thread for each element, and locks elements: its own is that of a thread that
 * it has yet to make. */
static bool is_maker_of_elements(struct search *s, const struct lock_place *wait,
                                 const struct lock_place *taker)
{
    const struct strand *t = &shared_parallel(s->ctx)->strands[wait->strand];
    for (uint32_t i = 0; i < t->n_creations; i++)
        if (t->creations[i].func.v == taker->use->func.v)
            return has_index(s, taker->use->lock);
    return false;
}

static enum together together(struct search *s, const struct lock_place *wait,
                              const struct lock_place *taker)
{
    if (!is_join(s, wait))
        return places_together(s->ctx, wait, taker);
    return is_joined(s, wait, taker->strand)
               ? parallel_strands(shared_parallel(s->ctx), wait->strand, taker->strand)
               : TOGETHER_NO;
}

/* Through two tables of many functions on the way: that it is these two of them is a guess. */
static bool is_by_tables(struct search *s, const struct lock_place *p)
{
    const struct program *prog = s->ctx->program;
    struct arena scratch;
    uint32_t n, tables = 0;

    arena_init(&scratch);
    const site_id *calls = lock_use_calls(&scratch, shared_lock_uses(s->ctx), p->use, &n);
    for (uint32_t i = 0; i < n; i++)
        tables += !prog->sites[calls[i].v].callee.v &&
                  prog->sites[calls[i].v].n_edges > MANY_TARGETS;
    arena_release(&scratch);
    return tables > 1;
}

static bool find_takers(struct search *s, const struct lock_place *wait,
                        const struct held_lock *held, struct match *out)
{
    uint32_t class = lock_class(shared_lock_uses(s->ctx), held->lock);
    uint32_t tried = 0;
    gfunc_id last = {0};

    if (!class || class >= s->places->n_classes ||
        (wait->use->kind == LOCK_USE_WAIT && !is_signalled_under(s, wait, class)))
        return false;
    for (uint32_t i = s->places->first[class]; i < s->places->first[class + 1]; i++) {
        const struct lock_place *a = &s->places->acquires[i];
        if (!waits_for(held, a) || tried++ >= MAX_TAKERS)
            continue;
        enum together t = together(s, wait, a);
        if (t == TOGETHER_NO)
            continue;
        enum confidence c;
        if (!same_lock(s->ctx, class, wait, held->lock, a, a->use->lock, &c))
            continue;
        if (t == TOGETHER_MAYBE || a->use->weak)
            c = least(c, CONF_MEDIUM);
        if (is_maker_of_elements(s, wait, a) || (is_join(s, wait) && is_looked_at(s, wait)) ||
            (c > CONF_LOW && is_by_tables(s, a)))
            c = CONF_LOW;
        if (!out->taker || c > out->conf) {
            out->taker = a;
            out->conf = c;
        }
        out->n_takers += a->use->func.v != last.v;
        last = a->use->func;
    }
    return out->taker != NULL;
}

/* A wait on a condition has no constants that decide about it. */
static bool is_waiting(struct search *s, const struct lock_place *p, struct blocking *b)
{
    *b = (struct blocking){.how = BLOCKS_CALL, .device = DEV_WAIT, .conf = CONF_MEDIUM,
                           .worst_ms = -1};
    if (p->use->kind == LOCK_USE_WAIT)
        return true;
    struct arena scratch;
    arena_init(&scratch);
    bool does = lock_use_happens(&scratch, shared_lock_uses(s->ctx), p->root, p->use, b);
    arena_release(&scratch);
    return does;
}

static void judge(struct search *s, const struct lock_place *p)
{
    struct lockset set = lockset_get(flow_locks(s->ctx->flow), p->use->held);
    struct match *best = &s->at[p->use->site.v];

    for (uint32_t i = 0; i < set.n; i++) {
        struct match m = {.wait = p, .lock = set.v[i].lock};
        if (!lock_is_held(set.v[i].states) || set.v[i].kind == LK_SEM ||
            (p->use->lock.v && set.v[i].lock.v == p->use->lock.v) ||
            !find_takers(s, p, &set.v[i], &m) || (best->wait && m.conf <= best->conf) ||
            !is_waiting(s, p, &m.blocking))
            continue;
        m.conf = least(m.conf, m.blocking.conf);
        if (p->use->weak)
            m.conf = CONF_LOW;
        if (!best->wait || m.conf > best->conf)
            *best = m;
    }
}

/* ---- words ---- */
static const char *message(struct rule_context *ctx, const struct match *m)
{
    const char *name = site_callee_name(ctx->arena, ctx->program, m->wait->use->site);
    const char *lock = place_lock_name(ctx, m->wait, m->lock);

    if (m->blocking.worst_ms < 0)
        return arena_printf(ctx->arena, "%s() can block without limit while %s is held", name,
                            lock);
    return arena_printf(ctx->arena, "%s() can block for %s%s while %s is held", name,
                        m->blocking.exact ? "" : "up to ",
                        duration_words(ctx->arena, m->blocking.worst_ms), lock);
}

static void add_taker(struct rule_context *ctx, const struct match *m, struct finding *f)
{
    struct side *side = arena_new(ctx->arena, struct side);

    *side = place_side(ctx, m->taker, "meanwhile the lock is waited for here");
    f->sides = side;
    f->n_sides = 1;
    if (m->n_takers < 2)
        return;
    const char **list = arena_array(ctx->arena, const char *, 1);
    list[0] = arena_printf(ctx->arena, "%u functions take this lock where it can be waited for",
                           m->n_takers);
    f->notes = list;
    f->n_notes = 1;
}

static const char *help(const struct match *m)
{
    if (m->blocking.device == DEV_JOIN)
        return "release the lock before the join: a thread that needs it to finish never ends";
    if (m->wait->use->kind == LOCK_USE_WAIT)
        return "the wait releases its own mutex only: release the other lock before, or use one "
               "mutex for both";
    return "copy what the call needs, release the lock, call, and take the lock again to store "
           "the result";
}

static void report(struct rule_context *ctx, const struct match *m)
{
    const struct blocking *b = &m->blocking;
    struct finding f = {
        .rule = "CA303",
        .level = b->worst_ms < 0 || b->worst_ms >= 100 ? LEVEL_WARNING : LEVEL_NOTE,
        .confidence = m->conf,
        .at = lock_use_spot(ctx->flow, m->wait->use),
        .entity = site_callee_name(ctx->arena, ctx->program, m->wait->use->site),
        .intro = arena_printf(ctx->arena, "runs in %s with the lock held",
                              strand_words(ctx, m->wait)),
        .cost_ms = b->typical_ms,
        .worst_ms = b->worst_ms};

    f.steps = lock_use_steps(ctx->arena, shared_lock_uses(ctx), m->wait->root, m->wait->use,
                             &f.n_steps);
    f.message = message(ctx, m);
    add_taker(ctx, m, &f);
    f.help = help(m);
    vec_push(ctx->arena, &ctx->out->list, f);
}

void rule_blocking_under_lock(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx, .places = shared_lock_places(ctx),
                       .at = arena_array(ctx->arena, struct match, ctx->program->n_sites + 1)};

    for (uint32_t i = 0; i < s.places->n_waits; i++)
        if (s.places->waits[i].use->site.v)
            judge(&s, &s.places->waits[i]);
    for (uint32_t i = 1; i < ctx->program->n_sites; i++)
        if (s.at[i].wait)
            report(ctx, &s.at[i]);
}
