/*
 * Runs the jobs: a bounded set of forked worker processes, each with its own libclang index, parse
 * and extract one file at a time and send the unit's bytes back through a pipe. A crash or a stack
 * overflow inside libclang costs the file that was being parsed, which is named; a new worker takes
 * the rest. Results are delivered in job order, whatever the number of workers. With parse/extract,
 * the only rooms that include <clang-c/...>.
 */
#ifndef PARSE_PARSE_H
#define PARSE_PARSE_H

#include "discover/discover.h"
#include "unit/unit.h"

struct parse_options {
    uint32_t workers;          /* >= 1 */
    const char *root;          /* files below it are project files */
    const char *resource_dir;  /* NULL: parse_resource_dir() */
    /* Where what several files begin with may be kept during the run (parse/prefix.h); NULL:
     * nowhere, and every file is parsed on its own. The results are the same. */
    const char *scratch_dir;
    void (*progress)(void *ctx, uint32_t done, uint32_t total); /* may be NULL */
    void *progress_ctx;
};

struct parse_result {
    const void *bytes; /* encoded unit in the caller's arena, 16-byte aligned; NULL when failed */
    size_t n;
    const char *why;   /* when NULL bytes: "libclang crashed (signal 11)", ... */
};

/* results has n entries. False only when no worker could be started at all. */
MUST_USE bool parse_jobs(struct arena *a, const struct job *jobs, uint32_t n,
                         const struct parse_options *opts, struct parse_result *results,
                         struct err *err);

/* The compiler's own headers (stddef.h ...), from the loaded libclang's path, then known places.
 * NULL when they cannot be found: the caller says which package holds them. */
const char *parse_resource_dir(struct arena *a);
const char *parse_libclang_version(struct arena *a); /* "19.1.7" */
/* The library's file as it is now, in words, without loading it; NULL: where it is, is not known
 * before. */
const char *parse_library_identity(struct arena *a);
/* A hash over the sources that units depend on: another build of this version may make other
 * units. Generated (cmake/fingerprint.cmake). */
const char *parse_fingerprint(void);

#endif
