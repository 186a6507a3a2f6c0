/*
 * Each model is described by what it adds to a task (CPU anywhere, CPU on one serial thread), by
 * how many tasks it has under way, by how many cores it computes on, and by what it costs to hold a
 * task. The bounds follow from that; nothing here is fitted to results.
 */
#include "decide/predict.h"

#include <math.h>
#include <string.h>

static const double NS_PER_MS = 1e6;

/* One model with one workload; nanoseconds. */
struct shape {
    double wait;     /* that a task spends waiting while others go on */
    double busy;     /* of a core for each task, the task's own computing included */
    double serial;   /* of that, on one thread that all tasks need */
    double under_lock;
    double creation; /* before the first task can start */
    double latency;  /* what hand-overs add to one task */
    double slots, cores;
    double memory_kb;
};

static double at_least(double a, double b)
{
    return a > b ? a : b;
}

static double at_most(double a, double b)
{
    return a < b ? a : b;
}

/* A wait that blocks keeps the only thread busy, although it uses no CPU. */
static void on_one_thread(struct shape *s, bool blocks)
{
    s->cores = 1;
    if (blocks) {
        s->serial = s->busy + s->wait;
        s->wait = 0;
    } else {
        s->serial = s->busy;
    }
}

/* A pool takes no more workers than memory holds: the other tasks wait for their turn. */
static void fit_pool(struct shape *s, const struct host *h, double worker_kb)
{
    double room = h->memory_mb * 1024 - s->memory_kb;
    if (h->memory_mb > 0 && s->slots * worker_kb > room && room >= worker_kb)
        s->slots = floor(room / worker_kb);
    s->cores = at_most(s->cores, s->slots);
}

static void with_threads(struct shape *s, const struct costs *c, bool pooled)
{
    s->latency = pooled ? c->handoff : c->thread_create;
    s->busy += pooled ? c->handoff + 2 * c->context_switch
                      : c->thread_create + 2 * c->context_switch;
    s->serial = pooled ? c->handoff : c->thread_create;
    s->creation = pooled ? s->slots * c->thread_create : 0;
    s->memory_kb += s->slots * c->thread_kb;
}

static void with_processes(struct shape *s, const struct costs *c, bool pooled)
{
    s->latency = pooled ? 2 * c->process_handoff : c->process_create;
    s->busy += pooled ? 2 * (c->process_handoff + c->context_switch) : c->process_create;
    s->serial = pooled ? 2 * c->process_handoff : c->process_create;
    s->creation = pooled ? s->slots * c->process_create : 0;
    s->memory_kb += s->slots * c->process_kb;
}

static void with_loops(struct shape *s, const struct host *h, const struct costs *c)
{
    double loops = at_most(s->cores, s->slots);
    ASSERT(h->cores >= 1);
    s->busy += 2 * c->dispatch;
    s->serial = 0; /* each loop has its own thread, on its own core */
    s->creation = loops * c->process_create;
    s->memory_kb += loops * c->process_kb + s->slots * c->wait_kb;
}

static void with_executor(struct shape *s, const struct workload *w, const struct host *h,
                          const struct costs *c)
{
    double compute = w->cpu_ms * NS_PER_MS, on_loop = s->busy - compute + 2 * c->dispatch;
    if (w->legacy)
        fit_pool(s, h, c->thread_kb + c->wait_kb);
    double workers = w->legacy ? s->slots : at_most(h->cores, s->slots);
    bool hands_over = compute > 0 || w->legacy;
    s->serial = on_loop + (hands_over ? c->wake + c->handoff : 0);
    s->latency = hands_over ? c->handoff + c->wake : 0;
    s->busy = compute + s->serial + (hands_over ? c->context_switch : 0);
    s->creation = hands_over ? workers * c->thread_create : 0;
    s->memory_kb += workers * c->thread_kb + s->slots * c->wait_kb;
}

static void shape_of(const struct workload *w, const struct host *h, const struct costs *c,
                     enum bench_model m, struct shape *s)
{
    bool waits = w->io_ms > 0;
    memset(s, 0, sizeof *s);
    s->wait = w->io_ms * NS_PER_MS;
    s->busy = w->cpu_ms * NS_PER_MS + (waits ? c->round_trip : 0);
    s->slots = w->concurrency;
    s->cores = at_most(h->cores, s->slots);
    s->memory_kb = c->base_kb;
    switch (m) {
    case MODEL_SEQUENTIAL:
        s->slots = 1;
        on_one_thread(s, true);
        break;
    case MODEL_EVENT_LOOP:
        s->busy += 2 * c->dispatch;
        on_one_thread(s, w->legacy);
        s->memory_kb += s->slots * c->wait_kb;
        break;
    case MODEL_THREADS:
    case MODEL_THREAD_POOL:
        if (m == MODEL_THREAD_POOL)
            fit_pool(s, h, c->thread_kb);
        with_threads(s, c, m == MODEL_THREAD_POOL);
        break;
    case MODEL_PROCESSES:
    case MODEL_PROCESS_POOL:
        if (m == MODEL_PROCESS_POOL)
            fit_pool(s, h, c->process_kb);
        with_processes(s, c, m == MODEL_PROCESS_POOL);
        break;
    case MODEL_HYBRID:
        with_loops(s, h, c);
        if (w->legacy) { /* threads in each process, since a loop would block */
            with_threads(s, c, true);
            s->creation = s->slots * c->thread_create;
        }
        break;
    case MODEL_LOOP_EXECUTOR:
        with_executor(s, w, h, c);
        break;
    case MODEL_COUNT:
        BUG("no model");
    }
    bool has_own_lock = !w->needs_state && (m == MODEL_PROCESSES || m == MODEL_PROCESS_POOL ||
                                            m == MODEL_HYBRID);
    bool is_parallel = s->cores > 1 && m != MODEL_EVENT_LOOP && m != MODEL_SEQUENTIAL;
    if (w->shared > 0 && !has_own_lock)
        s->under_lock = w->shared * w->cpu_ms * NS_PER_MS +
                        (is_parallel ? c->contended_lock : c->lock);
}

