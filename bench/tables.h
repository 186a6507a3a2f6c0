/*
 * The three tables that the decision matrix rests on (I/O-bound, CPU-bound, endpoint), as their
 * source gives them, with this machine's measurements beside them, and what differs in C.
 */
#ifndef BENCH_TABLES_H
#define BENCH_TABLES_H

#include "bench/results.h"

/* What has not been measured is "-". */
void tables_write(struct arena *a, const struct bench_results *r, bool markdown, struct buf *out);

#endif
