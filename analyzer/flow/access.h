/*
 * Guarded accesses: what memory a function reads and writes and which locks are held meanwhile,
 * relative to its entry. A function's list has its own ops, and those of its callees on what it
 * passes to them, renamed at the call (flow/loc.h), with the locks composed. What
 * a callee does to globals and to objects that it finds itself stays there: only a name in
 * terms of parameters needs its caller.
 *
 * Left out: what only the function can see: its locals, fresh objects that are not published yet
 * (flow/escape.h).
 *
 * Bounded: equal ones (location, kind, locks) keep the shortest chain; a function passes at most
 * ACCESS_MAX on to its callers.
 */
#ifndef FLOW_ACCESS_H
#define FLOW_ACCESS_H

#include "flow/lockstate.h"

enum { ACCESS_MAX = 256, ACCESS_CHAIN = 24 };
enum access_kind {
    ACCESS_READ,
    ACCESS_WRITE,
    ACCESS_ATOMIC_READ,
    ACCESS_ATOMIC_WRITE, /* read-modify-write too */
    ACCESS_FREE,         /* the whole object ends */
};
enum {
    ACCESS_COMPOUND = 1, /* x++, x += 1: the write goes with a read */
    ACCESS_RECORD = 2,   /* part of a whole record that is copied or filled */
    ACCESS_LIBRARY = 4,  /* done by a library call on what it is given */
    ACCESS_VOLATILE = 8,
    ACCESS_WEAK = 16,    /* through code that did not parse */
    ACCESS_CONST = 32,   /* a write of a constant */
    ACCESS_TESTED = 64,  /* a read that only decides a branch (polled flag) */
    ACCESS_TAKEN = 512,  /* of an object that was taken out of where it was shared */
    ACCESS_SLOT = 256,   /* an element that each thread has for its own */
    ACCESS_OUT = 128,    /* of an object that the function itself has published before */
};
struct access {
    loc_id loc;       /* in the names of the function whose list it is in; of a bit-field, the first
                         one of those that share its memory unit */
    gfield_id part;   /* the bit-field itself; 0: none, or it has a unit of its own */
    uint8_t kind;     /* enum access_kind */
    uint8_t order;    /* enum mem_order of atomics */
    uint16_t flags;
    lockset_id locks; /* relative to the function's entry */
    gfunc_id func;    /* where the op is */
    op_id op;         /* there */
    type_id type;     /* of what is accessed, in func's unit; 0: not known */
    site_id via;      /* the call in this function that leads there; 0: the op is its own */
    uint32_t next;    /* index of the same access in the callee's list */
    gfunc_id callee;  /* of via */
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
static inline bool access_writes(const struct access *a)
{
    return a->kind == ACCESS_WRITE || a->kind == ACCESS_ATOMIC_WRITE || a->kind == ACCESS_FREE;
}
static inline bool access_is_atomic(const struct access *a)
{
    return a->kind == ACCESS_ATOMIC_READ || a->kind == ACCESS_ATOMIC_WRITE;
}

#endif
