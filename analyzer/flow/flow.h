/*
 * Facts about each function that need catalogs, found bottom-up over the call graph, and the
 * evaluation of values in a context. What a rule asks: does this call block here, is this
 * descriptor non-blocking, can this block still return.
 *
 * Two directions: facts that hold for every caller (never returns, waits for many descriptors, does
 * I/O) are summaries, bottom-up over SCCs. What depends on the caller's arguments (a flag that
 * makes a call non-blocking, a callback parameter) is evaluated top-down in a context: the
 * constants, functions and descriptor states that one chain of calls passes (flow/context.h).
 */
#ifndef FLOW_FLOW_H
#define FLOW_FLOW_H

#include "catalog/catalog.h"
#include "link/program.h"

enum fd_mode { FD_MODE_UNKNOWN, FD_MODE_BLOCKING, FD_MODE_NONBLOCK };
struct fd_origin { /* one descriptor-making call */
    site_id site;
    enum cat_fd_kind kind;
    enum fd_mode birth;  /* mode in which the call makes it */
    enum fd_mode mode;   /* from birth, or by a later call that sets it */
    site_id mode_site;   /* that later call, 0 when from birth */
    bool made_blocking;  /* some call switches it back, or may do so */
    bool watched;        /* handed to a readiness API: epoll_ctl, FD_SET, pollfd, event_new ... */
};

enum { FACTS_PARAMS = 8 };
/* What a function does to the mode of a descriptor that it gets as a parameter. */
enum sets_mode { SETS_NO_MODE, SETS_NONBLOCK, SETS_BLOCKING, SETS_UNCLEAR };

struct func_facts {
    bool never_returns;
    bool does_io;      /* calls descriptor I/O or through a pointer, itself or in a callee */
    bool waits;        /* polls, sleeps or runs a loop, itself or in a callee */
    bool accepts;      /* calls accept, itself or in a callee */
    bool returns_pid;  /* returns what fork returned */
    bool tells_child;  /* forks, and returns one number in the child and another in the parent */
    int32_t child_result, parent_result; /* those; failures, less than 0, apart */
    uint8_t sets_mode[FACTS_PARAMS]; /* enum sets_mode, by parameter */
};

struct flow_facts {
    struct arena *arena;
    const struct program *program;
    const struct catalog *catalog;
    const struct cat_func **site_cat; /* [site]: what the catalog says of the callee, or NULL */
    struct func_facts *funcs;         /* [gfunc] */
    struct fd_origin *origins;
    uint32_t n_origins;
    uint32_t *obj_origin;             /* [obj] index into origins + 1, 0 when it is none */
    bool has_thread_ids;              /* the program names a function that tells threads apart */
    uint32_t most_blocks;             /* of the largest function */
    uint32_t *site_origin;            /* [site] index of its first origin + 1, 0 when it has none */
    uint32_t **init_head;             /* [unit][sym] its first initialiser, 0 when it has none */
    uint32_t **init_next;             /* [unit][init] the symbol's next one, 0 for the last */
    uint64_t *field_bits;             /* [gfield] bits set by every assignment, removed by none */
    struct func_shape **shapes;       /* [gfunc] made on first use, see shape.h */
    struct flow_lazy *lazy;           /* never NULL */
};
/* What is made on first use: see loc.h, lockstate.h, stated.h, access.h, escape.h, cost.h,
 * drain.h. */
struct flow_lazy {
    struct block_memo *blocks; /* context.c: the answer to its last question */
    struct mode_tables *modes; /* fd_mode.c */
    struct locs *locs;
    struct locks *locks;
    struct stated *stated;
    struct accesses *accesses;
    struct escapes *escapes;
    struct costs *costs;
    bool **beside_forks; /* fork_side.c */
    struct drains *drains;
};

/* Reads, writes or controls a descriptor or file: what a turn of an event loop is there for. */
bool cat_is_io(const struct cat_func *cat);

/* Does the call accept a connection, itself or in the function of the program that it enters? */
bool site_accepts(const struct flow_facts *f, site_id site);

struct flow_facts *flow_analyse(struct arena *a, const struct program *p, const struct catalog *c);

#endif
