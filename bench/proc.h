/*
 * Processes of a run seen from outside (/proc), and the care that none is left.
 */
#ifndef BENCH_PROC_H
#define BENCH_PROC_H

#include <sys/resource.h>
#include <sys/types.h>

#include "base/base.h"

struct proc_seen {
    uint64_t pss_kb; /* what it shares with processes that are not looked at counts in full */
    uint32_t threads, processes;
};

/* The process and its descendants as they are now. Of many children some are looked at and stand
 * for the others: they are alike, and looking takes time from those that are measured. */
struct proc_seen proc_look(pid_t pid);

/* After a fork: takes a copy of the memory that this process shares with its parent, so that what
 * is shared from now on is shared with its own children only. */
void proc_own_memory(void);

/* fork() whose child is killed when the calling thread ends, with signals as in a new program. */
pid_t proc_fork(void);
/* fork() of a helper that is no part of the run: it also lets the keyboard's signals pass, which
 * reach it in the parent's process group, until the parent ends it. */
pid_t proc_fork_helper(void);
/* From now on orphans among the descendants become children of this process, which then can reap
 * them; returns what it was before, for proc_adopt_no_more. */
int proc_adopt(void);
void proc_adopt_no_more(int before);
/* The child is no more than a zombie; that keeps its number, and that of its group, from being
 * given to somebody else. */
bool proc_has_ended(pid_t child);
/* Kills the group that the child leads and waits until none of it is left. Status as of waitpid;
 * usage, when not NULL: what the child and those that it has waited for have used. */
int proc_end_group(pid_t child, struct rusage *usage);
void proc_end(pid_t pid);

/* Lets this process have so many open files; false with errno when it may not. */
MUST_USE bool proc_want_files(uint32_t n);

#endif
