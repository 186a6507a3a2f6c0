/*
 * Which of the eight models the program uses, unit by unit, and what work each unit does. A unit is
 * an event loop, the threads that run one function, a pool's workers or one kind of its jobs, the
 * children of one fork, or what main() does itself. A program is what a linker would make of one
 * main(); code without a main() is a library.
 *
 * Made after flow and domains, read by the rules, the reports and the advice; all of it lives in
 * the arena that models_find() was given. Knows no machine and no measurement: models_advise()
 * (models/advice.h) asks decide.
 */
#ifndef MODELS_MODELS_H
#define MODELS_MODELS_H

#include "decide/predict.h"
#include "domains/parallel.h"
#include "flow/finding.h"
#include "flow/fork.h"

enum model_unit_kind {
    MODEL_UNIT_MAIN,     /* main(): what it does itself */
    MODEL_UNIT_LOOP,     /* an event loop with all its callbacks, on whatever thread or process */
    MODEL_UNIT_THREADS,  /* threads that run one function */
    MODEL_UNIT_WORKERS,  /* threads of a pool of the program's own */
    MODEL_UNIT_JOBS,     /* one function that a catalogued pool runs */
    MODEL_UNIT_CHILDREN, /* what the children of one fork run */
};

/* Where a figure comes from, weakest first. */
enum figure_from {
    FIGURE_UNKNOWN,  /* a default: nothing is known */
    FIGURE_ANALYSIS, /* from the code and the catalogs */
    FIGURE_CONFIG,   /* .concadvise.json */
    FIGURE_COMMENT,  /* beside the handler */
    FIGURE_FLAGS,    /* the command line */
};
enum model_bound {
    MODEL_BOUND_UNKNOWN,
    MODEL_BOUND_ONE,      /* one at a time */
    MODEL_BOUND_CONSTANT, /* load.concurrency of them */
    MODEL_BOUND_POOL,     /* as many as a pool has workers, which a variable says */
    MODEL_BOUND_CLIENTS,  /* as many as clients come */
};

/* What a unit does for each event, request, connection or item. load is what decide() is asked;
 * the rest says where that comes from and what was seen. */
struct model_work {
    struct workload load;
    enum figure_from io, cpu, concurrency, shared, legacy, state;
    enum model_bound bound;
    uint32_t waits[CAT_DEVICES]; /* calls that wait in the thread that makes them, by device */
    uint32_t n_waits;            /* of these together */
    double blocks_ms, computes_ms; /* loops: how long an event can hold up all others */
    bool has_io;       /* reads or writes descriptors at all, blocking or not */
    bool is_cpu_known; /* nothing that is not known takes part in load.cpu_ms */
    bool only_computes; /* nothing else can be seen; how long is not known */
    const char *legacy_call; /* the call that has no variant that does not wait; NULL: none */
    const char *state_name;  /* something that it keeps between events; NULL: none seen */
};

/* What somebody who knows it says of the work of a unit: of all units (func NULL), of those that
 * run the function of that name, or of the one that the comment is beside. */
struct model_statement {
    enum figure_from from;
    const char *func;   /* NULL: not by name */
    const char *file;   /* NULL: not by place; a comment's file, and the lines that it speaks of */
    uint32_t line, last_line;
    uint32_t comment_line, comment_col;
    const char *wrong;  /* what cannot be understood of it; NULL: nothing */
    double io_ms, cpu_ms, shared; /* < 0: not said */
    uint32_t concurrency;         /* 0: not said */
    bool legacy, stateless, needs_state;
    bool is_used;                 /* set: some unit is meant */
};
struct model_statements {
    VEC(struct model_statement) list;
};

/* What decide says of the unit, see models/advice.h. best is MODEL_COUNT when nothing can be said:
 * nothing is known of the work. */
enum model_gain { GAIN_UNKNOWN, GAIN_MEASURED, GAIN_PREDICTED, GAIN_REFERENCE };
struct model_advice {
    enum bench_model best;
    bool keeps;           /* it is the model of today, or the gain is within the noise */
    double gain;          /* throughput by that of today; to be shown if gain_from says of what */
    bool is_most;         /* it is that much when every event is the worst one */
    enum model_gain gain_from;
    const char *row;      /* id of the row of the task; NULL: none */
    const char *const *rows; /* ids of all rows that counted, in the order of their weight */
    uint32_t n_rows;
    const char *why;      /* part of a sentence; NULL: the row says it */
};

struct model_unit {
    enum model_unit_kind kind;
    enum bench_model model;   /* MODEL_COUNT: cannot be told */
    bool sure;                /* false: deduced from a shape */
    bool many;                /* several of it run at once: loops on threads, workers */
    bool per_client;          /* made for each connection or request */
    bool is_limited;          /* per_client, and something limits how many there are */
    bool in_child;            /* runs in a forked child */
    bool is_background;       /* not what the program is there for: a helper, a wait at start-up */
    const char *name;         /* "loop main", "threads serve": as the table shows it */
    struct spot at;           /* where it is started: the wait, the creation, the fork, main() */
    gfunc_id func;            /* that holds the loop, or that the threads and children run */
    loop_id region;           /* hand-written loop in func; 0: none, or all of func */
    site_id site;             /* that starts it; 0: none */
    uint32_t strand;          /* of struct parallel, that it is or runs on */
    uint64_t programs;        /* bit i: part of programs.v[i] */
    const char *library;      /* "libuv", "epoll_wait"; NULL: plain threads and processes */
    const gfunc_id *roots;    /* what runs for each event: callbacks, the job; func itself else */
    uint32_t n_roots;
    struct model_work work;
    struct model_advice advice;
};

struct model_program {
    const char *name;       /* of its main file without directory and suffix; of a library "" */
    struct spot at;         /* main(); file NULL: a library */
    bool is_library;
    enum bench_model model; /* as a whole; MODEL_COUNT: cannot be told */
    const char *why;        /* "loops in processes forked at start-up", a part of a sentence */
};

struct models {
    VEC(struct model_unit) units; /* by program, kind and place */
    VEC(struct model_program) programs; /* at least one; a library is the only one */
    bool has_learnt;
};

/* What rules know of calls that make threads or processes, [site]; see rules/per_request.h. */
struct model_requests {
    const bool *per_request; /* made for each connection or request */
    const bool *limited;     /* with something that limits how many */
};

/* requests, stated: may be NULL. */
struct models *models_find(struct arena *a, const struct flow_facts *flow,
                           const struct domains *domains, const struct parallel *parallel,
                           const struct model_requests *requests,
                           struct model_statements *stated);
/* What the rules have found out about the loops: CA101 and CA102 say what their callbacks wait for
 * and compute. Once; later calls do nothing. */
void models_learn(struct models *m, const struct flow_facts *flow, const struct findings *f);

const char *model_unit_kind_name(enum model_unit_kind k); /* "loop", "threads" ... */

#endif
