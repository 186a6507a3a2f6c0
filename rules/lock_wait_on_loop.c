/*
 * CA103: a callback on an event loop takes a lock that another domain holds across a long wait, or
 * while it computes for long.
 *
 * The story: a server's read callback appends to a journal, under the journal's lock. A thread
 * syncs the journal to disk once a second, under the same lock. Each callback looks harmless, a few
 * instructions under a mutex; whenever the disk is busy, the whole loop stands in
 * pthread_mutex_lock().
 *
 * The match: lock calls that wait (no trylock) and that a callback or a hand-written loop reaches,
 * against the calls that block for long, and the calls and loops that compute for long by numbers
 * that are known, with the same lock held in a strand that can run at the same time
 * (rules/lock_places.h). One finding for each lock, at the lock call with the surest and
 * then shortest chain; the others are counted.
 */
#include "flow/blocking.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/lock_places.h"
#include "rules/rules.h"
#include "rules/shared.h"

struct match {
    struct lock_place take; /* on the loop */
    const struct lock_place *wait;
    struct blocking blocking;
    enum confidence conf;
    uint32_t entry;
    uint32_t n_calls; /* lock calls on loops; 0: nothing found */
    site_id last;
};
struct holder { /* a long wait, or long work, with the lock of class held */
    const struct lock_place *wait;
    struct held_lock held;
    uint32_t class;
    struct blocking blocking;
    bool is_judged, does_wait;
};
struct search {
    struct rule_context *ctx;
    VEC(struct holder) holders;
    struct match *at; /* [class] */
};

static enum confidence least(enum confidence a, enum confidence b)
{
    return a < b ? a : b;
}

/* ---- the other side ---- */
/* Whoever ends the other threads may well park the loops first (CA303 looks at joins). */
static bool is_join(const struct search *s, const struct lock_place *p)
{
    const struct cat_func *cat = s->ctx->flow->site_cat[p->use->site.v];
    return cat && cat->blocks && cat->blocks->device == DEV_JOIN;
}

static void add_holders(struct search *s, const struct lock_place *p)
{
    struct lockset set = lockset_get(flow_locks(s->ctx->flow), p->use->held);
    for (uint32_t k = 0; k < set.n; k++) {
        struct holder h = {.wait = p, .held = set.v[k]};
        if (!lock_is_held(set.v[k].states))
            continue;
        h.class = lock_class(shared_lock_uses(s->ctx), set.v[k].lock);
        if (h.class)
            vec_push(s->ctx->arena, &s->holders, h);
    }
}

static void find_holders(struct search *s)
{
    const struct lock_places *places = shared_lock_places(s->ctx);
    for (uint32_t i = 0; i < places->n_waits; i++)
        if (places->waits[i].use->kind == LOCK_USE_BLOCK && !is_join(s, &places->waits[i]))
            add_holders(s, &places->waits[i]);
    for (uint32_t i = 0; i < places->n_works; i++)
        add_holders(s, &places->works[i]);
}

/* Work as a wait: for whoever waits for the lock it is one. */
static struct blocking as_wait(const struct search *s, const struct lock_use *use)
{
    bool is_usual;
    double ms = lock_use_work_ns(s->ctx->flow, use, &is_usual) / 1e6;
    return (struct blocking){.how = BLOCKS_CALL, .typical_ms = ms, .worst_ms = ms, .exact = true,
                             .conf = is_usual ? CONF_MEDIUM : CONF_HIGH};
}

static bool does_wait(struct search *s, struct holder *h)
{
    bool is_work = h->wait->use->kind == LOCK_USE_WORK;
    struct arena scratch;

    if (h->is_judged)
        return h->does_wait;
    arena_init(&scratch);
    h->is_judged = true;
    h->does_wait = lock_use_happens(&scratch, shared_lock_uses(s->ctx), h->wait->root, h->wait->use,
                                    is_work ? NULL : &h->blocking);
    if (is_work)
        h->blocking = as_wait(s, h->wait->use);
    arena_release(&scratch);
    return h->does_wait;
}

static double worst(const struct blocking *b)
{
    return b->worst_ms < 0 ? 1e18 : b->worst_ms;
}

