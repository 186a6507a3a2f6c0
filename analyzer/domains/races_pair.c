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
    return (struct moment){.strand = e->strand, .calls = e->chain, .n_calls = e->n_chain,
                           .func = e->access->func, .op = e->access->op};
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

static gfunc_id root_of(const struct finder *f, const struct event *e)
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
    gfunc_id x = root_of(f, a), y = root_of(f, b);

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
struct guard {
    loc_id lock;
    gfunc_id in;
    uint64_t class;
    uint32_t n, of;
};

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

static enum confidence lower(enum confidence c, enum confidence most)
{
    return c < most ? c : most;
}

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

/* At op of func: is there a wait of a loop after it (or before it) that does not come again? */
static bool is_beside_loop(struct finder *f, gfunc_id func, op_id op, bool before)
{
    const struct program *p = f->flow->program;
    const struct func_shape *s = flow_shape(f->flow, func);
    struct arena scratch;
    bool found = false;

    arena_init(&scratch);
    for (uint32_t i = 0; i < p->funcs[func.v].n_sites && !found; i++) {
        uint32_t site = p->funcs[func.v].first_site + i;
        op_id at = p->sites[site].op;
        if (at.v == op.v || !races_site_waits(f, (site_id){site}))
            continue;
        bool to = shape_reaches(s, op, at, &scratch), from = shape_reaches(s, at, op, &scratch);
        found = before ? to && !from : from && !to;
    }
    arena_release(&scratch);
    return found;
}

/* In main() before it comes to its loop, or after that: formally in parallel to the threads, but
 * nothing has come in yet that they could work on, or the program is about to end. */
static bool is_start_up(struct finder *f, struct event *e)
{
    const struct strand *s = &f->parallel->strands[e->strand];

    if (s->kind != STRAND_MAIN || root_of(f, e).v != s->roots[0].v)
        return false;
    races_chain(f, e);
    for (uint32_t i = 0; i <= e->n_chain && i < 8; i++) {
        gfunc_id func = e->access->func;
        op_id op = e->access->op;
        if (i < e->n_chain) {
            func = f->flow->program->sites[e->chain[i].v].caller;
            op = f->flow->program->sites[e->chain[i].v].op;
        }
        if (is_beside_loop(f, func, op, true) || (i == 0 && is_beside_loop(f, func, op, false)))
            return true;
    }
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
        if (!p->sites[site.v].callee.v && p->sites[site.v].n_edges > 1)
            return true;
    }
    return false;
}

/* A callback whose loop cannot be told, and that may as well be on the other side's loop. */
static bool is_stray(const struct finder *f, const struct event *e, const struct event *other)
{
    const struct strand *s = &f->parallel->strands[other->strand];
    gfunc_id root = root_of(f, e);

    for (uint32_t i = 1; i < s->n_roots; i++)
        if (s->roots[i].v == root.v)
            return f->parallel->order->made->is_stray[root.v];
    return false;
}

static bool is_from_outside(const struct finder *f, const struct event *e)
{
    return f->parallel->strands[e->strand].kind == STRAND_OUTSIDE;
}

static enum confidence confidence_of(struct finder *f, const struct race *r, struct event *a,
                                     struct event *b)
{
    enum confidence c = CONF_HIGH;
    bool has_lock = lockset_any_held(f->locks, a->held) || lockset_any_held(f->locks, b->held);
    enum share least = a->share < b->share ? (enum share)a->share : (enum share)b->share;

    if (r->together == TOGETHER_MAYBE)
        c = CONF_MEDIUM;
    bool is_fixed = loc_is_fixed(f->locs, a->access->loc) && loc_is_fixed(f->locs, b->access->loc);
    bool is_sure = r->alias == ALIAS_SAME || is_fixed;
    if (r->alias != ALIAS_SAME || least != SHARE_ONE)
        c = lower(c, has_lock || is_sure ? CONF_MEDIUM : CONF_LOW); /* handed over, perhaps */
    bool is_vague = !is_sure || r->together == TOGETHER_MAYBE ||
                    is_stray(f, a, b) || is_stray(f, b, a) || is_from_outside(f, a) ||
                    is_from_outside(f, b) || is_by_trampoline(f, a, b) ||
                    a->access->kind == ACCESS_FREE || b->access->kind == ACCESS_FREE;
    if ((is_vague && !r->is_against_guard) || is_mild_signal(f, a, b))
        c = CONF_LOW;
    if (r->is_start_up || (has_doubt(f, a) && !is_unchecked(f, a)) ||
        (has_doubt(f, b) && !is_unchecked(f, b)))
        c = CONF_LOW;
    if (r->only_maybe)
        c = is_unchecked(f, a) || is_unchecked(f, b) ? lower(c, CONF_MEDIUM) : CONF_LOW;
    if (r->alias == ALIAS_UNKNOWN || least == SHARE_UNKNOWN)
        c = CONF_LOW;
    if (a->weak || b->weak || ((a->access->flags | b->access->flags) & ACCESS_WEAK))
        c = CONF_LOW;
    return c;
}

