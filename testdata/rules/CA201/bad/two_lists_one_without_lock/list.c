#include <stdlib.h>

#include "list.h"

struct list *list_new(void)
{
    struct list *l = malloc(sizeof *l);

    if (l) {
        l->count = l->capacity = 0;
        l->items = NULL;
    }
    return l;
}

static int grow(struct list *l)
{
    char **items = realloc(l->items, (l->capacity + 16) * sizeof *items);

    if (!items)
        return 0;
    l->items = items; // expect: CA201
    l->capacity += 16; // expect: CA201
    return 1;
}

int list_add(struct list *l, char *item)
{
    if (l->count == l->capacity && !grow(l))
        return 0;
    l->items[l->count++] = item; // expect: CA201
    return 1;
}
