/*
 * All uses of locks as each strand sees them: from its functions' entries, where nothing is held.
 * What the rules on two domains and one lock (CA103, CA205, CA303) match against each other.
 */
#ifndef RULES_LOCK_PLACES_H
#define RULES_LOCK_PLACES_H

#include "rules/shared.h"

struct lock_place {
    uint32_t strand; /* of struct parallel */
    gfunc_id root;   /* function of the strand that the chain starts at */
    const struct lock_use *use;
    uint32_t class;  /* LOCK_USE_ACQUIRE: of the lock */
};
struct lock_places {
    struct lock_place *acquires; /* LOCK_USE_ACQUIRE, by class */
    uint32_t n_acquires;
    uint32_t *first;  /* [class] run of acquires; one more at the end */
    uint32_t n_classes;
    struct lock_place *waits; /* LOCK_USE_WAIT and LOCK_USE_BLOCK with some lock surely held */
    uint32_t n_waits;
    struct lock_place *works; /* LOCK_USE_WORK, likewise */
    uint32_t n_works;
    struct lock_place *signals; /* LOCK_USE_SIGNAL; class is the condition's */
    uint32_t n_signals;
};

struct lock_places *shared_lock_places(struct rule_context *ctx); /* made on first use */
struct lock_places *lock_places_find(struct rule_context *ctx);

enum together places_together(struct rule_context *ctx, const struct lock_place *a,
                              const struct lock_place *b);
struct moment place_moment(struct rule_context *ctx, const struct lock_place *p);
/* Can the locks of one class, lock_a as a's root names it and lock_b as b's, be the same one? How
 * sure that is goes to conf. */
bool same_lock(struct rule_context *ctx, uint32_t class, const struct lock_place *a, loc_id lock_a,
               const struct lock_place *b, loc_id lock_b, enum confidence *conf);

/* ---- words ---- */
const char *duration_words(struct arena *a, double ms);
/* "thread worker()", "main thread", "pool job convert()" */
const char *strand_words(struct rule_context *ctx, const struct lock_place *p);
/* The place with its chain, as another side of a finding; what is a part of a sentence. */
struct side place_side(struct rule_context *ctx, const struct lock_place *p, const char *what);
/* The name of a lock where it is used: in the root's terms. */
const char *place_lock_name(struct rule_context *ctx, const struct lock_place *p, loc_id lock);

#endif
