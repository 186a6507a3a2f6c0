/*
 * Comments that switch a finding off where it stands: concadvise-ignore[ID]: reason (also -begin,
 * -end and -file), NOLINT(concadvise-ID), NOLINTNEXTLINE, NOLINTBEGIN, NOLINTEND. Only real comment
 * tokens count (the units' comment tables), and every one names its rules: there is no blanket
 * form. Marks findings, never removes them.
 */
#ifndef ADVISE_SUPPRESS_H
#define ADVISE_SUPPRESS_H

#include "flow/finding.h"
#include "rules/rules.h"
#include "unit/unit.h"

struct suppressions; /* in the arena that was passed */

enum suppress_note_kind {
    SUPPRESS_UNKNOWN_RULE, /* warning */
    SUPPRESS_NO_RULE,      /* warning: blanket form */
    SUPPRESS_NO_END,       /* warning: a begin without end, or an end without begin */
    SUPPRESS_NO_REASON,    /* note; an error with --strict */
    SUPPRESS_UNUSED,       /* note; judged for rules that ran on files that were read completely */
};
struct suppress_note {
    enum suppress_note_kind kind;
    const char *file;
    uint32_t line, col;
    const char *text;
};
struct suppress_notes {
    VEC(struct suppress_note) list; /* sorted by (file, line, column) */
};

struct suppressions *suppress_collect(struct arena *a, const struct unit *const *units, uint32_t n);
/* Marks the findings that a comment covers at their place, at a step of their chain, or at the
 * definition of a macro that they lie in. */
void suppress_apply(struct suppressions *s, struct findings *findings);
/* After suppress_apply. */
void suppress_judge(struct suppressions *s, const struct rule_selection *selection,
                    struct suppress_notes *out);

#endif
