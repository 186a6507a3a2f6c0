/*
 * Inside the escape analysis: what differs from thread to thread. A thread's own value is what only
 * it was given: an argument that each creation makes anew, a number counted up by the creating
 * loop, its id, its thread-local variables, a ticket from an atomic counter; and what is computed
 * from one such value without throwing any of it away.
 */
#ifndef FLOW_SLOT_H
#define FLOW_SLOT_H

#include "flow/own.h"

struct slots {
    const struct flow_facts *flow;
    struct owners *owners;
    struct arena *arena;
    uint32_t *caller_first; /* [gfunc + 1] into callers */
    site_id *callers;
    uint32_t *start_first;  /* [gfunc + 1] into starts: the calls that register it as a callback */
    struct slot_start *starts;
    uint8_t *param_memo;    /* [gfunc * OWN_PARAMS] 0 unknown, 1 being asked, 2 no, 3 yes */
    uint8_t *varies_memo;   /* the same */
    uint8_t *once_memo;     /* [gfunc] the same */
    uint8_t *field_memo;    /* [gfield] the same */
    uint32_t *store_first;  /* [gfield + 1] into stores: who writes the field */
    struct slot_store *stores;
};
struct slot_start {
    site_id site;
    int data, data_param;
    bool is_thread;
    bool is_pool; /* makes a pool that runs the function again and again, not one job */
};
struct slot_store {
    gfunc_id func;
    op_id op;
};

void slots_init(struct slots *s);
/* Does every thread or job that runs func as its entry (or from there) have its own parameter? */
bool slot_param_is_own(struct slots *s, gfunc_id func, uint32_t param);
/* Does every thread that func is the entry of get the same pointer? */
bool slot_param_is_same(struct slots *s, gfunc_id func, uint32_t param);
bool slot_gives_own(struct slots *s, site_id site, int data);
bool slot_value_is_own(struct slots *s, gfunc_id func, val_id v);
/* An element by an own index, or in an object that only this thread was given an address of. */
bool slot_path_is_own(struct slots *s, gfunc_id func, path_id path);
/* Is func only ever started by one call, which runs once? */
bool slot_starts_once(struct slots *s, gfunc_id func);
/* Everything ever stored into the field was made for that one store. */
bool slot_field_is_own(struct slots *s, gfield_id field);
bool slot_runs_once(struct slots *s, gfunc_id func); /* in the whole run of the program */
bool slot_op_runs_once(struct slots *s, gfunc_id func, op_id op);

#endif
