/*
 * Each step may replace the choice that the steps before it made, and then says so in a row; so the
 * rows of the answer are its reasons, in order.
 */
#include "decide/decide.h"

#include <string.h>

enum { RANGE_MAX = 100000, HEAVY_MS = 100, MANY_HANDOFFS = 50 };
static const double FEW_PERCENT = 0.05, MUCH_LESS = 0.8;
/* A loop that computes for longer than this at each event makes the others wait noticeably. */
static const double LIGHT_ON_LOOP_MS = 1;

struct choice {
    struct arena *arena;
    const struct matrix *matrix;
    const struct question *q;
    struct answer *out;
};

enum matrix_task decide_task(const struct workload *w)
{
    double all = w->io_ms + w->cpu_ms;
    ASSERT(w->io_ms >= 0 && w->cpu_ms >= 0);
    if (all > 0 && w->io_ms < FEW_PERCENT * all)
        return w->cpu_ms >= HEAVY_MS ? TASK_CPU : TASK_CPU_LIGHT;
    if (w->cpu_ms > LIGHT_ON_LOOP_MS || w->cpu_ms > 0.5 * all)
        return w->legacy && w->cpu_ms <= FEW_PERCENT * all ? TASK_IO_LEGACY : TASK_MIXED;
    return w->legacy ? TASK_IO_LEGACY : TASK_IO;
}

static void add_row(struct choice *c, const char *id, const char *title, const char *effect)
{
    struct answer_row row = {id, title, effect};
    vec_push(c->arena, &c->out->rows, row);
}

static const char *model_title(struct choice *c, enum bench_model m)
{
    return c->matrix->models[m].title;
}

static void choose_because(struct choice *c, enum matrix_constraint k, enum bench_model m,
                           const char *why)
{
    const struct matrix_constraint_row *row = &c->matrix->constraints[k];
    const char *effect = why;
    if (c->out->best != m) {
        effect = arena_printf(c->arena, "%s instead of %s: %s", model_title(c, m),
                              model_title(c, c->out->best), why);
        c->out->alternative = c->out->best;
        c->out->best = m;
    }
    add_row(c, row->id, row->title, effect);
}

static void choose(struct choice *c, enum matrix_constraint k, enum bench_model m)
{
    choose_because(c, k, m, c->matrix->constraints[k].why);
}

static bool is_of_processes(enum bench_model m)
{
    return m == MODEL_PROCESSES || m == MODEL_PROCESS_POOL || m == MODEL_HYBRID;
}

static double speed(const struct choice *c, enum bench_model m)
{
    return c->out->predictions[m].per_s;
}

static bool computes(enum matrix_task t)
{
    return t == TASK_CPU || t == TASK_CPU_LIGHT || t == TASK_MIXED;
}

/* ---- the steps ---- */

static void start_with_task(struct choice *c)
{
    const struct matrix_task_row *row = &c->matrix->tasks[c->out->task];
    c->out->best = row->best;
    c->out->alternative = row->alternative;
    c->out->avoid = row->avoid;
    add_row(c, row->id, row->title, arena_printf(c->arena, "%s: %s", model_title(c, row->best),
                                                 row->why));
    add_row(c, c->matrix->principles[row->principle - 1].id,
            c->matrix->principles[row->principle - 1].text, "the principle behind it");
}

/* Threads of C run in parallel: a pool of them does what the row expects of processes, unless one
 * lock serialises it. Which of the two is a question of speed, and of memory when that is equal. */
static void choose_workers(struct choice *c)
{
    const struct matrix_task_row *row = &c->matrix->tasks[TASK_CPU];
    bool threads = speed(c, MODEL_THREAD_POOL) >= DECIDE_CLOSE * speed(c, MODEL_PROCESS_POOL);
    if (c->out->best != MODEL_PROCESS_POOL)
        return;
    if (c->q->host.cores >= 4)
        choose(c, CONSTRAINT_MULTI_CORE, MODEL_PROCESS_POOL);
    if (threads) {
        c->out->best = MODEL_THREAD_POOL;
        c->out->alternative = MODEL_PROCESS_POOL;
        add_row(c, row->id, "in C", row->in_c ? row->in_c : row->why);
    } else {
        c->out->alternative = MODEL_THREAD_POOL;
    }
}

/* Light work is worth spreading only when a hand-off is small beside it: then the row's second
 * choice, threads, and of those the ones that are made once. */
