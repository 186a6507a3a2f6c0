/* What the parts of the cost model share. */
#ifndef FLOW_COST_INTERNAL_H
#define FLOW_COST_INTERNAL_H

#include "flow/cost.h"
#include "flow/shape.h"

/* ---- sums ---- */
void cost_add(struct cost *to, const struct cost *from, bool sure);
void cost_add_term(struct cost *to, const struct cost_term *t);
void cost_multiply(struct cost *c, const struct cost_turns *turns);

/* ---- which blocks every way passes ---- */
struct cost_ways {
    bool *in_own;   /* [block] on every way through its innermost loop (or the function) */
    bool *in_outer; /* [block] headers: on every way through the loop around theirs */
};
void cost_ways_find(struct arena *a, const struct func_shape *s, struct cost_ways *out);

/* ---- loops ---- */
struct cost_turns cost_find_turns(const struct flow_facts *f, gfunc_id func, loop_id loop);

/* ---- values ---- */
/* The parameter that v is, or differs from by a constant; -1: none. */
int cost_param(const struct func_shape *s, val_id v);
/* What a term of a library call scales with: the value, in the function of the site. */
val_id cost_argument(const struct flow_facts *f, site_id site, const struct cat_cpu_factor *by);
struct cost cost_of_library(const struct flow_facts *f, site_id site, const struct cat_func *cat);

#endif
