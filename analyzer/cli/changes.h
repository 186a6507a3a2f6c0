/*
 * What differs between a revision and the work tree or the index, file by file and line by line, as
 * git sees it: renamed files are one change.
 */
#ifndef CLI_CHANGES_H
#define CLI_CHANGES_H

#include "base/base.h"

struct hunk { /* n lines from a line on were replaced; n 0: behind that line */
    uint32_t old_at, old_n, new_at, new_n;
};
struct change {
    const char *before, *after; /* relative to the top; NULL: was not there, is gone */
    bool is_whole;              /* no lines are known: all of it is new */
    VEC(struct hunk) hunks;     /* sorted */
};
struct changes {
    VEC(struct change) list;
};

/* From the commit to the index (staged) or the work tree, files that git does not know included. */
MUST_USE bool changes_read(struct arena *a, const char *top, const char *commit, bool staged,
                           struct changes *out, struct err *err);

/* By the names that files have now, or had before; NULL: unchanged. */
const struct change *changes_after(const struct changes *c, const char *name);
const struct change *changes_before(const struct changes *c, const char *name);

/* The line was added or replaced, or is within margin lines of one, or of a place where lines were
 * taken out. c NULL: no. */
bool change_has_line(const struct change *c, uint32_t line, uint32_t margin);
/* Where the line was before; 0: nowhere. c NULL: where it is now. */
uint32_t change_line_before(const struct change *c, uint32_t line);

#endif
