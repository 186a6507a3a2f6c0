/*
 * Threads and processes that are made for each connection or request: what is made after an accept
 * in a loop, in the callback of a listener, or for a datagram or message of a client; and whether
 * something limits how many there are.
 */
#ifndef RULES_PER_REQUEST_H
#define RULES_PER_REQUEST_H

#include "flow/walk.h"
#include "rules/rules.h"

enum request_kind { REQUEST_NONE, REQUEST_EVENT, REQUEST_DATAGRAM, REQUEST_CONNECTION };
struct made {
    site_id site;   /* the call that makes it; 0: none was found */
    uint32_t visit; /* in struct per_request.walk */
    enum request_kind kind;
    bool is_limited; /* on this way */
};
struct per_request {
    struct walk walk;
    const struct entry **entry_of; /* [tag of a start] NULL: a loop that accepts or receives */
    struct made *made; /* [site], of the surest way */
};

/* Does the call at site make a thread or process of the kind that is asked for? */
typedef bool makes_one(const struct rule_context *ctx, site_id site, const struct cat_func *cat);

void per_request_find(struct rule_context *ctx, makes_one *makes, struct per_request *out);
/* The chain to it, for a finding. */
const struct step *per_request_chain(struct rule_context *ctx, const struct per_request *r,
                                     const struct made *m, uint32_t *n);
const char *request_word(enum request_kind kind); /* "connection", "request" */

#endif
