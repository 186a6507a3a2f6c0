/*
 * What is known from measurements: the costs of single operations and the results of the benchmark,
 * of this machine where there are some, else of the reference machine. Without a database, or with
 * nothing of this machine in it, the reference is all there is, and that is no error.
 */
#ifndef DECIDE_EVIDENCE_H
#define DECIDE_EVIDENCE_H

#include "bench/results.h"
#include "db/bench_store.h"
#include "decide/predict.h"
#include "decide/reference.h"

/* Older runs than so many say nothing about the machine of today, and take time to read. */
enum { EVIDENCE_RUNS = 4 };

struct evidence {
    struct reference reference;
    struct costs costs;       /* measured ones in place of the reference machine's */
    struct bench_rows rows;   /* of this machine, its newest runs; may be empty */
    struct bench_results own; /* those, grouped; without intervals */
    struct bench_primitive_rows primitives; /* of this machine, medians; one of each name */
    int64_t primitives_s;     /* when they were measured; 0: never */
};

struct evidence_note {
    const char *text; /* NULL: nothing to say */
    bool is_urgent;   /* there is a database, and it cannot be read; else: there is none */
};
/* path: of the database, NULL: none. workloads: as in bench_filter, NULL: all. Opens it once. */
void evidence_read(struct arena *a, const char *path, const char *workloads, struct evidence *out,
                   struct evidence_note *note);

/* The measured workload that is nearest to the given one. */
struct nearest {
    struct bench_results results; /* one for each model; may be empty */
    bool is_reference;
    double distance; /* 0: the same figures; 1: they differ by a factor of ten in one of them */
    int64_t taken_s; /* when the newest of them was measured; 0: none */
};
void evidence_nearest(struct arena *a, const struct evidence *e, const struct workload *w,
                      struct nearest *out);

/* Two results of the same work, in its largest size that both have. */
struct evidence_who {
    enum bench_model model;
    const char *variant;
};
struct evidence_pair {
    const struct bench_result *better, *worse;
    bool is_reference;
};
bool evidence_pair(const struct evidence *e, enum bench_workload w, struct evidence_who better,
                   struct evidence_who worse, struct evidence_pair *out);

/* The cost of a single operation; false: nobody measured it. taken_s 0: of the reference. */
struct evidence_cost {
    double value;
    const char *unit;
    bool is_reference;
    int64_t taken_s;
};
bool evidence_cost(const struct evidence *e, const char *primitive, struct evidence_cost *out);

/* The workload that a measured result was of, with the upstream server on the same processors;
 * false: the performance model does not speak of it. */
bool evidence_work(const struct bench_params *p, const struct costs *c, struct workload *w,
                   struct host *h);

/* Costs from measured ones (the order of rows changes), the reference machine's for the others. */
void evidence_costs(struct arena *a, struct bench_primitive_rows *rows, struct costs *out);
/* One row for each name: the median, so that one disturbed run does not move it. */
void evidence_medians(struct arena *a, struct bench_primitive_rows *rows,
                      struct bench_primitive_rows *out);

const char *evidence_date(struct arena *a, int64_t when_s); /* "2026-11-20", UTC; "" for 0 */

#endif
