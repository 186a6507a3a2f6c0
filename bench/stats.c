/*
 * The percentile bootstrap: medians of many samples drawn from the sample itself, cut off at 2.5 %
 * on both sides. With few values that interval is simply from the least to the greatest of them,
 * which is what can be known. A winner needs intervals that do not meet.
 */
#include "bench/stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RESAMPLES = 2000, FEW = 64 };

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

/* A median of draws lies at one index of the sorted sample, or halfway between two. */
struct middle {
    uint32_t low, high;
};
struct weighted {
    double value;
    uint32_t weight;
};

static int by_weighted_value(const void *x, const void *y)
{
    return by_value(&((const struct weighted *)x)->value, &((const struct weighted *)y)->value);
}

/* Draws indexes into the sorted sample: their order is the order of the values, so that medians
 * need no doubles to be sorted. */
static struct middle resampled_middle(uint32_t *counts, uint32_t n, uint64_t *state)
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
            return (struct middle){n % 2 ? i : lower, i};
    }
    BUG("a median lies in its sample");
}

static double weighted_nth(const struct weighted *v, uint32_t n, uint32_t nth)
{
    uint32_t seen = 0;
    for (uint32_t i = 0; i < n; i++) {
        seen += v[i].weight;
        if (seen > nth)
            return v[i].value;
    }
    BUG("a rank lies in its sample");
}

/* Few values have few medians: they are counted, not listed, which is what makes it fast. */
static void find_interval(struct arena *a, const double *ordered, uint32_t n,
                          struct stats_summary *out)
{
    uint64_t state = 1;
    uint32_t *counts = arena_array(a, uint32_t, n), used = 0;
    struct weighted *medians = arena_array(a, struct weighted, RESAMPLES);
    uint32_t *at = n <= FEW ? arena_array(a, uint32_t, n * n) : NULL; /* 0: none yet */
    for (uint32_t i = 0; i < RESAMPLES; i++) {
        struct middle m = resampled_middle(counts, n, &state);
        uint32_t *known = at ? &at[m.low * n + m.high] : NULL;
        if (known && *known) {
            medians[*known - 1].weight++;
            continue;
        }
        medians[used++] = (struct weighted){
            m.low == m.high ? ordered[m.high] : (ordered[m.low] + ordered[m.high]) / 2, 1};
        if (known)
            *known = used;
    }
    qsort(medians, used, sizeof *medians, by_weighted_value);
    out->low = weighted_nth(medians, used, RESAMPLES / 40);
    out->high = weighted_nth(medians, used, RESAMPLES - 1 - RESAMPLES / 40);
}

static void summarise(const double *v, uint32_t n, bool resamples, struct stats_summary *out)
{
    ASSERT(n > 0);
    struct arena scratch;
    arena_init(&scratch);
    const double *ordered = sorted(&scratch, v, n);
    *out = (struct stats_summary){.n = n, .median = sorted_median(ordered, n), .low = ordered[0],
                                  .high = ordered[n - 1]};
    double *away = arena_array(&scratch, double, n);
    for (uint32_t i = 0; i < n; i++)
        away[i] = fabs(v[i] - out->median);
    qsort(away, n, sizeof *away, by_value);
    out->mad = sorted_median(away, n);
    if (resamples)
        find_interval(&scratch, ordered, n, out);
    ASSERT(out->low <= out->median && out->median <= out->high);
    arena_release(&scratch);
}

void stats_summarise(const double *v, uint32_t n, struct stats_summary *out)
{
    summarise(v, n, true, out);
}

void stats_range(const double *v, uint32_t n, struct stats_summary *out)
{
    summarise(v, n, false, out);
}

enum stats_order stats_compare(const struct stats_summary *x, const struct stats_summary *y)
{
    if (x->n < STATS_ENOUGH || y->n < STATS_ENOUGH)
        return STATS_TOO_FEW;
    if (x->high < y->low)
        return STATS_LESS;
    return y->high < x->low ? STATS_GREATER : STATS_SAME;
}
