/* What the parts of CA206 share: names that can be trusted, and how a finding is made. */
#ifndef RULES_LOCK_MISUSE_H
#define RULES_LOCK_MISUSE_H

#include "flow/shape.h"
#include "rules/lock_places.h"
#include "rules/rules.h"

struct misuse {
    struct rule_context *ctx;
    struct locs *locs;
    struct locks *locks;
    struct lock_uses *uses;
    bool *stored_fields;   /* [gfield] of the function at hand: a store changes it */
    bool *recursive;       /* [class] recursive, or it cannot be excluded */
    uint32_t n_recursive;
    bool *recursive_symbols; /* [gsym] has an initialiser of a recursive mutex */
    bool *done;            /* [site] has a finding */
};

/* Does the name mean the same object wherever it stands in the function? */
bool misuse_is_stable(struct misuse *m, gfunc_id func, loc_id lock);
/* Can control get from the function's entry to the op without a call that surely takes the lock? */
bool misuse_can_avoid(struct misuse *m, gfunc_id func, op_id op, loc_id lock);
const char *misuse_name(struct misuse *m, gfunc_id func, loc_id lock);
uint32_t misuse_line(struct misuse *m, gfunc_id func, op_id op);

struct misuse_finding {
    gfunc_id func;
    site_id site;        /* 0: the place is block's */
    block_id block;
    enum level level;
    enum confidence conf;
    const char *message, *note, *help;
    loc_id lock;
    const struct lock_use *use; /* chain to show, in func; NULL: the call alone */
};
void misuse_report(struct misuse *m, const struct misuse_finding *f);

void misuse_kept(struct misuse *m, gfunc_id func); /* kept on one return path: lock_kept.c */
/* Calls that break what the callee's attributes state: lock_stated.c */
void misuse_stated(struct misuse *m);
/* Which classes of locks are, or may be, recursive: lock_recursive.c */
void misuse_find_recursive(struct misuse *m);
bool misuse_is_recursive(struct misuse *m, loc_id lock, uint8_t kind);

#endif
