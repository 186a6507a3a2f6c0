#include <stddef.h>

struct list {
    size_t count, capacity;
    char **items;
};

struct list *list_new(void);
int list_add(struct list *l, char *item);
