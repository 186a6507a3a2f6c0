/*
 * The upstream: a process on loopback that answers every request after the same time. It holds as
 * many connections as it may have open files, and is no part of what is measured.
 */
#ifndef BENCH_SERVER_H
#define BENCH_SERVER_H

#include <sys/types.h>

#include "bench/work.h"

/* Starts it and fills in the ports of w. delay_us: from the whole request to the answer. */
MUST_USE bool server_start(struct work *w, uint32_t delay_us, uint32_t connections, pid_t *out,
                           struct err *err);
/* A listening socket on a free port of loopback, closed on exec; -1 with errno. */
int server_listen(uint16_t *port);

#endif
