/*
 * The pairs of one variable. Cheap questions first: kinds, strands, locks; then what is shared,
 * what the names mean, and the order of the two places. The pair that is reported is the surest;
 * among equals the one where a site lacks the lock that the others hold.
 */
#include "domains/races_internal.h"

#include <string.h>

enum guarding { GUARD_NONE, GUARD_MAYBE, GUARD_SURE };

/* ---- locks ---- */
/* Is the lock in the record that is accessed? */
static bool is_beside(const struct finder *f, const struct event *e, loc_id lock)
{
    const struct loc *o = loc_get(f->locs, lock);
    return o->kind == LOC_FIELD && o->depth > 1 &&
           loc_has_prefix(f->locs, e->access->loc, o->parent);
}

/* Optimistic: two derived names of one field can be the same lock. But a lock in the record that is
 * accessed is none in another record. */
static bool is_same_lock(struct finder *f, const struct event *a, const struct event *b, loc_id x,
                         loc_id y)
{
    if (x.v == y.v && loc_is_fixed(f->locs, x))
        return true;
    if (escape_surely_other(f->escapes, a->named_in, x, b->named_in, y, a->strand == b->strand))
        return false;
    if (loc_same_given(f->locs, a->access->loc, b->access->loc, x, y))
        return true;
    return loc_may_alias(f->locs, x, y);
}

/* The reader's side of a rwlock is enough for who only reads. */
static bool is_enough(const struct event *e, const struct held_lock *h)
{
    return !access_writes(e->access) || h->states != LOCKED_SHARED;
}

static enum guarding guarding(struct finder *f, const struct event *a, const struct event *b)
{
    struct lockset x = lockset_get(f->locks, a->held), y = lockset_get(f->locks, b->held);
    enum guarding best = GUARD_NONE;

    if (lockset_is_vague(f->locks, a->held) || lockset_is_vague(f->locks, b->held))
        return GUARD_SURE;
    for (uint32_t i = 0; i < x.n; i++)
        for (uint32_t j = 0; j < y.n && lock_maybe_held(x.v[i].states); j++) {
            if (!lock_maybe_held(y.v[j].states) || !is_enough(a, &x.v[i]) ||
                !is_enough(b, &y.v[j]) ||
                (races_is_stripe(f, a, &x.v[i]) && races_is_stripe(f, b, &y.v[j])) ||
                !is_same_lock(f, a, b, x.v[i].lock, y.v[j].lock))
                continue;
            if (lock_is_held(x.v[i].states) && lock_is_held(y.v[j].states))
                return GUARD_SURE;
            best = GUARD_MAYBE;
        }
    return best;
}

/* ---- the two places ---- */
void races_chain(struct finder *f, struct event *e)
{
    site_id *chain = arena_array(f->out_arena, site_id, RACE_CHAIN);
    const struct held_walk *w = f->walks.v[e->walk];

    if (e->chain)
        return;
    e->n_chain = held_chain(w, e->visit, chain, RACE_CHAIN);
    e->n_chain += access_chain(f->accesses, e->access, chain + e->n_chain,
                               RACE_CHAIN - e->n_chain);
    e->chain = chain;
}

static struct moment moment_of(struct finder *f, struct event *e)
{
    races_chain(f, e);
    if (!e->running)
        e->running = arena_new(f->arena, struct running);
    return (struct moment){.strand = e->strand, .calls = e->chain, .n_calls = e->n_chain,
                           .func = e->access->func, .op = e->access->op,
                           .running = e->running};
}

static enum share share_of(struct finder *f, struct event *e)
{
    if (!e->has_share) {
        e->share = escape_is_thread_local(f->escapes, e->named_in, e->access->loc)
                       ? SHARE_PRIVATE
                       : escape_share(f->escapes, e->named_in, e->access->loc);
        e->has_share = true;
    }
    return (enum share)e->share;
}

static bool is_signal_flag(const struct finder *f, const struct event *e)
{
    const struct unit *u = program_unit(f->flow->program, e->access->func);
    return e->access->type.v &&
           !strcmp(unit_str(u, u->types[e->access->type.v].name), "sig_atomic_t");
}

static bool is_signal_pair(const struct finder *f, const struct event *a, const struct event *b)
{
    return f->parallel->strands[a->strand].kind == STRAND_SIGNAL ||
           f->parallel->strands[b->strand].kind == STRAND_SIGNAL;
}

