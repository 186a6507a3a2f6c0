/*
 * The endpoint scenario: users, in a process of their own, keep asking a server for something that
 * it must first get from a slow upstream. The servers are those of the run's model; an answer that
 * does not come in time is a failure, whatever the server does with the request later.
 */
#ifndef BENCH_ENDPOINT_H
#define BENCH_ENDPOINT_H

#include "bench/run.h"

enum { ENDPOINT_POOL = 40, ENDPOINT_RESULTS_MAX = 1 << 22 };

/* The servers: they listen on run->listener, and ask the upstream at work.ports, until a byte comes
 * from the parent. */
run_model_fn endpoint_serve;
bool endpoint_pool(struct run *r); /* blocking handlers on a pool of ENDPOINT_POOL threads */
enum endpoint_upstream { UPSTREAM_NONBLOCKING, UPSTREAM_BLOCKING, UPSTREAM_EXECUTOR };
bool endpoint_loop(struct run *r, enum endpoint_upstream how);

/* The users: run->p.concurrency of them for duration_ms; results go to shared memory. Returns when
 * they are done; false: errno says what failed. */
MUST_USE bool endpoint_users(struct run *r);

#endif
