/*
 * What can run at the same time. A strand is one flow of control with a memory that it shares: the
 * main thread with all callbacks of the loops that it runs, a thread function, a pool job, a signal
 * handler. Strands that exist only in a forked child are ordered after the fork: nothing of the
 * parent runs there. Two strands run together when one is created (or registered) while the other
 * may still be running; what the creator does before the creation, or after it has joined the
 * thread, is not parallel to it.
 *
 * Callbacks of one loop never run together: they belong to the strand that runs that loop. Where
 * the loop cannot be told, all strands that run a loop of this library get the callback, and the
 * answer is TOGETHER_MAYBE at most.
 *
 * The order is a forward data flow over each function ("which strands may be running here") with
 * summaries for calls, made once; a question about two places costs a few look-ups.
 */
#ifndef DOMAINS_PARALLEL_H
#define DOMAINS_PARALLEL_H

#include "domains/domains.h"
#include "flow/access_walk.h"
#include "flow/walk.h"

enum strand_kind {
    STRAND_MAIN,    /* main() and what it calls; one for each main() of the tree */
    STRAND_OUTSIDE, /* external functions that nobody here calls: a library's public ones */
    STRAND_THREAD,
    STRAND_POOL,    /* a job that a pool's workers run */
    STRAND_SIGNAL,  /* interrupts any thread, its own creator's too; never itself */
    STRAND_CRASH,   /* a handler for SIGSEGV and the like: runs together with nothing that counts */
};
struct creation { /* a place that starts the strand */
    gfunc_id func;
    op_id op;
    site_id site;  /* the outermost call that still names its function: a wrapper's caller; 0 when
                      op is a store (sa_handler) */
    site_id inner; /* the catalogued call (pthread_create); the same without a wrapper */
};
struct strand {
    uint8_t kind;   /* enum strand_kind */
    bool many;      /* two instances of it can run together */
    bool once;      /* a flag sees to it that it is not started while it runs */
    bool sure;      /* false: deduced; answers on it are TOGETHER_MAYBE at most */
    uint32_t entry; /* index into domains->entries; UINT32_MAX for main and outside */
    const gfunc_id *roots; /* main() or the thread's function first, then its loops' callbacks */
    uint32_t n_roots;
    const struct creation *creations; /* none for main and outside */
    uint32_t n_creations;
    uint32_t creator; /* strand that creates it; UINT32_MAX when none or several do */
    /* roots[0] only starts what the thread was given: this call goes to `given` alone; 0: not so */
    site_id start;
    gfunc_id given;
};

struct parallel {
    struct strand *strands; /* main first, then by entry */
    uint32_t n;
    uint32_t words; /* of a set of strands: bit i of word i / 64 is strand i */
    uint64_t *of_func;  /* [gfunc * words]: the strands that can run the function */
    uint64_t *together; /* [strand * words]: the strands that can run together with it at all */
    struct parallel_order *order; /* behind parallel_at() */
};

enum together { TOGETHER_NO, TOGETHER_MAYBE, TOGETHER_YES };

/* A place with the calls that lead there. func and op: the op itself. calls (outermost first, each
 * in the function that the one before it enters; the last enters func) may start at any function,
 * or be empty: then all ways to it that the strand has are meant. */
struct running; /* see parallel_internal.h */
struct moment {
    uint32_t strand;
    const site_id *calls;
    uint32_t n_calls;
    gfunc_id func;
    op_id op; /* 0: anywhere in func */
    struct running *running; /* kept by who asks for this moment often; NULL: worked out anew */
};

struct parallel *parallel_find(struct arena *a, const struct flow_facts *flow,
                               const struct domains *domains);

/* Can the strand run this function? */
bool parallel_runs(const struct parallel *p, uint32_t strand, gfunc_id func);
/* Whole strands, wherever they are; a strand with itself: does it have several instances. */
enum together parallel_strands(const struct parallel *p, uint32_t a, uint32_t b);
/* The same for two places: with what the creator has not yet started, or has already joined. */
enum together parallel_at(const struct parallel *p, const struct moment *a,
                          const struct moment *b);
/* Can any two strands (or instances of one) run these functions together? Cheap filter. */
bool parallel_funcs(const struct parallel *p, gfunc_id a, gfunc_id b);
/* Is func only ever run as a body of pthread_once() and kin (or below one)? Then everything that
 * comes after its once call comes after it. */
bool parallel_in_once(const struct parallel *p, gfunc_id func);
/* Is one of the two the callback that ends the job of the other (uv_queue_work): ordered for the
 * data of one job, whatever the strands say. Indexes into domains->entries. */
bool parallel_is_completion(const struct domains *d, uint32_t entry_a, uint32_t entry_b);
/* The shortest chains of calls, best confidence first, from the roots of a strand to each of its
 * functions, on which a partner may be running (UINT32_MAX: on which nothing is asked). visits hold
 * no contexts; their tag is the strand. */
struct parallel_ways {
    const struct parallel *p;
    uint32_t strand, partner;
    struct walk walk;
    uint32_t *visit_of; /* [gfunc * 2]: entered while the partner does not run, while it may; index
                           of the visit + 1 */
};
struct parallel_ways *parallel_ways_find(struct arena *a, const struct parallel *p,
                                         uint32_t strand, uint32_t partner);
/* The visit from which op of func is reached while the partner may be running; false: on none. */
bool parallel_way_to(const struct parallel_ways *w, gfunc_id func, op_id op, uint32_t *visit);

/* The locks with which the strand enters its functions: held_walk_run() on the strand's own ways.
 * phase may be NULL. */
void parallel_held_walk(struct arena *a, const struct parallel *p, uint32_t strand,
                        const bool *relevant, held_phase *phase, void *user, struct held_walk *out);

/* Several programs in one tree: bit i is the program of the i-th main(); 0: can be part of any. */
uint64_t parallel_programs(const struct parallel *p, gfunc_id func);
uint64_t parallel_strand_programs(const struct parallel *p, uint32_t strand);

const char *parallel_what(const struct parallel *p, uint32_t strand); /* "thread", "main thread" */

#endif
