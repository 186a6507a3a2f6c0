/*
 * What grows while a loop runs, and who makes it grow: records that callbacks allocate, counters
 * that they count up; for each connection, or as peers send. And the loops over such things: how
 * long one takes nobody can tell from the source, but that it gets longer with each client can be
 * told. They are judged with a number of elements that is usual where it hurts, and say so.
 */
#ifndef RULES_GROWTH_H
#define RULES_GROWTH_H

#include "domains/domains.h"
#include "flow/walk.h"
#include "rules/rules.h"

enum { GROWS_BY_EVENT = 1, GROWS_BY_CONNECTION = 2 };
#define GROWTH_CLIENTS 1e4 /* what one loop is expected to serve */
#define GROWTH_ENTRIES 1e6 /* of data that peers leave with a server */

enum scan_kind {
    SCAN_NONE,
    SCAN_SEARCH, /* looks for one among all clients */
    SCAN_WORK,   /* does something for each of them */
    SCAN_FREE,   /* gives each element back */
    SCAN_REHASH, /* moves everything into a larger table */
};
struct scan {
    enum scan_kind kind;
    const char *what;  /* name of the element's record, or of the counter */
    bool is_clients;   /* what is counted, and how many are taken for it */
    bool is_square;    /* all of them for each of them */
    double n, ns;      /* of one turn, at least */
    gfunc_id grown_in; /* a function that makes it grow */
};
struct growth; /* opaque */

/* w: what runs on loops; its tags are indexes of the entries of ctx->domains. */
struct growth *growth_find(struct rule_context *ctx, const struct walk *w);
/* false: it goes over nothing that grows, or over what one client has. */
bool growth_judge(struct growth *g, const struct visit *v, loop_id loop, struct scan *out);
/* The call frees a tree or list as a whole, by calling itself for each part. */
bool growth_judge_call(struct growth *g, const struct visit *v, site_id site, struct scan *out);

double growth_ns(const struct scan *s); /* of all of it */
/* ---- words ---- */
const char *growth_message(struct arena *a, const struct scan *s);
const char *growth_estimate(struct arena *a, const struct program *p, const struct scan *s);
/* offload, later: how the loop's library names these. */
const char *growth_help(struct arena *a, const struct scan *s, const char *offload,
                        const char *later);

#endif
