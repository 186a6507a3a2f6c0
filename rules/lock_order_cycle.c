/*
 * CA205: two or more locks are taken in orders that form a cycle.
 *
 * The story: a worker locks a connection and then the pool that it belongs to. The reaper locks the
 * pool and then each connection. On a quiet day they never meet; under load each holds what the
 * other waits for, and both stand for ever.
 *
 * The match: an edge from each lock that is surely held to the lock that is waited for there, over
 * all strands and through calls. A cycle is reported when its edges can be walked at the same time:
 * by strands that run in parallel, with no common lock held around (a gate), not only by readers.
 * Trylock makes no edge. One finding for each cycle, at the order that fewest places use.
 */
#include <string.h>

#include "flow/spots.h"
#include "link/scc.h"
#include "rules/lock_places.h"
#include "rules/rules.h"

enum { MAX_LENGTH = 4, MAX_WITNESSES = 12, MAX_CYCLES = 64, MAX_TWINS = 256, MAX_STEPS = 20000,
       MAX_WALKS = 1000000 };

struct witness { /* held while place waits for another lock */
    const struct lock_place *place;
    struct held_lock held;
};
struct order {
    uint32_t from, to; /* lock classes */
    struct witness w[MAX_WITNESSES];
    uint32_t n;
    uint32_t n_ops;    /* distinct lock calls, also those beyond MAX_WITNESSES */
    op_id last_op;
    gfunc_id last_func;
};
struct cycle {
    uint32_t n;
    const struct order *orders[MAX_LENGTH];
    const struct witness *w[MAX_LENGTH];
    enum confidence conf;
};
struct search {
    struct rule_context *ctx;
    struct lock_places *places;
    VEC(struct order) orders;
    VEC(struct witness) twins; /* one object's lock is held, another's of the same type taken */
    struct map index;   /* (from, to) to orders */
    VEC(struct cycle) found;
    struct scc scc;
    uint32_t steps, walks;
};

static enum confidence least(enum confidence a, enum confidence b)
{
    return a < b ? a : b;
}

/* ---- orders ---- */
static void add_witness(struct search *s, uint32_t from, struct witness w)
{
    uint64_t key = (uint64_t)from << 32 | w.place->class;
    uint32_t at;

    if (!map_get(&s->index, key, &at)) {
        at = s->orders.n;
        struct order o = {.from = from, .to = w.place->class};
        map_set(&s->index, key, at);
        vec_push(s->ctx->arena, &s->orders, o);
    }
    struct order *o = &s->orders.v[at];
    const struct lock_use *use = w.place->use;
    if (use->op.v != o->last_op.v || use->func.v != o->last_func.v)
        o->n_ops++;
    o->last_op = use->op;
    o->last_func = use->func;
    if (o->n < MAX_WITNESSES)
        o->w[o->n++] = w;
}

static bool can_order(const struct held_lock *h)
{
    return lock_is_held(h->states) && h->kind != LK_SEM && h->kind != LK_COND;
}

/* One object, whatever the call: a global record, an element by a constant. */
static bool is_named_object(const struct search *s, loc_id lock)
{
    const struct locs *l = flow_locs(s->ctx->flow);
    if (!loc_is_fixed(l, lock))
        return false;
    for (; lock.v; lock = loc_get(l, lock)->parent)
        if (loc_get(l, lock)->kind == LOC_ANY)
            return false;
    return true;
}

static void find_orders(struct search *s)
{
    struct locks *k = flow_locks(s->ctx->flow);
    for (uint32_t i = 0; i < s->places->n_acquires; i++) {
        const struct lock_place *p = &s->places->acquires[i];
        struct lockset set = lockset_get(k, p->use->held);
        if (p->use->lock_kind == LK_SEM)
            continue;
        for (uint32_t h = 0; h < set.n; h++) {
            uint32_t class = lock_class(shared_lock_uses(s->ctx), set.v[h].lock);
            bool is_twin = class == p->class && set.v[h].lock.v != p->use->lock.v;
            if (is_twin && can_order(&set.v[h]) && s->twins.n < MAX_TWINS &&
                is_named_object(s, set.v[h].lock) && is_named_object(s, p->use->lock))
                vec_push(s->ctx->arena, &s->twins, ((struct witness){p, set.v[h]}));
            if (can_order(&set.v[h]) && class && class != p->class)
                add_witness(s, class, (struct witness){p, set.v[h]});
        }
    }
}

