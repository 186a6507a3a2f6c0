/*
 * Guarded accesses: what memory a function reads and writes, itself and through its callees, and
 * which locks are held meanwhile, relative to the function's entry. Bottom-up over the call graph;
 * a callee's access is renamed at the call (flow/loc.h) and its locks are composed with those held
 * there (flow/lockstate.h). Accesses of the function's own locals are left out unless their address
 * is taken.
 *
 * Bounded: equal ones (location, kind, locks) keep the shortest chain, and a function keeps at most
 * ACCESS_MAX of them; beyond that, locations are widened to "some object's field", then dropped.
 */
#ifndef FLOW_ACCESS_H
#define FLOW_ACCESS_H

#include "flow/lockstate.h"

enum { ACCESS_MAX = 256 };
enum access_kind {
    ACCESS_READ,
    ACCESS_WRITE,
    ACCESS_ATOMIC_READ,
    ACCESS_ATOMIC_WRITE, /* read-modify-write too */
    ACCESS_FREE,         /* the whole object ends */
};
enum {
    ACCESS_INIT = 1,     /* by a declaration's initialiser, or the fresh object of this function */
    ACCESS_COMPOUND = 2, /* x++, x += 1: the write goes with a read */
    ACCESS_RECORD = 4,   /* a whole record */
    ACCESS_LIBRARY = 8,  /* done by a library call on what it is given */
    ACCESS_VOLATILE = 16,
    ACCESS_WEAK = 32,    /* through code that did not parse, or a call by signature only */
    ACCESS_CONST = 64,   /* a write of a constant */
    ACCESS_TESTED = 128, /* a read that only decides a branch (polled flag) */
};
struct access {
    loc_id loc;
    uint8_t kind;     /* enum access_kind */
    uint8_t order;    /* enum mem_order of atomics */
    uint16_t flags;
    lockset_id locks; /* relative to the function's entry */
    gfunc_id func;    /* where the op is */
    op_id op;         /* there */
    site_id via;      /* the call in this function that leads there; 0: the op is its own */
    uint32_t next;    /* index of the same access in the callee's list (via's) */
    gfunc_id callee;  /* via's function */
    uint32_t depth;   /* calls to get there */
};
struct access_list {
    const struct access *v;
    uint32_t n;
    bool is_cut; /* some were dropped */
};

struct accesses; /* opaque */
struct accesses *flow_accesses(const struct flow_facts *f); /* made on first use */
struct access_list accesses_of(struct accesses *a, gfunc_id func);
/* The calls from func to the op, outermost first, at most max; returns how many. */
uint32_t access_chain(struct accesses *a, const struct access *from, site_id *sites, uint32_t max);

#endif
