/*
 * What was measured on the machine that the shipped figures come from, rules/reference.json: the
 * answers of the advisor stand on it until something is measured here. Written by
 * `concadvise bench --export=reference`, on an idle machine.
 */
#ifndef DECIDE_REFERENCE_H
#define DECIDE_REFERENCE_H

#include "bench/results.h"
#include "decide/predict.h"

struct reference {
    const char *machine; /* "AMD EPYC, 2 of its processors, 23.5 GB, Linux 6.1.0" */
    int64_t taken_s;
    uint32_t version;    /* BENCH_VERSION of its rows */
    struct costs costs;
    struct bench_primitive_rows primitives;
    struct bench_results results; /* medians and intervals only */
};
/* The one that is built in. */
void reference_load(struct arena *a, struct reference *out);
MUST_USE bool reference_parse(struct arena *a, const char *text, struct reference *out,
                              struct err *err);
/* One row on each line. costs are worked out of the primitives, and not written. */
void reference_write(const struct reference *r, struct buf *out);

#endif
