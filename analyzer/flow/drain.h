/*
 * Loops that take from a descriptor until nothing is left: `while ((n = read(fd, ...)) > 0)`. The
 * descriptor is the same in each turn, and what ends the loop is the result of the call.
 */
#ifndef FLOW_DRAIN_H
#define FLOW_DRAIN_H

#include "flow/shape.h"

/* The descriptor argument is one variable that the loop does not change. */
bool drain_same_fd(const struct func_shape *s, loop_id loop, val_id fd);
bool drain_ends_on_result(const struct func_shape *s, loop_id loop, op_id call);

#endif
