/*
 * From the command line to decoded units: discover, look up in the cache, parse the rest, store.
 * Shared by the commands that read code.
 */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include "cli/options.h"
#include "discover/discover.h"
#include "unit/unit.h"

struct failed_file {
    const char *file, *why;
    bool is_named; /* on the command line */
};
struct loaded {
    struct discovered found;
    const char *cwd;
    const struct unit **units; /* in job order; memory in the arena */
    uint32_t n_units;
    VEC(struct failed_file) failed;
    uint32_t n_cached;         /* units that came from the cache */
    uint32_t n_skipped;        /* jobs that a cold hook does not read */
    size_t unit_bytes;
    double discover_s, parse_s, parse_cpu_s; /* for --stats */
};

/* words: the paths. False: the job cannot be done. No C file at all is not an error here. */
MUST_USE bool load_discover(struct arena *a, const struct options *o, const struct str_list *words,
                            struct loaded *l, struct err *err);
MUST_USE bool load_units(struct arena *a, const struct options *o, struct loaded *l,
                         struct err *err);
/* The cache folder of the command line, the environment or the project; NULL: there is none. */
const char *load_cache_dir(struct arena *a, const struct options *o, const char *root);
struct unit_cache;
struct unit_cache *load_open_cache(struct arena *a, const struct options *o, const char *root);
/* Nothing to analyse: says why; the exit code (0 for a list of files none of which is C). */
int load_nothing(struct arena *a, const struct str_list *words, const struct loaded *l);
void load_say_notes(struct arena *a, const struct options *o, const struct loaded *l);

#endif