static void find_components(struct search *s)
{
    struct arena *a = s->ctx->arena;
    uint32_t n = lock_class_count(shared_lock_uses(s->ctx)), at = 0;
    uint32_t *first = arena_array(a, uint32_t, n + 1);
    uint32_t *to = arena_array(a, uint32_t, s->orders.n + 1);

    for (uint32_t c = 0; c < n; c++) {
        first[c] = at;
        for (uint32_t i = 0; i < s->orders.n; i++)
            if (s->orders.v[i].from == c)
                to[at++] = s->orders.v[i].to;
    }
    first[n] = at;
    scc_find(a, n, first, to, &s->scc);
}

/* ---- can the edges of a cycle meet ---- */
static bool in_cycle(const struct cycle *c, uint32_t class)
{
    for (uint32_t i = 0; i < c->n; i++)
        if (c->orders[i]->from == class)
            return true;
    return false;
}

/* A lock that both hold, and not both as readers, keeps them apart. */
static bool has_gate(struct search *s, const struct cycle *c, const struct witness *a,
                     const struct witness *b)
{
    struct locks *k = flow_locks(s->ctx->flow);
    struct lock_uses *u = shared_lock_uses(s->ctx);
    struct lockset x = lockset_get(k, a->place->use->held);
    struct lockset y = lockset_get(k, b->place->use->held);

    for (uint32_t i = 0; i < x.n; i++) {
        uint32_t class = lock_class(u, x.v[i].lock);
        if (!class || !lock_is_held(x.v[i].states) || in_cycle(c, class))
            continue;
        for (uint32_t j = 0; j < y.n; j++)
            if (lock_is_held(y.v[j].states) && lock_class(u, y.v[j].lock) == class &&
                !(lock_is_shared(x.v[i].states) && lock_is_shared(y.v[j].states)))
                return true;
    }
    return false;
}

/* a waits for the lock that b holds: is it the same one, and do they exclude each other? */
static bool waits_for(struct search *s, const struct witness *a, const struct witness *b,
                      enum confidence *conf)
{
    if (a->place->use->effect == LOCKED_SHARED && lock_is_shared(b->held.states))
        return false;
    enum confidence c;
    if (!same_lock(s->ctx, a->place->class, a->place, a->place->use->lock, b->place, b->held.lock,
                   &c))
        return false;
    *conf = least(*conf, c);
    return true;
}

static bool fits(struct search *s, const struct cycle *c, uint32_t at, enum confidence *conf)
{
    const struct witness *w = c->w[at];

    if (w->place->use->weak)
        *conf = CONF_LOW;
    for (uint32_t i = 0; i < at; i++) {
        enum together t = places_together(s->ctx, w->place, c->w[i]->place);
        if (t == TOGETHER_NO || has_gate(s, c, w, c->w[i]))
            return false;
        if (t == TOGETHER_MAYBE)
            *conf = least(*conf, CONF_MEDIUM);
    }
    if (at && !waits_for(s, c->w[at - 1], w, conf))
        return false;
    return at + 1 < c->n || waits_for(s, w, c->w[0], conf);
}

/* The surest choice of one witness for each edge; depth is at most MAX_LENGTH. */
static void choose(struct search *s, struct cycle *c, uint32_t at, enum confidence conf,
                   struct cycle *best)
{
    if (at == c->n) {
        if (!best->n || conf > best->conf) {
            *best = *c;
            best->conf = conf;
        }
        return;
    }
    ASSERT(at < MAX_LENGTH);
    for (uint32_t i = 0; i < c->orders[at]->n && s->steps < MAX_STEPS; i++) {
        enum confidence now = conf;
        s->steps++;
        c->w[at] = &c->orders[at]->w[i];
        if (fits(s, c, at, &now) && (!best->n || now > best->conf))
            choose(s, c, at + 1, now, best);
    }
}

