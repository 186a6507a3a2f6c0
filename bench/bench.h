/*
 * One measurement: a model does the tasks of a workload once, in a child process of its own, and a
 * sample says what it took. Nothing here knows databases, statistics or output. The eight models
 * are those of the decision matrix; a variant is another real implementation of the same model
 * (event-loop on libuv, and by hand on epoll).
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include "base/base.h"

enum bench_model {
    MODEL_SEQUENTIAL,
    MODEL_EVENT_LOOP,
    MODEL_THREADS,       /* one for each task, at most `concurrency` at a time */
    MODEL_PROCESSES,     /* one for each task, at most `concurrency` at a time */
    MODEL_HYBRID,        /* some processes, each with threads or a loop of its own */
    MODEL_THREAD_POOL,
    MODEL_PROCESS_POOL,
    MODEL_LOOP_EXECUTOR,
    MODEL_COUNT
};

enum bench_workload {
    WORK_IO_WAIT,      /* a request to a loopback server that answers after io_us */
    WORK_LEGACY_IO,    /* the same wait behind an interface that can only block */
    WORK_DISK_IO,      /* read, write and fsync of payload bytes */
    WORK_CPU_HEAVY,    /* cpu_us of computing for each task */
    WORK_CPU_LIGHT,    /* tasks far under the cost of a hand-off */
    WORK_MIXED,        /* io_us of waiting, then cpu_us of computing */
    WORK_SHARED_STATE, /* shared_permille of each task's computing touches shared state */
    WORK_SERIALISED,   /* computing under one lock: the effect of a global interpreter lock */
    WORK_SPAWN,        /* trivial I/O by direct call, fork, posix_spawn, system, popen */
    /* Users against a server whose handler needs an upstream that takes io_us: a pool of 40 threads
     * with blocking handlers, a loop, a loop that calls the upstream so that it blocks (event-loop,
     * variant "blocking"), a loop that does so in an executor of 40 threads. */
    WORK_ENDPOINT,
    WORKLOAD_COUNT
};

/* What one run is asked to do. 0 means "does not apply". Two runs are comparable when all of these
 * are equal. */
struct bench_params {
    enum bench_workload workload;
    enum bench_model model;
    const char *variant;     /* "" for the model's first implementation; see bench_variants() */
    uint32_t tasks;          /* endpoint: 0, the duration counts */
    uint32_t concurrency;    /* waits under way at once, pool size, or users */
    uint32_t io_us, cpu_us;  /* for each task */
    uint32_t payload;        /* bytes for each task */
    uint32_t shared_permille;
    uint32_t cores;          /* the run is pinned to so many of the allowed CPUs */
    uint32_t duration_ms;    /* endpoint: how long users keep asking */
    uint32_t timeout_ms;     /* endpoint: when a user gives up */
};

/* What one run took, summed over all of its processes. Latencies are those of single tasks, from
 * the moment they could start to their result. */
struct bench_sample {
    uint64_t wall_ns, cpu_ns;
    uint64_t helper_cpu_ns; /* of the upstream server, which is no part of the run; not kept */
    uint64_t done, failed;
    uint64_t p50_ns, p99_ns, max_ns;
    uint64_t pss_peak_kb;  /* proportional set size, as if nobody else on the machine had a share */
    uint32_t threads_peak, processes_peak;
    uint64_t switches_voluntary, switches_involuntary;
};

const char *bench_model_name(enum bench_model m);       /* "thread-pool" */
const char *bench_workload_name(enum bench_workload w); /* "io-wait" */
bool bench_model_find(const char *name, enum bench_model *out);
bool bench_workload_find(const char *name, enum bench_workload *out);

/* The implementations of a model for a workload, the first one is ""; 0: it has none (say, spawn
 * by an event loop). */
uint32_t bench_variants(enum bench_workload w, enum bench_model m, const char *const **out);

/* Runs once, leaves nothing behind: no process, no file, no listening socket; on SIGINT (see
 * bench_stop) as well. Servers listen on loopback only, on free ports. */
MUST_USE bool bench_run_once(const struct bench_params *p, struct bench_sample *out,
                             struct err *err);
/* Ends the run that is under way, which then fails with "stopped", as does every later one of this
 * process. Safe in a signal handler. */
void bench_stop(void);

/* Steps of computing in a microsecond, by which cpu_us becomes work: found out at the first use, or
 * set to what was found out before, so that runs of different days do the same work. */
double bench_cpu_rate(void);
void bench_set_cpu_rate(double steps_per_us);

/* How many requests are under way at once when the costs of one are measured. */
enum { REQUESTS_FEW = 40, REQUESTS_MANY = 800 };

/* Costs of single operations, in nanoseconds or bytes: creation, hand-off, wake-up, switch,
 * lock. */
struct bench_primitive {
    const char *name, *unit; /* "thread-create", "ns" */
    double value;            /* the median over many */
    double mad;              /* median absolute deviation */
};
/* Calls back once for each primitive, in a stable order. */
MUST_USE bool bench_primitives(bool quick,
                               void (*each)(void *data, const struct bench_primitive *p),
                               void *data, struct err *err);

#define BENCH_VERSION 2 /* raise it when a workload's meaning changes: old rows are then history */

#endif
