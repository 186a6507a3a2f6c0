/*
 * How sure a pair is: the one place that says so. Four things must hold for a race to be one, and
 * each of them is known to some degree:
 *
 *  - The object. Proved: a variable, a field of one, or what one global pointer or the argument of
 *    all threads leads to. Likely: an element of a global array by an index that is not known.
 *    Assumed: the same field of two records that perhaps never meet: list nodes, connections,
 *    what came out of a container or through void *.
 *  - The time. Proved by the order of creations and joins; assumed for callbacks whose loop cannot
 *    be told (also those of a loop written by hand: a table of many functions that both threads go
 *    through), for a library's callers, for a thread function that calls what it was given.
 *  - The way to the access. Certain through direct calls and pointers with few targets, likely
 *    through one table of functions, assumed through two, or through code that did not parse.
 *  - The locks. Sure, or held on some ways only.
 *
 * Each likely one is a doubt, each assumed one two: none is high, one is medium, more are low. A
 * program that keeps to one lock at most places of a variable, and not at this one, says itself
 * that the object is shared and the time is there: that takes a doubt away. What is no one's
 * concern is low whatever else is known: start-up, creation and destruction, the end of the
 * process.
 */
#include "domains/races_internal.h"

enum { MANY_TARGETS = 8, ASSUMED = 2 };

/* Held on some ways only because nobody looked whether trylock got it. */
static bool is_unchecked(struct finder *f, const struct event *e)
{
    struct lockset s = lockset_get(f->locks, e->access->locks);
    struct lock_events ops = lock_events(f->locks, e->access->func);

    for (uint32_t i = 0; i < s.n; i++)
        for (uint32_t k = 0; k < ops.n; k++)
            if (ops.v[k].lock.v == s.v[i].lock.v && ops.v[k].conditional &&
                !lock_is_held(s.v[i].states))
                return true;
    return false;
}

static bool has_doubt(struct finder *f, const struct event *e)
{
    struct lockset s = lockset_get(f->locks, e->held);
    for (uint32_t i = 0; i < s.n; i++)
        if (lock_maybe_held(s.v[i].states) && !lock_is_held(s.v[i].states))
            return true;
    return false;
}

/* The handler only reads, or only sets a flag: torn values apart, nothing is lost. */
static bool is_mild_signal(const struct finder *f, const struct event *a, const struct event *b)
{
    bool sa = f->parallel->strands[a->strand].kind == STRAND_SIGNAL;
    const struct access *handler = sa ? a->access : b->access;
    if (!sa && f->parallel->strands[b->strand].kind != STRAND_SIGNAL)
        return false;
    return !access_writes(handler) || (handler->flags & ACCESS_CONST);
}

/* What only the first call does has been done by main() long before a signal comes. */
static bool is_early(struct finder *f, struct event *e)
{
    const struct program *p = f->flow->program;
    bool is_mains = false;

    for (uint32_t i = 0; i < f->parallel->n && f->parallel->strands[i].kind == STRAND_MAIN; i++)
        is_mains |= parallel_runs(f->parallel, i, e->access->func);
    races_chain(f, e);
    for (uint32_t i = 0; is_mains && i <= e->n_chain; i++) {
        gfunc_id func = i < e->n_chain ? p->sites[e->chain[i].v].caller : e->access->func;
        op_id op = i < e->n_chain ? p->sites[e->chain[i].v].op : e->access->op;
        if (is_first_time_only(f->flow, func, op))
            return true;
    }
    return false;
}

static bool is_early_signal(struct finder *f, struct event *a, struct event *b)
{
    bool sa = f->parallel->strands[a->strand].kind == STRAND_SIGNAL;
    bool sb = f->parallel->strands[b->strand].kind == STRAND_SIGNAL;
    return (sa && is_early(f, a)) || (sb && is_early(f, b));
}

/* A thread function that calls what it was given: its instances may each be given another. */
static bool is_by_trampoline(struct finder *f, struct event *a, struct event *b)
{
    const struct program *p = f->flow->program;
    if (a->strand != b->strand)
        return false;
    races_chain(f, a);
    races_chain(f, b);
    for (uint32_t i = 0; i < a->n_chain + b->n_chain; i++) {
        site_id site = i < a->n_chain ? a->chain[i] : b->chain[i - a->n_chain];
        if (!p->sites[site.v].callee.v && p->sites[site.v].n_edges > 1 &&
            site.v != f->parallel->strands[a->strand].start.v)
            return true;
    }
    return false;
}

/* A callback whose loop cannot be told, and that may as well be on the other side's loop. */
static bool is_stray(const struct finder *f, const struct event *e, const struct event *other)
{
    const struct strand *s = &f->parallel->strands[other->strand];
    gfunc_id root = races_root(f, e);

    for (uint32_t i = 1; i < s->n_roots; i++)
        if (s->roots[i].v == root.v)
            return f->parallel->order->made->is_stray[root.v];
    return false;
}

static bool is_from_outside(const struct finder *f, const struct event *e)
{
    return f->parallel->strands[e->strand].kind == STRAND_OUTSIDE;
}

