#include "feed.h"

#include <pthread.h>
#include <stdio.h>

static long recorded;
static pthread_mutex_t recorded_lock = PTHREAD_MUTEX_INITIALIZER;

static void record(void *data, int value)
{
    (void)data;
    pthread_mutex_lock(&recorded_lock);
    recorded += value;
    pthread_mutex_unlock(&recorded_lock);
}

int main(void)
{
    pthread_t t;

    feed_set_hook(record, NULL);
    if (pthread_create(&t, NULL, feed_thread, NULL) != 0)
        return 1;
    pthread_mutex_lock(&recorded_lock);
    printf("%ld so far\n", recorded);
    pthread_mutex_unlock(&recorded_lock);
    pthread_join(t, NULL);
    return 0;
}
