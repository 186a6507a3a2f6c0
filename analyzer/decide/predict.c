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
    double request;  /* of that, the asking by a thread */
    double peer;     /* the same, by others */
    double serial;   /* of that, on one thread that all tasks need */
    double under_lock;
    double creation; /* before the first task can start */
    double latency;  /* that passes in one task beside its wait and its computing */
    double slots, cores;
    double base_kb, each_kb; /* each: thread, process or wait that is alive */
    bool is_made_for_each;   /* so only those are alive that are under way */
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
    s->serial = s->busy;
    if (blocks) {
        s->serial += s->wait + s->latency;
        s->wait = s->latency = 0;
    }
}

/* A pool takes no more workers than memory holds: the other tasks wait for their turn. */
static void fit_pool(struct shape *s, const struct host *h)
{
    double room = h->memory_mb * 1024 - s->base_kb;
    if (h->memory_mb > 0 && s->slots * s->each_kb > room && room >= s->each_kb)
        s->slots = floor(room / s->each_kb);
    s->cores = at_most(s->cores, s->slots);
}

static void with_threads(struct shape *s, const struct host *h, const struct costs *c, bool pooled)
{
    s->base_kb += c->pool_kb;
    s->each_kb = c->thread_kb;
    s->is_made_for_each = !pooled;
    if (pooled)
        fit_pool(s, h);
    /* Who waits is switched out and in, which a request's cost includes; who does not may have to
     * make room for the one that gives out the work. */
    double handoff = c->handoff + (s->wait > 0 ? 0 : c->context_switch);
    s->busy += pooled ? handoff : c->thread_cpu;
    s->latency += pooled ? handoff : 2 * c->context_switch; /* it starts, its end is seen */
    s->serial = pooled ? c->handoff : c->thread_start;
}

static void with_processes(struct shape *s, const struct host *h, const struct costs *c,
                           bool pooled)
{
    s->each_kb = c->process_kb;
    s->is_made_for_each = !pooled;
    if (pooled)
        fit_pool(s, h);
    s->busy += pooled ? c->process_handoff : c->process_cpu;
    s->latency += pooled ? c->process_handoff : 2 * c->context_switch;
    s->serial = pooled ? c->process_send : c->process_start;
}

/* Where the waits block, somebody asks as a thread does. */
static void on_a_loop(struct shape *s, const struct costs *c, bool blocks)
{
    double compute = s->busy - s->request;
    ASSERT(compute >= -1);
    s->busy = blocks || s->request <= 0 ? s->busy + 2 * c->dispatch : compute + c->loop_request;
    s->base_kb += c->loop_kb;
}

/* Processes made before, each with a loop, or with threads where a loop would not wait. */
static void with_loops(struct shape *s, const struct workload *w, const struct host *h,
                       const struct costs *c)
{
    double loops = at_most(h->cores > 2 ? h->cores : 2, s->slots);
    ASSERT(loops >= 1);
    s->serial = 0; /* each has its own thread, on its own core */
    s->base_kb += loops * c->process_kb;
    if (w->legacy || s->wait <= 0) {
        s->creation = c->process_cpu + s->slots / loops * c->thread_cpu;
        s->each_kb = c->thread_kb;
        fit_pool(s, h);
        return;
    }
    on_a_loop(s, c, w->legacy);
    s->each_kb = c->wait_kb;
}

static void with_executor(struct shape *s, const struct workload *w, const struct host *h,
                          const struct costs *c)
{
    double compute = w->cpu_ms * NS_PER_MS;
    bool hands_over = compute > 0 || w->legacy;
    on_a_loop(s, c, w->legacy);
    s->each_kb = c->wait_kb + (w->legacy ? c->thread_kb : 0);
    if (w->legacy)
        fit_pool(s, h);
    s->serial = w->legacy ? 2 * c->dispatch : s->busy - compute;
    if (!hands_over)
        return;
    s->busy += c->executor;
    s->serial += c->executor;
    s->latency += c->executor;
    s->base_kb += c->pool_kb + (w->legacy ? 0 : at_most(h->cores, s->slots) * c->thread_kb);
}

