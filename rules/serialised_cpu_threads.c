/*
 * CA301: threads do their computing under one lock.
 *
 * The story: a program that hashes files gets eight threads to use eight cores. Each takes the lock
 * of the table, computes the hash, stores it, and gives the lock back. There is no race and no
 * deadlock, and eight threads are as quick as one: while one computes, seven wait in
 * pthread_mutex_lock(). A lock like that is to C what the interpreter's lock is to Python.
 *
 * The match: a thread or pool function of which several instances run together; going through its
 * code, the estimated CPU time (flow/cost.h) is split into what runs with a lock held that is the
 * same for all instances, and what does not. Reported when nearly all of it is under the lock,
 * one turn under it is worth a thread's while, and nothing waits for I/O.
 */
#include "flow/cost.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/lock_places.h"
#include "rules/rules.h"
#include "rules/shared.h"

static const double NS_TURN = 2e4,   /* shorter ones cost less than the threads bring */
                    SHARE = 0.8;     /* what is left outside makes at most 1.25 times the speed */
enum { MAX_DEPTH = 24 };

struct split {
    double under, outside; /* estimated ns */
    double known;          /* of `under` what rests on no guess */
    double takes;          /* how often the lock is taken */
    bool waits;
};
struct search {
    struct rule_context *ctx;
    uint32_t class;
    struct split *of;  /* [gfunc] for this class */
    uint8_t *state;    /* [gfunc] 0: not asked, 1: being asked, 2: known */
    VEC(uint32_t) asked; /* functions whose state is not 0 */
};

/* ---- the split ---- */
static bool holds(struct search *s, gfunc_id func, op_id op)
{
    struct locks *k = flow_locks(s->ctx->flow);
    struct lockset set = lockset_get(k, lockset_at(k, func, op));

    for (uint32_t i = 0; i < set.n; i++)
        if (lock_is_held(set.v[i].states) && !lock_is_shared(set.v[i].states) &&
            lock_class(shared_lock_uses(s->ctx), set.v[i].lock) == s->class)
            return true;
    return false;
}

/* How often a block runs when the function is called once, by the loops that it is in. */
struct turns {
    double n;
    bool is_guess;
};
static struct turns turns_of(struct search *s, gfunc_id func, loop_id loop)
{
    const struct unit *u = program_unit(s->ctx->program, func);
    struct turns out = {.n = 1};

    for (; loop.v; loop = u->loops[loop.v].parent) {
        struct cost_turns t = cost_turns(flow_costs(s->ctx->flow), func, loop);
        out.n *= t.is_known ? t.n : t.forever ? 1 : cost_guess_turns(&t.by);
        out.is_guess |= !t.is_known && !t.forever;
        out.n = out.n < 1e30 ? out.n : 1e30;
    }
    return out;
}

static struct split split_of(struct search *s, gfunc_id func, uint32_t depth);

/* Sums of products over many calls stay numbers. */
static void grow(double *to, double by)
{
    *to += by;
    if (*to > 1e40)
        *to = 1e40;
}

static void add(struct split *to, const struct split *from, struct turns turns)
{
    grow(&to->under, from->under * turns.n);
    grow(&to->outside, from->outside * turns.n);
    grow(&to->known, turns.is_guess ? 0 : from->known * turns.n);
    grow(&to->takes, from->takes * turns.n);
    to->waits |= from->waits;
}

static void split_call(struct search *s, gfunc_id func, op_id op, bool is_held,
                       struct turns turns, struct split *out, uint32_t depth)
{
    const struct program *p = s->ctx->program;
    site_id site = program_site(p, func, op);
    const struct site *at = &p->sites[site.v];

    if (!is_held && at->n_edges == 1 && depth < MAX_DEPTH) {
        struct split callee = split_of(s, p->edges[at->first_edge].to, depth + 1);
        add(out, &callee, turns);
        return;
    }
    struct cost c = cost_of_call(flow_costs(s->ctx->flow), site);
    out->waits |= c.waits || (!at->callee.v && !at->n_edges);
    grow(is_held ? &out->under : &out->outside, cost_guess(&c) * turns.n);
    grow(&out->known, is_held && !turns.is_guess ? c.sure_ns * turns.n : 0);
}

static void count_takes(struct search *s, gfunc_id func, struct split *out)
{
    struct lock_events events = lock_events(flow_locks(s->ctx->flow), func);
    const struct func_shape *shape = flow_shape(s->ctx->flow, func);

    for (uint32_t i = 0; i < events.n; i++) {
        const struct lock_event *e = &events.v[i];
        if (e->effect == LOCKED_EXCL && !e->inherited &&
            lock_class(shared_lock_uses(s->ctx), e->lock) == s->class)
            grow(&out->takes, turns_of(s, func, shape_loop_of(shape, e->op)).n);
    }
}

/* Locks change at calls and atomics only: asked once for the ops between them. */
static void walk_block(struct search *s, gfunc_id func, const struct unit_block *block,
                       struct turns turns, struct split *out, uint32_t depth)
{
    const struct unit *u = program_unit(s->ctx->program, func);
    bool is_held = false, is_reached = false, is_asked = false;

    for (uint32_t i = 0; i < block->ops.n; i++) {
        op_id op = {block->ops.first + i};
        const struct unit_op *o = &u->ops[op.v];
        bool is_call = o->kind == OP_CALL;
        if (!is_asked || is_call) {
            is_reached = lockset_reaches(flow_locks(s->ctx->flow), func, op);
            is_held = is_reached && holds(s, func, op);
        }
        is_asked = !is_call && o->kind != OP_ATOMIC;
        if (!is_reached)
            continue;
        if (is_call)
            split_call(s, func, op, is_held, turns, out, depth);
        double ns = cost_of_op(o) * turns.n;
        grow(is_held ? &out->under : &out->outside, ns);
        grow(&out->known, is_held && !turns.is_guess ? ns : 0);
    }
}

