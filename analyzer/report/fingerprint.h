/*
 * What tells a finding from others over the life of a code base. Two kinds: the line hash that code
 * scanning services compute themselves and expect to be the same, and our own, which survives moved
 * lines, reformatting and edits in other functions.
 */
#ifndef REPORT_FINGERPRINT_H
#define REPORT_FINGERPRINT_H

#include "base/base.h"
#include "report/report.h"

/* The primaryLocationLineHash of each line of a file, as GitHub's upload action defines it: a
 * rolling hash over 100 UTF-16 code units without blanks, a colon, and how often that hash has come
 * so far. text is UTF-8; invalid bytes count as U+FFFD, as a decoder would have it. */
struct line_hash {
    uint64_t hash;
    uint32_t seen; /* from 1 */
};
struct line_hashes {
    VEC(struct line_hash) v; /* line - 1 */
};
void line_hashes_of(struct arena *a, const char *text, size_t n, struct line_hashes *out);

/* One identity for each finding, in the order of the report: rule, path, function, entity, and for
 * equal ones which of them it is, by place. Sixteen hexadecimal digits, in the arena. */
const char **finding_fingerprints(struct arena *a, const struct finding *f, uint32_t n,
                                  const char *root);
/* Sets identity and fingerprint of each. Done once for all findings of a run, before some are
 * hidden: what is shown does not change what it is called. */
void findings_identify(struct arena *a, struct findings *f, const char *root);

#endif
