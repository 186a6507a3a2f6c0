/*
 * CPU time of code, as a small symbolic sum: a constant, and terms that are a unit cost times what
 * is not known: a parameter, the size of data, how much a peer sends. Bottom-up over the call
 * graph: a call puts its own arguments in place of the callee's parameters. Loops multiply by what
 * bounds them, nested ones each other; library calls cost what the catalogs say (catalog/cpu.h).
 *
 * Two sums are kept. `sure` counts what every way through the function runs, with numbers that are
 * known: a claim that code is slow rests on it. The other one counts everything once, as if all
 * branches were taken: a claim that code is quick rests on that, when nothing in it is unknown.
 */
#ifndef FLOW_COST_H
#define FLOW_COST_H

#include "catalog/cpu.h"
#include "flow/context.h"
#include "flow/drain.h"

enum cost_bound {
    COST_PARAM, /* the value of a parameter of the function */
    COST_DATA,  /* a number, or a size of data, that is not known */
    COST_LIST,  /* length of a linked list */
    COST_PEER,  /* what a peer sends, or how many connect: until EAGAIN, with no cap */
};
struct cost_factor {
    uint8_t bound;  /* enum cost_bound */
    uint8_t scale;  /* enum cpu_scale */
    uint8_t param;  /* COST_PARAM */
    bool is_loop;   /* turns of a loop; else what a library call scales with */
    gfunc_id func;  /* whose code names it */
    val_id val;     /* there: the bound or argument; 0: has no name */
    const char *unit; /* of a library call; may be NULL */
};
enum { COST_FACTORS = 4, COST_TERMS = 8 };
struct cost_term {
    double ns;
    bool sure; /* on every way */
    uint8_t n;
    struct cost_factor by[COST_FACTORS];
};
struct cost {
    double sure_ns; /* at least */
    double ns;      /* constant part of the sum over everything */
    uint32_t n_terms;
    struct cost_term terms[COST_TERMS];
    bool is_open;   /* calls something that is not known, recurses, or has more terms */
    bool waits;     /* sleeps, blocks or does I/O somewhere: that is not CPU time */
    bool parks;     /* waits for another thread: condition, semaphore, barrier */
    bool forever;   /* has a loop without an end */
};

struct costs; /* opaque */
struct costs *flow_costs(const struct flow_facts *f); /* made on first use, bottom-up */

/* In terms of the function's own parameters. */
const struct cost *cost_of_func(struct costs *c, gfunc_id func);
/* Of one call with what it calls, in terms of the caller's parameters. */
struct cost cost_of_call(struct costs *c, site_id site);
/* One op, without what a call calls. */
double cost_of_op(const struct unit_op *op);
/* Of one turn of the loop; inner loops with all their turns. */
struct cost cost_of_turn(struct costs *c, gfunc_id func, loop_id loop);
/* What is known of the turns of a loop. */
struct cost_turns {
    bool is_known;  /* n is the most; it is exact when `exact` */
    bool exact;     /* nothing but its own condition ends it */
    bool forever;   /* nothing ends it */
    double n;
    struct cost_factor by; /* when not known */
};
struct cost_turns cost_turns(struct costs *c, gfunc_id func, loop_id loop);
/* The call that takes from one descriptor in each turn until there is nothing left. */
struct drain cost_drain(const struct flow_facts *f, gfunc_id func, loop_id loop);
/* With what a context says of the parameters: terms that become numbers are added. */
struct cost cost_in(const struct cost *cost, const struct context *ctx);
/* All of it, each unknown number taken as `each`. */
double cost_nominal(const struct cost *cost, double each);

/* The same with what is usual for each kind of unknown number: a thousand turns over data, a few
 * list elements, one message of a peer, 16 KiB for a library call. */
double cost_guess(const struct cost *cost);
double cost_guess_turns(const struct cost_factor *by);

/* ---- one call of a library function, judged in a context ---- */
struct cost_input { /* for "N is 16384" */
    const char *unit;
    int arg;
    double n;
    bool assumed; /* the catalog's typical value */
};
struct call_cost {
    double ns;        /* of what is known or assumed */
    bool is_fixed;    /* the entry gives a time that depends on no argument */
    bool is_maybe;    /* rests on what callers usually pass, or on what some pass */
    double open_ns;   /* of one unit of what scales with something unknown; 0: all is known */
    enum cpu_scale open_scale;
    int open_arg;
    struct cost_input inputs[COST_FACTORS];
    uint32_t n_inputs;
};
struct call_cost cost_judge(const struct flow_facts *f, site_id site, const struct context *ctx,
                            const struct cat_func *cat);

#endif
