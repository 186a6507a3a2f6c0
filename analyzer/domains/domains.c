/*
 * Collects the entries and puts them into an order that depends on the program only.
 */
#include "domains/domains.h"

#include <stdlib.h>
#include <string.h>

#include "domains/collect.h"

void collect_add(struct collect *c, const struct entry *e)
{
    uint64_t key = hash_mix(hash_mix((uint64_t)e->domain << 8 | e->event, e->func.v), e->region.v);
    uint32_t index;

    ASSERT(e->func.v);
    if (map_get(&c->seen, key, &index))
        return;
    map_set(&c->seen, key, c->entries.n);
    vec_push(c->arena, &c->entries, *e);
}

static int compare(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->domain != y->domain)
        return x->domain < y->domain ? -1 : 1;
    if (x->func.v != y->func.v)
        return x->func.v < y->func.v ? -1 : 1;
    if (x->region.v != y->region.v)
        return x->region.v < y->region.v ? -1 : 1;
    return x->event < y->event ? -1 : x->event > y->event;
}

struct domains *domains_find(struct arena *a, const struct flow_facts *flow)
{
    struct domains *d = arena_new(a, struct domains);
    struct collect c = {.arena = a, .flow = flow};

    map_init(&c.seen, a);
    collect_registrations(&c);
    collect_handler_fields(&c);
    collect_wait_loops(&c);
    judge_per_client(&c);
    if (c.entries.n)
        qsort(c.entries.v, c.entries.n, sizeof *c.entries.v, compare);
    d->entries = c.entries.v;
    d->n = c.entries.n;
    d->start_up = c.start_up;
    return d;
}

const char *domain_entry_what(const struct entry *e)
{
    if (e->region.v)
        return "loop";
    switch (e->domain) {
    case DOM_LOOP: return "callback";
    case DOM_THREAD: return "thread";
    case DOM_POOL: return "pool job";
    case DOM_CHILD: return "child process";
    case DOM_SIGNAL: return "signal handler";
    case DOM_EXIT: return "exit handler";
    default: return "function";
    }
}