static bool is_better(const struct match *m, enum confidence conf, const struct blocking *b,
                      const struct lock_use *take)
{
    if (!m->n_calls || conf != m->conf)
        return !m->n_calls || conf > m->conf;
    if (worst(b) > worst(&m->blocking) || worst(b) < worst(&m->blocking))
        return worst(b) > worst(&m->blocking);
    return take->depth < m->take.use->depth;
}

/* A callback that both threads can run, nobody can tell which: then it may be the one that holds
 * the lock. */
static bool is_stray(const struct search *s, const struct lock_place *take, uint32_t strand)
{
    const struct parallel *p = shared_parallel(s->ctx);
    return strand != take->strand && take->root.v != p->strands[take->strand].roots[0].v &&
           parallel_runs(p, strand, take->root);
}

static void match(struct search *s, const struct lock_place *take, uint32_t entry)
{
    struct match *m = &s->at[take->class];
    bool is_found = false;
    const struct entry *e = &s->ctx->domains->entries[entry];

    for (uint32_t i = 0; i < s->holders.n; i++) {
        struct holder *h = &s->holders.v[i];
        bool both_read = take->use->effect == LOCKED_SHARED && lock_is_shared(h->held.states);
        if (h->class != take->class || both_read)
            continue;
        enum together t = places_together(s->ctx, take, h->wait);
        enum confidence c;
        if (t == TOGETHER_NO || !does_wait(s, h) ||
            !same_lock(s->ctx, h->class, take, take->use->lock, h->wait, h->held.lock, &c))
            continue;
        c = least(c, h->blocking.conf);
        if (t == TOGETHER_MAYBE || !e->sure)
            c = least(c, CONF_MEDIUM);
        if (take->use->weak || h->wait->use->weak || is_stray(s, take, h->wait->strand))
            c = CONF_LOW;
        is_found = true;
        if (is_better(m, c, &h->blocking, take->use)) {
            m->take = *take;
            m->wait = h->wait;
            m->blocking = h->blocking;
            m->conf = c;
            m->entry = entry;
        }
        m->n_calls += m->n_calls == 0;
    }
    m->n_calls += is_found && m->last.v && m->last.v != take->use->site.v;
    if (is_found)
        m->last = take->use->site;
}

/* ---- the loop's side ---- */
/* In a hand-written loop: is the use, or the call that leads to it, inside the loop? */
static bool in_region(struct search *s, const struct entry *e, const struct lock_use *use)
{
    const struct func_shape *shape = flow_shape(s->ctx->flow, e->func);
    op_id op = use->via.v ? s->ctx->program->sites[use->via.v].op : use->op;
    return !e->region.v || shape_in_loop(shape, shape_block_of(shape, op), e->region);
}

/* A lock that only loops take has its class made just now: nobody else holds it. */
static bool is_known(const struct search *s, uint32_t class)
{
    for (uint32_t i = 0; class && i < s->holders.n; i++)
        if (s->holders.v[i].class == class)
            return true;
    return false;
}

static void search_entry(struct search *s, uint32_t entry)
{
    const struct entry *e = &s->ctx->domains->entries[entry];
    const struct parallel *p = shared_parallel(s->ctx);
    struct lock_use_list list = lock_uses_of(shared_lock_uses(s->ctx), e->func);

    for (uint32_t i = 0; i < list.n; i++) {
        const struct lock_use *use = &list.v[i];
        if (use->kind != LOCK_USE_ACQUIRE || !use->site.v || !in_region(s, e, use))
            continue;
        struct lock_place take = {.root = e->func, .use = use,
                                  .class = lock_class(shared_lock_uses(s->ctx), use->lock)};
        for (take.strand = 0; is_known(s, take.class) && take.strand < p->n; take.strand++)
            if (parallel_runs(p, take.strand, e->func))
                match(s, &take, entry);
    }
}

