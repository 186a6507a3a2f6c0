/* What the parts of domains/ share: the growing list of entries. */
#ifndef DOMAINS_COLLECT_H
#define DOMAINS_COLLECT_H

#include "domains/domains.h"

struct collect {
    struct arena *arena;
    const struct flow_facts *flow;
    VEC(struct entry) entries;
    struct map seen; /* hash of (domain, func, region, event) */
    const bool *start_up; /* as in struct domains */
};

void collect_add(struct collect *c, const struct entry *e); /* the first of equal ones stays */
void collect_registrations(struct collect *c);
void collect_handler_fields(struct collect *c);
void collect_wait_loops(struct collect *c);
/* Sets start_up, and per_client of threads; drops hand-written loops that only serve one client
 * each. */
void judge_per_client(struct collect *c);

#endif
