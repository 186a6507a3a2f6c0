/* Inside of loc.c and loc_of.c: the table itself. */
#ifndef FLOW_LOC_TABLE_H
#define FLOW_LOC_TABLE_H

#include "flow/loc.h"
#include "flow/shape.h"

struct locs {
    struct arena *arena;
    const struct flow_facts *flow;
    VEC(struct loc) v;
    struct map index;        /* hash of a location to its id */
    struct map args;         /* site, argument to index in arg_vals */
    VEC(struct loc_val) arg_vals;
    struct loc_val *returns; /* [gfunc] what it returns in terms of its parameters and globals */
    uint64_t *offsets;       /* [gfield] bytes */
    uint32_t *targets;       /* [gsym] the one variable that the pointer points to, or 0 */
    loc_id unknown;
    uint32_t nesting; /* of values in values: bounded */
};

struct locs *locs_new(const struct flow_facts *f);
void locs_find_targets(struct locs *l); /* fills targets */
void locs_find_returns(struct locs *l); /* fills returns, bottom-up */
bool loc_is_selector(const struct loc *o);
bool loc_has_deref(const struct locs *l, loc_id id);

#endif
