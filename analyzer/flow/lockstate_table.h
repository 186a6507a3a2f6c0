/*
 * Inside of lockstate*.c. lockstate_set.c: interned sets and their composition. lockstate_effect.c:
 * what one op does to locks. lockstate_cond.c: conditions that states are kept apart by.
 * lockstate.c: the data flow over one function, and summaries bottom-up.
 */
#ifndef FLOW_LOCKSTATE_TABLE_H
#define FLOW_LOCKSTATE_TABLE_H

#include "flow/lockstate.h"
#include "flow/shape.h"
#include "flow/stated.h"

enum {
    LOCKS_IN_SET = 128, /* a larger set becomes vague */
    MAX_CONDS = 6,      /* conditions that states of one function are kept apart by */
    MAX_STATES = 16,    /* of one block; more are joined */
    MAX_ROUNDS = 6,     /* over a recursive component */
    STATES_ALL = 63,
};

/* ---- conditions ---- */
enum cond_kind {
    COND_NONE,
    COND_RESULT, /* id: op of the call or of the atomic op, whose result is meant */
    COND_LOCAL,  /* id: index of the local, as it is now */
    COND_PLACE,  /* id: location; assumed to change by stores of this function only */
};
struct cond_key {
    uint8_t kind, oper; /* oper OPER_NONE: not zero; OPER_AND: bits num; OPER_EQ: equals num */
    uint32_t id;
    int64_t num;
};
struct cond {
    struct cond_key key;
    bool negated; /* true when the key's value is false (zero) */
};
enum { VALUE_UNKNOWN, VALUE_ZERO, VALUE_NONZERO };
/* Two bits for each condition; FAILED: on this way a lock that nobody expects to fail did. */
#define BIT_FAILED UINT32_C(0x80000000)

struct lock_state {
    uint32_t values;
    lockset_id set;
};
struct state_list {
    struct lock_state v[MAX_STATES];
    uint32_t n;
};

/* ---- one function ---- */
struct lock_flow {
    bool is_done, is_trivial; /* trivial: every set is empty */
    struct lock_summary summary;
    uint8_t fails_zero, fails_nonzero; /* such a return happens only when a lock call failed */
    lockset_id *at;        /* [op - first] just before it */
    bool *reached;         /* [block] */
    lockset_id *block_set; /* [block] at its start */
    struct lock_event *events;
    uint32_t n_events;
};

struct locks {
    struct arena *arena;
    const struct flow_facts *flow;
    struct locs *locs;
    const struct stated *stated;
    struct map index;            /* hash of a set to its id */
    VEC(struct lockset) sets;
    struct lock_flow *funcs;     /* [gfunc] */
    bool *is_busy;               /* [gfunc] in the component that is being solved */
    lockset_id vague;
    struct map counting; /* semaphores that let several in, see lock_find_counting() */
};

/* ---- lockstate_set.c ---- */
lockset_id lockset_intern(struct locks *k, const struct held_lock *v, uint32_t n); /* sorted */
uint8_t compose_states(uint8_t before, uint8_t effect);
/* Applies an effect to one lock; when the lock has no such name in the set, to the one that it
 * may be. */
lockset_id lockset_apply(struct locks *k, lockset_id set, loc_id lock, uint8_t effect,
                         uint8_t kind);
lockset_id lockset_at_site(struct locks *k, lockset_id callee, site_id site); /* renamed only */
/* A store to a local: the names that go through it now mean another object. */
lockset_id lockset_forget(struct locks *k, lockset_id set, loc_id variable);
/* Renames what lies in the object (prefix) to lie in another one. */
lockset_id lockset_rename(struct locks *k, lockset_id set, loc_id prefix, loc_id onto);

/* ---- lockstate_effect.c ---- */
struct lock_effect {
    lockset_id zero, nonzero, any; /* relative to just before the op, in the function's names */
    bool is_split;      /* zero and nonzero differ */
    uint8_t fails;      /* bit 0: result 0 only when locking failed; bit 1: result not 0 */
    bool is_bottom;     /* the callee is not known yet (recursion), or does not return */
    bool is_catalogued; /* the call itself is the lock operation */
};
/* False: the op does nothing to locks. */
bool lock_effect_of(struct locks *k, gfunc_id func, op_id op, struct lock_effect *out);
/* What attributes of the function state that it does to locks, in its own names. */
bool lock_effect_stated(struct locks *k, gsym_id func, struct lock_effect *out);
/* The locks that it is stated to be entered with. */
lockset_id lockset_required(struct locks *k, gsym_id func);
/* Semaphores that start above one limit, and lock nothing. */
void lock_find_counting(struct locks *k);
/* The lock of a catalogued call that waits on a condition, 0: none. */
loc_id cond_wait_mutex(struct locks *k, site_id site);

/* ---- lockstate_cond.c ---- */
struct cond_table {
    struct locks *locks;
    gfunc_id func;
    const struct func_shape *shape;
    struct cond_key keys[MAX_CONDS];
    uint32_t n;
};
/* has_effect: [block] some op of it does something to locks. */
void cond_table_make(struct locks *k, gfunc_id func, const bool *has_effect,
                     struct cond_table *out);
uint32_t cond_index(const struct cond_table *t, struct cond_key key); /* UINT32_MAX: not kept */
struct cond cond_of(const struct cond_table *t, val_id v);
uint32_t cond_value(uint32_t values, uint32_t index);
uint32_t cond_with(uint32_t values, uint32_t index, uint32_t value);
/* Whether v is zero in this state: VALUE_*. */
uint32_t cond_evaluate(const struct cond_table *t, uint32_t values, val_id v);
/* Adds that v is zero or not; false when the state says otherwise. */
bool cond_assume(const struct cond_table *t, uint32_t *values, val_id v, bool nonzero);
/* What a store changes. */
uint32_t cond_store(const struct cond_table *t, uint32_t values, op_id store);

#endif
