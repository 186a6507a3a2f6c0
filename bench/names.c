/* Names of models and workloads, and which model has which implementations for what. */
#include <string.h>

#include "bench/names.h"

static const char *const MODELS[MODEL_COUNT] = {
    "sequential", "event-loop",  "threads",      "processes",
    "hybrid",     "thread-pool", "process-pool", "loop-executor",
};
static const char *const WORKLOADS[WORKLOAD_COUNT] = {
    "io-wait", "legacy-io",    "disk-io",    "cpu-heavy", "cpu-light",
    "mixed",   "shared-state", "serialised", "spawn",     "endpoint",
};

const char *bench_model_name(enum bench_model m)
{
    ASSERT(m < MODEL_COUNT);
    return MODELS[m];
}

const char *bench_workload_name(enum bench_workload w)
{
    ASSERT(w < WORKLOAD_COUNT);
    return WORKLOADS[w];
}

static uint32_t find(const char *const *names, uint32_t n, const char *name)
{
    uint32_t i = 0;
    while (i < n && strcmp(names[i], name) != 0)
        i++;
    return i;
}

bool bench_model_find(const char *name, enum bench_model *out)
{
    uint32_t i = find(MODELS, MODEL_COUNT, name);
    if (i < MODEL_COUNT)
        *out = (enum bench_model)i;
    return i < MODEL_COUNT;
}

bool bench_workload_find(const char *name, enum bench_workload *out)
{
    uint32_t i = find(WORKLOADS, WORKLOAD_COUNT, name);
    if (i < WORKLOAD_COUNT)
        *out = (enum bench_workload)i;
    return i < WORKLOAD_COUNT;
}

/* ---- implementations ---- */

static const char *const PLAIN[] = {""};
static const char *const LOOPS[] = {"", "epoll"};            /* libuv; by hand */
static const char *const HYBRIDS[] = {"", "threads"};        /* a loop in each process; threads */
static const char *const PROCESS_POOLS[] = {"", "shm"};      /* socket pair; a queue in memory */
static const char *const EXECUTORS[] = {"", "process-pool"}; /* libuv's threads; processes */
static const char *const THREADS_SHARE[] = {"", "sharded", "atomic"};
static const char *const PROCESSES_SHARE[] = {"", "pipe"};   /* a lock in shared memory; an owner */
static const char *const SPAWNS[] = {"", "fork", "vfork", "posix-spawn", "system", "popen"};
static const char *const ENDPOINT_LOOPS[] = {"", "blocking"}; /* how it asks the upstream */

#define VARIANTS(list) (*out = (list), (uint32_t)(sizeof(list) / sizeof *(list)))

static uint32_t sharing_variants(enum bench_model m, const char *const **out)
{
    switch (m) {
    case MODEL_THREADS:
    case MODEL_THREAD_POOL:
        return VARIANTS(THREADS_SHARE);
    case MODEL_PROCESSES:
    case MODEL_PROCESS_POOL:
        return VARIANTS(PROCESSES_SHARE);
    default:
        return VARIANTS(PLAIN);
    }
}

enum names_sharing names_sharing(enum bench_model m, uint32_t variant)
{
    switch (m) {
    case MODEL_SEQUENTIAL:
    case MODEL_EVENT_LOOP:
        return SHARING_NONE;
    case MODEL_THREADS:
    case MODEL_THREAD_POOL:
        return variant == 0 ? SHARING_LOCK : variant == 1 ? SHARING_SHARDED : SHARING_ATOMIC;
    case MODEL_PROCESSES:
    case MODEL_PROCESS_POOL:
        return variant == 0 ? SHARING_LOCK : SHARING_OWNER;
    default:
        return SHARING_LOCK;
    }
}

static uint32_t endpoint_variants(enum bench_model m, const char *const **out)
{
    switch (m) {
    case MODEL_EVENT_LOOP:
        return VARIANTS(ENDPOINT_LOOPS);
    case MODEL_THREAD_POOL:
    case MODEL_LOOP_EXECUTOR:
        return VARIANTS(PLAIN);
    default:
        return 0;
    }
}

/* Of tasks that are no more than tasks. */
static uint32_t task_variants(enum bench_workload w, enum bench_model m, const char *const **out)
{
    bool waits = w == WORK_IO_WAIT || w == WORK_MIXED;
    switch (m) {
    case MODEL_EVENT_LOOP:
        return VARIANTS(LOOPS);
    case MODEL_HYBRID:
        return waits ? VARIANTS(HYBRIDS) : VARIANTS(PLAIN);
    case MODEL_PROCESS_POOL:
        return VARIANTS(PROCESS_POOLS);
    case MODEL_LOOP_EXECUTOR: /* pure waits leave its pool nothing to do */
        return w == WORK_IO_WAIT ? VARIANTS(PLAIN) : VARIANTS(EXECUTORS);
    default:
        return VARIANTS(PLAIN);
    }
}

uint32_t bench_variants(enum bench_workload w, enum bench_model m, const char *const **out)
{
    ASSERT(w < WORKLOAD_COUNT && m < MODEL_COUNT);
    *out = NULL;
    switch (w) {
    case WORK_SHARED_STATE:
        return sharing_variants(m, out);
    case WORK_SPAWN:
        return m == MODEL_SEQUENTIAL ? VARIANTS(SPAWNS) : 0;
    case WORK_ENDPOINT:
        return endpoint_variants(m, out);
    default:
        return task_variants(w, m, out);
    }
}