static void choose_for_light(struct choice *c)
{
    const struct workload *w = &c->q->work;
    if (c->out->task != TASK_CPU_LIGHT || w->concurrency < 2 || c->q->host.cores < 2)
        return;
    if (speed(c, MODEL_THREAD_POOL) <= 1.5 * speed(c, MODEL_SEQUENTIAL))
        return;
    c->out->alternative = MODEL_THREAD_POOL;
    if (w->cpu_ms * 1e6 >= MANY_HANDOFFS * (c->q->costs->handoff + c->q->costs->context_switch)) {
        c->out->best = MODEL_THREAD_POOL;
        c->out->alternative = MODEL_SEQUENTIAL;
    }
    add_row(c, c->matrix->principles[4].id, c->matrix->principles[4].text,
            "a pool is predicted to be faster: measure whether it is worth it");
}

static void apply_single_core(struct choice *c)
{
    bool alone = c->q->work.concurrency < 2 && c->q->work.io_ms <= 0;
    if (c->q->host.cores == 1 && computes(c->out->task) && !c->q->work.legacy)
        choose(c, CONSTRAINT_SINGLE_CORE, alone ? MODEL_SEQUENTIAL : MODEL_EVENT_LOOP);
}

static void apply_shared_state(struct choice *c)
{
    if (!c->q->work.needs_state)
        return;
    for (int m = 0; m < MODEL_COUNT; m++)
        c->out->is_candidate[m] &= !is_of_processes((enum bench_model)m);
    enum bench_model m = c->out->best;
    if (is_of_processes(m))
        m = m == MODEL_HYBRID ? MODEL_LOOP_EXECUTOR : MODEL_THREAD_POOL;
    if (m == MODEL_THREAD_POOL && !c->q->work.legacy &&
        speed(c, MODEL_EVENT_LOOP) >= DECIDE_CLOSE * speed(c, m))
        m = MODEL_EVENT_LOOP; /* the lock leaves nothing to gain by threads */
    choose(c, CONSTRAINT_SHARED, m);
    if (is_of_processes(c->out->alternative))
        c->out->alternative = m == MODEL_THREAD_POOL ? MODEL_EVENT_LOOP : MODEL_THREAD_POOL;
}

static void apply_stateless(struct choice *c)
{
    if (c->q->work.stateless && c->out->task == TASK_IO)
        choose(c, CONSTRAINT_STATELESS, MODEL_EVENT_LOOP);
}

static void apply_legacy(struct choice *c)
{
    if (!c->q->work.legacy)
        return;
    c->out->is_candidate[MODEL_EVENT_LOOP] = false;
    if (c->q->work.io_ms > 0) {
        choose(c, CONSTRAINT_LEGACY, MODEL_THREAD_POOL);
        c->out->alternative = MODEL_LOOP_EXECUTOR;
        c->out->avoid = MODEL_EVENT_LOOP;
    }
}

static void apply_memory(struct choice *c)
{
    static const enum bench_model leanest[] = {MODEL_EVENT_LOOP, MODEL_LOOP_EXECUTOR, MODEL_HYBRID,
                                               MODEL_THREAD_POOL, MODEL_THREADS,
                                               MODEL_PROCESS_POOL, MODEL_PROCESSES,
                                               MODEL_SEQUENTIAL};
    for (int m = 0; m < MODEL_COUNT; m++)
        c->out->is_candidate[m] &= c->out->predictions[m].fits;
    if (c->out->predictions[c->out->best].fits)
        return;
    for (size_t i = 0; i < sizeof leanest / sizeof *leanest; i++) {
        enum bench_model m = leanest[i];
        if (!c->out->is_candidate[m])
            continue;
        if (c->out->best == MODEL_EVENT_LOOP) /* not that a task costs less: fewer are held */
            choose_because(c, CONSTRAINT_MEMORY, m,
                           "what all tasks at once need does not fit; this one holds only as "
                           "many as there is room for");
        else
            choose(c, CONSTRAINT_MEMORY, m);
        return;
    }
    choose_because(c, CONSTRAINT_MEMORY, c->out->best, "no model fits into this memory");
}

/* The simplest of the fastest others; MODEL_COUNT: nothing else is possible. */
static enum bench_model best_other(const struct choice *c)
{
    bool is_other[MODEL_COUNT];
    for (int m = 0; m < MODEL_COUNT; m++)
        is_other[m] = c->out->is_candidate[m] && m != (int)c->out->best;
    return decide_simplest(c->matrix, c->out->predictions, is_other);
}