static void set_lock(struct shape *s, const struct workload *w, const struct costs *c,
                     enum bench_model m)
{
    bool has_own_lock = !w->needs_state && (m == MODEL_PROCESSES || m == MODEL_PROCESS_POOL ||
                                            m == MODEL_HYBRID);
    bool is_parallel = s->cores > 1 && m != MODEL_EVENT_LOOP && m != MODEL_SEQUENTIAL;
    if (w->shared > 0 && !has_own_lock)
        s->under_lock = w->shared * w->cpu_ms * NS_PER_MS +
                        (is_parallel ? c->contended_lock : c->lock);
}

/* The more threads wait, the less of what one needs is still at hand when it goes on. */
static double request_of(const struct costs *c, double threads)
{
    double few = log(REQUESTS_FEW), many = log(REQUESTS_MANY);
    double crowd = at_most(at_least((log(threads) - few) / (many - few), 0), 2);
    return c->request + crowd * at_least(c->request_crowd - c->request, 0);
}

static void shape_of(const struct workload *w, const struct host *h, const struct costs *c,
                     enum bench_model m, struct shape *s)
{
    bool waits = w->io_ms > 0;
    memset(s, 0, sizeof *s);
    s->wait = w->io_ms * NS_PER_MS;
    s->request = waits ? request_of(c, w->concurrency) : 0;
    s->busy = w->cpu_ms * NS_PER_MS + s->request;
    s->latency = waits ? c->round_trip : 0;
    s->peer = w->peer_ms * NS_PER_MS;
    s->slots = w->concurrency;
    s->cores = at_most(h->cores, s->slots);
    s->base_kb = c->base_kb;
    switch (m) {
    case MODEL_SEQUENTIAL:
        s->slots = 1;
        on_one_thread(s, true);
        break;
    case MODEL_EVENT_LOOP:
        on_a_loop(s, c, w->legacy);
        on_one_thread(s, w->legacy);
        s->each_kb = c->wait_kb;
        break;
    case MODEL_THREADS:
    case MODEL_THREAD_POOL:
        with_threads(s, h, c, m == MODEL_THREAD_POOL);
        break;
    case MODEL_PROCESSES:
    case MODEL_PROCESS_POOL:
        with_processes(s, h, c, m == MODEL_PROCESS_POOL);
        break;
    case MODEL_HYBRID:
        with_loops(s, w, h, c);
        break;
    case MODEL_LOOP_EXECUTOR:
        with_executor(s, w, h, c);
        break;
    case MODEL_COUNT:
        BUG("no model");
    }
    set_lock(s, w, c, m);
}

/* ---- how fast ---- */

/* The least time between two results that the resources allow, and which one sets it; others on
 * the same processors use all of them. */
