/*
 * What a model sees of one measurement. The parent makes a run, forks a child that leads a process
 * group of its own, and watches it; a model runs in that child. Results of tasks go to memory that
 * all processes of the run share, so that no model pays for reporting them.
 */
#ifndef BENCH_RUN_H
#define BENCH_RUN_H

#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/types.h>

#include "bench/bench.h"
#include "bench/work.h"

/* Shared by the parent and every process of the run. */
struct run_shared {
    uint64_t begin_ns, end_ns; /* CLOCK_MONOTONIC; of the users, where there are some */
    uint64_t requests, requests_failed; /* of users */
    uint64_t base_cpu_ns;      /* what making ready took: not counted */
    uint64_t base_voluntary, base_involuntary;
    _Atomic uint32_t threads, threads_peak;     /* of the whole run */
    _Atomic uint32_t processes, processes_peak; /* the leader included */
};

struct run {
    struct bench_params p;
    struct work work;
    struct run_shared *shared;
    uint64_t *results; /* shared; for each task: 0, RESULT_FAILED, or its latency in ns + 1 */
    uint64_t n_results;
    int peer;     /* socket between parent and child */
    int listener; /* where users ask, or -1 */
    uint16_t port;
};
#define RESULT_FAILED UINT64_MAX

/* A model does all tasks of the run: make ready, run_begin, tasks, run_end, clean up. false: it
 * could not, and run_fail has said why. */
typedef bool run_model_fn(struct run *r);
run_model_fn model_sequential, model_event_loop, model_threads, model_processes, model_hybrid,
    model_thread_pool, model_process_pool, model_loop_executor;

uint64_t now_ns(void);
bool run_stopped(void); /* bench_stop() was called */
void run_begin(struct run *r); /* the clock starts */
/* The clock stops; returns when the parent has looked at the memory of what is still there. */
void run_end(struct run *r);
void run_wait_for_parent(struct run *r); /* until it sends a byte */
bool run_fail(struct run *r, const char *fmt, ...) PRINTF_LIKE(2, 3); /* always false */
void run_task_done(struct run *r, uint32_t task, uint64_t start_ns, bool ok);

/* Counts threads and processes that start (or end, by). */
void run_threads(struct run *r, int32_t by);
void run_processes(struct run *r, int32_t by);
/* fork() whose child dies with its parent and is counted; the child must end by _exit. */
pid_t run_fork(struct run *r);
/* Waits for a child of run_fork, any one when pid is -1; false: it ended badly, or there is
 * none. */
bool run_reap(struct run *r, pid_t pid, pid_t *ended);
/* From now on a child that ends without being asked ends the run, which then fails. */
void run_guard_children(struct run *r, bool on);
/* Processors that the run may use. */
uint32_t run_cores(const struct run *r);
/* pthread_create of a detached thread with a small stack, counted; run_threads(r, -1) at its end
 * is the thread's. */
bool run_thread(struct run *r, void *(*body)(void *), void *arg);

/* The child's life after the fork. */
NORETURN void run_child(struct run *r);
/* What the child tells its parent; RUN_FAILED is followed by a line that says why. After RUN_ENDED
 * it waits for a byte. */
enum { RUN_BEGUN = 'B', RUN_ENDED = 'E', RUN_FAILED = 'F', RUN_MESSAGE_MAX = 400 };

uint64_t run_usage_ns(const struct rusage *u);

#endif
