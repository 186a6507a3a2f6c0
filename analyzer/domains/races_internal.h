/* What races.c (which variables, which accesses) and races_pair.c (which pairs) share. */
#ifndef DOMAINS_RACES_INTERNAL_H
#define DOMAINS_RACES_INTERNAL_H

#include "domains/parallel_internal.h"
#include "domains/races.h"
#include "flow/context.h"
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
enum race_phase {
    RACE_RUNNING,
    RACE_START_UP, /* in main() before it comes to its loop, or after that */
    RACE_ENDING,   /* nothing but the end of the process comes after it */
};
struct guard { /* the lock that most accesses of a variable hold */
    loc_id lock;
    gfunc_id in;
    uint64_t class;
    uint32_t n, of;
};
struct event { /* one access in one strand with one set of locks */
    const struct access *access;
    gfunc_id named_in;
    lockset_id held;
    uint32_t strand, walk, visit;
    uint32_t index; /* of access in its list */
    bool weak;
    bool has_share, has_way, is_way, has_phase, has_turns, has_no_turn;
    uint8_t phase; /* enum race_phase */
    uint8_t share;
    const site_id *chain; /* made on first use */
    uint32_t n_chain;
    const struct signals *told, *waited; /* see races_handover.c; made on first use */
    struct running *running; /* the same */
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
    struct map turns; /* hash of (function, op) to the node that says whose turn it is, or 0 */
    struct map lock_words; /* locations; fields, with bit 40 */
    struct map stripes;    /* locks of arrays that a hash chooses from */
    VEC(struct bucket) buckets;
    VEC(struct held_walk *) walks;
    bool *waits; /* [gfunc] runs a loop or waits for descriptors, itself or below */
    bool *is_root, *relevant, *of_interest; /* [gfunc] */
    bool *fatal[2];    /* [gfunc] ends the process: 0 because something went wrong, 1 however */
    struct map doomed; /* function, block, which of the two: asked before */
    struct map beside; /* function, op: the same */
    bool **creators;   /* [strand][gfunc] made on first use */
    struct signal_ops *signal_ops; /* [gfunc] see races_handover.c; made on first use */
    uint64_t *running; /* scratch: a set of strands */
    uint32_t walking;  /* strand */
    struct races *out;
};

bool races_is_param(const struct finder *f, loc_id loc);
void races_keys(const struct finder *f, const struct access *x, struct keys *out);
/* Is it a word that atomic operations make a lock of? */
bool races_is_lock_word(const struct finder *f, loc_id loc);
bool races_site_waits(const struct finder *f, site_id site); /* comes to a loop's wait */
void races_chain(struct finder *f, struct event *e); /* fills chain */
gfunc_id races_root(const struct finder *f, const struct event *e); /* where its chain starts */
/* Can control come along the event's chain to its access? */
bool races_is_feasible(struct finder *f, struct event *e);

void races_find_fatal(struct finder *f);
enum race_phase races_phase(struct finder *f, struct event *e);
/* Is a what the creator does on its way to the creation of the strand of b? */
bool races_before_creation(struct finder *f, struct event *a, const struct event *b);
/* Is the access in what makes or destroys the lock? */
bool races_is_lifetime(struct finder *f, struct event *e, loc_id lock);

/* Does the access of a single variable hold one lock of an array, by a hash? */
bool races_is_stripe(const struct finder *f, const struct event *e, const struct held_lock *h);
void races_find_stripes(struct finder *f);
bool races_under_stripe(const struct finder *f, const struct event *e);

/* The model, with its reasons, is in races_confidence.c. a and b as in r. */
enum confidence races_confidence(struct finder *f, const struct race *r, struct event *a,
                                 struct event *b);
/* Does one side tell the other, by an atomic, a semaphore or a barrier, that it is done? */
bool races_handed_over(struct finder *f, struct event *a, struct event *b);
/* Does the call wait for a condition variable, itself or as a wrapper? */
bool races_waits_for_cond(struct finder *f, site_id site);
/* Are both sides in a part through which threads go one after the other? */
bool races_take_turns(struct finder *f, struct event *a, struct event *b);
void races_judge(struct finder *f, struct bucket *b); /* appends the best pair to out */

#endif
