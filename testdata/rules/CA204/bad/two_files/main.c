#include <pthread.h>

#include "log.h"

static void *reader(void *arg)
{
    log_stamp();
    return arg;
}

static void *writer(void *arg)
{
    log_stamp();
    return arg;
}

int main(void)
{
    pthread_t r, w;

    pthread_create(&r, NULL, reader, NULL);
    pthread_create(&w, NULL, writer, NULL);
    pthread_join(r, NULL);
    pthread_join(w, NULL);
    return 0;
}
