/*
 * Rows worked out: all runs with the same parameters are one result. Times of a run that did fewer
 * tasks than it stands for are scaled up here, and marked.
 */
#ifndef BENCH_RESULTS_H
#define BENCH_RESULTS_H

#include "bench/row.h"
#include "bench/stats.h"

struct bench_result {
    struct bench_params params;
    bool is_extrapolated;       /* some of its runs did fewer tasks */
    struct stats_summary wall;  /* seconds for all tasks */
    struct stats_summary rate;  /* tasks that succeeded, for each second */
    double cpu_s;               /* medians from here on */
    double p50_s, p99_s;
    double pss_kb, threads, processes, switches;
    double lost;                /* failed of all tasks of all runs, 0 to 1 */
    int64_t last_s;             /* when the newest row was taken */
};
struct bench_results {
    struct bench_result *v;
    uint32_t n, cap;
};

/* In order of workload, sizes, model, variant: the order of rows does not matter. */
void results_group(struct arena *a, const struct bench_rows *rows, struct bench_results *out);
/* The same without intervals (those are from the least to the greatest): much faster. */
void results_group_medians(struct arena *a, const struct bench_rows *rows,
                           struct bench_results *out);
/* The same work, whoever does it: all parameters but model and variant (and concurrency of those
 * for whom it means nothing) are equal. */
bool results_same_work(const struct bench_params *x, const struct bench_params *y);
/* -1, 0, 1: the order of results. */
int results_compare(const struct bench_params *x, const struct bench_params *y);
/* The result with the best rate among v[0..n), and whether the intervals say that it beats every
 * other one. */
uint32_t results_best(const struct bench_result *v, uint32_t n, bool *is_sure);

/* What a model did with a workload: in the size that most models did, at the most tasks at once,
 * the best of its implementations. NULL: nothing. */
const struct bench_result *results_largest(const struct bench_results *all, enum bench_model m,
                                           enum bench_workload w);

/* "event-loop", "event-loop epoll" */
const char *results_model(struct arena *a, const struct bench_params *p);
/* "1000 tasks, 5 ms I/O, 100 at once" */
const char *results_work(struct arena *a, const struct bench_params *p);
/* "1.25 s", "310 us": three digits and a unit. */
const char *results_time(struct arena *a, double seconds);
const char *results_factor(struct arena *a, double f); /* "67.1x", "1/210"; "" for 0 */
const char *results_memory(struct arena *a, double kb); /* "12 MB" */
const char *results_number(struct arena *a, double v);  /* three digits: "12.3", "4560" */

#endif
