/*
 * Measurements, one database for each user. A row is on disk when bench_store_put() returns:
 * whatever ends the process afterwards, it is kept. Rows are added and never changed or dropped;
 * old versions of the file are brought up step by step, a damaged file is set aside whole.
 */
#ifndef DB_BENCH_STORE_H
#define DB_BENCH_STORE_H

#include "bench/machine.h"
#include "bench/row.h"

struct bench_store;

/* given (an option) > $CONCADVISE_BENCH_DB > $XDG_DATA_HOME/concadvise/bench.db >
 * ~/.local/share/concadvise/bench.db; NULL when there is no home either. Makes nothing. */
const char *bench_store_path(struct arena *a, const char *given);

/* For writing; makes the folders and the file. NULL with the reason; note as store_open(). */
struct bench_store *bench_store_open(struct arena *a, const char *path, const char **note,
                                     struct err *why);
/* For reading what is there, also where nothing can be written. An older file that can be written
 * is brought up first; a damaged one stays where it is. */
struct bench_store *bench_store_open_to_read(struct arena *a, const char *path, struct err *why);
void bench_store_close(struct bench_store *s); /* NULL is fine */

/* run->uid "" makes a new one. Sets run->id. A uid that is there already: run->id is that run's,
 * and nothing is written. */
MUST_USE bool bench_store_begin(struct bench_store *s, const struct bench_machine *machine,
                                struct bench_run *run, struct err *err);
/* A row that is there already (the same run and seq) stays as it is; *is_new says so. */
MUST_USE bool bench_store_put(struct bench_store *s, const struct bench_row *row, bool *is_new,
                              struct err *err);
MUST_USE bool bench_store_put_primitive(struct bench_store *s,
                                        const struct bench_primitive_row *row, bool *is_new,
                                        struct err *err);
MUST_USE bool bench_store_end(struct bench_store *s, int64_t run, int64_t when_s,
                              const char *noise, struct err *err);
/* Many rows at once (an import): all or none. */
MUST_USE bool bench_store_begin_many(struct bench_store *s, struct err *err);
MUST_USE bool bench_store_commit_many(struct bench_store *s, struct err *err);

/* NULL and 0 mean "any". */
struct bench_filter {
    const char *machine; /* fingerprint */
    int64_t run;
    uint32_t version;
    uint32_t newest;       /* only the newest so many runs of that machine */
    const char *workloads; /* samples: names, each between two spaces */
};
/* In order of run and seq. */
MUST_USE bool bench_store_rows(struct arena *a, struct bench_store *s, const struct bench_filter *f,
                               struct bench_rows *out, struct err *err);
MUST_USE bool bench_store_runs(struct arena *a, struct bench_store *s,
                               struct bench_runs *out, struct err *err);
MUST_USE bool bench_store_machine(struct arena *a, struct bench_store *s, const char *fingerprint,
                                  struct bench_machine *out, bool *found, struct err *err);
MUST_USE bool bench_store_primitives(struct arena *a, struct bench_store *s,
                                     const struct bench_filter *f,
                                     struct bench_primitive_rows *out, struct err *err);

#endif