/* ---- cycles ---- */
static bool has_found_part(const struct search *s, const struct cycle *c)
{
    for (uint32_t f = 0; f < s->found.n; f++) {
        uint32_t shared = 0;
        for (uint32_t i = 0; i < c->n; i++)
            shared += in_cycle(&s->found.v[f], c->orders[i]->from);
        if (shared >= s->found.v[f].n)
            return true;
    }
    return false;
}

static void try_cycle(struct search *s, struct cycle *c)
{
    struct cycle best = {.n = 0};

    if (has_found_part(s, c) || s->found.n >= MAX_CYCLES)
        return;
    s->steps = 0;
    choose(s, c, 0, CONF_HIGH, &best);
    if (best.n)
        vec_push(s->ctx->arena, &s->found, best);
}

/* ---- two objects of one type ---- */
static bool is_swapped(const struct witness *a, const struct witness *b)
{
    return a->held.lock.v == b->place->use->lock.v && b->held.lock.v == a->place->use->lock.v;
}

/* The same call takes both orders: it compares the two, and takes the lesser one first. */
static bool is_chosen(const struct search *s, const struct witness *w)
{
    for (uint32_t i = 0; i < s->twins.n; i++) {
        const struct witness *x = &s->twins.v[i];
        if (is_swapped(x, w) && x->place->root.v == w->place->root.v &&
            x->place->use->via.v == w->place->use->via.v)
            return true;
    }
    return false;
}

/* transfer(&first, &second) in one thread, transfer(&second, &first) in another. */
static void try_twins(struct search *s, const struct witness *a, const struct witness *b)
{
    struct order *same = arena_new(s->ctx->arena, struct order);
    struct cycle c = {.n = 2, .orders = {same, same}, .w = {a, b}, .conf = CONF_HIGH};
    enum together t = places_together(s->ctx, a->place, b->place);

    same->from = same->to = a->place->class;
    ASSERT(a->place->class == b->place->class);

    if (t == TOGETHER_NO || has_gate(s, &c, a, b) || is_chosen(s, a) || is_chosen(s, b))
        return;
    if (t == TOGETHER_MAYBE)
        c.conf = CONF_MEDIUM;
    if (a->place->use->weak || b->place->use->weak)
        c.conf = CONF_LOW;
    vec_push(s->ctx->arena, &s->found, c);
}

static bool has_found_op(const struct search *s, const struct lock_use *use)
{
    for (uint32_t i = 0; i < s->found.n; i++)
        for (uint32_t k = 0; k < s->found.v[i].n; k++)
            if (s->found.v[i].w[k]->place->use->op.v == use->op.v &&
                s->found.v[i].w[k]->place->use->func.v == use->func.v)
                return true;
    return false;
}

static void search_twins(struct search *s)
{
    for (uint32_t i = 0; i < s->twins.n; i++)
        for (uint32_t k = i + 1; k < s->twins.n; k++)
            if (is_swapped(&s->twins.v[i], &s->twins.v[k]) &&
                !has_found_op(s, s->twins.v[i].place->use))
                try_twins(s, &s->twins.v[i], &s->twins.v[k]);
}

/* All ways of `want` edges from `start` back to it, over classes above it: each cycle once. */
static void extend(struct search *s, struct cycle *c, uint32_t start, uint32_t want)
{
    uint32_t last = c->n ? c->orders[c->n - 1]->to : start;

    ASSERT(want <= MAX_LENGTH && c->n < want);
    for (uint32_t i = 0; i < s->orders.n && s->walks++ < MAX_WALKS; i++) {
        const struct order *o = &s->orders.v[i];
        bool closes = c->n + 1 == want;
        if (o->from != last || (closes ? o->to != start : o->to <= start || in_cycle(c, o->to)) ||
            s->scc.comp[o->to] != s->scc.comp[start])
            continue;
        c->orders[c->n++] = o;
        if (closes)
            try_cycle(s, &(struct cycle){.n = c->n, .orders = {c->orders[0], c->orders[1],
                                                               c->orders[2], c->orders[3]}});
        else
            extend(s, c, start, want);
        c->n--;
    }
}

