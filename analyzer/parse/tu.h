/*
 * One job to the bytes of one unit: the arguments that libclang gets, the parse, extract, encode.
 * Called by the worker process only; keeps nothing between two jobs.
 */
#ifndef PARSE_TU_H
#define PARSE_TU_H

#include "parse/prefix.h"

struct tu_request {
    const struct job *job;
    const char *root;
    const char *resource_dir; /* NULL: libclang finds its own or fails to */
    /* What may be loaded instead of the beginning: prefix is an index into plan, plus 1; 0: none.
     * Its files are in prefix_dir. */
    const struct prefix_plan *plan;
    uint32_t prefix;
    const char *prefix_dir;
};

/* True: the unit's bytes were appended to out. False: out has the reason as text. */
MUST_USE bool tu_to_bytes(const struct tu_request *req, struct buf *out);

/* Parses the prefix with this index (req->prefix is its parent) and saves it. False: it has an
 * error, or cannot be saved. */
MUST_USE bool tu_make_prefix(const struct tu_request *req, uint32_t index);

/* The arguments for libclang, NULL-terminated. Without target: the flags that choose a processor
 * or a language standard, which libclang may not know, are left out. Here for the unit tests. */
const char **tu_arguments(struct arena *a, const struct tu_request *req, bool with_target,
                          uint32_t *n_out);

#endif
