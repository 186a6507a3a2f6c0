/*
 * A bounded queue of tasks between one producer and the workers of a pool: threads, or processes
 * that share its memory.
 */
#ifndef BENCH_QUEUE_H
#define BENCH_QUEUE_H

#include "bench/run.h"

struct queue;
/* workers: how many take from it. Its memory is shared with children forked later. */
struct queue *queue_new(uint32_t workers);
void queue_free(struct queue *q);
void queue_put(struct queue *q, uint32_t task); /* waits while it is full */
/* Waits for one; false: the queue is closed. put_ns: when it came. */
bool queue_take(struct queue *q, uint32_t *task, uint64_t *put_ns);
void queue_drain(struct queue *q);              /* waits until every worker is idle */
void queue_close(struct queue *q);              /* idle workers leave */
/* A worker's life: takes tasks and does them until the queue is closed. */
void queue_work(struct queue *q, struct run *r, uint32_t worker);

#endif