/* ---- words ---- */
static bool is_later(const struct spot *a, const struct spot *b)
{
    int order = strcmp(a->file, b->file);
    return order ? order > 0 : a->line > b->line;
}

/* The edge that fewest places use is most likely the wrong one; then the last in the text. */
static uint32_t odd_one(struct search *s, const struct cycle *c)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < c->n; i++) {
        struct spot x = lock_use_spot(s->ctx->flow, c->w[i]->place->use);
        struct spot y = lock_use_spot(s->ctx->flow, c->w[best]->place->use);
        uint32_t n = c->orders[i]->n_ops, m = c->orders[best]->n_ops;
        if (n < m || (n == m && is_later(&x, &y)))
            best = i;
    }
    return best;
}

static const char *held_name(struct search *s, const struct witness *w)
{
    return place_lock_name(s->ctx, w->place, w->held.lock);
}

static void add_sides(struct search *s, const struct cycle *c, uint32_t odd, struct finding *f)
{
    struct side *sides = arena_array(s->ctx->arena, struct side, MAX_LENGTH);

    for (uint32_t i = 1; i < c->n; i++) {
        const struct witness *w = c->w[(odd + i) % c->n];
        const char *what = arena_printf(
            s->ctx->arena, "here %s is held while %s is waited for", held_name(s, w),
            place_lock_name(s->ctx, w->place, w->place->use->lock));
        sides[f->n_sides++] = place_side(s->ctx, w->place, what);
    }
    f->sides = sides;
}

static void report(struct search *s, const struct cycle *c)
{
    struct arena *a = s->ctx->arena;
    uint32_t odd = odd_one(s, c);
    const struct witness *w = c->w[odd];
    const char *lock = place_lock_name(s->ctx, w->place, w->place->use->lock);
    struct finding f = {
        .rule = "CA205",
        .level = LEVEL_WARNING,
        .confidence = c->conf,
        .at = lock_use_spot(s->ctx->flow, w->place->use),
        .entity = lock,
        .intro = arena_printf(a, "runs in %s", strand_words(s->ctx, w->place)),
        .worst_ms = -1,
        .help = "take the locks in one order everywhere, or release the first before the second is "
                "taken; where the order cannot be kept, use a trylock and back off"};

    f.message = arena_printf(a, "%s is taken while %s is held, and elsewhere in the other order: "
                                "the threads can wait for each other for ever",
                             lock, held_name(s, w));
    if (c->n > 2)
        f.message = arena_printf(a, "%s is taken while %s is held, which closes a cycle of %u "
                                    "locks: the threads can wait for each other for ever",
                                 lock, held_name(s, w), c->n);
    f.steps = lock_use_steps(a, shared_lock_uses(s->ctx), w->place->root, w->place->use,
                             &f.n_steps);
    add_sides(s, c, odd, &f);
    vec_push(a, &s->ctx->out->list, f);
}

void rule_lock_order_cycle(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx, .places = shared_lock_places(ctx)};
    uint32_t n_classes;

    map_init(&s.index, ctx->arena);
    find_orders(&s);
    n_classes = lock_class_count(shared_lock_uses(ctx));
    find_components(&s);
    for (uint32_t length = 2; length <= MAX_LENGTH; length++) {
        for (uint32_t start = 1; start < n_classes; start++) {
            uint32_t comp = s.scc.comp[start];
            if (s.scc.first[comp + 1] - s.scc.first[comp] < length)
                continue;
            extend(&s, &(struct cycle){.n = 0}, start, length);
        }
    }
    search_twins(&s);
    for (uint32_t i = 0; i < s.found.n; i++)
        report(&s, &s.found.v[i]);
}
