// why: the failing path ends the process: nobody waits for the lock any more
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int *cells;

static void die(const char *why)
{
    fprintf(stderr, "fatal: %s\n", why);
    exit(1);
}

void cells_make(int n)
{
    pthread_mutex_lock(&lock);
    cells = calloc((size_t)n, sizeof *cells);
    if (!cells)
        die("out of memory");
    pthread_mutex_unlock(&lock);
}
