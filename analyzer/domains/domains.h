/*
 * Where code runs: the entry points of every domain, from catalogued registrations (also in
 * wrappers: value flow brings the callbacks there), from handler fields, and from hand-written
 * loops around a multiplexing wait. Code that runs before a loop starts, or after it ends, is not
 * on the loop: a hand-written loop's entry is the set of blocks of that natural loop, nothing else
 * of its function.
 */
#ifndef DOMAINS_DOMAINS_H
#define DOMAINS_DOMAINS_H

#include "flow/flow.h"

struct entry {
    enum cat_domain domain;
    gfunc_id func;       /* the callback, or the function that holds the loop */
    /* hand-written loop in func: only its blocks are the entry; 0: all of func */
    loop_id region;
    site_id site;        /* the registering call, or the wait call; 0 for handler fields */
    gfunc_id where;      /* function in which the registration is written, 0 at file level */
    uint32_t where_unit;
    place_id place;      /* of the registration as the user wrote it, in where_unit */
    const char *library; /* "libevent"; "epoll_wait" and the like for hand-written loops */
    enum cat_event event;
    int ready_fd;        /* parameter that is the ready descriptor, -1 */
    int data_param;      /* parameter that receives the user's data, -1 */
    bool sure;           /* false: deduced from the loop's shape (poll, select) */
    bool per_client;     /* threads and children: created for each client or request */
};

struct domains {
    struct entry *entries; /* sorted by (domain, function, place) */
    uint32_t n;
    /* [site] start-up code runs it, outside of loops that accept or wait and of callbacks, whoever
     * else does */
    const bool *start_up;
};

struct domains *domains_find(struct arena *a, const struct flow_facts *flow);
/* Does this multiplexing wait (poll, select) look at one descriptor only? Then it is a helper that
 * blocks, not a loop. */
bool domain_waits_for_one(const struct flow_facts *flow, site_id site, const struct cat_func *cat);
const char *domain_entry_what(const struct entry *e); /* "callback", "thread", "poll loop" ... */

#endif
