/*
 * A pair of results says what the finding's shape costs against the shape that the matrix wants; a
 * single operation says what the fix costs. Measured here first; then predicted, where single
 * operations were measured here; then the reference machine.
 */
#include "advise/guidance.h"

#include <math.h>
#include <string.h>

#include "decide/predict.h"

enum { NONE = -1 };

struct guidance {
    const char *rule, *row, *model;
    const char *lead;      /* what the figures are about, the start of the sentence */
    int workload;          /* enum bench_workload; NONE: a single operation */
    struct evidence_who better, worse;
    const char *benchmark; /* its name; of a single operation that of the primitive */
};

static const struct guidance GUIDANCE[] = {
    {"CA101", "task/mixed", "loop-executor", "a loop that waits",
     WORK_ENDPOINT, {MODEL_EVENT_LOOP, ""}, {MODEL_EVENT_LOOP, "blocking"},
     "endpoint/loop-blocking"},
    {"CA102", "task/mixed", "loop-executor", "computing on the loop instead of in a pool",
     WORK_MIXED, {MODEL_LOOP_EXECUTOR, ""}, {MODEL_EVENT_LOOP, ""}, "mixed/event-loop"},
    {"CA103", "task/mixed", "loop-executor", "a loop that waits", WORK_ENDPOINT,
     {MODEL_EVENT_LOOP, ""}, {MODEL_EVENT_LOOP, "blocking"}, "endpoint/loop-blocking"},
    {"CA104", "task/mixed", "loop-executor", "to wake a loop from another thread", NONE, {0}, {0},
     "loop-wakeup"},
    {"CA201", "constraint/shared-state", "threads", "a lock that nobody else wants", NONE, {0},
     {0}, "lock-uncontended"},
    {"CA202", "constraint/shared-state", "threads", "to pass a message to another process and back",
     NONE, {0}, {0}, "socket-roundtrip"},
    {"CA203", "task/mixed", "loop-executor",
     "a hand-over to a waiting thread, with what the job needs in it", NONE, {0}, {0},
     "queue-wakeup"},
    {"CA204", "constraint/shared-state", "process-pool",
     "under one lock instead of with a copy for each worker", WORK_SERIALISED,
     {MODEL_PROCESS_POOL, ""}, {MODEL_THREAD_POOL, ""},
     "serialised/thread-pool"},
    {"CA205", "constraint/shared-state", "threads", "a lock that others want too", NONE, {0}, {0},
     "lock-contended"},
    {"CA206", "constraint/shared-state", "threads", "a lock that nobody else wants", NONE, {0}, {0},
     "lock-uncontended"},
    {"CA301", "task/cpu-bound", "thread-pool", "under one lock instead of side by side",
     WORK_SERIALISED, {MODEL_PROCESS_POOL, ""}, {MODEL_THREAD_POOL, ""}, "serialised/thread-pool"},
    {"CA302", "task/io-legacy", "thread-pool", "to make and end a thread, which a pool does once",
     NONE, {0}, {0}, "thread-create"},
    {"CA303", "constraint/shared-state", "threads", "waits one after the other instead of side by "
     "side", WORK_LEGACY_IO, {MODEL_THREAD_POOL, ""}, {MODEL_SEQUENTIAL, ""},
     "legacy-io/sequential"},
    {"CA304", "constraint/shared-state", "threads", "to wait and be woken by another thread", NONE,
     {0}, {0}, "queue-wakeup"},
    {"CA305", "task/cpu-light", "sequential", "light work handed to a pool instead of called",
     WORK_CPU_LIGHT, {MODEL_SEQUENTIAL, ""}, {MODEL_THREAD_POOL, ""}, "cpu-light/thread-pool"},
    {"CA401", "task/io-bound", "sequential", "through a shell instead of by a call", WORK_SPAWN,
     {MODEL_SEQUENTIAL, ""}, {MODEL_SEQUENTIAL, "system"}, "spawn/system"},
    {"CA402", "task/io-bound", "event-loop", "a process for each client instead of a loop",
     WORK_IO_WAIT, {MODEL_EVENT_LOOP, ""}, {MODEL_PROCESSES, ""}, "io-wait/processes"},
    {"CA403", "constraint/shared-state", "threads",
     "to start a program by posix_spawn() or vfork()", NONE, {0}, {0}, "process-exec"},
};
enum { N_GUIDANCE = sizeof GUIDANCE / sizeof GUIDANCE[0] };