static void weigh(struct choice *c)
{
    if (c->out->alternative == MODEL_COUNT || c->out->alternative == c->out->best ||
        !c->out->is_candidate[c->out->alternative])
        c->out->alternative = best_other(c);
    if (c->out->avoid == c->out->best || c->out->avoid == c->out->alternative)
        c->out->avoid = MODEL_COUNT;
    double other =
        c->out->alternative < MODEL_COUNT ? speed(c, c->out->alternative) : 0;
    c->out->ahead = other > 0 ? speed(c, c->out->best) / other : 1;
    if (!c->q->has_current)
        return;
    double today = speed(c, c->q->current);
    double noise = c->q->noise > 0 ? c->q->noise : DECIDE_NOISE;
    c->out->gain = today > 0 ? speed(c, c->out->best) / today : 1;
    if (c->out->best != c->q->current && c->out->gain < 1 + noise &&
        c->out->is_candidate[c->q->current]) {
        c->out->alternative = c->out->best;
        c->out->best = c->q->current;
        c->out->keeps_current = true;
        c->out->gain = 1;
    }
}

/* ---- from how many on ---- */

enum bench_model decide_simplest(const struct matrix *m, const struct prediction p[MODEL_COUNT],
                                 const bool is_candidate[MODEL_COUNT])
{
    double most = 0;
    int best = MODEL_COUNT;
    for (int i = 0; i < MODEL_COUNT; i++) {
        if (is_candidate[i] && p[i].per_s > most)
            most = p[i].per_s;
    }
    for (int i = 0; i < MODEL_COUNT; i++) {
        if (!is_candidate[i] || p[i].per_s < DECIDE_CLOSE * most)
            continue;
        uint32_t complexity = m->models[i].complexity;
        if (best == MODEL_COUNT || complexity < m->models[best].complexity ||
            (complexity == m->models[best].complexity &&
             p[i].memory_mb < MUCH_LESS * p[best].memory_mb))
            best = i;
    }
    return (enum bench_model)best;
}

static enum bench_model simplest_at(struct choice *c, uint32_t concurrency)
{
    struct workload w = c->q->work;
    struct prediction p[MODEL_COUNT];
    bool is_candidate[MODEL_COUNT];
    w.concurrency = concurrency;
    for (int m = 0; m < MODEL_COUNT; m++) {
        predict(&w, &c->q->host, c->q->costs, (enum bench_model)m, &p[m]);
        is_candidate[m] = c->out->is_candidate[m] && p[m].fits;
    }
    enum bench_model best = decide_simplest(c->matrix, p, is_candidate);
    return best == MODEL_COUNT ? MODEL_EVENT_LOOP : best;
}

static void add_range(struct choice *c, uint32_t from, enum bench_model m)
{
    if (c->out->ranges.n == 0 || vec_last(&c->out->ranges).model != m) {
        struct answer_range r = {from, m};
        vec_push(c->arena, &c->out->ranges, r);
    }
}

/* Steps of a tenth, and between two that differ the exact place. */
static void find_ranges(struct choice *c)
{
    uint32_t low = 1;
    enum bench_model at_low = simplest_at(c, low);
    add_range(c, low, at_low);
    while (low < RANGE_MAX) {
        uint32_t high = low + low / 10 + 1;
        enum bench_model at_high = simplest_at(c, high);
        uint32_t left = low, right = high;
        while (at_high != at_low && right - left > 1) {
            uint32_t middle = left + (right - left) / 2;
            if (simplest_at(c, middle) == at_low)
                left = middle;
            else
                right = middle;
        }
        if (at_high != at_low)
            add_range(c, right, at_high);
        low = high;
        at_low = at_high;
    }
}

void decide(struct arena *a, const struct matrix *m, const struct question *q, struct answer *out)
{
    struct choice c = {a, m, q, out};
    memset(out, 0, sizeof *out);
    for (int i = 0; i < MODEL_COUNT; i++) {
        predict(&q->work, &q->host, q->costs, (enum bench_model)i, &out->predictions[i]);
        out->is_candidate[i] = true;
    }
    out->task = decide_task(&q->work);
    start_with_task(&c);
    choose_workers(&c);
    choose_for_light(&c);
    apply_single_core(&c);
    apply_shared_state(&c);
    apply_stateless(&c);
    apply_legacy(&c);
    apply_memory(&c);
    weigh(&c);
    find_ranges(&c);
    ASSERT(out->best < MODEL_COUNT && out->rows.n > 0);
}
