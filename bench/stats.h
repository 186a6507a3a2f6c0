/*
 * Statistics for few, skewed samples: the median and what is said about it without assuming a
 * distribution. Deterministic: the resampling has a fixed seed.
 */
#ifndef BENCH_STATS_H
#define BENCH_STATS_H

#include "base/base.h"

/* Fewer cannot tell anything apart: two times four equal models still look different in 1 of 35
 * cases, two times three in 1 of 10. */
enum { STATS_ENOUGH = 4 };

struct stats_summary {
    uint32_t n;
    double median, mad; /* median absolute deviation, not scaled */
    double low, high;   /* 95 % bootstrap interval of the median */
};
enum stats_order {
    STATS_LESS,      /* the first is less, and the intervals say so */
    STATS_GREATER,
    STATS_SAME,      /* enough samples, but the intervals overlap */
    STATS_TOO_FEW,   /* at least one side has fewer than STATS_ENOUGH */
};

double stats_median(const double *v, uint32_t n); /* n >= 1 */
void stats_summarise(const double *v, uint32_t n, struct stats_summary *out);
/* The same, but the interval is from the least to the greatest. */
void stats_range(const double *v, uint32_t n, struct stats_summary *out);
enum stats_order stats_compare(const struct stats_summary *x, const struct stats_summary *y);

#endif