static const struct guidance *find(const char *rule)
{
    for (size_t i = 0; i < N_GUIDANCE; i++) {
        if (!strcmp(GUIDANCE[i].rule, rule))
            return &GUIDANCE[i];
    }
    return NULL;
}

const char *guidance_row(const char *rule)
{
    const struct guidance *g = find(rule);
    return g ? g->row : NULL;
}

const char *guidance_model(const char *rule)
{
    const struct guidance *g = find(rule);
    return g ? g->model : NULL;
}

/* ---- words ---- */

/* "11,453", "16.0" */
static const char *rate_text(struct arena *a, double v)
{
    if (v < 99.95)
        return arena_printf(a, "%.*f", v < 9.995 ? 2 : 1, v);
    const char *digits = arena_printf(a, "%.0f", v);
    struct buf BUF_CLEANUP out = {0};
    size_t n = strlen(digits);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0)
            buf_addc(&out, ',');
        buf_addc(&out, digits[i]);
    }
    return arena_strdup(a, buf_str(&out));
}

static const char *machine_text(bool is_reference)
{
    return is_reference ? "the reference machine" : "this machine";
}

static const char *cost_text(struct arena *a, const struct evidence_cost *c)
{
    return !strcmp(c->unit, "ns") ? results_time(a, c->value / 1e9)
                                  : results_memory(a, c->value / 1024);
}

/* "500 clients" */
static const char *who_text(struct arena *a, const struct bench_params *p)
{
    const char *what = p->workload == WORK_ENDPOINT ? "client" : "task";
    uint32_t n = p->concurrency;
    if (n < 2)
        return arena_printf(a, "%ss one by one", what);
    return arena_printf(a, "%u %ss%s", n, what, p->workload == WORK_ENDPOINT ? "" : " at once");
}

static const char *pair_text(struct arena *a, const struct guidance *g,
                             const struct evidence_pair *pair, double better, double worse,
                             double lost, const char *where)
{
    const struct bench_params *p = &pair->better->params;
    if (p->concurrency < pair->worse->params.concurrency)
        p = &pair->worse->params; /* the other one is sequential */
    const char *unit = p->workload == WORK_ENDPOINT ? "req/s" : "tasks/s";
    const char *failed =
        lost >= 0.005 ? arena_printf(a, " with %.0f %% time-outs", floor(100 * lost)) : "";
    return arena_printf(a, "%s: %s on %s went from %s %s to %s %s%s", g->lead, who_text(a, p),
                        where, rate_text(a, better), unit, rate_text(a, worse), unit, failed);
}

/* ---- evidence ---- */

static bool work_of(const struct bench_params *p, struct evidence_who who, const struct costs *c,
                    struct workload *w, struct host *h)
{
    if (p->workload != WORK_ENDPOINT)
        return evidence_work(p, c, w, h);
    *w = (struct workload){.io_ms = p->io_us / 1e3, .concurrency = p->concurrency,
                           .legacy = *who.variant != 0};
    *h = (struct host){.cores = p->cores ? p->cores : 1};
    return p->concurrency > 0;
}

