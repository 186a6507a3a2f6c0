/*
 * The two sides of a fork: which blocks only the child runs, by the tests of what fork returned.
 */
#ifndef FLOW_FORK_SIDE_H
#define FLOW_FORK_SIDE_H

#include "flow/flow.h"

/* Does the call fork: fork(), vfork(), or a function of the program that returns what fork
 * returned? */
bool site_forks(const struct flow_facts *f, site_id site);
/* Marks the blocks (index within the caller, as many as it has) that run in the child and not in
 * the parent. False when there are none: the result is not tested here. */
bool fork_child_blocks(const struct flow_facts *f, site_id fork, bool *child);
/* Blocks of func that only the child of a fork runs, or a process that makes no such fork: `if
 * (!debug && fork() > 0) continue; serve();`. NULL: there are none. Not where the parent only ends:
 * there the child is the program. */
const bool *fork_beside_blocks(const struct flow_facts *f, gfunc_id func);

#endif
