/* Functions that a run reaches by one or another target of a table, never by both. */
#ifndef RULES_ALTERNATIVES_H
#define RULES_ALTERNATIVES_H

#include "domains/parallel.h"
#include "rules/rules.h"

struct alternatives; /* opaque */
struct alternatives *alternatives_find(struct rule_context *ctx);
/* Do the strands' parts that start at these functions (a thread's, a callback's) begin only below
 * different targets of one table? */
bool alternatives_exclude(const struct alternatives *x, uint32_t strand_a, gfunc_id root_a,
                          uint32_t strand_b, gfunc_id root_b);

#endif
