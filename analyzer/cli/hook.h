/* What is staged, checked as a commit of it would be. */
#ifndef CLI_HOOK_H
#define CLI_HOOK_H

#include "cli/options.h"

/* check, of the index in place of the work tree whose top is given (--changed-only=staged). */
MUST_USE bool hook_check_index(struct arena *a, const struct options *given, const char *top,
                               int *code, struct err *err);

#endif
