/* What the parts of the may-run-in-parallel analysis share; see parallel.h, which is what to
 * include. Sets of strands are arrays of p->words words. */
#ifndef DOMAINS_PARALLEL_INTERNAL_H
#define DOMAINS_PARALLEL_INTERNAL_H

#include "domains/parallel.h"

enum { ORDER_WORDS = 8, MAX_STRANDS = 64 * ORDER_WORDS - 64 }; /* more strands are left out */
struct running { /* the strands that may be running at a moment, once somebody has asked */
    bool is_known;
    uint64_t set[ORDER_WORDS];
};
enum { MAX_WRAPPERS = 4 };

/* A call that enters a function without an edge of the call graph: qsort's comparison, the body of
 * pthread_once, a function given to a library that no catalog knows. */
struct called_back {
    gfunc_id func;
    bool once;
};
struct creation_list {
    VEC(struct creation) v;
};
struct telling { /* a value that tells on which loop something is */
    gfunc_id func;
    val_id val;
};
/* A callback of a loop, with all places that register it. */
struct loop_callback {
    uint32_t entry;
    struct creation_list at;
    VEC(struct telling) tell; /* made on first use */
};
/* Strands while they are collected. */
struct making {
    struct arena *arena;
    const struct flow_facts *flow;
    const struct domains *domains;
    struct parallel *p;
    VEC(struct strand) strands;
    VEC(struct loop_callback) callbacks;
    VEC(struct called_back) called_back;
    uint32_t *called_back_first; /* [site + 1] into called_back */
    uint32_t *caller_first;      /* [gfunc + 1] into callers */
    site_id *callers;
    bool *once_only;             /* [gfunc] */
    uint64_t *func_programs;     /* [gfunc] bit i: part of the program of main i; 0: of any */
    uint64_t *sym_programs;      /* [gsym] the same */
    uint64_t *programs;          /* [strand] the programs that it runs in; 0: any */
    bool *is_given;              /* [gfunc] a callback, given to a library that is in the tree */
    bool *is_library;            /* [gfunc] of such a library */
    bool *is_stray;              /* [gfunc] a callback whose loop cannot be told */
};
/* Several programs in one tree: is the function part of one that the strand runs in? */
static inline bool is_in_program(const struct making *m, uint32_t strand, gfunc_id func)
{
    return !m->func_programs[func.v] || !m->programs[strand] ||
           (m->func_programs[func.v] & m->programs[strand]);
}
/* Does the strand, when it comes to the call, go on along the edge? Not into another program, and
 * not from a framework's own code into its users' callbacks: who runs those is asked of the loop
 * (or the pool) that they are given to. */
static inline bool is_entered(const struct making *m, uint32_t strand, const struct site *s,
                              const struct edge *e)
{
    const struct strand *t = &m->strands.v[strand];
    if (t->start.v && s == &m->flow->program->sites[t->start.v] && e->to.v != t->given.v)
        return false;
    if (e->kind != EDGE_DIRECT && e->kind != EDGE_POINTER)
        return false;
    if (e->kind == EDGE_POINTER && m->is_given[e->to.v] && m->is_library[s->caller.v])
        return false;
    return is_in_program(m, strand, e->to);
}
struct order_event {
    op_id op;
    uint32_t strand;  /* that is created here, UINT32_MAX when none */
    site_id call;     /* a call of a function with events, or 0 */
    uint64_t *joined; /* strands that have ended after it, or NULL */
};
/* One function that creates or joins, itself or below: which strands may run where, as a transfer
 * from the state at its entry: started | (entry & ~ended). */
/* A condition without else around a join: what has ended where the join is not. */
struct way_around {
    uint32_t from, to; /* blocks */
    uint64_t *ended;
};
struct func_order {
    struct order_event *events; /* by op */
    uint32_t n_events;
    uint64_t *started, *ended;  /* [block * words], at the start of the block */
    uint64_t **ended_before;    /* [block] joined in a loop that starts here, or NULL */
    VEC(struct way_around) ways_around;
    bool *reached, *live;       /* [block]; not live: a forked child's side */
    uint64_t *exit_started, *exit_ended;
};
struct parallel_order {
    const struct flow_facts *flow;
    const struct making *made;
    struct func_order **funcs; /* [gfunc] NULL: starts and ends nothing */
    uint64_t **entry;          /* [strand] NULL: creates nothing; else [gfunc * words] */
    uint64_t *creates;         /* [strand * words]: itself and through those it creates */
    bool *once_only;           /* [gfunc] */
};

static inline bool set_has(const uint64_t *set, uint32_t i)
{
    return set[i / 64] >> (i % 64) & 1;
}
static inline void set_add(uint64_t *set, uint32_t i)
{
    set[i / 64] |= (uint64_t)1 << (i % 64);
}
/* to |= from; true when to has grown */
bool set_join(uint64_t *to, const uint64_t *from, uint32_t words);

/* The parameter of func that v is, unchanged; -1: none. */
int strand_param(const struct program *p, gfunc_id func, val_id v);
/* Strands, their creations, the callbacks of loops, and who calls whom back. */
void strands_collect(struct making *m);
/* Makes a strand of its own of each function that a thread function is given to run. */
void strands_split(struct making *m);
/* Which functions and variables are part of which program. */
void programs_find(struct making *m);
/* Fills of_func and gives every loop's callbacks to the strands that run the loop. */
void strands_reach(struct making *m);
/* The data flow over creations and joins; fills order. */
void strands_order(struct making *m);
/* The states in which the strand's functions are entered; fills order->entry[strand]. */
void order_enter(struct making *m, uint32_t strand);
/* Does a flag see to it that op of func starts no second instance of `started`? */
bool is_started_once(const struct making *m, gfunc_id func, op_id op, gfunc_id started);
/* Is op of func run by the first call alone: `if (done) return; done = true;`, and nobody sets it
 * back? */
bool is_first_time_only(const struct flow_facts *flow, gfunc_id func, op_id op);
/* Does the join at op only collect strands that have said that they are done? */
bool joins_only_ended(const struct making *m, gfunc_id func, op_id op, const uint64_t *joined);
/* Strands that may be running just before op (0: anywhere in func), into out. */
void order_running(const struct parallel *p, const struct moment *at, uint64_t *out);
/* Does the order within strand a say when b runs: is b created by a alone, or by what a creates? */
bool order_tells(const struct parallel *p, uint32_t a, uint32_t b);
/* The same with the state at the function's entry given. */
void order_state(const struct parallel *p, gfunc_id func, op_id op, const uint64_t *entry,
                 uint64_t *out);

#endif
