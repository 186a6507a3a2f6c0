/*
 * Loops that take from a descriptor until nothing is left: `while ((n = read(fd, ...)) > 0)`. The
 * descriptor is the same in each turn, and what ends the loop is the result of the call. The call
 * may be one of the program's own functions that reads once and returns what came of it
 * (conn_read(), a switch between TLS and plain sockets).
 */
#ifndef FLOW_DRAIN_H
#define FLOW_DRAIN_H

#include "flow/shape.h"

struct drain {
    site_id site; /* the call in the loop; 0: this loop is no drain */
    site_id take; /* the library call: the same one, or in what it calls */
    val_id len;   /* in the loop's function: how much each turn asks for; 0: what take says */
};
struct drains;

/* Looks at the loop's own blocks, from block `from` to `last` of its function. */
struct drain drain_find(const struct flow_facts *f, gfunc_id func, loop_id loop, uint32_t from,
                        uint32_t last);
/* The argument is one variable that the loop does not change. */
bool drain_same_fd(const struct func_shape *s, loop_id loop, val_id fd);
bool drain_ends_on_result(const struct func_shape *s, loop_id loop, op_id call);
/* The call's result itself, a comparison of it, or one of two (?:) that it decides; not what is
 * added up from it. */
bool drain_is_result(const struct func_shape *s, val_id v, op_id call);
bool drain_is_errno(const struct func_shape *s, val_id v);

#endif