gfunc_id races_root(const struct finder *f, const struct event *e)
{
    const struct held_walk *w = f->walks.v[e->walk];
    uint32_t at = e->visit;
    while (w->visits.v[at].parent != UINT32_MAX)
        at = w->visits.v[at].parent;
    return w->visits.v[at].func;
}

/* The callback that ends a job, and the job: callbacks are entries of their own, on any strand. */
static bool is_completion(const struct finder *f, const struct event *a, const struct event *b)
{
    const struct domains *d = f->domains;
    gfunc_id x = races_root(f, a), y = races_root(f, b);

    for (uint32_t i = 0; i < d->n && x.v != y.v; i++)
        for (uint32_t j = 0; d->entries[i].func.v == x.v && j < d->n; j++)
            if (d->entries[j].func.v == y.v && parallel_is_completion(d, i, j))
                return true;
    return false;
}

/* The op of the event that lies in func: the access, or a call that leads to it; 0: none. */
static op_id op_in(struct finder *f, struct event *e, gfunc_id func)
{
    const struct program *p = f->flow->program;
    races_chain(f, e);
    for (uint32_t i = 0; i < e->n_chain; i++)
        if (p->sites[e->chain[i].v].caller.v == func.v)
            return p->sites[e->chain[i].v].op;
    return (op_id){e->access->func.v == func.v ? e->access->op.v : 0};
}

/* The creator fills the record that it then gives to a thread of its own: a is before the
 * creation, and b the thread's use of its argument. */
static bool is_filled_before(struct finder *f, struct event *a, struct event *b)
{
    const struct strand *t = &f->parallel->strands[b->strand];
    if (a->strand == b->strand || !t->n_creations || !races_is_param(f, b->access->loc))
        return false;
    for (uint32_t i = 0; i < t->n_creations; i++) {
        const struct site *s = &f->flow->program->sites[t->creations[i].site.v];
        op_id op = op_in(f, a, s->caller);
        if (!op.v || op.v > s->op.v || !escape_gives_own(f->escapes, t->creations[i].inner))
            return false;
    }
    return true;
}

/* ---- which lock most of them hold ---- */
static uint64_t lock_class(const struct finder *f, loc_id lock)
{
    if (loc_is_fixed(f->locs, lock))
        return lock.v;
    gfield_id field = loc_last_field(f->locs, lock);
    return UINT64_C(1) << 40 | (field.v ? field.v : UINT64_C(1) << 36 | lock.v);
}

static bool is_first_at_place(const struct bucket *b, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (b->events.v[k].access->func.v == b->events.v[i].access->func.v &&
            b->events.v[k].access->op.v == b->events.v[i].access->op.v)
            return false;
    return true;
}

/* A lock in the record that is accessed is a class of its own. */
static uint64_t class_of(const struct finder *f, const struct event *e, loc_id lock)
{
    if (is_beside(f, e, lock))
        return UINT64_C(1) << 50 | loc_get(f->locs, lock)->id;
    return lock_class(f, lock);
}

static bool holds_class(struct finder *f, const struct event *e, uint64_t class)
{
    struct lockset s = lockset_get(f->locks, e->held);
    for (uint32_t i = 0; i < s.n; i++)
        if (s.v[i].lock.v && lock_is_held(s.v[i].states) &&
            class_of(f, e, s.v[i].lock) == class)
            return true;
    return false;
}

static struct guard main_guard(struct finder *f, const struct bucket *b, uint32_t *n_sites)
{
    struct arena scratch;
    struct map index;
    VEC(struct guard) all = {0};
    struct guard best = {.n = 0};

    arena_init(&scratch);
    map_init(&index, &scratch);
    *n_sites = 0;
    for (uint32_t i = 0; i < b->events.n; i++) {
        struct lockset s = lockset_get(f->locks, b->events.v[i].held);
        if (!is_first_at_place(b, i))
            continue;
        ++*n_sites;
        for (uint32_t k = 0; k < s.n; k++) {
            uint32_t at = all.n;
            if (!s.v[k].lock.v || !lock_is_held(s.v[k].states))
                continue;
            uint64_t class = class_of(f, &b->events.v[i], s.v[k].lock);
            if (map_put_new(&index, class, at)) {
                struct guard g = {.lock = s.v[k].lock, .in = b->events.v[i].named_in,
                                  .class = class};
                vec_push(&scratch, &all, g);
            }
            (void)map_get(&index, class, &at);
            all.v[at].n++;
        }
    }
    for (uint32_t i = 0; i < all.n; i++)
        if (all.v[i].n > best.n)
            best = all.v[i];
    if (best.n * 2 <= *n_sites && best.n < 3)
        best = (struct guard){.n = 0};
    best.of = *n_sites;
    arena_release(&scratch);
    return best;
}

