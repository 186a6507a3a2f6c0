/*
 * What the benchmark database knows about a question: the costs of single operations on this
 * machine, and the measured workload that is nearest. Without a database, or with nothing of this
 * machine in it, there is no evidence, and that is no error.
 */
#ifndef DECIDE_EVIDENCE_H
#define DECIDE_EVIDENCE_H

#include "bench/results.h"
#include "db/bench_store.h"
#include "decide/predict.h"

struct evidence {
    struct costs costs;          /* measured ones in place of the reference machine's */
    struct bench_results nearest; /* one measured piece of work, a result for each model; may be
                                     empty */
    double distance; /* 0: the same figures; 1: they differ by a factor of ten in one of them */
    int64_t taken_s; /* when the newest of them was measured; 0: none */
};

/* path: of the database, NULL: none. Reads only; *note says why nothing could be read, or is
 * NULL. */
void evidence_find(struct arena *a, const char *path, const struct workload *w,
                   struct evidence *out, const char **note);
/* Everything that was measured on this machine. */
void evidence_all(struct arena *a, const char *path, struct bench_results *out, const char **note);
/* Costs from measured ones (the order of rows changes), the reference machine's for the others. */
void evidence_costs(struct arena *a, struct bench_primitive_rows *rows, struct costs *out);
/* The part that works on rows alone. */
void evidence_nearest(struct arena *a, const struct bench_results *all, const struct workload *w,
                      struct evidence *out);

#endif