/* Behind a pointer that each thread has of its own? */
static bool is_behind_thread_local(const struct finder *f, const struct event *e)
{
    const struct loc *root = loc_get(f->locs, loc_get(f->locs, e->access->loc)->root);
    return root->kind == LOC_GLOBAL &&
           (f->flow->program->syms[root->id].flags & SYM_THREAD_LOCAL);
}

/* ---- the four ---- */
static uint32_t doubts_of_object(const struct finder *f, const struct race *r,
                                 const struct event *a, const struct event *b)
{
    enum share least = a->share < b->share ? (enum share)a->share : (enum share)b->share;

    if (r->alias == ALIAS_UNKNOWN || least == SHARE_UNKNOWN)
        return 2 * ASSUMED;
    if (is_behind_thread_local(f, a) && is_behind_thread_local(f, b))
        return ASSUMED + 1;
    if (r->alias == ALIAS_SAME && least == SHARE_ONE)
        return 0;
    if (r->alias == ALIAS_SAME ||
        (loc_is_fixed(f->locs, a->access->loc) && loc_is_fixed(f->locs, b->access->loc)))
        return 1;
    return ASSUMED;
}

/* Did a come through a table of many functions, by way of code that runs in b's strand too? Each of
 * the functions has its own loop or queue, and a's may be the other strand's. */
static bool is_dispatched_for(struct finder *f, struct event *a, const struct event *b)
{
    const struct program *p = f->flow->program;

    races_chain(f, a);
    for (uint32_t i = 0; i < a->n_chain && a->strand != b->strand; i++) {
        const struct site *s = &p->sites[a->chain[i].v];
        if (!s->callee.v && s->n_edges > MANY_TARGETS &&
            parallel_runs(f->parallel, b->strand, s->caller))
            return true;
    }
    return false;
}

static uint32_t doubts_of_time(struct finder *f, const struct race *r, struct event *a,
                               struct event *b)
{
    bool is_vague = r->together == TOGETHER_MAYBE || is_stray(f, a, b) || is_stray(f, b, a) ||
                    is_from_outside(f, a) || is_from_outside(f, b) || is_by_trampoline(f, a, b) ||
                    is_dispatched_for(f, a, b) || is_dispatched_for(f, b, a);
    return is_vague ? ASSUMED : 0;
}

/* Calls through tables of functions on the way. */
static uint32_t doubts_of_way(struct finder *f, struct event *e)
{
    const struct program *p = f->flow->program;
    uint32_t n = 0;

    ASSERT(e->access);
    if (e->weak || (e->access->flags & ACCESS_WEAK))
        return 2 * ASSUMED;
    races_chain(f, e);
    for (uint32_t i = 0; i < e->n_chain && n < ASSUMED; i++)
        n += !p->sites[e->chain[i].v].callee.v && p->sites[e->chain[i].v].n_edges > MANY_TARGETS;
    return n;
}

static uint32_t doubts_of_locks(struct finder *f, const struct race *r, struct event *a,
                                struct event *b)
{
    bool is_open = is_unchecked(f, a) || is_unchecked(f, b); /* nobody looked */

    if ((has_doubt(f, a) && !is_unchecked(f, a)) || (has_doubt(f, b) && !is_unchecked(f, b)))
        return 2 * ASSUMED;
    if (r->only_maybe)
        return is_open ? 1 : 2 * ASSUMED;
    /* the index may be the same for a reason that is not seen */
    return r->is_striped;
}

/* Is one of the two where the lock that the other one holds is made or destroyed? */
static bool is_lifetime(struct finder *f, struct event *a, const struct event *b)
{
    struct lockset s = lockset_get(f->locks, b->held);

    for (uint32_t i = 0; i < s.n; i++)
        if (s.v[i].lock.v && lock_is_held(s.v[i].states) &&
            races_is_lifetime(f, a, s.v[i].lock))
            return true;
    return false;
}

enum confidence races_confidence(struct finder *f, const struct race *r, struct event *a,
                                 struct event *b)
{
    uint32_t way_a = doubts_of_way(f, a), way_b = doubts_of_way(f, b);
    uint32_t doubts = doubts_of_object(f, r, a, b) + doubts_of_time(f, r, a, b) +
                      doubts_of_locks(f, r, a, b) + (way_a > way_b ? way_a : way_b);

    ASSERT(a->has_share && b->has_share);
    if (a->access->kind == ACCESS_FREE || b->access->kind == ACCESS_FREE)
        doubts += ASSUMED; /* who frees is often the last that has it */
    if (r->is_against_guard && doubts)
        doubts--;
    if (r->is_start_up || is_mild_signal(f, a, b) || is_early_signal(f, a, b))
        return CONF_LOW;
    if (doubts >= ASSUMED)
        return CONF_LOW;
    if (is_lifetime(f, a, b) || is_lifetime(f, b, a))
        return CONF_LOW;
    return doubts ? CONF_MEDIUM : CONF_HIGH;
}