static double bottleneck(const struct shape *s, const struct host *h, enum limit *limit)
{
    const struct {
        double ns;
        enum limit limit;
    } bounds[] = {
        {s->busy / s->cores, LIMIT_CPU},
        {(s->busy + s->peer) / h->cores, LIMIT_CPU},
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

/* From the first task that is given to the last result. Tasks come in waves of as many as there are
 * slots; those of a wave are given together, and each waits for half of the others. When the
 * bottleneck never rests, only its time counts, and the first wait, in which it has nothing to do
 * yet. */
static double batch_ns(const struct shape *s, double alone, double each, double tasks)
{
    double waves = ceil(tasks / s->slots), slots = at_most(s->slots, tasks);
    double queue = each * at_least(slots - s->cores, 0) / 2;
    return s->creation + at_least(waves * (alone + queue),
                                  tasks * each + at_least(s->wait - each * slots / 2, 0));
}

/* In a batch as many of those that are made for each task are alive as Little's law says, and as
 * many more as it takes to keep the maker from the processors until no more are made than end. A
 * service has to have room for all that are under way. */
static double memory_kb(const struct shape *s, const struct host *h, double alone, double each,
                        bool is_batch)
{
    double alive = s->slots;
    ASSERT(each > 0);
    if (s->is_made_for_each && s->serial > 0 && is_batch)
        alive = at_most(alive, alone / each + at_least(h->cores * each / s->serial - 1, 1));
    return s->base_kb + alive * s->each_kb;
}

void predict(const struct workload *w, const struct host *h, const struct costs *c,
             enum bench_model m, struct prediction *out)
{
    struct shape s;
    ASSERT(w->concurrency >= 1 && h->cores >= 1 && w->io_ms >= 0 && w->cpu_ms >= 0);
    memset(out, 0, sizeof *out);
    shape_of(w, h, c, m, &s);
    double each = at_least(bottleneck(&s, h, &out->limit), 1);
    bool is_one_by_one = m == MODEL_SEQUENTIAL || (m == MODEL_EVENT_LOOP && w->legacy);
    double alone = is_one_by_one ? s.serial : s.wait + s.busy + s.latency;
    double between = at_least(each, alone / s.slots);
    if (between > each)
        out->limit = LIMIT_WAIT;
    if (out->limit == LIMIT_THREAD && s.is_made_for_each)
        out->limit = LIMIT_CREATION;
    double response = at_least(alone, between * w->concurrency);
    if (m == MODEL_SEQUENTIAL)
        response = alone; /* nobody queues for it: one task after the other is given */
    out->per_s = 1e9 / between;
    if (w->tasks > 0) {
        double wall = batch_ns(&s, alone, each, w->tasks);
        out->wall_ms = wall / NS_PER_MS;
        out->per_s = w->tasks / (wall / 1e9);
    }
    double use = at_most(s.busy / s.cores / between, 1);
    out->p50_ms = response / NS_PER_MS;
    out->p99_ms = out->p50_ms * (1 + 0.5 * use * use);
    out->memory_mb = memory_kb(&s, h, alone, each, w->tasks > 0) / 1024;
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

/* What rules/reference.json replaces, by and by: medians of an idle virtual machine with 2 cores
 * (AMD EPYC, Linux 6), which pays for each wake-up of a processor. */
static const struct costs REFERENCE = {
    .thread_start = 20000, .thread_cpu = 37000, .process_start = 250000, .process_cpu = 450000,
    .handoff = 190, .process_send = 3000, .process_handoff = 6500, .executor = 21000,
    .dispatch = 420, .context_switch = 3500, .lock = 8, .contended_lock = 25, .request = 72000,
    .request_crowd = 110000, .loop_request = 60000, .request_peer = 50000, .round_trip = 53000,
    .base_kb = 2150, .loop_kb = 290, .wait_kb = 0.7, .pool_kb = 130, .thread_kb = 12,
    .process_kb = 42,
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
        {"thread-start", &c->thread_start, 1},
        {"thread-cpu", &c->thread_cpu, 1},
        {"process-start", &c->process_start, 1},
        {"process-cpu", &c->process_cpu, 1},
        {"queue-handoff", &c->handoff, 1},
        {"process-send", &c->process_send, 1},
        {"process-handoff", &c->process_handoff, 1},
        {"executor-handoff", &c->executor, 1},
        {"loop-dispatch", &c->dispatch, 1},
        {"context-switch", &c->context_switch, 1},
        {"lock-uncontended", &c->lock, 1},
        {"lock-contended", &c->contended_lock, 1},
        {"request-cpu", &c->request, 1},
        {"request-crowd", &c->request_crowd, 1},
        {"loop-request", &c->loop_request, 1},
        {"request-peer", &c->request_peer, 1},
        {"socket-roundtrip", &c->round_trip, 1},
        {"base-memory", &c->base_kb, 1.0 / 1024},
        {"loop-memory", &c->loop_kb, 1.0 / 1024},
        {"wait-memory", &c->wait_kb, 1.0 / 1024},
        {"pool-memory", &c->pool_kb, 1.0 / 1024},
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
