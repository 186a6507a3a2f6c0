/*
 * Copies of what git keeps (the index, a revision), written out to be checked in place of the work
 * tree. They lie in the cache's folder and are gone when the run ends; what a killed run has left
 * is removed by the next one.
 */
#ifndef CLI_TREE_H
#define CLI_TREE_H

#include "cli/options.h"

struct tree {
    const char *path; /* real; its ".git" makes it a project of its own. NULL: there is none */
    int lock;         /* says that it is in use */
};

/* top: of the work tree. commit NULL: the index, as git names it. */
MUST_USE bool tree_write(struct arena *a, const struct options *o, const char *top,
                         const char *commit, struct tree *out, struct err *err);
void tree_remove(struct tree *t); /* also of a tree that could only be written in part */

/* path (normal, or a word of the command line) as it is called in the copy; NULL: not there. */
const char *tree_path(struct arena *a, const struct tree *t, const char *top, const char *path);

#endif
