/*
 * Inclusion constraints over nodes and objects (Andersen 1994), solved in waves (Pereira & Berlin,
 * "Wave propagation and deep propagation for pointer analysis", CGO 2009): collapse the cycles of
 * copy edges, push new objects along the edges in topological order, then let loads, stores and
 * calls add edges; until nothing changes. Knows no unit: what calling a function means is the
 * owner's `on_call`.
 *
 * Every object of a set remembers the edge that first brought it there, so that the way back to
 * where it entered can be told. Deterministic: the result depends on the order of the constraints
 * only.
 */
#ifndef LINK_SOLVER_H
#define LINK_SOLVER_H

#include "link/program.h"

enum { OPEN_OBJ = 1 };             /* the object that stands for "others too"; 0 is none */
enum { MAX_INTS = 8 };             /* distinct constants kept for a node */
#define VIA_BASE UINT32_C(0x80000000) /* set: the rest is the cause of a base constraint */

struct solver_edge {
    uint32_t src, dst; /* nodes as they were when the edge was made, not representatives */
    uint32_t cause;
};
struct solver_elem {
    uint32_t obj;
    uint32_t via;   /* edge, or VIA_BASE | cause */
    uint32_t stamp; /* when it came: the way back always goes to smaller stamps */
};
struct solver_set { /* in order of arrival, so that "what is new" is a suffix */
    struct solver_elem *v;
    uint32_t n, cap, n_ints;
    uint32_t n_slots; /* 0: small, searched linearly */
    uint32_t *slots;  /* index + 1 by hash of obj */
};
struct solver_link {
    uint32_t node, cause;
};
struct solver_uses { /* constraints that look through what a node points to */
    VEC(struct solver_link) loads;  /* node includes *this */
    VEC(struct solver_link) stores; /* *this includes node */
    VEC(uint32_t) calls;            /* sites that call what this holds */
};
struct solver_node {
    struct solver_set set;
    uint32_t sent;    /* elements that went along the edges */
    uint32_t handled; /* elements that the uses have seen */
    struct solver_uses *uses;
    VEC(uint32_t) out; /* edges */
};
struct solver {
    struct arena *arena; /* scratch: lives until solver's owner has taken the result */
    VEC(struct solver_node) nodes;
    VEC(uint32_t) parent; /* union-find over nodes */
    VEC(struct solver_edge) edges;
    VEC(struct flow_obj) objs;
    VEC(uint32_t) users; /* nodes that have uses */
    VEC(uint32_t) order; /* representatives, sources before targets */
    struct map edge_seen;
    uint32_t stamp;
    bool has_new_edges, has_changed;
    void (*on_call)(void *ctx, uint32_t site, uint32_t obj); /* obj is an OBJ_FUNC */
    void *ctx;
};

void solver_init(struct solver *s, struct arena *scratch);
void solver_nodes(struct solver *s, uint32_t n); /* n more nodes */
uint32_t solver_node(struct solver *s);
uint32_t solver_obj(struct solver *s, const struct flow_obj *o); /* always a new one */
uint32_t solver_heap(struct solver *s, uint32_t obj); /* the memory behind a call's result */
void solver_base(struct solver *s, uint32_t node, uint32_t obj, uint32_t cause);
void solver_copy(struct solver *s, uint32_t src, uint32_t dst, uint32_t cause);
void solver_load(struct solver *s, uint32_t dst, uint32_t pointer, uint32_t cause);
void solver_store(struct solver *s, uint32_t pointer, uint32_t src, uint32_t cause);
void solver_call(struct solver *s, uint32_t pointer, uint32_t site);
void solver_run(struct solver *s);
uint32_t solver_find(struct solver *s, uint32_t node); /* representative */
const struct solver_set *solver_get(struct solver *s, uint32_t node);

#endif
