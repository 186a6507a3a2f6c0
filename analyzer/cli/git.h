/* Runs git as a hook has to: with the index that git names, and nothing else that git set. */
#ifndef CLI_GIT_H
#define CLI_GIT_H

#include "base/base.h"

/* git with these words (NULL ends them), in the working directory; what it prints goes to out, what
 * it complains of to standard error. False with a message when it fails. */
MUST_USE bool git_run(struct arena *a, const char *const *words, struct buf *out, struct err *err);

#endif
