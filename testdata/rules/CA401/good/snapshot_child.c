// why: the child works on a frozen copy of the whole table, with a function that is handed in: not small
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

struct entry {
    struct entry *next;
    char *key;
    void *value;
    int (*save)(FILE *, void *);
};
extern struct entry *table[1 << 16];

static int dump(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f)
        return -1;
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
        for (struct entry *e = table[i]; e; e = e->next)
            if (e->save(f, e->value) < 0)
                break;
    return fclose(f);
}

pid_t snapshot(const char *path)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(dump(path) < 0);
    return pid;
}
