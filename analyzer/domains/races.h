/*
 * Pairs of conflicting accesses that can run at the same time with no lock in common, one pair for
 * each variable or field. Puts together what is accessed with which locks (flow/access.h), what is
 * shared (flow/escape.h) and what runs in parallel (domains/parallel.h). Judges nothing for its
 * reader: levels, words and fixes are the rule's.
 */
#ifndef DOMAINS_RACES_H
#define DOMAINS_RACES_H

#include "domains/parallel.h"
#include "flow/access_walk.h"
#include "flow/escape.h"
#include "flow/finding.h"

enum { RACE_CHAIN = 40 };
struct race_side {
    const struct access *access;
    gfunc_id named_in;   /* the function whose names access->loc and held are in */
    uint32_t strand;
    lockset_id held;     /* from the strand's start */
    gfunc_id root;       /* where the chain starts */
    const site_id *chain; /* calls from root to the op's function */
    uint32_t n_chain;
    enum share share;
};
struct race {
    struct race_side a, b; /* a: where the finding belongs */
    enum confidence conf;
    enum together together;
    enum alias alias;
    bool only_maybe;  /* a lock is held on some ways */
    bool is_flag;     /* only constants are written, and it is only tested: polled */
    bool is_start_up; /* one side is in main() before its loop */
    bool is_against_guard; /* one site without a lock, the others hold the same one */
    bool is_mixed;    /* one side is atomic */
    bool is_striped;  /* both hold a lock of one array, which need not be the same one */
    bool is_stated;   /* guard is what the declaration of the variable names */
    loc_id guard;     /* the lock that most accesses hold; 0: none */
    gfunc_id guard_in; /* whose name it is */
    uint32_t n_guarded, n_sites; /* accesses that hold it, of all */
    uint32_t n_pairs; /* further pairs of the same variable */
};
struct races {
    VEC(struct race) list; /* in the order of their places */
};

void races_find(struct arena *a, const struct flow_facts *flow, const struct domains *d,
                const struct parallel *p, struct races *out);

#endif
