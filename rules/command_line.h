/*
 * What program a call starts, as far as the code tells, and whether a call or a small function does
 * the same: the catalog's table of commands is asked for every command of the line.
 */
#ifndef RULES_COMMAND_LINE_H
#define RULES_COMMAND_LINE_H

#include "flow/text.h"
#include "rules/rules.h"

enum command_verdict {
    COMMAND_OTHER,   /* does something that has no small replacement */
    COMMAND_UNKNOWN, /* cannot be told here */
    COMMAND_SMALL,
};
struct command_line {
    enum command_verdict verdict;
    bool needs_caller;   /* a caller's argument may tell more */
    bool starts_shell;
    const char *shown;   /* the line, holes as "..." */
    const char *uses;    /* COMMAND_SMALL: "mkdir() and rename()" */
};

/* The catalogued call at site, in the frame of its function. */
struct command_line command_line_of(struct rule_context *ctx, const struct text_frame *frame,
                                    site_id site);

#endif
