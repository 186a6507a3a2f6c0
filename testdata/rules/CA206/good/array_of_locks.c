// why: all locks of an array are taken in turn, and released in turn
#include <pthread.h>

static pthread_mutex_t locks[16];
static long counts[16];

long snapshot(void)
{
    long sum = 0;

    for (int i = 0; i < 16; i++)
        pthread_mutex_lock(&locks[i]);
    for (int i = 0; i < 16; i++)
        sum += counts[i];
    for (int i = 0; i < 16; i++)
        pthread_mutex_unlock(&locks[i]);
    return sum;
}
