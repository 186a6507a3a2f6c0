/*
 * For CA206: a function releases a lock on some ways out and keeps it on others, and its callers
 * cannot know. That is meant where the result tells (a look-up that returns its object locked),
 * where callers release, or where the function only takes locks (a wrapper): then nothing is said.
 */
#include "flow/context.h"
#include "flow/spots.h"
#include "rules/lock_misuse.h"

enum { MAX_WAYS = 64, MAX_UP = 3, MAX_BACK = 3 };

enum result { RESULT_NONE, RESULT_ZERO, RESULT_POSITIVE, RESULT_NEGATIVE, RESULT_OTHER };
struct way { /* one way out */
    uint32_t block; /* of the return */
    uint32_t from;  /* block whose end decides */
    bool keeps;
    enum result result;
    int64_t num;
};
struct ways {
    struct misuse *m;
    gfunc_id func;
    const struct func_shape *s;
    loc_id lock;
    struct way v[MAX_WAYS];
    uint32_t n;
};

/* ---- what the lock's state is at the end of a block ---- */
enum end { END_MIXED, END_HELD, END_FREE };

static uint8_t after(uint8_t states, const struct lock_event *e)
{
    if (e->conditional)
        return LOCKED_ENTRY | LOCKED_EXCL;
    if (e->effect == LOCKED_FREED)
        return lock_maybe_held(states) ? LOCKED_ENTRY : LOCKED_FREED;
    return e->effect == LOCKED_AGAIN ? states : e->effect;
}

static enum end end_of(struct ways *w, uint32_t block)
{
    block_id id = {w->s->func->blocks.first + block};
    uint8_t states = lockset_state(w->m->locks, lockset_at_block(w->m->locks, w->func, id),
                                   w->lock);
    struct lock_events events = lock_events(w->m->locks, w->func);

    for (uint32_t i = 0; i < events.n; i++)
        if (events.v[i].lock.v == w->lock.v && shape_block_of(w->s, events.v[i].op) == block)
            states = after(states, &events.v[i]);
    if (!(states & ~(LOCKED_EXCL | LOCKED_SHARED)))
        return END_HELD;
    return states == LOCKED_ENTRY ? END_FREE : END_MIXED;
}

static bool block_is_reached(struct ways *w, uint32_t block)
{
    const struct unit_block *b = &w->s->unit->blocks[w->s->func->blocks.first + block];
    return !b->ops.n || lockset_reaches(w->m->locks, w->func, (op_id){b->ops.first});
}

/* ---- what is returned ---- */
static void set_result(struct way *way, struct absval v)
{
    way->result = RESULT_OTHER;
    way->num = v.num;
    if (v.kind == ABS_INT)
        way->result = v.num == 0 ? RESULT_ZERO : (int32_t)v.num < 0 ? RESULT_NEGATIVE
                                                                    : RESULT_POSITIVE;
    else if (v.kind == ABS_NONNULL || v.kind == ABS_FUNC || v.kind == ABS_POSITIVE)
        way->result = RESULT_POSITIVE;
}

static void judge_result(struct ways *w, struct way *way)
{
    static const struct context nothing_known;
    const struct unit *u = w->s->unit;
    const struct unit_block *ret = &u->blocks[w->s->func->blocks.first + way->block];
    const struct unit_block *from = &u->blocks[w->s->func->blocks.first + way->from];

    way->result = RESULT_NONE;
    if (!ret->val.v)
        return;
    const struct unit_val *v = &u->vals[ret->val.v];
    if (way->from != way->block && v->kind == VAL_LOAD) {
        uint32_t local = shape_local(w->s, &u->paths[u->ops[v->a].path.v]);
        for (uint32_t i = from->ops.first + from->ops.n; i-- > from->ops.first;) {
            const struct unit_op *op = &u->ops[i];
            if (op->kind != OP_STORE || local == UINT32_MAX ||
                shape_local(w->s, &u->paths[op->path.v]) != local)
                continue;
            set_result(way, context_eval(w->m->ctx->flow, w->func, &nothing_known, op->val));
            return;
        }
    }
    set_result(way, context_eval(w->m->ctx->flow, w->func, &nothing_known, ret->val));
}

