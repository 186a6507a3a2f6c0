/*
 * Which locks are held where. Relative, as in RELAY (Voung, Jhala, Lerner, FSE 2007): a function is
 * judged without its callers; the state of a lock says what has happened to it since the function
 * was entered. The effect of a call is its summary in the caller's names. At the start of a thread
 * or callback nothing is held, so LOCKED_ENTRY means free there.
 *
 * A state is a set of possibilities (bits): joining paths unites them. "Surely held" is that all
 * possibilities are held ones; "maybe held" that some are. Rules that report a missing lock must
 * ask for not even maybe.
 *
 * States are kept apart by up to a few conditions (results of trylock, flags in locals, conditions
 * that locks are taken under), so `if (mt) lock(); ...; if (mt) unlock();` is followed exactly.
 */
#ifndef FLOW_LOCKSTATE_H
#define FLOW_LOCKSTATE_H

#include "flow/loc.h"

ID_TYPE(lockset_id); /* interned: equal sets have equal ids. 0: empty, everything as at entry */

enum {
    LOCKED_ENTRY = 1,  /* as it was when the function was entered */
    LOCKED_EXCL = 2,   /* taken here */
    LOCKED_SHARED = 4, /* taken here, reader side */
    LOCKED_DEEP = 8,   /* taken here while already held (recursive, or a deadlock) */
    LOCKED_FREED = 16, /* was held by the caller, released here */
    LOCKED_AGAIN = 32, /* was held by the caller, released and taken again (or stated: REQUIRES) */
    LOCKED_HELD = LOCKED_EXCL | LOCKED_SHARED | LOCKED_DEEP | LOCKED_AGAIN,
};
struct held_lock {
    loc_id lock;    /* the lock object, in the names of the function */
    uint8_t states; /* possibilities; never just LOCKED_ENTRY */
    uint8_t kind;   /* enum cat_lock_kind */
};
struct lockset {
    const struct held_lock *v; /* sorted by lock */
    uint32_t n;
};
static inline bool lock_is_held(uint8_t states) /* surely */
{
    return states && !(states & ~LOCKED_HELD);
}
static inline bool lock_maybe_held(uint8_t states) { return states & LOCKED_HELD; }
/* Surely held, but nowhere exclusively. */
static inline bool lock_is_shared(uint8_t states) { return states == LOCKED_SHARED; }

/* What a function has done to locks when it returns. */
struct lock_summary {
    lockset_id any, zero, nonzero; /* whatever it returns; when it returns 0 / NULL; else */
    bool returns_zero, returns_nonzero; /* is there a return of that kind at all */
    bool touches;   /* takes or releases some lock, itself or in a callee */
    bool is_vague;  /* body not understood, or too many locks: sets hold all possibilities */
};

/* One lock operation, as a step of the function (a catalogued call, or a callee that leaves locks
 * in another state). */
struct lock_event {
    site_id site;     /* 0: an atomic op used as a lock */
    op_id op;
    loc_id lock;
    uint8_t before;   /* states before, relative to the function's entry */
    uint8_t effect;   /* LOCKED_EXCL, LOCKED_SHARED: takes; LOCKED_FREED: releases;
                         LOCKED_AGAIN: waits on a condition, releases and takes again */
    uint8_t kind;     /* enum cat_lock_kind */
    bool conditional; /* trylock and the like: the state depends on the result */
    bool inherited;   /* done by the callee, not by the call itself */
    lockset_id held;  /* all before */
};
struct lock_events {
    const struct lock_event *v; /* in op order; only reachable ones */
    uint32_t n;
};

struct locks; /* opaque */
struct locks *flow_locks(const struct flow_facts *f); /* made on first use, bottom-up */

struct lockset lockset_get(const struct locks *k, lockset_id id);
lockset_id lockset_at(struct locks *k, gfunc_id func, op_id op); /* just before the op */
lockset_id lockset_at_block(struct locks *k, gfunc_id func, block_id block); /* at its start */
bool lockset_reaches(struct locks *k, gfunc_id func, op_id op); /* is the op reached at all */
/* LOCKED_ENTRY when it is not in the set */
uint8_t lockset_state(const struct locks *k, lockset_id set, loc_id lock);
const struct lock_summary *lock_summary(struct locks *k, gfunc_id func);
struct lock_events lock_events(struct locks *k, gfunc_id func);

/* callee's set in the names of the caller at site, composed with what holds there before. */
lockset_id lockset_through(struct locks *k, lockset_id callee, lockset_id before, site_id site);
/* What is held at the call at site, in the names of the callee: locks in objects that are passed to
 * it are named by its parameters, others of the caller's own become "some object's lock". */
lockset_id lockset_enter(struct locks *k, lockset_id held, site_id site);
/* What effect does after before, both in the names of one function. */
lockset_id lockset_compose(struct locks *k, lockset_id before, lockset_id effect);
lockset_id lockset_join(struct locks *k, lockset_id a, lockset_id b);
/* Something could not be told: any lock may be held too (an entry with lock 0 comes first). */
bool lockset_is_vague(const struct locks *k, lockset_id id);
bool lockset_any_held(const struct locks *k, lockset_id set); /* some lock surely held */

#endif
