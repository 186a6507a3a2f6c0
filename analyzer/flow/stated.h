/*
 * What declarations state about locks: clang's thread-safety attributes, as names of locations.
 * Statements are believed where the code cannot show the same: a function without a body that
 * takes a lock, a function that is entered with a lock held, the lock that a field needs.
 */
#ifndef FLOW_STATED_H
#define FLOW_STATED_H

#include "flow/loc.h"

struct stated_lock {
    uint8_t attr;   /* enum attr_kind: ATTR_REQUIRES ... ATTR_EXCLUDES */
    bool on_zero;   /* ATTR_TRY_ACQUIRE*: it is taken when the function returns 0 */
    uint8_t kind;   /* enum cat_lock_kind */
    loc_id lock;    /* in the names of the function */
};
struct stated_list {
    const struct stated_lock *v;
    uint32_t n;
    bool is_exempt; /* NO_THREAD_SAFETY_ANALYSIS: its author vouches for it */
};

struct stated; /* opaque */
struct stated *flow_stated(const struct flow_facts *f); /* made on first use */
bool stated_has_guards(const struct stated *s); /* is any variable or field stated to have one */
struct stated_list stated_of(const struct stated *s, gsym_id func);
/* By its name: a lock of POSIX or C11; its kind (enum cat_lock_kind) goes to kind. */
bool stated_is_lock_type(const struct unit *u, type_id type, uint8_t *kind);
/* The lock that an access to place needs by GUARDED_BY or PT_GUARDED_BY, in the names of the
 * function that place is named in; 0: none is stated. */
loc_id stated_guard(struct stated *s, loc_id place);

#endif
