/*
 * Processes that are forked before the work comes and take it from a socket: each message is one
 * task with its payload, and the answer is a message too. All workers read from the same end, so
 * whoever is free takes the next task.
 */
#ifndef BENCH_PROCPOOL_H
#define BENCH_PROCPOOL_H

#include "bench/run.h"

struct procpool {
    int fd;          /* the master's end, non-blocking */
    uint32_t n;      /* workers */
    uint32_t window; /* tasks that may be on their way at once, so that no worker waits for one */
    uint32_t away;   /* tasks whose answers are not here yet */
};

/* after_wait: the workers do what is left of a task when its wait is over. false: run_fail has
 * said why. */
MUST_USE bool procpool_start(struct procpool *pool, struct run *r, uint32_t n, bool after_wait);
/* false: the socket is full; the answers must be read first. */
bool procpool_send(struct procpool *pool, struct run *r, uint32_t task);
/* The next answer, if one is here. */
bool procpool_receive(struct procpool *pool, uint32_t *task, bool *ok);
void procpool_end(struct procpool *pool, struct run *r);

#endif
