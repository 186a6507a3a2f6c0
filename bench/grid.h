/*
 * What is measured: every workload in some sizes by every model that can do it, in rounds, so that
 * a disturbance meets all of them alike. Nothing here knows the database or the terminal.
 */
#ifndef BENCH_GRID_H
#define BENCH_GRID_H

#include <signal.h>

#include "bench/row.h"

enum grid_size { GRID_DEFAULT, GRID_QUICK, GRID_FULL };

struct grid_cell {
    struct bench_params params;
    uint32_t measured_tasks; /* done and then scaled up; params.tasks: all of them */
    double seconds;          /* one run: a guess, then what was measured */
    uint32_t runs;           /* that finished */
    bool has_failed;         /* it is not tried again */
};
struct grid {
    const char *name;        /* "default", "quick", "full" */
    struct { struct grid_cell *v; uint32_t n, cap; } cells;
    uint32_t rounds;         /* after the discarded one */
    uint32_t least_rounds;   /* before budget_s may end it */
    double budget_s;         /* 0: none */
    double limit_s;          /* 0: none; ends even the first rounds, on a slow machine */
};
struct grid_request {
    enum grid_size size;
    const char *const *workloads; /* names, "a,b" too; n 0: all */
    uint32_t n_workloads;
    const char *const *models;    /* "event-loop", "event-loop:epoll", "a,b" */
    uint32_t n_models;
    uint32_t repeat;              /* rounds; 0: the size's own, and its budget */
    uint32_t cores;
};

/* Fails when a name is not known (with the nearest one) or nothing is left to measure. */
MUST_USE bool grid_make(struct arena *a, const struct grid_request *req, struct grid *out,
                        struct err *err);

struct grid_watch {
    void *data;
    /* Before each run: what will be run, and how long the rest will take. */
    void (*step)(void *data, const struct grid_cell *cell, uint32_t round, double left_s,
                 double part_done);
    /* A run has finished; false stops everything (it could not be kept). */
    bool (*row)(void *data, const struct bench_row *row);
    void (*failed)(void *data, const struct grid_cell *cell, const char *why);
    bool (*run)(const struct bench_params *p, struct bench_sample *out, struct err *err);
    double (*now_s)(void);
    const volatile sig_atomic_t *stop; /* not 0: no further run */
};
enum grid_end { GRID_COMPLETE, GRID_OUT_OF_TIME, GRID_STOPPED };
/* Rows have everything but run and taken_s set; seq counts from 1. */
enum grid_end grid_run(struct grid *g, const struct grid_watch *w);

double grid_seconds(const struct grid *g); /* what all of it will take, as far as can be told */

#endif