/* The least time between two results, and what sets it. */
static double interval(const struct shape *s, enum limit *limit)
{
    const struct {
        double ns;
        enum limit limit;
    } bounds[] = {
        {(s->wait + s->busy + s->latency) / s->slots, LIMIT_WAIT},
        {s->busy / s->cores, LIMIT_CPU},
        {s->serial, LIMIT_THREAD},
        {s->under_lock, LIMIT_LOCK},
    };
    double most = 0;
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        if (bounds[i].ns > most) {
            most = bounds[i].ns;
            *limit = bounds[i].limit;
        }
    }
    return most;
}

void predict(const struct workload *w, const struct host *h, const struct costs *c,
             enum bench_model m, struct prediction *out)
{
    struct shape s;
    ASSERT(w->concurrency >= 1 && h->cores >= 1 && w->io_ms >= 0 && w->cpu_ms >= 0);
    memset(out, 0, sizeof *out);
    shape_of(w, h, c, m, &s);
    double each = at_least(interval(&s, &out->limit), 1);
    if (out->limit == LIMIT_THREAD && (m == MODEL_THREADS || m == MODEL_PROCESSES))
        out->limit = LIMIT_CREATION;
    double alone = s.wait + s.busy + s.latency;
    if (m == MODEL_SEQUENTIAL || (m == MODEL_EVENT_LOOP && w->legacy))
        alone = s.serial;
    double response = at_least(alone, each * w->concurrency);
    if (m == MODEL_SEQUENTIAL)
        response = alone; /* nobody queues for it: one task after the other is given */
    if (w->tasks > 0) {
        /* All but the last come at that interval, the last takes its time alone. */
        double wall = s.creation + at_least(alone, each * (w->tasks - 1)) +
                      (each * (w->tasks - 1) >= alone ? at_most(alone, each * s.slots) : 0);
        out->wall_ms = wall / NS_PER_MS;
        out->per_s = w->tasks / (wall / 1e9);
    } else {
        out->per_s = 1e9 / each;
    }
    double use = at_most(alone > 0 ? each > 0 ? s.busy / s.cores / each : 0 : 0, 1);
    out->p50_ms = response / NS_PER_MS;
    out->p99_ms = out->p50_ms * (1 + 0.5 * use * use);
    out->memory_mb = s.memory_kb / 1024;
    out->fits = h->memory_mb <= 0 || out->memory_mb <= h->memory_mb;
}

const char *limit_text(enum limit l)
{
    static const char *const texts[] = {
        [LIMIT_WAIT] = "the number of tasks at once",
        [LIMIT_CPU] = "the processors",
        [LIMIT_THREAD] = "one thread that every task needs",
        [LIMIT_CREATION] = "the creation of a thread or process for each task",
        [LIMIT_LOCK] = "the lock",
    };
    ASSERT((unsigned)l < sizeof texts / sizeof *texts);
    return texts[l];
}

/* Medians of `concadvise bench --primitives` on an idle virtual machine with 2 cores (AMD EPYC,
 * Linux 6.1), which pays for each wake-up of a processor; memory from its event-loop runs with 1
 * and with 10,000 waits. A hand-off to a process is taken as one to a thread. */
static const struct costs REFERENCE = {
    .thread_create = 51000, .process_create = 770000, .handoff = 5200, .process_handoff = 5200,
    .wake = 3500, .dispatch = 460, .context_switch = 3400, .lock = 7, .contended_lock = 20,
    .round_trip = 50000, .base_kb = 3800, .thread_kb = 8, .process_kb = 281, .wait_kb = 0.7,
};

const struct costs *costs_reference(void)
{
    return &REFERENCE;
}

bool costs_set(struct costs *c, const char *primitive, double value)
{
    const struct {
        const char *name;
        double *at, scale;
    } all[] = {
        {"thread-create", &c->thread_create, 1},
        {"process-create", &c->process_create, 1},
        {"queue-handoff", &c->handoff, 1},
        {"process-handoff", &c->process_handoff, 1},
        {"loop-wakeup", &c->wake, 1},
        {"loop-dispatch", &c->dispatch, 1},
        {"context-switch", &c->context_switch, 1},
        {"lock-uncontended", &c->lock, 1},
        {"lock-contended", &c->contended_lock, 1},
        {"socket-roundtrip", &c->round_trip, 1},
        {"thread-memory", &c->thread_kb, 1.0 / 1024},
        {"process-memory", &c->process_kb, 1.0 / 1024},
    };
    ASSERT(value >= 0);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!strcmp(all[i].name, primitive)) {
            *all[i].at = value * all[i].scale;
            return true;
        }
    }
    return false;
}
