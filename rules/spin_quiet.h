/*
 * What only looks: code that changes nothing but the function's own variables, and calls nothing
 * but locks, short sleeps, yields, looks (trylock, WNOHANG, a zero time-out, kill(pid, 0)) and
 * functions that only do such things.
 */
#ifndef RULES_SPIN_QUIET_H
#define RULES_SPIN_QUIET_H

#include "flow/context.h"
#include "rules/spin.h"

struct spins {
    struct rule_context *ctx;
    uint32_t *writer; /* [node] a function that stores to it; UINT32_MAX: several */
};
/* What is known of a function or block that is looked at: with the arguments of its call. */
struct quiet {
    struct spins *p;
    struct spin *out; /* sleeps, yields, locks; may be NULL */
    bool reads_shared;
    bool is_locked, reads_locked; /* shared memory while a lock is held */
    site_id allowed; /* a call that counts as quiet, whatever it does */
    uint32_t depth;
};

/* What a look returns while what it looks for has not happened; false: it is no look. */
bool quiet_not_yet(const struct flow_facts *f, site_id site, int64_t *value);
bool quiet_call(struct quiet *q, site_id site, const struct context *ctx);
bool quiet_block(struct quiet *q, gfunc_id func, uint32_t block, const struct context *ctx);
/* A variable of the function itself, or a part of one. */
bool quiet_is_own(const struct unit *u, path_id id);

#endif