static bool lacks_guard(struct finder *f, const struct event *e, const struct guard *g)
{
    return g->n > 0 && !holds_class(f, e, g->class);
}

/* One site without any lock, against others that nearly all hold the same one. */
static bool is_against(struct finder *f, const struct event *a, const struct event *b,
                       const struct guard *g)
{
    return g->n >= 2 && g->n * 3 >= g->of * 2 && lacks_guard(f, a, g) && !lacks_guard(f, b, g) &&
           !lockset_any_held(f->locks, a->held);
}

/* One side has taken the object out of a list: the other one is done with it, unless it is the one
 * that has put it there and still goes on, without a lock. */
static bool is_taken_from(const struct finder *f, const struct event *a, const struct event *b)
{
    bool x = a->access->flags & ACCESS_TAKEN, y = b->access->flags & ACCESS_TAKEN;
    const struct event *other = x ? b : a;

    if (!x && !y)
        return false;
    return (x && y) || !(other->access->flags & ACCESS_OUT) ||
           lockset_any_held(f->locks, other->held);
}

/* ---- one pair ---- */
static bool can_conflict(const struct finder *f, const struct event *a, const struct event *b)
{
    if (!access_writes(a->access) && !access_writes(b->access))
        return false;
    if (access_is_atomic(a->access) && access_is_atomic(b->access))
        return false;
    if (a->access->part.v != b->access->part.v &&
        !(access_writes(a->access) && access_writes(b->access)))
        return false; /* bits beside those that are written keep their values */
    if (parallel_strands(f->parallel, a->strand, b->strand) == TOGETHER_NO)
        return false;
    if (is_signal_pair(f, a, b) && is_signal_flag(f, a))
        return false;
    if (races_is_lock_word(f, a->access->loc) || races_is_lock_word(f, b->access->loc))
        return false;
    if (a->access->flags & b->access->flags & ACCESS_SLOT)
        return false;
    if (is_taken_from(f, a, b))
        return false;
    return !loc_is_fixed(f->locs, a->access->loc) || !loc_is_fixed(f->locs, b->access->loc) ||
           loc_may_alias(f->locs, a->access->loc, b->access->loc);
}

static bool try_pair(struct finder *f, struct event *a, struct event *b, const struct guard *main,
                     struct race *out)
{
    enum guarding g = guarding(f, a, b);

    *out = (struct race){.only_maybe = g == GUARD_MAYBE};
    if (g == GUARD_SURE || is_completion(f, a, b))
        return false;
    if (share_of(f, a) == SHARE_PRIVATE || share_of(f, b) == SHARE_PRIVATE)
        return false;
    out->alias = escape_alias(f->escapes, a->named_in, a->access->loc, b->named_in,
                              b->access->loc, a->strand == b->strand);
    if (out->alias == ALIAS_NO)
        return false;
    if (is_filled_before(f, a, b) || is_filled_before(f, b, a) || races_handed_over(f, a, b) ||
        races_take_turns(f, a, b))
        return false;
    struct moment x = moment_of(f, a), y = moment_of(f, b);
    out->together = parallel_at(f->parallel, &x, &y);
    if (out->together == TOGETHER_NO)
        return false;
    if (!races_is_feasible(f, a) || !races_is_feasible(f, b))
        return false;
    out->is_start_up = races_phase(f, a) != RACE_RUNNING || races_phase(f, b) != RACE_RUNNING ||
                       races_before_creation(f, a, b) || races_before_creation(f, b, a);
    out->is_against_guard = is_against(f, a, b, main) || is_against(f, b, a, main);
    out->is_mixed = access_is_atomic(a->access) != access_is_atomic(b->access);
    out->is_striped = races_under_stripe(f, a) && races_under_stripe(f, b);
    out->conf = races_confidence(f, out, a, b);
    return true;
}

/* ---- the choice ---- */
struct rated { /* compared from the first to the last */
    uint32_t conf, lacks, contrast, writes;
    const struct access *place;
};