/* ---- all ways out ---- */
static void add_way(struct ways *w, uint32_t ret, uint32_t from, bool keeps)
{
    if (w->n == MAX_WAYS)
        return;
    struct way *way = &w->v[w->n++];
    *way = (struct way){.block = ret, .from = from, .keeps = keeps};
    judge_result(w, way);
}

/* Ways join before a common return: go back to where their states are still apart. The depth is
 * bounded. */
static void trace_back(struct ways *w, uint32_t ret, uint32_t block, uint32_t depth)
{
    enum end end = end_of(w, block);

    if (end != END_MIXED) {
        add_way(w, ret, block, end == END_HELD);
        return;
    }
    struct lock_events events = lock_events(w->m->locks, w->func);
    for (uint32_t i = 0; i < events.n; i++)
        if (events.v[i].lock.v == w->lock.v && shape_block_of(w->s, events.v[i].op) == block)
            return;
    for (uint32_t i = w->s->pred_first[block]; i < w->s->pred_first[block + 1]; i++)
        if (depth < MAX_BACK && block_is_reached(w, w->s->preds[i]) &&
            !w->s->ends[w->s->preds[i]])
            trace_back(w, ret, w->s->preds[i], depth + 1);
}

static void find_ways(struct ways *w)
{
    for (uint32_t b = 0; b < w->s->func->blocks.n; b++) {
        const struct unit_block *block = &w->s->unit->blocks[w->s->func->blocks.first + b];
        if (block->term == TERM_RETURN && block_is_reached(w, b) && !w->s->ends[b])
            trace_back(w, b, b, 0);
    }
}

/* ---- is it meant ---- */
static uint32_t count(const struct ways *w, bool keeps, enum result result)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < w->n; i++)
        n += w->v[i].keeps == keeps && w->v[i].result == result;
    return n;
}

static uint32_t count_all(const struct ways *w, bool keeps)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < w->n; i++)
        n += w->v[i].keeps == keeps;
    return n;
}

/* The caller can tell by the result, and the lock is kept where things went well. */
static bool keeps_on_success(const struct ways *w)
{
    uint32_t kept = count_all(w, true), freed = count_all(w, false);

    if (count(w, true, RESULT_NONE))
        return false;
    if (count(w, true, RESULT_ZERO) == kept) /* 0 is held; the others are errors or not known */
        return !count(w, false, RESULT_ZERO);
    if (count(w, true, RESULT_NEGATIVE))
        return false;
    return count(w, false, RESULT_ZERO) + count(w, false, RESULT_NEGATIVE) == freed &&
           (!count(w, false, RESULT_NEGATIVE) || !count(w, true, RESULT_OTHER));
}

static bool same_result(const struct ways *w)
{
    for (uint32_t i = 0; i < w->n; i++)
        for (uint32_t j = 0; j < w->n; j++)
            if (w->v[i].keeps && !w->v[j].keeps && w->v[i].result == w->v[j].result &&
                w->v[i].result != RESULT_OTHER && w->v[i].num == w->v[j].num)
                return true;
    return false;
}

static bool releases_after(struct misuse *m, gfunc_id func, op_id call, loc_id lock,
                           struct arena *scratch)
{
    const struct func_shape *s = flow_shape(m->ctx->flow, func);
    struct lock_events events = lock_events(m->locks, func);
    uint32_t class = lock_class(m->uses, lock);

    for (uint32_t i = 0; i < events.n; i++) {
        const struct lock_event *e = &events.v[i];
        if ((e->effect & LOCKED_FREED) &&
            (e->lock.v == lock.v || (class && lock_class(m->uses, e->lock) == class)) &&
            shape_reaches(s, call, e->op, scratch))
            return true;
    }
    return false;
}

/* Does some caller, or one of its callers, release what func leaves locked? */
static bool callers_release(struct misuse *m, gfunc_id func, loc_id lock, uint32_t up,
                            bool *has_callers, struct arena *scratch)
{
    const struct program *p = m->ctx->program;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct site *s = &p->sites[i];
        bool calls = false;
        for (uint32_t e = 0; e < s->n_edges; e++)
            calls |= p->edges[s->first_edge + e].to.v == func.v;
        if (!calls)
            continue;
        *has_callers = true;
        loc_id there = loc_substitute(m->locs, lock, (site_id){i});
        if (!there.v || releases_after(m, s->caller, s->op, there, scratch))
            return true;
        if (up < MAX_UP && s->caller.v != func.v &&
            callers_release(m, s->caller, there, up + 1, has_callers, scratch))
            return true;
    }
    return false;
}

