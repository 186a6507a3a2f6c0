/*
 * The percentile bootstrap: medians of many samples drawn from the sample itself, cut off at 2.5 %
 * on both sides. With few values that interval is simply from the least to the greatest of them,
 * which is what can be known. A winner needs intervals that do not meet.
 */
#include "bench/stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RESAMPLES = 2000 };

static int by_value(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

static double sorted_median(const double *v, uint32_t n)
{
    ASSERT(n > 0);
    return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static double *sorted(struct arena *a, const double *v, uint32_t n)
{
    double *copy = arena_array(a, double, n);
    memcpy(copy, v, n * sizeof *v);
    qsort(copy, n, sizeof *copy, by_value);
    return copy;
}

double stats_median(const double *v, uint32_t n)
{
    struct arena scratch;
    arena_init(&scratch);
    double median = sorted_median(sorted(&scratch, v, n), n);
    arena_release(&scratch);
    return median;
}

/* splitmix64 */
static uint64_t next_number(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* Draws indexes into the sorted sample: their order is the order of the values, so that medians
 * need no doubles to be sorted. */
static double resampled_median(const double *ordered, uint32_t *counts, uint32_t n, uint64_t *state)
{
    memset(counts, 0, n * sizeof *counts);
    for (uint32_t i = 0; i < n; i++)
        counts[next_number(state) % n]++;
    uint32_t seen = 0, lower = n;
    for (uint32_t i = 0; i < n; i++) {
        seen += counts[i];
        if (lower == n && seen >= (n + 1) / 2)
            lower = i;
        if (seen >= n / 2 + 1)
            return n % 2 ? ordered[i] : (ordered[lower] + ordered[i]) / 2;
    }
    BUG("a median lies in its sample");
}

void stats_summarise(const double *v, uint32_t n, struct stats_summary *out)
{
    ASSERT(n > 0);
    struct arena scratch;
    arena_init(&scratch);
    const double *ordered = sorted(&scratch, v, n);
    *out = (struct stats_summary){.n = n, .median = sorted_median(ordered, n)};
    double *other = arena_array(&scratch, double, n > RESAMPLES ? n : RESAMPLES);
    for (uint32_t i = 0; i < n; i++)
        other[i] = fabs(v[i] - out->median);
    qsort(other, n, sizeof *other, by_value);
    out->mad = sorted_median(other, n);
    uint64_t state = 1;
    uint32_t *counts = arena_array(&scratch, uint32_t, n);
    for (uint32_t i = 0; i < RESAMPLES; i++)
        other[i] = resampled_median(ordered, counts, n, &state);
    qsort(other, RESAMPLES, sizeof *other, by_value);
    out->low = other[RESAMPLES / 40];
    out->high = other[RESAMPLES - 1 - RESAMPLES / 40];
    ASSERT(out->low <= out->median && out->median <= out->high);
    arena_release(&scratch);
}

enum stats_order stats_compare(const struct stats_summary *x, const struct stats_summary *y)
{
    if (x->n < STATS_ENOUGH || y->n < STATS_ENOUGH)
        return STATS_TOO_FEW;
    if (x->high < y->low)
        return STATS_LESS;
    return y->high < x->low ? STATS_GREATER : STATS_SAME;
}