static bool comes_before(const struct access *a, const struct access *b)
{
    return a->func.v != b->func.v ? a->func.v < b->func.v : a->op.v < b->op.v;
}

/* Is a the side where the finding belongs? Without the lock, else the write, else the first. */
static bool is_primary(struct finder *f, const struct event *a, const struct event *b,
                       const struct guard *g)
{
    bool sa = f->parallel->strands[a->strand].kind == STRAND_SIGNAL;
    bool sb = f->parallel->strands[b->strand].kind == STRAND_SIGNAL;
    if (sa != sb)
        return sb;
    bool la = lacks_guard(f, a, g), lb = lacks_guard(f, b, g);
    bool ha = lockset_any_held(f->locks, a->held), hb = lockset_any_held(f->locks, b->held);
    if (la != lb)
        return la;
    if (ha != hb)
        return hb;
    if (access_is_atomic(a->access) != access_is_atomic(b->access))
        return access_is_atomic(b->access);
    if (access_writes(a->access) != access_writes(b->access))
        return access_writes(a->access);
    return comes_before(a->access, b->access);
}

static bool is_better(const struct rated *a, const struct rated *b)
{
    if (a->conf != b->conf)
        return a->conf > b->conf;
    if (a->lacks != b->lacks)
        return a->lacks > b->lacks;
    if (a->contrast != b->contrast)
        return a->contrast > b->contrast;
    if (a->writes != b->writes)
        return a->writes > b->writes;
    return comes_before(a->place, b->place);
}

static struct rated rate(struct finder *f, const struct race *r, const struct event *a,
                         const struct event *b, const struct guard *g)
{
    struct rated out = {.conf = r->conf, .place = a->access};
    out.lacks = lacks_guard(f, a, g);
    out.contrast = lockset_any_held(f->locks, b->held);
    out.writes = access_writes(a->access);
    return out;
}

static struct race_side side_of(struct finder *f, struct event *e)
{
    const struct held_walk *w = f->walks.v[e->walk];
    uint32_t start = e->visit;
    races_chain(f, e);
    while (w->visits.v[start].parent != UINT32_MAX)
        start = w->visits.v[start].parent;
    return (struct race_side){.access = e->access, .named_in = e->named_in, .strand = e->strand,
                              .held = e->held, .root = w->visits.v[start].func,
                              .chain = e->chain, .n_chain = e->n_chain,
                              .share = (enum share)e->share};
}

static bool is_polled_flag(const struct bucket *b)
{
    bool written = false;
    for (uint32_t i = 0; i < b->events.n; i++) {
        const struct access *x = b->events.v[i].access;
        if (access_writes(x))
            written = true;
        if (x->kind == ACCESS_FREE || (x->kind == ACCESS_READ && !(x->flags & ACCESS_TESTED)) ||
            (x->kind == ACCESS_WRITE &&
             (!(x->flags & ACCESS_CONST) || (x->flags & ACCESS_COMPOUND))))
            return false;
    }
    return written;
}

void races_judge(struct finder *f, struct bucket *b)
{
    uint32_t n_sites, pairs = 0, questions = 0, n_found = 0;
    struct guard g = main_guard(f, b, &n_sites);
    struct rated best = {0};
    struct race race = {0};

    for (uint32_t i = 0; i < b->events.n; i++)
        for (uint32_t j = i; j < b->events.n && pairs < MAX_PAIRS; j++, pairs++) {
            struct event *x = &b->events.v[i], *y = &b->events.v[j];
            struct race r;
            if (!can_conflict(f, x, y) || questions >= MAX_QUESTIONS)
                continue;
            questions++;
            if (!try_pair(f, x, y, &g, &r))
                continue;
            n_found++;
            bool swap = !is_primary(f, x, y, &g) && i != j;
            struct event *first = swap ? y : x, *second = swap ? x : y;
            struct rated now = rate(f, &r, first, second, &g);
            if (best.place && !is_better(&now, &best))
                continue;
            best = now;
            race = r;
            race.a = side_of(f, first);
            race.b = side_of(f, second);
        }
    if (!best.place)
        return;
    race.guard = g.lock;
    race.guard_in = g.in;
    race.n_guarded = g.n;
    race.n_sites = n_sites;
    race.n_pairs = n_found - 1;
    race.is_flag = is_polled_flag(b);
    vec_push(f->out_arena, &f->out->list, race);
}
