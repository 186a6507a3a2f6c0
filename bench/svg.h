/*
 * Charts as one self-contained SVG: for each piece of work a bar for each model, and throughput
 * against concurrency with the points where two models change places. Light or dark by the reader's
 * own setting; the same rows give the same bytes.
 */
#ifndef BENCH_SVG_H
#define BENCH_SVG_H

#include "bench/results.h"

/* Where two lines meet, in the plane in which they are drawn (both axes logarithmic). */
struct svg_crossing {
    const struct bench_result *before[2], *after[2]; /* the two models, at two levels */
    double concurrency, rate;
    bool is_sure; /* the intervals at both ends say so */
};
struct svg_crossings {
    struct svg_crossing *v;
    uint32_t n, cap;
};
/* Between neighbouring levels of concurrency that both models have, first implementations only. */
void svg_crossings(struct arena *a, const struct bench_result *v, uint32_t n,
                   struct svg_crossings *out);
void svg_write(struct arena *a, const struct bench_results *r, const char *machine,
               struct buf *out);
/* The same as an element of a page that has svg_style in one of its style sheets. */
void svg_embed(struct arena *a, const struct bench_results *r, struct buf *out);
extern const char svg_style[];

#endif
