// why: the function sits deep in a nested designated initialiser of a plugin record in another file
#include "plugin.h"

#include <netdb.h>
#include <stddef.h>

static int audit_authorise(struct request *r)
{
    struct addrinfo *res = NULL;

    if (getaddrinfo(r->path, NULL, NULL, &res) != 0) // expect: CA101
        return -1;
    freeaddrinfo(res);
    return 0;
}

static int audit_finish(struct request *r)
{
    r->path = NULL;
    return 0;
}

const struct plugin audit_plugin = {
    .name = "audit",
    .api = {.version = 2, .http = {.finish = audit_finish, .authorise = audit_authorise}},
};
