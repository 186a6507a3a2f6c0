/*
 * Sets of locks with their possible states, interned, so that the data flow compares ids. Doing an
 * effect after a state is one table of 6 x 6: taking a lock that the caller may hold gives
 * LOCKED_EXCL relative to the caller; releasing it again gives back what the caller had.
 */
#include <stdlib.h>
#include <string.h>

#include "flow/lockstate_table.h"

struct draft {
    struct held_lock v[LOCKS_IN_SET + 1];
    uint32_t n;
    bool is_vague;
};

/* ---- interning ---- */
lockset_id lockset_intern(struct locks *k, const struct held_lock *v, uint32_t n)
{
    if (n == 0)
        return (lockset_id){0};
    uint64_t h = n;
    uint32_t at;
    for (uint32_t i = 0; i < n; i++)
        h = hash_mix(h, (uint64_t)v[i].lock.v << 16 | v[i].states << 8 | v[i].kind);
    while (map_get(&k->index, h, &at)) {
        const struct lockset *s = &k->sets.v[at];
        bool same = s->n == n;
        for (uint32_t i = 0; same && i < n; i++)
            same = s->v[i].lock.v == v[i].lock.v && s->v[i].states == v[i].states;
        if (same)
            return (lockset_id){at};
        h = hash_mix(h, 1);
    }
    struct held_lock *copy = arena_array(k->arena, struct held_lock, n);
    memcpy(copy, v, n * sizeof *v);
    at = k->sets.n;
    map_set(&k->index, h, at);
    vec_push(k->arena, &k->sets, ((struct lockset){.v = copy, .n = n}));
    return (lockset_id){at};
}

struct lockset lockset_get(const struct locks *k, lockset_id id)
{
    ASSERT(id.v < k->sets.n);
    return k->sets.v[id.v];
}

bool lockset_is_vague(const struct locks *k, lockset_id id)
{
    struct lockset s = lockset_get(k, id);
    return s.n && !s.v[0].lock.v;
}

static void draft_of(const struct locks *k, lockset_id id, struct draft *d)
{
    struct lockset s = lockset_get(k, id);
    d->is_vague = lockset_is_vague(k, id);
    ASSERT(s.n - d->is_vague <= LOCKS_IN_SET);
    d->n = s.n - d->is_vague;
    if (d->n)
        memcpy(d->v, s.v + d->is_vague, d->n * sizeof *d->v);
}

static struct held_lock *draft_find(struct draft *d, loc_id lock)
{
    for (uint32_t i = 0; i < d->n; i++)
        if (d->v[i].lock.v == lock.v)
            return &d->v[i];
    return NULL;
}

static void draft_set(struct draft *d, loc_id lock, uint8_t states, uint8_t kind)
{
    struct held_lock *h = draft_find(d, lock);
    if (h) {
        h->states = states;
    } else if (d->n == LOCKS_IN_SET) {
        d->is_vague = true;
    } else {
        d->v[d->n++] = (struct held_lock){.lock = lock, .states = states, .kind = kind};
    }
}

static int by_lock(const void *a, const void *b)
{
    const struct held_lock *x = a, *y = b;
    return (x->lock.v > y->lock.v) - (x->lock.v < y->lock.v);
}

static lockset_id draft_done(struct locks *k, const struct draft *d)
{
    struct held_lock out[LOCKS_IN_SET + 1];
    uint32_t n = 0;

    if (d->is_vague)
        out[n++] = (struct held_lock){.states = STATES_ALL};
    for (uint32_t i = 0; i < d->n; i++)
        if (d->v[i].states != LOCKED_ENTRY)
            out[n++] = d->v[i];
    bool is_sorted = true;
    for (uint32_t i = 1; i < n && is_sorted; i++)
        is_sorted = out[i - 1].lock.v < out[i].lock.v;
    if (!is_sorted)
        qsort(out, n, sizeof *out, by_lock);
    return lockset_intern(k, out, n);
}

/* ---- states ---- */
static uint8_t compose_one(uint8_t before, uint8_t effect)
{
    bool is_free = before == LOCKED_ENTRY || before == LOCKED_FREED;
    switch (effect) {
    case LOCKED_ENTRY:
        return before;
    case LOCKED_EXCL:
        if (is_free)
            return before == LOCKED_ENTRY ? LOCKED_EXCL : LOCKED_AGAIN;
        return before == LOCKED_SHARED ? LOCKED_EXCL : LOCKED_DEEP;
    case LOCKED_SHARED:
        return is_free ? LOCKED_SHARED : before;
    case LOCKED_DEEP:
        return LOCKED_DEEP;
    case LOCKED_FREED:
        if (before == LOCKED_DEEP)
            return LOCKED_EXCL;
        return before == LOCKED_EXCL || before == LOCKED_SHARED ? LOCKED_ENTRY : LOCKED_FREED;
    default: /* LOCKED_AGAIN: released and taken again */
        return is_free ? LOCKED_AGAIN : before;
    }
}

