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

#endif
