/*
 * What functions do with locks, and what they do that makes a thread wait, each with the locks
 * surely held there: the common ground of the lock rules. Bottom-up over the call graph; a callee's
 * use is renamed at the call (flow/loc.h) and its locks are composed with those held there
 * (flow/lockstate.h). At a thread's function or a callback nothing is held at entry, so there the
 * sets are absolute.
 *
 * Bounded: a function keeps at most LOCK_USES_MAX uses, and unsure ones only while it has less than
 * LOCK_USES_WEAK; of equal ones the shortest chain.
 */
#ifndef RULES_LOCK_USES_H
#define RULES_LOCK_USES_H

#include "flow/finding.h"
#include "flow/lockstate.h"
#include "rules/rules.h"

enum { LOCK_USES_MAX = 400, LOCK_USES_WEAK = 100 };
enum lock_use_kind {
    LOCK_USE_ACQUIRE,  /* waits for the lock; not trylock and kin */
    LOCK_USE_RELEASE,
    LOCK_USE_WAIT,     /* waits on a condition, with lock as the mutex */
    LOCK_USE_BLOCK,    /* another call that can block for long */
    LOCK_USE_WORK,     /* a call, or a loop (site 0), that computes for long */
    LOCK_USE_SIGNAL,   /* wakes those that wait on a condition, which is in lock */
    LOCK_USE_NEED,     /* calls a function that is declared to need the lock held */
};
struct lock_use {
    uint8_t kind;      /* enum lock_use_kind */
    uint8_t effect;    /* LOCK_USE_ACQUIRE: LOCKED_EXCL or LOCKED_SHARED */
    uint8_t lock_kind; /* enum cat_lock_kind */
    bool weak;         /* by an uncertain call, or through code that did not parse */
    loc_id lock;       /* in the names of the function; 0 for LOCK_USE_BLOCK, LOCK_USE_WORK */
    lockset_id held;   /* before it, relative to the function's entry */
    gfunc_id func;     /* where the op is */
    op_id op;
    site_id site;      /* the op's call; 0 for atomics and loops */
    site_id via;       /* the call in this function that leads there; 0: the op is its own */
    gfunc_id callee;   /* via's function */
    uint32_t next;     /* index of the same use in the callee's list */
    uint32_t depth;    /* calls to get there */
};
struct lock_use_list {
    const struct lock_use *v;
    uint32_t n;
};

struct lock_uses; /* opaque */
struct lock_uses *lock_uses_find(struct arena *a, const struct flow_facts *f);
struct lock_use_list lock_uses_of(const struct lock_uses *u, gfunc_id func);
/* How long the call or loop of a LOCK_USE_WORK computes, by known numbers; is_usual (may be
 * NULL): by what is usual for such a call. */
double lock_use_work_ns(const struct flow_facts *f, const struct lock_use *use, bool *is_usual);
/* The condition that a wait or signal is about, in the names of its function; 0: not known. */
loc_id lock_condition(const struct flow_facts *f, site_id site);
/* The calls from the list's function to the op, outermost first. Lives in a. */
site_id *lock_use_calls(struct arena *a, const struct lock_uses *u, const struct lock_use *use,
                        uint32_t *n);
/* The chain as steps: root first, then each call, the last one for the op itself. */
struct step *lock_use_steps(struct arena *a, const struct lock_uses *u, gfunc_id root,
                            const struct lock_use *use, uint32_t *n);
struct spot lock_use_spot(const struct flow_facts *f, const struct lock_use *use);
const char *lock_name(struct arena *a, const struct flow_facts *f, gfunc_id func, loc_id lock);

/*
 * Which names can be the same lock: one class for each global lock, one for each field that is a
 * lock. Fields of global records are classes of their own when no other record of the type has that
 * field locked.
 */
uint32_t lock_class(struct lock_uses *u, loc_id lock); /* 0: nothing is known of it */
/* Is the class one object for sure? */
bool lock_class_is_one(const struct lock_uses *u, uint32_t class);
uint32_t lock_class_count(const struct lock_uses *u); /* classes are below it */

/* Does control reach the op of this use when func is called, judged with the constants that the
 * calls on its chain pass? When it blocks: does it, and how (judged may be NULL). */
struct blocking;
bool lock_use_happens(struct arena *scratch, const struct lock_uses *u, gfunc_id func,
                      const struct lock_use *use, struct blocking *judged);

#endif
