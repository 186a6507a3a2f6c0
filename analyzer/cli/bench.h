/* What the parts of `concadvise bench` share. Each returns an exit code and has said everything. */
#ifndef CLI_BENCH_H
#define CLI_BENCH_H

#include "bench/results.h"
#include "cli/commands.h"
#include "db/bench_store.h"

/* Measurements that somebody wants to see. */
struct bench_view {
    struct arena *arena;
    const struct options *o;
    struct bench_store *store;
    struct bench_machine machine; /* this one */
    struct bench_runs runs;
};
/* Rows of one run or of one machine. */
struct bench_choice {
    struct bench_filter filter;
    const char *name; /* "run 3", "machine 00c0ffee..." */
};

int bench_measure(struct arena *a, const struct options *o, const char *path);
int bench_show(struct bench_view *v);
int bench_list(struct bench_view *v);
int bench_compare(struct bench_view *v);
int bench_source_tables(struct bench_view *v);
int bench_svg(struct bench_view *v);
int bench_validate(struct bench_view *v);
bool bench_validates_reference(const struct options *o); /* needs no database */
int bench_export(struct bench_view *v);
int bench_import(struct arena *a, const struct options *o, const char *path);

/* "3", "latest", "previous", or the start of a machine's fingerprint; NULL: this machine. */
MUST_USE bool bench_choose(struct bench_view *v, const char *word, struct bench_choice *out,
                           struct err *err);
/* Rows of the choice that --workload and --model let through. */
MUST_USE bool bench_rows(struct bench_view *v, const struct bench_choice *choice,
                         struct bench_rows *out, struct err *err);
/* The same, grouped; fails with a hint when there are none. */
MUST_USE bool bench_results(struct bench_view *v, const struct bench_choice *choice,
                            struct bench_results *out, struct err *err);
/* To --output or standard output; says what went wrong. */
int bench_print(const struct options *o, const struct buf *out);
/* Says what disturbed the runs that are shown, the newest first, unless --quiet. */
void bench_say_noise(const struct bench_view *v, const struct bench_choice *choice);
/* Tables of results and what they say, workload by workload. */
void bench_print_results(struct arena *a, const struct bench_results *r, bool markdown,
                         struct buf *out);
void bench_print_primitives(struct arena *a, const struct bench_primitive_rows *rows,
                            bool markdown, struct buf *out);
const char *bench_date(struct arena *a, int64_t when_s); /* "2026-11-23 00:31" UTC; "" for 0 */

#endif
