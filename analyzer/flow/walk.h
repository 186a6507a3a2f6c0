/*
 * Which calls run when control enters at given places: a breadth-first walk over the call graph in
 * contexts (flow/context.h), best confidence first, then shortest chain. Every visit keeps how it
 * was reached, so each call can be shown with its full chain.
 */
#ifndef FLOW_WALK_H
#define FLOW_WALK_H

#include "flow/context.h"
#include "flow/finding.h"

struct walk_start {
    gfunc_id func;
    loop_id region;       /* only the blocks of this loop of func; 0: all */
    struct context ctx;   /* for func */
    enum confidence conf;
    uint32_t tag;         /* the caller's own index */
};

struct visit {
    gfunc_id func;
    struct context ctx;
    loop_id region;
    uint32_t parent;  /* visit that called it, UINT32_MAX for a start */
    site_id via;      /* call in the parent */
    uint8_t via_kind; /* enum edge_kind */
    uint8_t conf;     /* enum confidence */
    bool is_replaced; /* the same visit was found again with more confidence: not made here */
    uint32_t tag;     /* of the start */
    uint32_t depth;   /* calls from the start */
};

struct walk {
    const struct flow_facts *flow;
    VEC(struct visit) visits;
};

/* Called for every call that can run in a visit; cat is what the catalog says of the (external)
 * callee, NULL when the callee has a body or is not known. */
typedef void walk_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                       const struct cat_func *cat);

enum {
    WALK_ENDING_PATHS = 1, /* also follow paths that can only end the process or never return */
    WALK_LOOP_THREAD = 2,  /* not calls under a test that this is another thread than the loop's */
};

/* skip (may be NULL): functions that are not entered, [gfunc]. */
void walk_run(struct arena *a, const struct flow_facts *f, const struct walk_start *starts,
              uint32_t n, uint32_t flags, const bool *skip, walk_call *on_call, void *user,
              struct walk *out);

#endif
