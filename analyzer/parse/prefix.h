/*
 * Headers are most of what a parser reads, and files of one folder mostly begin with the same ones.
 * The leading run of directives that several files share (a prefix) is parsed once, saved as a
 * precompiled header, and loaded by these files instead of its text. Prefixes build on each other:
 * they are nodes of a tree of directives.
 *
 * Here is what needs no libclang: where a file's leading run ends, and which prefixes are worth it.
 * tu.c makes and uses them. A prefix never changes a result: units are byte for byte those of a
 * plain parse, and where that cannot be had the file is parsed plainly.
 */
#ifndef PARSE_PREFIX_H
#define PARSE_PREFIX_H

#include "discover/discover.h"

/* One directive, or a whole #if ... #endif. */
struct prefix_item {
    uint32_t start, end; /* its bytes in the file, without the last newline */
    const char *text;    /* without comments and continuation lines, ended by a newline */
    uint64_t hash;       /* of text */
    bool includes;
};
struct prefix_run {
    VEC(struct prefix_item) v;
};
/* The run ends before the first thing that is no directive, comment or space, and before a
 * directive whose place or effect the rest of the file could see. */
void prefix_scan(struct arena *a, const char *s, size_t n, struct prefix_run *out);

struct prefix {
    uint32_t parent;  /* index + 1 of the prefix that it goes on from; 0: none */
    uint32_t n_items; /* from the start of the file */
    uint32_t job;     /* a job whose file begins with it */
    uint64_t hash;    /* of the items, the folder and the flags */
};
struct prefix_plan {
    VEC(struct prefix) v; /* parents before children */
    uint32_t *of_job;     /* [job] index + 1 of its longest prefix; 0: none */
};
void prefix_make_plan(struct arena *a, const struct job *jobs, uint32_t n, struct prefix_plan *out);

/* Does the run begin with the prefix? For a file that is read again later. */
bool prefix_fits(const struct prefix *p, const struct job *job, const struct prefix_run *run);

/* The file that a prefix is parsed from exists in memory only. */
const char *prefix_name(struct arena *a, const struct job *job, uint32_t index);
#define PREFIX_MARK ".concadvise-prefix-" /* how its name begins */

#endif
