/*
 * .concadvise.json: what a project says once instead of on every command line. Its keys are the
 * long options of the table, so it is not a second list; a key beside them, "catalog", holds the
 * project's own functions (docs/catalog.md).
 */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "cli/options.h"

/* Finds the file (--config, else upwards from the first path to the root of the repository), and
 * takes from it every option that the command line does not give. False with a message for a file
 * that is missing or damaged, an unknown key, or a value of the wrong kind. */
MUST_USE bool config_apply(struct arena *a, struct options *o, struct err *err);
/* --show-config: every key with its value and where that came from; the exit code. */
int config_show(struct arena *a, const struct options *o);
void config_schema(struct buf *out); /* docs/config-schema.json */

#endif
