/*
 * A command line as the shell reads it: simple commands with their words. Only what can be told
 * without running it; anything else (substitutions, loops, here documents, jobs in the background)
 * is refused. Bytes TEXT_HOLE of flow/text.h are text that is not known.
 */
#ifndef RULES_SHELL_H
#define RULES_SHELL_H

#include "base/base.h"

struct shell_command {
    VEC(const char *) words; /* without assignments and redirections before and between them */
};
struct shell_line {
    VEC(struct shell_command) commands;
};

/* False: refused. */
bool shell_parse(struct arena *a, const char *text, struct shell_line *out);
/* Words only, with quotes, as g_shell_parse_argv() splits them: one command. */
bool shell_split(struct arena *a, const char *text, struct shell_line *out);

#endif