/* ---- words ---- */
static const char *const *notes(struct rule_context *ctx, const struct match *m, uint32_t *n)
{
    const char **list = arena_array(ctx->arena, const char *, 2);

    *n = 0;
    list[(*n)++] = m->blocking.exact || m->blocking.typical_ms <= 0
                       ? "every other client of this loop waits with it"
                       : arena_printf(ctx->arena,
                                      "that takes typically %s; every other client of this loop "
                                      "waits with it",
                                      duration_words(ctx->arena, m->blocking.typical_ms));
    if (m->n_calls > 1)
        list[(*n)++] = arena_printf(ctx->arena, "%u more lock calls on event loops wait for it too",
                                    m->n_calls - 1);
    return list;
}

static const char *message(struct rule_context *ctx, const struct match *m)
{
    struct arena *a = ctx->arena;
    const char *lock = place_lock_name(ctx, &m->take, m->take.use->lock);
    const struct lock_use *wait = m->wait->use;
    const char *call = wait->site.v ? arena_printf(a, "%s()", site_callee_name(a, ctx->program,
                                                                                wait->site))
                                    : "a loop";

    if (wait->kind == LOCK_USE_WORK)
        return arena_printf(a, "the event loop can wait for %s for about %s: it is held while %s "
                               "computes", lock, duration_words(a, m->blocking.worst_ms), call);
    if (m->blocking.worst_ms < 0)
        return arena_printf(a, "the event loop waits for %s without limit: it is held across %s",
                            lock, call);
    return arena_printf(a, "the event loop can wait for %s for up to %s: it is held across %s",
                        lock, duration_words(a, m->blocking.worst_ms), call);
}

/* In the terms of the loop's library. */
static const char *help(struct rule_context *ctx, const struct match *m)
{
    const struct entry *e = &ctx->domains->entries[m->entry];
    const struct cat_framework *fw = catalog_framework(ctx->catalog, e->library);
    const char *wake = fw && fw->wake ? fw->wake : "an eventfd that the loop watches";
    bool is_work = m->wait->use->kind == LOCK_USE_WORK;

    return arena_printf(ctx->arena, "%s, or give the result to the loop by a queue and %s, so that "
                                    "the loop needs no lock; where the loop can go on without it, "
                                    "use a trylock",
                        is_work ? "let the thread compute on a copy of its own, and take the lock "
                                  "only to store the result"
                                : "let the thread do its waiting before it takes the lock", wake);
}

static void report(struct rule_context *ctx, const struct match *m)
{
    const struct blocking *b = &m->blocking;
    struct finding f = {
        .rule = "CA103",
        .level = b->worst_ms < 0 || b->worst_ms >= 100 ? LEVEL_WARNING : LEVEL_NOTE,
        .confidence = m->conf,
        .at = lock_use_spot(ctx->flow, m->take.use),
        .entity = place_lock_name(ctx, &m->take, m->take.use->lock),
        .intro = "runs on the loop",
        .cost_ms = b->typical_ms,
        .worst_ms = b->worst_ms,
        .help = help(ctx, m)};
    struct step *steps = lock_use_steps(ctx->arena, shared_lock_uses(ctx), m->take.root,
                                        m->take.use, &f.n_steps);

    shared_entry_step(ctx, &ctx->domains->entries[m->entry], &steps[0]);
    f.steps = steps;
    f.message = message(ctx, m);
    f.notes = notes(ctx, m, &f.n_notes);
    struct side *side = arena_new(ctx->arena, struct side);
    *side = place_side(ctx, m->wait, m->wait->use->site.v
                                         ? "the lock is held meanwhile, across this call"
                                         : "the lock is held meanwhile, through this loop");
    f.sides = side;
    f.n_sides = 1;
    vec_push(ctx->arena, &ctx->out->list, f);
}

void rule_lock_wait_on_loop(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx};

    find_holders(&s);
    uint32_t n_classes = lock_class_count(shared_lock_uses(ctx)), before = ctx->out->list.n;
    s.at = arena_array(ctx->arena, struct match, n_classes + 1);
    for (uint32_t i = 0; s.holders.n && i < ctx->domains->n; i++)
        if (ctx->domains->entries[i].domain == DOM_LOOP)
            search_entry(&s, i);
    for (uint32_t i = 1; i < n_classes; i++)
        if (s.at[i].n_calls)
            report(ctx, &s.at[i]);
    ASSERT(ctx->out->list.n >= before);
}
