/*
 * A worker that will never answer: one that sleeps for what does not come (a pipe that a file
 * includes), or computes without end (macros that double each other forty times).
 */
#ifndef PARSE_WATCH_H
#define PARSE_WATCH_H

#include <sys/types.h>

#include "base/base.h"

enum { WATCH_MS = 5000 }; /* between two looks */

/* Of a job; zeroed when it begins. */
struct watch {
    bool is_started;
    uint64_t first, last; /* CPU time of the process, in ticks */
    uint32_t idle;        /* looks since it last ran */
};

/* NULL, or why the worker is to be ended. */
const char *watch_look(struct watch *w, pid_t pid);

#endif
