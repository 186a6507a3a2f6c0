// why: control-C frees everything and leaves by exit(), whatever the program was doing
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

struct entry {
    struct entry *next;
    char *name;
};

static struct entry *table;

static void table_free(void)
{
    while (table) {
        struct entry *e = table;
        table = e->next;
        free(e->name); // expect: CA501
        free(e);
    }
}

static void on_interrupt(int sig)
{
    (void)sig;
    table_free();
    exit(1); // expect: CA501
}

int main(void)
{
    char line[200];

    signal(SIGINT, on_interrupt);
    while (fgets(line, sizeof line, stdin)) {
        struct entry *e = calloc(1, sizeof *e);
        if (!e)
            return 1;
        e->next = table;
        table = e;
    }
    table_free();
    return 0;
}