/* ---- the finding ---- */
static void report(struct ways *w, const struct way *kept, enum confidence conf)
{
    struct misuse *m = w->m;
    const struct unit_block *from = &w->s->unit->blocks[w->s->func->blocks.first + kept->from];
    struct lock_events events = lock_events(m->locks, w->func);
    uint32_t taken = 0;

    for (uint32_t i = 0; i < events.n && !taken; i++)
        if (events.v[i].lock.v == w->lock.v && events.v[i].effect != LOCKED_FREED)
            taken = misuse_line(m, w->func, events.v[i].op);
    struct misuse_finding f = {
        .func = w->func, .block = {w->s->func->blocks.first + kept->block}, .lock = w->lock,
        .level = LEVEL_WARNING, .conf = conf,
        .message = arena_printf(m->ctx->arena, "%s is still held at this return; the other returns "
                                               "release it", misuse_name(m, w->func, w->lock)),
        .note = kept->from == kept->block || !from->ops.n
                    ? arena_printf(m->ctx->arena, "it is taken in line %u", taken)
                    : arena_printf(m->ctx->arena,
                                   "it is taken in line %u; the way through line %u keeps it",
                                   taken, misuse_line(m, w->func, (op_id){from->ops.first})),
        .help = "release it on this way too; one label at the end that releases keeps the ways "
                "together"};
    misuse_report(m, &f);
}

/* Does any function release a lock of the class for its caller? */
static bool someone_releases(struct misuse *m, loc_id lock)
{
    uint32_t class = lock_class(m->uses, lock);
    for (uint32_t f = 1; f < m->ctx->program->n_funcs; f++) {
        struct lockset set = lockset_get(m->locks, lock_summary(m->locks, (gfunc_id){f})->any);
        for (uint32_t i = 0; i < set.n; i++)
            if ((set.v[i].states & LOCKED_FREED) &&
                (!set.v[i].lock.v || !class || lock_class(m->uses, set.v[i].lock) == class))
                return true;
    }
    return false;
}

static bool returns_pointer(struct ways *w)
{
    const struct unit *u = w->s->unit;
    type_id type = u->syms[w->s->func->sym.v].type;
    return u->types[u->types[type.v].elem.v].kind == TYPE_POINTER;
}

static void judge(struct ways *w)
{
    bool has_callers = false, is_telling = keeps_on_success(w);
    struct arena scratch;
    enum confidence conf = same_result(w) ? CONF_HIGH : CONF_MEDIUM;

    if (!count_all(w, true) || !count_all(w, false) || (is_telling && returns_pointer(w)))
        return;
    arena_init(&scratch);
    bool is_meant = callers_release(w->m, w->func, w->lock, 0, &has_callers, &scratch);
    arena_release(&scratch);
    if (is_meant || (is_telling && (!has_callers || someone_releases(w->m, w->lock))))
        return;
    for (uint32_t i = 0; i < w->n; i++)
        if (w->v[i].keeps) {
            report(w, &w->v[i], conf);
            return;
        }
}

void misuse_kept(struct misuse *m, gfunc_id func)
{
    struct lock_events events = lock_events(m->locks, func);

    for (uint32_t i = 0; i < events.n; i++) {
        const struct lock_event *e = &events.v[i];
        bool releases = false, is_first = true;
        if (e->conditional || misuse_is_recursive(m, e->lock, e->kind) ||
            (e->effect != LOCKED_EXCL && e->effect != LOCKED_SHARED) ||
            !misuse_is_stable(m, func, e->lock))
            continue;
        for (uint32_t j = 0; j < events.n; j++) {
            if (events.v[j].lock.v != e->lock.v)
                continue;
            releases |= events.v[j].effect == LOCKED_FREED && lock_maybe_held(events.v[j].before);
            is_first &= j >= i || (events.v[j].effect != LOCKED_EXCL &&
                                   events.v[j].effect != LOCKED_SHARED);
        }
        if (!releases || !is_first)
            continue;
        struct ways w = {.m = m, .func = func, .s = flow_shape(m->ctx->flow, func),
                         .lock = e->lock};
        find_ways(&w);
        judge(&w);
    }
}
