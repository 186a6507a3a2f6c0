/*
 * The worker process: takes job numbers from a socket, answers with a unit's bytes or a reason. It
 * is forked, so it has the jobs in its memory already. Dies with the parent, writes no core file,
 * and what libclang or a failed assertion prints goes to an anonymous file that the parent can
 * read.
 */
#ifndef PARSE_WORKER_H
#define PARSE_WORKER_H

#include <sys/types.h>

#include "parse/parse.h"
#include "parse/prefix.h"

/* What the parent asks for: the unit of a job, or a prefix for other jobs. */
struct worker_order {
    uint32_t is_prefix;
    uint32_t index;  /* of the job, or of the prefix in the plan */
    uint32_t prefix; /* to load first: index in the plan + 1; 0: none */
};
/* Before the n bytes of every answer. */
struct worker_answer {
    uint64_t n;
    uint32_t index;
    uint32_t ok; /* 1: encoded unit, or an "ok" for a prefix; 0: the reason as text */
};

struct worker_setup {
    const struct job *jobs;
    uint32_t n_jobs;
    const char *root;
    const char *resource_dir;
    const struct prefix_plan *plan;
    const char *prefix_dir;
    int sock;     /* stream socket to the parent */
    int log;      /* becomes standard error; -1: /dev/null */
    pid_t parent;
};

/* Runs in the child after fork; never returns. */
NORETURN void worker_main(const struct worker_setup *setup);

#endif
