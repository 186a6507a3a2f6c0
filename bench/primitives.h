/*
 * The primitives between two threads or processes, each one batch: time for one operation in ns.
 * false: it could not be measured, and errno says why.
 */
#ifndef BENCH_PRIMITIVES_H
#define BENCH_PRIMITIVES_H

#include "bench/run.h"

bool primitive_handoff(double *out);       /* through a queue whose worker is busy */
bool primitive_wakeup(double *out);        /* through a queue whose worker sleeps */
bool primitive_loop_wakeup(double *out);   /* of a loop by another thread (eventfd) */
bool primitive_loop_dispatch(double *out); /* one event that is ready, epoll_wait to its end */
bool primitive_switch(double *out);        /* between two processes on one processor */
bool primitive_connect(double *out);       /* a TCP connection on loopback, made and closed */
bool primitive_roundtrip(double *out);     /* a byte there and back on such a connection */

/* CPU time: of the one that makes them, and of all. */
bool primitive_thread_start(double *out);
bool primitive_thread_cpu(double *out);
bool primitive_process_start(double *out);
bool primitive_process_cpu(double *out);
/* A message to a process and its answer, both sides busy: the sender's part, and all. */
bool primitive_process_send(double *out);
bool primitive_process_handoff(double *out);
bool primitive_executor(double *out);      /* a job of a loop's pool of threads that does nothing */
bool primitive_request_cpu(double *out);   /* connect, ask, wait, read, close: a thread of a pool */
bool primitive_request_crowd(double *out); /* the same, one thread of very many */
bool primitive_loop_request(double *out);  /* the same: a loop */
bool primitive_request_peer(double *out);  /* the same: who answers */

/* Bytes: a program that does one thing at a time; what a loop, each wait of it, a pool of one
 * thread, each further thread that waits and each further process add. */
bool primitive_base_memory(double *out);
bool primitive_loop_memory(double *out);
bool primitive_wait_memory(double *out);
bool primitive_pool_memory(double *out);
bool primitive_thread_memory(double *out);
bool primitive_process_memory(double *out);

#endif
