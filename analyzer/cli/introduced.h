/*
 * --diff-base and --changed-only: only what a change introduced. The code as it was is analysed
 * too, in a copy, and what was found there is taken away: so a finding counts whose cause is in the
 * change, wherever its place is, and one that only moved does not.
 */
#ifndef CLI_INTRODUCED_H
#define CLI_INTRODUCED_H

#include "cli/changes.h"
#include "cli/load.h"
#include "flow/finding.h"

enum changed_only { CHANGED_NO, CHANGED_ALL, CHANGED_STAGED };
enum diff_filter { FILTER_ANY, FILTER_FILE, FILTER_CONTEXT, FILTER_ADDED };

struct introduced {
    bool is_on;
    const char *top;    /* of the work tree; real */
    const char *root;   /* where the code lies that is judged: the top, or a copy of the index */
    const char *commit; /* what it is compared with; NULL: there is none yet */
    const char *name;   /* that, as the user calls it */
    struct changes changes;
    uint32_t n_before;  /* findings of the run that the commit has too */
};

/* The top of the work tree that the first path lies in; real. */
MUST_USE bool introduced_top(struct arena *a, const struct options *o, const char **top,
                             struct err *err);
/* Finds out what is compared. False with a message when there is no repository, or no such
 * commit. */
MUST_USE bool introduced_open(struct arena *a, const struct options *o, struct introduced *in,
                              struct err *err);

/* Everything up to findings with their identity, suppressed ones marked; provided by check. */
struct base_run {
    struct loaded loaded;
    struct findings findings;
};
typedef bool introduced_run(void *ctx, const struct options *o, const struct str_list *paths,
                            struct base_run *out, struct err *err);

/* Marks findings (with their identity) that are not new, or that --diff-filter leaves out. paths:
 * what was read. */
MUST_USE bool introduced_mark(struct arena *a, const struct options *o, struct introduced *in,
                              const struct str_list *paths, introduced_run *run, void *ctx,
                              struct findings *findings, struct err *err);

#endif