uint8_t compose_states(uint8_t before, uint8_t effect)
{
    uint8_t out = 0;
    for (uint8_t e = 1; e < STATES_ALL; e = (uint8_t)(e << 1))
        for (uint8_t b = 1; (effect & e) && b < STATES_ALL; b = (uint8_t)(b << 1))
            if (before & b)
                out |= compose_one(b, e);
    return out;
}

uint8_t lockset_state(const struct locks *k, lockset_id set, loc_id lock)
{
    struct lockset s = lockset_get(k, set);
    uint32_t low = 0, high = s.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s.v[middle].lock.v < lock.v)
            low = middle + 1;
        else
            high = middle;
    }
    return low < s.n && s.v[low].lock.v == lock.v ? s.v[low].states : LOCKED_ENTRY;
}

bool lockset_any_held(const struct locks *k, lockset_id set)
{
    struct lockset s = lockset_get(k, set);
    for (uint32_t i = 0; i < s.n; i++)
        if (s.v[i].lock.v && lock_is_held(s.v[i].states))
            return true;
    return false;
}

/* ---- joins and composition ---- */
lockset_id lockset_join(struct locks *k, lockset_id a, lockset_id b)
{
    struct draft d;
    struct lockset other = lockset_get(k, b);

    if (a.v == b.v)
        return a;
    draft_of(k, a, &d);
    for (uint32_t i = 0; i < d.n; i++)
        d.v[i].states |= lockset_state(k, b, d.v[i].lock);
    for (uint32_t i = 0; i < other.n; i++) {
        if (!other.v[i].lock.v)
            d.is_vague = true;
        else if (!draft_find(&d, other.v[i].lock))
            draft_set(&d, other.v[i].lock, other.v[i].states | LOCKED_ENTRY, other.v[i].kind);
    }
    return draft_done(k, &d);
}

/* The lock is named through a local that has several values: is held one of those? */
static bool is_value_of(const struct locks *k, loc_id lock, loc_id held)
{
    const struct loc *root = loc_get(k->locs, loc_get(k->locs, lock)->root);
    if (root->kind != LOC_LOCAL)
        return false;
    const struct func_shape *s = flow_shape(k->flow, root->func);
    loc_id object = loc_select(k->locs, loc_get(k->locs, lock)->root, LOC_DEREF, 0, 0);
    if (!loc_has_prefix(k->locs, lock, object))
        return false;
    for (uint32_t i = s->store_first[root->id]; i < s->store_first[root->id + 1]; i++) {
        loc_id value = loc_pointee(k->locs, loc_of_val(k->locs, root->func,
                                                       s->unit->ops[s->stores[i].v].val,
                                                       s->stores[i]));
        if (value.v && loc_rebase(k->locs, lock, object, value).v == held.v)
            return true;
    }
    return false;
}

/* How well a held lock fits a release under another name: 0 not at all. */
static uint32_t fit(const struct locks *k, const struct held_lock *h, loc_id lock, uint8_t kind)
{
    if (!lock_maybe_held(h->states) || h->kind != kind || !loc_may_alias(k->locs, h->lock, lock))
        return 0;
    if (is_value_of(k, lock, h->lock) || is_value_of(k, h->lock, lock))
        return 3;
    return loc_last_field(k->locs, h->lock).v == loc_last_field(k->locs, lock).v ? 2 : 1;
}

/* A release of a lock that is not in the set under this name is one of a lock that is. */
static void release_other(const struct locks *k, struct draft *d, loc_id lock, uint8_t effect,
                          uint8_t kind)
{
    uint32_t n = 0, best = 1;

    for (uint32_t i = 0; i < d->n; i++) {
        uint32_t f = fit(k, &d->v[i], lock, kind);
        if (f > best) {
            best = f;
            n = 0;
        }
        n += f == best;
    }
    if (n == 0)
        draft_set(d, lock, effect, kind);
    for (uint32_t i = 0; i < d->n && n; i++) {
        struct held_lock *h = &d->v[i];
        if (h->lock.v == lock.v || fit(k, h, lock, kind) != best)
            continue;
        uint8_t after = compose_states(h->states, effect);
        h->states = n == 1 ? after : h->states | after;
    }
}

static void draft_apply(const struct locks *k, struct draft *d, loc_id lock, uint8_t effect,
                        uint8_t kind)
{
    struct held_lock *h = draft_find(d, lock);
    bool releases = (effect & LOCKED_FREED) && !lock_maybe_held(effect);

    if (h && !(releases && !lock_maybe_held(h->states)))
        h->states = compose_states(h->states, effect);
    else if (releases)
        release_other(k, d, lock, effect, kind);
    else
        draft_set(d, lock, compose_states(h ? h->states : LOCKED_ENTRY, effect), kind);
}

lockset_id lockset_apply(struct locks *k, lockset_id set, loc_id lock, uint8_t effect,
                         uint8_t kind)
{
    struct draft d;
    ASSERT(lock.v && effect);
    draft_of(k, set, &d);
    draft_apply(k, &d, lock, effect, kind);
    return draft_done(k, &d);
}

