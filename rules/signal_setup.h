/*
 * How a program sets up its signals: which handlers it installs for which of them, which signals it
 * keeps blocked, and where it lets them in. Facts for rules about handlers; judges nothing.
 */
#ifndef RULES_SIGNAL_SETUP_H
#define RULES_SIGNAL_SETUP_H

#include "flow/context.h"
#include "rules/rules.h"

struct signal_handler {
    gfunc_id func;
    uint32_t entry;   /* index into domains->entries */
    uint64_t signals; /* bit i: signal i */
    bool is_open;     /* installed for others too, and it cannot be told which */
    bool is_sure;     /* some place installs it that does not speak of any function of a heap */
};
struct signal_setup {
    VEC(struct signal_handler) handlers; /* in the order of the entries */
    uint64_t blocked;  /* some call of sigprocmask() blocks them */
    bool waits;        /* sigsuspend(), pselect() or the like lets signals in */
    bool unblocks;     /* signals are let in at other places too */
};

void signal_setup_find(struct rule_context *ctx, struct signal_setup *out);

/* Is this a crash: raised by a fault of the program itself (SIGSEGV, SIGABRT and the like), or one
 * that nobody sends every day, with a handler that serves such faults too (SIGQUIT)? */
bool signal_is_crash(const struct signal_handler *h, uint32_t number);
/* Do the handler's signals only ever come while the program waits for them (TRI_YES), or does the
 * program block them at least for some of the time (TRI_MAYBE)? */
enum tri signal_waited_for(const struct signal_setup *s, const struct signal_handler *h);
/* Is this call made under a test of a flag that the program sets to one constant and back to
 * another around some place: `jump_is_ready = 1; read(); jump_is_ready = 0`? */
bool signal_flag_around(struct rule_context *ctx, site_id site);
/* Does the function look at a flag that the handler sets while it runs: `in_handler = 1; ...;
 * in_handler = 0`? */
bool signal_asks_handler(struct rule_context *ctx, gfunc_id handler, gfunc_id func);

#endif