static void walk_ops(struct search *s, gfunc_id func, struct split *out, uint32_t depth)
{
    const struct func_shape *shape = flow_shape(s->ctx->flow, func);
    struct turns turns = {.n = 1};
    loop_id last = {0};

    for (uint32_t b = 0; b < shape->func->blocks.n; b++) {
        const struct unit_block *block = &shape->unit->blocks[shape->func->blocks.first + b];
        if (block->loop.v != last.v)
            turns = turns_of(s, func, block->loop);
        last = block->loop;
        walk_block(s, func, block, turns, out, depth);
    }
}

static struct split split_of(struct search *s, gfunc_id func, uint32_t depth)
{
    if (s->state[func.v] == 2)
        return s->of[func.v];
    if (s->state[func.v] == 1)
        return (struct split){.waits = true}; /* recursion: nothing is said */
    s->state[func.v] = 1;
    vec_push(s->ctx->arena, &s->asked, func.v);
    struct split out = {0};
    walk_ops(s, func, &out, depth);
    count_takes(s, func, &out);
    ASSERT(out.under >= 0 && out.outside >= 0);
    s->of[func.v] = out;
    s->state[func.v] = 2;
    return out;
}

static void forget(struct search *s)
{
    for (uint32_t i = 0; i < s->asked.n; i++)
        s->state[s->asked.v[i]] = 0;
    s->asked.n = 0;
}

/* ---- findings ---- */
static void report(struct rule_context *ctx, const struct lock_place *p, const struct split *x,
                   enum confidence conf)
{
    struct arena *a = ctx->arena;
    const char *lock = place_lock_name(ctx, p, p->use->lock);
    double turn = x->under / (x->takes < 1 ? 1 : x->takes);
    const char **notes = arena_array(a, const char *, 1);
    struct finding f = {
        .rule = "CA301", .level = LEVEL_WARNING, .confidence = conf,
        .at = lock_use_spot(ctx->flow, p->use),
        .entity = lock,
        .message = arena_printf(a, "several instances of %s compute under %s, so that only one of "
                                   "them runs at a time", strand_words(ctx, p), lock),
        .intro = arena_printf(a, "runs in %s", strand_words(ctx, p)),
        .notes = notes, .n_notes = 1,
        .help = "compute without the lock: take it to get a piece of work, give it back, compute "
                "on data of the thread's own, and take it again to store the result; or give each "
                "part of the data its own lock",
        .cost_ms = turn / 1e6, .worst_ms = -1};

    notes[0] = arena_printf(a, "estimate: about %.0f %% of the CPU time is spent with the lock "
                               "held, %s%s each time it is taken",
                            100 * x->under / (x->under + x->outside),
                            x->known >= x->under / 2 ? "" : "some ", duration_words(a, turn / 1e6));
    f.steps = lock_use_steps(a, shared_lock_uses(ctx), p->root, p->use, &f.n_steps);
    vec_push(a, &ctx->out->list, f);
}

static bool is_serialised(const struct split *x)
{
    double takes = x->takes < 1 ? 1 : x->takes;
    return !x->waits && x->under / takes >= NS_TURN &&
           x->under >= SHARE * (x->under + x->outside);
}

/* One of many: an element of an array, by an index that differs. */
static bool is_element(const struct search *s, loc_id lock)
{
    const struct locs *l = flow_locs(s->ctx->flow);
    for (const struct loc *o = loc_get(l, lock); o->parent.v; o = loc_get(l, o->parent))
        if (o->kind == LOC_ANY)
            return true;
    return false;
}

static void judge(struct search *s, const struct lock_place *p)
{
    const struct strand *strand = &shared_parallel(s->ctx)->strands[p->strand];
    enum confidence conf;

    if ((strand->kind != STRAND_THREAD && strand->kind != STRAND_POOL) || !strand->many ||
        p->root.v != strand->roots[0].v || p->use->effect != LOCKED_EXCL || p->use->weak ||
        !same_lock(s->ctx, p->class, p, p->use->lock, p, p->use->lock, &conf))
        return;
    s->class = p->class;
    struct split x = split_of(s, p->root, 0);
    forget(s);
    if (!is_serialised(&x))
        return;
    if (conf == CONF_MEDIUM || is_element(s, p->use->lock)) /* each may have its own */
        conf = CONF_LOW;
    if (conf == CONF_HIGH && (x.known < x.under / 2 || !strand->sure))
        conf = CONF_MEDIUM;
    report(s->ctx, p, &x, conf);
}

void rule_serialised_cpu_threads(struct rule_context *ctx)
{
    const struct lock_places *places = shared_lock_places(ctx);
    struct search s = {.ctx = ctx,
                       .of = arena_array(ctx->arena, struct split, ctx->program->n_funcs + 1),
                       .state = arena_array(ctx->arena, uint8_t, ctx->program->n_funcs + 1)};
    const struct lock_place *last = NULL;

    for (uint32_t i = 0; i < places->n_acquires; i++) {
        const struct lock_place *p = &places->acquires[i];
        /* sorted by class, strand and root: the first of each says it for all */
        if (last && last->class == p->class && last->strand == p->strand &&
            last->root.v == p->root.v)
            continue;
        last = p;
        judge(&s, p);
    }
}