/* Do the constants that its chain of calls passes lead to the access: option(CHECK) to the case? */
static bool is_feasible(struct finder *f, struct event *e)
{
    const struct program *p = f->flow->program;
    struct arena scratch;
    bool fits = true;

    if (e->has_way)
        return e->is_way;
    races_chain(f, e);
    arena_init(&scratch);
    struct context *ctx = arena_new(&scratch, struct context);
    for (uint32_t i = 0; i <= e->n_chain && fits && e->n_chain < RACE_CHAIN; i++) {
        const struct site *s = i < e->n_chain ? &p->sites[e->chain[i].v] : NULL;
        gfunc_id func = s ? s->caller : e->access->func;
        const struct unit *u = program_unit(p, func);
        bool *reached = arena_array(&scratch, bool, program_func(p, func)->blocks.n + 1);
        op_id op = s ? s->op : e->access->op;
        struct absval *args;
        struct context *next = arena_new(&scratch, struct context);

        next->v = args = arena_array(&scratch, struct absval, u->ops[op.v].args.n + 1);
        context_blocks(f->flow, func, ctx, reached);
        fits = reached[shape_block_of(flow_shape(f->flow, func), op)];
        for (uint32_t k = 0; s && k < u->ops[op.v].args.n; k++) {
            val_id arg = u->args[u->ops[op.v].args.first + k].val;
            args[k] = context_eval(f->flow, func, ctx, arg);
            next->n = k + 1;
        }
        ctx = next;
    }
    arena_release(&scratch);
    e->has_way = true;
    e->is_way = fits;
    return fits;
}

/* Functions that come to a place which starts the strand. */
static const bool *creators(struct finder *f, uint32_t strand)
{
    const struct program *p = f->flow->program;
    const struct strand *t = &f->parallel->strands[strand];

    if (!f->creators)
        f->creators = arena_array(f->arena, bool *, f->parallel->n);
    if (f->creators[strand])
        return f->creators[strand];
    bool *c = f->creators[strand] = arena_array(f->arena, bool, p->n_funcs + 1);
    for (uint32_t i = 0; i < t->n_creations; i++)
        c[p->sites[t->creations[i].site.v].caller.v] = true;
    for (uint32_t i = 0; i < p->scc_first[p->n_sccs]; i++) {
        gfunc_id func = p->scc_funcs[i];
        const struct prog_func *pf = &p->funcs[func.v];
        for (uint32_t s = pf->first_site; s < pf->first_site + pf->n_sites; s++)
            for (uint32_t k = 0; k < p->sites[s].n_edges; k++)
                c[func.v] |= c[p->edges[p->sites[s].first_edge + k].to.v];
    }
    return c;
}

static bool starts_strand(struct finder *f, uint32_t strand, uint32_t site)
{
    const struct program *p = f->flow->program;
    const struct strand *t = &f->parallel->strands[strand];
    const bool *c = creators(f, strand);

    for (uint32_t i = 0; i < t->n_creations; i++)
        if (t->creations[i].site.v == site)
            return true;
    for (uint32_t k = 0; k < p->sites[site].n_edges; k++)
        if (c[p->edges[p->sites[site].first_edge + k].to.v])
            return true;
    return false;
}

/* What the creator does on its way to the creation: fills, starts, waits, and again for the next
 * file. That all of the last round have ended is believed. */
static bool is_before_creation(struct finder *f, struct event *a, const struct event *b)
{
    const struct program *p = f->flow->program;
    if (f->parallel->strands[a->strand].kind != STRAND_MAIN || a->strand == b->strand ||
        f->parallel->strands[b->strand].kind != STRAND_THREAD)
        return false;
    races_chain(f, a);
    for (uint32_t i = 0; i <= a->n_chain; i++) {
        gfunc_id func = i < a->n_chain ? p->sites[a->chain[i].v].caller : a->access->func;
        op_id op = i < a->n_chain ? p->sites[a->chain[i].v].op : a->access->op;
        for (uint32_t k = 0; k < p->funcs[func.v].n_sites; k++) {
            uint32_t site = p->funcs[func.v].first_site + k;
            if (p->sites[site].op.v > op.v && starts_strand(f, b->strand, site))
                return true;
        }
    }
    return false;
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
    if (is_filled_before(f, a, b) || is_filled_before(f, b, a) || races_handed_over(f, a, b))
        return false;
    struct moment x = moment_of(f, a), y = moment_of(f, b);
    out->together = parallel_at(f->parallel, &x, &y);
    if (out->together == TOGETHER_NO)
        return false;
    if (!is_feasible(f, a) || !is_feasible(f, b))
        return false;
    out->is_start_up = is_start_up(f, a) || is_start_up(f, b) || is_before_creation(f, a, b) ||
                       is_before_creation(f, b, a);
    out->is_against_guard = is_against(f, a, b, main) || is_against(f, b, a, main);
    out->is_mixed = access_is_atomic(a->access) != access_is_atomic(b->access);
    out->conf = confidence_of(f, out, a, b);
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
