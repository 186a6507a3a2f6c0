/*
 * What was read, and what was not: every function with a body is either analysed, or named with the
 * reason. Headers included by many units count once.
 */
#ifndef CLI_ACCOUNT_H
#define CLI_ACCOUNT_H

#include "cli/load.h"
#include "report/report.h"

struct account {
    struct report_counts counts;
    uint32_t not_extracted; /* bodies seen that are in no table */
    uint32_t missing_headers; /* distinct names */
    VEC(struct notice) notices; /* everything that could not be read, for the machine formats */
};

/* Counts; and says on standard error what could not be read (-v: all of it, else the first few). */
void account_units(struct arena *a, const struct options *o, const struct loaded *l,
                   struct account *out);
bool account_is_complete(const struct account *c);

#endif
