/* What races.c (which variables, which accesses) and races_pair.c (which pairs) share. */
#ifndef DOMAINS_RACES_INTERNAL_H
#define DOMAINS_RACES_INTERNAL_H

#include "domains/races.h"
#include "flow/shape.h"

enum {
    MAX_KEYS = 8,      /* variables that one access can mean */
    MAX_EVENTS = 600,  /* accesses of one variable that are looked at */
    MAX_PAIRS = 60000, /* of one variable */
    MAX_QUESTIONS = 3000, /* of those, asked for aliasing and order */
};

struct keys {
    uint64_t v[MAX_KEYS];
    uint32_t n;
};
struct event { /* one access in one strand with one set of locks */
    const struct access *access;
    gfunc_id named_in;
    lockset_id held;
    uint32_t strand, walk, visit;
    bool weak;
    bool has_share;
    uint8_t share;
    const site_id *chain; /* made on first use */
    uint32_t n_chain;
};
struct bucket { /* one variable or field */
    uint64_t key;
    uint64_t *writers, *users; /* strands */
    bool matters;
    VEC(struct event) events;
};
struct finder {
    struct arena *arena, *out_arena;
    const struct flow_facts *flow;
    const struct domains *domains;
    const struct parallel *parallel;
    struct accesses *accesses;
    struct locs *locs;
    struct locks *locks;
    struct escapes *escapes;
    struct map index; /* key to bucket */
    struct map seen;
    VEC(struct bucket) buckets;
    VEC(struct held_walk *) walks;
    bool *is_root, *relevant, *of_interest; /* [gfunc] */
    struct races *out;
};

bool races_is_param(const struct finder *f, loc_id loc);
void races_keys(const struct finder *f, const struct access *x, struct keys *out);
void races_judge(struct finder *f, struct bucket *b); /* appends the best pair to out */

#endif
