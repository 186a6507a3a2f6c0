/*
 * Findings that are known and accepted for now: a file with one entry for each kind of finding in a
 * function, and how many of them there are. No line numbers: an entry lives through moved lines,
 * reformatting and edits elsewhere, since it is found by the finding's identity. Marks findings,
 * never removes them.
 */
#ifndef ADVISE_BASELINE_H
#define ADVISE_BASELINE_H

#include "flow/finding.h"
#include "rules/rules.h"
#include "unit/unit.h"

#define BASELINE_NAME ".concadvise-baseline.json" /* at the project's root */

struct baseline; /* in the arena that was passed */

/* What this run could see; entries that it could not are neither stale nor dropped. */
struct baseline_scope {
    const char *root; /* normal */
    const struct unit *const *units;
    uint32_t n_units;
    const struct rule_selection *rules;
    uint32_t min_confidence, min_level; /* findings below are not written */
};
struct baseline_counts {
    uint32_t matched; /* findings that would be shown and that some entry covers */
    uint32_t stale;   /* entries with fewer findings than they say */
};

struct baseline *baseline_new(struct arena *a); /* without entries */
/* False with a message for a file that is missing, damaged, or no baseline. */
MUST_USE bool baseline_read(struct arena *a, const char *path, struct baseline **out,
                            struct err *err);
/* Marks the findings (with their identity) that entries cover; suppressed ones count for none. */
void baseline_apply(struct baseline *b, const struct baseline_scope *scope,
                    struct findings *findings, struct baseline_counts *out);
/* After baseline_apply. Drops what is stale; true when there was something. */
bool baseline_prune(struct baseline *b);
/* After baseline_apply. Adds the findings that no entry covers, and marks them. */
void baseline_add(struct baseline *b, const struct baseline_scope *scope,
                  struct findings *findings);
/* Sorted, one entry on each line. */
MUST_USE bool baseline_write(struct baseline *b, const char *path, struct err *err);

#endif
