// why: the program's own function is fine on the loop; the worker that calls it is in another file
#include "app.h"

#include <pthread.h>
#include <unistd.h>

static void *worker(void *arg)
{
    while (access("/run/peer", R_OK) != 0)
        sleep(1);
    retry_soon(0);
    return arg;
}

void workers_start(void)
{
    pthread_t t;
    if (!pthread_create(&t, NULL, worker, NULL))
        pthread_detach(t);
}
