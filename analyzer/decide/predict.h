/*
 * The performance model: what each of the eight models would do with a workload on a machine, from
 * the costs of single operations. Closed form, microseconds to evaluate.
 *
 * Asymptotic bounds of a closed queueing network (Denning and Buzen, The Operational Analysis of
 * Queueing Network Models, 1978): with c tasks under way at once, each of which waits w and
 * computes s, throughput is at most c / (w + s) and at most cores / s; a serial resource (the
 * loop's thread, the thread that creates others, a lock) adds a bound of its own. The lock share is
 * Amdahl's. Tasks of a batch are given together and stay together, so they also wait for each
 * other. Memory by Little's law: as many threads or processes as are alive at once.
 */
#ifndef DECIDE_PREDICT_H
#define DECIDE_PREDICT_H

#include "base/base.h"
#include "bench/bench.h"

/* Costs of single operations on one machine, in nanoseconds of CPU: those of the primitives of the
 * same name. */
struct costs {
    double thread_start, thread_cpu;      /* made and ended: the maker's part, and all */
    double process_start, process_cpu;    /* the same */
    double handoff;                       /* through a queue to a thread that is busy */
    double process_send, process_handoff; /* a message to a process and its answer: the sender's
                                             part, and all */
    double executor;       /* a job of the pool of a loop, beside what it does */
    double dispatch;       /* of one event by a loop */
    double context_switch; /* from one thread to another */
    double lock;           /* taken and released, nobody else wants it */
    double contended_lock; /* the same while another thread wants it */
    double request;        /* connect, ask, wait, read, close: a thread that asks */
    double request_crowd;  /* the same, one of REQUESTS_MANY threads */
    double loop_request;   /* the same: a loop */
    double request_peer;   /* the same: who answers */
    double round_trip;     /* time that passes until an answer comes that takes no time */
    double base_kb, loop_kb, wait_kb; /* memory: the program, its loop, each wait that it holds */
    double pool_kb, thread_kb, process_kb; /* the first thread, each further one, each process */
    bool is_measured;      /* on this machine; else those of the reference machine */
};

struct workload {
    double io_ms, cpu_ms; /* of each task */
    uint32_t concurrency; /* tasks under way at once, >= 1 */
    double tasks;         /* of a batch; 0: a service that runs for long */
    double shared;        /* part of the computing that is done under one lock, 0 to 1; processes
                             have each their own, unless needs_state */
    double peer_ms;       /* CPU that others on the same processors use for each task */
    bool legacy;          /* its waits can only block */
    bool stateless;       /* nothing is kept between tasks */
    bool needs_state;     /* tasks use common state */
};

struct host {
    uint32_t cores;
    double memory_mb;
};

/* What keeps a model from being faster. */
enum limit { LIMIT_WAIT, LIMIT_CPU, LIMIT_THREAD, LIMIT_CREATION, LIMIT_LOCK };

struct prediction {
    double per_s;          /* tasks in a second */
    double p50_ms, p99_ms; /* of one task, from being given to its result */
    double wall_ms;        /* of the batch; 0 for a service */
    double memory_mb;
    enum limit limit;
    bool fits;             /* in the host's memory */
};

void predict(const struct workload *w, const struct host *h, const struct costs *c,
             enum bench_model m, struct prediction *out);
const char *limit_text(enum limit l); /* "the one thread of the loop" */

/* Of the machine that the shipped figures come from. */
const struct costs *costs_reference(void);
/* Replaces the cost of that name (of bench_primitives()); false: no such cost is used here. */
bool costs_set(struct costs *c, const char *primitive, double value);

#endif
