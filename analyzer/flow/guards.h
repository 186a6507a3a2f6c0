/*
 * Conditions that a call stands under. Only those are seen that lead to the call's block by single
 * predecessors: `if (a && b) call();` gives both.
 */
#ifndef FLOW_GUARDS_H
#define FLOW_GUARDS_H

#include "flow/flow.h"

/* A test which thread this is: the wait is for other threads than the loop's. */
bool guarded_by_thread_test(const struct flow_facts *f, site_id site);
/* The conditions themselves, nearest first; at most max. */
uint32_t guards_of(const struct flow_facts *f, site_id site, val_id *out, uint32_t max);
/* The global, a whole one, that the value is computed from: of `!stop`, `n == 3`; 0: none. */
gsym_id value_global(const struct program *p, gfunc_id func, val_id v);
bool asks_thread_ids(const struct program *p); /* is any function for thread ids named at all? */
/* A test of another field of the object that v was loaded from: `if (c->done) join(c->thread)`. */
bool guarded_by_own_field(const struct flow_facts *f, site_id site, val_id v);
/* Has the function, before the call, set another field of the object that v lies in to a constant
 * (`w->stop = 1; pthread_join(w->thread)`), or cancelled the thread v? */
bool told_to_stop(const struct flow_facts *f, site_id site, val_id v);

#endif
