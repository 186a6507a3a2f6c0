#include "context.h"

#include <stddef.h>

static __thread const char *user;

void context_set(const char *name)
{
    user = name;
}

const char *context_user(void)
{
    return user; // expect: CA203
}
