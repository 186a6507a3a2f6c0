/* Names of models and workloads, and which model has which implementations for what. */
#include <string.h>

#include "bench/bench.h"

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

static const char *const PLAIN[] = {""};

#define VARIANTS(list) (*out = (list), (uint32_t)(sizeof(list) / sizeof *(list)))

uint32_t bench_variants(enum bench_workload w, enum bench_model m, const char *const **out)
{
    ASSERT(w < WORKLOAD_COUNT && m < MODEL_COUNT);
    *out = NULL;
    if (w == WORK_IO_WAIT && (m == MODEL_SEQUENTIAL || m == MODEL_EVENT_LOOP))
        return VARIANTS(PLAIN);
    return 0;
}
