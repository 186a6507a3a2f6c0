/* A forked child that only reads, writes or copies files and exits. */
#ifndef RULES_CHILD_IO_H
#define RULES_CHILD_IO_H

#include "link/program.h"
#include "rules/rules.h"

/* Is all of the child's code seen, small, and only file work? */
bool child_only_does_file_io(struct rule_context *ctx, site_id fork);

#endif