/* Something is done to some locks: what was held may have been released, and others taken. */
static void apply_unknown(struct draft *d)
{
    d->is_vague = true;
    for (uint32_t i = 0; i < d->n; i++)
        if (lock_maybe_held(d->v[i].states))
            d->v[i].states |= compose_states(d->v[i].states, LOCKED_FREED);
}

lockset_id lockset_compose(struct locks *k, lockset_id before, lockset_id effect)
{
    struct lockset e = lockset_get(k, effect);
    struct draft d;

    if (e.n == 0)
        return before;
    draft_of(k, before, &d);
    for (uint32_t i = 0; i < e.n; i++) {
        if (!e.v[i].lock.v)
            apply_unknown(&d);
        else
            draft_apply(k, &d, e.v[i].lock, e.v[i].states, e.v[i].kind);
    }
    return draft_done(k, &d);
}

lockset_id lockset_at_site(struct locks *k, lockset_id callee, site_id site)
{
    struct lockset s = lockset_get(k, callee);
    struct draft d = {.n = 0};

    for (uint32_t i = 0; i < s.n; i++) {
        loc_id lock = s.v[i].lock.v ? loc_substitute(k->locs, s.v[i].lock, site) : (loc_id){0};
        struct held_lock *h = lock.v ? draft_find(&d, lock) : NULL;
        if (!s.v[i].lock.v)
            d.is_vague = true;
        else if (h)
            h->states = compose_states(h->states, s.v[i].states);
        else if (lock.v)
            draft_set(&d, lock, s.v[i].states, s.v[i].kind);
    }
    return draft_done(k, &d);
}

lockset_id lockset_through(struct locks *k, lockset_id callee, lockset_id before, site_id site)
{
    if (!callee.v)
        return before;
    return lockset_compose(k, before, lockset_at_site(k, callee, site));
}

/* The longest prefix of lock that an argument points to, as that parameter's object. */
static loc_id in_callee(struct locks *k, loc_id lock, site_id site, uint32_t n_args)
{
    struct locs *l = k->locs;
    loc_id best = {0}, onto = {0};

    for (uint32_t i = 0; i < n_args && i < 16; i++) {
        loc_id object = loc_pointee(l, loc_of_arg(l, site, i));
        if (!object.v || !loc_has_prefix(l, lock, object))
            continue;
        if (best.v && loc_get(l, best)->depth >= loc_get(l, object)->depth)
            continue;
        best = object;
        onto = loc_select(l, loc_root_of(l, LOC_PARAM, (gfunc_id){0}, i), LOC_DEREF, 0, 0);
    }
    if (best.v)
        return loc_rebase(l, lock, best, onto);
    bool is_param = loc_get(l, loc_get(l, lock)->root)->kind == LOC_PARAM;
    return is_param ? loc_widen(l, lock) : lock;
}

lockset_id lockset_enter(struct locks *k, lockset_id held, site_id site)
{
    const struct site *s = &k->flow->program->sites[site.v];
    uint32_t n_args = program_unit(k->flow->program, s->caller)->ops[s->op.v].args.n;
    struct draft d, out = {.n = 0};

    if (!held.v)
        return held;
    draft_of(k, held, &d);
    out.is_vague = d.is_vague;
    for (uint32_t i = 0; i < d.n; i++) {
        uint8_t states = d.v[i].states;
        if (!lock_maybe_held(states))
            continue;
        if (states & LOCKED_FREED)
            states = (uint8_t)((states & ~LOCKED_FREED) | LOCKED_ENTRY);
        loc_id lock = in_callee(k, d.v[i].lock, site, n_args);
        if (!draft_find(&out, lock))
            draft_set(&out, lock, states, d.v[i].kind);
    }
    return draft_done(k, &out);
}

lockset_id lockset_forget(struct locks *k, lockset_id set, loc_id variable)
{
    loc_id object = loc_select(k->locs, variable, LOC_DEREF, 0, 0);
    return lockset_rename(k, set, object, (loc_id){0});
}

lockset_id lockset_rename(struct locks *k, lockset_id set, loc_id prefix, loc_id onto)
{
    struct draft d, out = {.n = 0};
    bool changed = false;

    if (!set.v)
        return set;
    draft_of(k, set, &d);
    out.is_vague = d.is_vague;
    loc_id unknown = loc_root_of(k->locs, LOC_UNKNOWN, (gfunc_id){0}, 0);
    for (uint32_t i = 0; i < d.n; i++) {
        loc_id lock = d.v[i].lock;
        if (loc_has_prefix(k->locs, lock, prefix)) {
            lock = loc_rebase(k->locs, lock, prefix, onto.v ? onto : unknown);
            changed = true;
        }
        struct held_lock *h = draft_find(&out, lock);
        if (h)
            h->states |= d.v[i].states;
        else
            draft_set(&out, lock, d.v[i].states, d.v[i].kind);
    }
    return changed ? draft_done(k, &out) : set;
}
