/*
 * Loops that wait by turning: a way around the loop that changes nothing but the loop's own
 * variables, and whose end is decided by others: by memory that other code writes, or by a call
 * that only looks (trylock, waitpid with WNOHANG, poll with a zero time-out).
 */
#ifndef RULES_SPIN_H
#define RULES_SPIN_H

#include "flow/finding.h"
#include "link/program.h"
#include "rules/rules.h"

enum spin_on { SPIN_ON_MEMORY, SPIN_ON_LOCK, SPIN_ON_CHILD, SPIN_ON_PROCESS, SPIN_ON_POLL,
               SPIN_ON_CALL };
struct spin {
    enum spin_on on;
    double sleep_ms;   /* in each turn; less than 0: it does not sleep */
    bool yields, relaxes, locks;
    bool is_bounded;   /* gives up after some turns or at a time: only of locks with naps */
    const char *what;  /* "stopped", "waitpid()": what ends it */
    enum confidence conf;
};
struct spins; /* what is needed for the whole program, made once */

struct spins *spins_new(struct rule_context *ctx);
/* Does this loop of func wait by turning? */
bool spin_judge(struct spins *s, gfunc_id func, loop_id loop, struct spin *out);
/* Is there a way through func that does nothing but look, and passes the call `by`; by 0: that
 * returns true? */
bool spin_passes(struct spins *s, gfunc_id func, site_id by);

#endif