/* What the performance model says of the same two pieces of work. */
static bool predict_pair(struct arena *a, const struct evidence *e, const struct guidance *g,
                         const struct evidence_pair *pair, struct finding_evidence *out)
{
    struct workload w;
    struct host h;
    struct prediction better, worse;
    if (!e->costs.is_measured || !work_of(&pair->better->params, g->better, &e->costs, &w, &h))
        return false;
    predict(&w, &h, &e->costs, g->better.model, &better);
    if (!work_of(&pair->worse->params, g->worse, &e->costs, &w, &h))
        return false;
    predict(&w, &h, &e->costs, g->worse.model, &worse);
    out->kind = EVIDENCE_PREDICTED;
    out->better = better.per_s;
    out->worse = worse.per_s;
    out->text = pair_text(a, g, pair, better.per_s, worse.per_s, 0, "this machine");
    return better.per_s > worse.per_s;
}

static void pair_evidence(struct arena *a, const struct evidence *e, const struct guidance *g,
                          struct finding_evidence *out)
{
    struct evidence_pair pair;
    ASSERT(g->workload >= 0 && g->workload < WORKLOAD_COUNT);
    if (!evidence_pair(e, (enum bench_workload)g->workload, g->better, g->worse, &pair))
        return;
    out->benchmark = g->benchmark;
    out->unit = "1/s";
    if (pair.is_reference && predict_pair(a, e, g, &pair, out))
        return;
    out->kind = pair.is_reference ? EVIDENCE_REFERENCE : EVIDENCE_MEASURED;
    out->better = pair.better->rate.median;
    out->worse = pair.worse->rate.median;
    out->date = evidence_date(a, pair.worse->last_s);
    out->text = pair_text(a, g, &pair, out->better, out->worse, pair.worse->lost,
                          machine_text(pair.is_reference));
}

static void cost_evidence(struct arena *a, const struct evidence *e, const struct guidance *g,
                          struct finding_evidence *out)
{
    struct evidence_cost c;
    if (!evidence_cost(e, g->benchmark, &c))
        return;
    *out = (struct finding_evidence){
        .kind = c.is_reference ? EVIDENCE_REFERENCE : EVIDENCE_MEASURED,
        .benchmark = g->benchmark, .worse = c.value, .unit = c.unit,
        .date = evidence_date(a, c.taken_s),
        .text = arena_printf(a, "%s: %s on %s", g->lead, cost_text(a, &c),
                             machine_text(c.is_reference))};
}

void guidance_evidence(struct arena *a, const struct evidence *e, const char *rule,
                       struct finding_evidence *out)
{
    const struct guidance *g = find(rule);
    *out = (struct finding_evidence){0};
    if (g && g->workload == NONE)
        cost_evidence(a, e, g, out);
    else if (g)
        pair_evidence(a, e, g, out);
}

static bool needs_evidence(const struct finding *f)
{
    return f->evidence.kind == EVIDENCE_NONE && find(f->rule);
}

const char *guidance_workloads(struct arena *a, const struct findings *f)
{
    bool needs[WORKLOAD_COUNT] = {false}, is_any = false;
    struct buf BUF_CLEANUP out = {0};
    buf_addc(&out, ' ');
    for (uint32_t i = 0; i < f->list.n; i++) {
        if (!needs_evidence(&f->list.v[i]))
            continue;
        const struct guidance *g = find(f->list.v[i].rule);
        is_any = true;
        if (g->workload != NONE)
            needs[g->workload] = true;
    }
    for (int w = 0; w < WORKLOAD_COUNT; w++) {
        if (needs[w])
            buf_addf(&out, " %s ", bench_workload_name((enum bench_workload)w));
    }
    return is_any ? arena_strdup(a, buf_str(&out)) : NULL;
}

void guidance_apply(struct arena *a, struct findings *f, const struct evidence *e)
{
    for (uint32_t i = 0; i < f->list.n; i++) {
        struct finding *x = &f->list.v[i];
        if (!needs_evidence(x))
            continue;
        x->matrix_row = guidance_row(x->rule);
        x->model = guidance_model(x->rule);
        guidance_evidence(a, e, x->rule, &x->evidence);
    }
}
