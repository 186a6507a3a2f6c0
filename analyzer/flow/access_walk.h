/*
 * Which locks a function is entered with: a walk over the call graph from where threads start,
 * keeping apart ways that hold different locks. The locks are in the names of the function that is
 * entered: the caller's `conn->lock` becomes `c->lock` where conn is passed as c.
 */
#ifndef FLOW_ACCESS_WALK_H
#define FLOW_ACCESS_WALK_H

#include "flow/access.h"

enum { HELD_VISITS = 8 }; /* of one function in one walk */
struct held_visit {
    gfunc_id func;
    lockset_id held;  /* at its entry */
    uint32_t parent;  /* visit, UINT32_MAX for a start */
    site_id via;      /* call in the parent */
    uint32_t depth;   /* calls from the start */
    bool weak;        /* by way of a call that is a guess */
};
struct held_walk {
    VEC(struct held_visit) visits;
};

/* What else keeps two ways into a function apart: a number for the call at site in the visit. */
typedef uint64_t held_phase(void *user, const struct held_walk *w, uint32_t visit, site_id site);
/* Is the edge of the call followed at all? */
typedef bool held_follows(void *user, site_id site, const struct edge *e);
struct held_how {
    const bool *relevant; /* [gfunc] functions that are entered */
    held_phase *phase;    /* may be NULL */
    void *phase_user;
    held_follows *follows; /* may be NULL */
    void *follows_user;
};

void held_walk_run(struct arena *a, const struct flow_facts *f, const gfunc_id *roots, uint32_t n,
                   const struct held_how *how, struct held_walk *out);
/* Sites from the start to the visit, outermost first; at most max. */
uint32_t held_chain(const struct held_walk *w, uint32_t visit, site_id *sites, uint32_t max);

#endif
