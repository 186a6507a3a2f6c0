/*
 * What one task is. A model calls work_do for a whole task in blocking form; a model with a loop
 * waits for the answer in its own way, when work_loop_waits says that it can, and then calls
 * work_after_wait for what is left.
 */
#ifndef BENCH_WORK_H
#define BENCH_WORK_H

#include "bench/bench.h"

enum { WORK_PORTS_MAX = 16 };

struct work {
    const struct bench_params *p;
    uint16_t ports[WORK_PORTS_MAX]; /* of the server; each has a queue of connections of its own */
    uint32_t n_ports;
    uint32_t bytes; /* of a request and of its answer, >= 1 */
};

bool work_needs_server(enum bench_workload w);
bool work_loop_waits(enum bench_workload w);
bool work_do(const struct work *w, uint32_t task);
bool work_after_wait(const struct work *w, uint32_t task);

/* Sends a request on a socket and waits for its answer; the socket may be kept for another. */
bool work_exchange(int fd, uint32_t bytes);
/* A blocking socket that is connected to a port on loopback, or -1. */
int work_connect(uint16_t port);

#endif
