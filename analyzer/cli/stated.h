/*
 * What users say of the work of their program, since code does not tell how long a peer takes: the
 * flags that `advise` has too, comments beside handlers, and "workloads" in .concadvise.json.
 */
#ifndef CLI_STATED_H
#define CLI_STATED_H

#include "cli/load.h"
#include "models/models.h"

/* False with a message for a value that cannot be read on the command line or in the file. What is
 * wrong with a comment is said by stated_say(). */
MUST_USE bool stated_collect(struct arena *a, const struct options *o, const struct loaded *l,
                             struct model_statements *out, struct err *err);
/* After models_find(): comments with unknown keys or values, and those that speak of no unit. */
void stated_say(struct arena *a, const struct loaded *l, const struct model_statements *s);

#endif
