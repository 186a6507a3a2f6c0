/* --stats: how much code, how many findings of each rule, and where time and memory went. */
#ifndef CLI_STATS_H
#define CLI_STATS_H

#include "cli/account.h"
#include "cli/load.h"
#include "flow/finding.h"

enum stats_phase { PHASE_LINK, PHASE_FLOW, PHASE_DOMAINS, PHASE_RULES, PHASE_MODELS, PHASE_COUNT };

struct stats {
    const struct loaded *loaded;
    const struct account *account;
    const struct findings *all;   /* hidden ones too */
    const struct findings *shown;
    uint32_t n_calls;             /* call sites of the program */
    double seconds[PHASE_COUNT], cpu_seconds[PHASE_COUNT];
    size_t bytes[PHASE_COUNT];    /* of memory that each added to the program */
};

void stats_say(struct arena *a, const struct stats *s);

#endif
