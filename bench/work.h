/*
 * What one task is. A model calls work_do for a whole task in blocking form; a model with a loop
 * waits for the answer in its own way, when work_loop_waits says that it can, and then calls
 * work_after_wait for what is left.
 */
#ifndef BENCH_WORK_H
#define BENCH_WORK_H

#include <pthread.h>

#include "bench/bench.h"

enum { WORK_PORTS_MAX = 16, WORK_SLICES = 16 };

struct work_state; /* in shared memory */

struct work {
    const struct bench_params *p;
    uint32_t variant;               /* index in bench_variants() */
    uint16_t ports[WORK_PORTS_MAX]; /* of the server; each has a queue of connections of its own */
    uint32_t n_ports;
    uint32_t bytes;                 /* of a request and of its answer, >= 1 */
    uint64_t steps, result;         /* computing of one task and what comes out */
    uint64_t own_steps, own_result; /* the same of a slice: what needs no shared state, and */
    uint64_t shared_steps, shared_result; /* what does */
    pthread_mutex_t lock;           /* of this process alone: children have one of their own */
    struct work_state *state;
    int ask[2];                     /* pipe to the process that owns the state */
    int (*answer)[2];               /* pipes from it, one for each worker */
};

bool work_needs_server(enum bench_workload w);
bool work_loop_waits(enum bench_workload w);

/* The parent's part: everything but the server. */
MUST_USE bool work_init(struct work *w, const struct bench_params *p, struct err *err);
void work_release(struct work *w);
/* How many updates of shared state were lost; 0 when all is well. */
uint64_t work_lost(const struct work *w);

/* worker: a number below the concurrency that no other worker has at the moment. */
bool work_do(struct work *w, uint32_t task, uint32_t worker);
bool work_after_wait(struct work *w, uint32_t task, uint32_t worker);

/* Shared state that a process of its own owns: it is made before the workers, and serves until
 * nobody can ask any more. */
bool work_has_owner(const struct work *w);
MUST_USE bool work_owner_pipes(struct work *w);
void work_owner_main(struct work *w);

/* Trivial I/O, by itself or in another process (work_spawn.c). */
bool work_spawn(uint32_t variant);

/* Sends a request on a socket and waits for its answer; the socket may be kept for another. */
bool work_exchange(int fd, uint32_t bytes);
/* A blocking socket that is connected to a port on loopback, or -1. */
int work_connect(uint16_t port);

#endif
