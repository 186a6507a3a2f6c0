// why: the atexit() function only frees memory: in the child that is the child's own copy
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static char *table;

static void table_free(void)
{
    free(table);
    table = NULL;
}

int main(void)
{
    table = malloc(1000);
    atexit(table_free);
    if (fork() == 0) {
        if (table)
            table[0] = 1;
        exit(0);
    }
    wait(NULL);
    return 0;
}
