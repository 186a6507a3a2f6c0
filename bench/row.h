/*
 * What is kept of measurements: which machine, which call of `bench`, and one row for every single
 * run that finished. Rows are facts and are never changed; everything else (medians, winners,
 * tables, charts) is worked out from them when it is asked for.
 */
#ifndef BENCH_ROW_H
#define BENCH_ROW_H

#include "bench/bench.h"

/* Two machines with equal fields have the same fingerprint, and only their rows are compared
 * without a word. */
struct bench_machine {
    const char *fingerprint; /* 16 hex digits of the fields below */
    const char *cpu;         /* "AMD EPYC 7B13" */
    uint32_t cpus;           /* that this process may use: affinity and cgroup quota */
    uint32_t quota_percent;  /* cgroup CPU quota, 150 is one and a half processors; 0: none */
    const char *kernel;      /* "Linux 6.1.0-18-amd64 x86_64" */
    uint32_t memory_mb;      /* rounded to 64: it differs a little from boot to boot */
    uint32_t memory_limit_mb;/* of the cgroup; 0: none */
};

struct bench_run { /* one call of `bench` */
    int64_t id;              /* in this database, counted from 1 */
    const char *uid;         /* in any database: 32 hex digits */
    const char *machine;     /* fingerprint */
    const char *grid;        /* "default", "quick", "full" */
    const char *tool;        /* version of concadvise */
    int64_t started_s, ended_s; /* since 1970; ended_s 0: it was killed */
    const char *noise;       /* what disturbed it, in words; "": nothing was seen */
};
struct bench_runs {
    struct bench_run *v;
    uint32_t n, cap;
};

struct bench_row { /* one finished bench_run_once() */
    int64_t run;             /* bench_run.id */
    uint32_t seq;            /* place in the run, from 1 */
    uint32_t version;        /* BENCH_VERSION */
    int64_t taken_s;         /* since 1970 */
    uint32_t measured_tasks; /* fewer than params.tasks: times are extrapolated from these */
    struct bench_params params;
    struct bench_sample sample; /* as measured, nothing extrapolated */
};
struct bench_rows {
    struct bench_row *v;
    uint32_t n, cap;
};

struct bench_primitive_row {
    int64_t run;
    uint32_t version;
    struct bench_primitive primitive;
};
struct bench_primitive_rows {
    struct bench_primitive_row *v;
    uint32_t n, cap;
};

#endif
