/*
 * One function for each command. Each returns the exit code (0 done, 1 findings, 2 could not do the
 * job) and has said everything by then; none of them exits.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"

enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_FAILED = 2 };

int command_check(struct arena *a, const struct options *o);
int command_hook(struct arena *a, const struct options *o);
int command_graph(struct arena *a, const struct options *o);
int explain_rule(const char *id);
int command_explain(struct arena *a, const struct options *o);
int command_rules(struct arena *a, const struct options *o);
int command_cache(struct arena *a, const struct options *o);
int command_bench(struct arena *a, const struct options *o); /* 128 + signal when interrupted */
int command_advise(struct arena *a, const struct options *o);
int command_matrix(struct arena *a, const struct options *o);
int command_version(struct arena *a, const struct options *o);
int command_help(struct arena *a, const struct options *o);

int command_run(struct arena *a, const struct options *o); /* the one that the options ask for */

#endif
