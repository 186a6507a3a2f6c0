/*
 * Where the program forks, and which blocks of the forking function each side runs from there on. A
 * wrapper that returns what fork returned forks nothing itself: its caller does, who looks at the
 * result.
 */
#ifndef FLOW_FORK_H
#define FLOW_FORK_H

#include "flow/walk.h"

struct fork_site {
    site_id site;
    gfunc_id func;   /* that makes the call */
    bool is_vfork;
    bool detaches;   /* the parent only ends: the child goes on in its place */
    bool returns;    /* the child's side can return from func */
    bool *child;     /* [block] the child can get there */
    bool *parent;    /* [block] the parent can */
};
struct forks {
    VEC(struct fork_site) list; /* by site; those whose two sides can be told apart */
};
void forks_find(struct arena *a, const struct flow_facts *f, struct forks *out);

/* Only the child, or only the parent, runs the op. */
bool fork_is_childs(const struct flow_facts *f, const struct fork_site *s, op_id op);
bool fork_is_parents(const struct flow_facts *f, const struct fork_site *s, op_id op);
struct walk_start fork_child_start(const struct fork_site *s, uint32_t tag);

#endif
