// why: a recursive static initialiser: nesting is allowed
#define _GNU_SOURCE
#include <pthread.h>

static pthread_mutex_t config_lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int options[8];

int option_get(int i)
{
    pthread_mutex_lock(&config_lock);
    int v = options[i];
    pthread_mutex_unlock(&config_lock);
    return v;
}

void option_add(int i, int by)
{
    pthread_mutex_lock(&config_lock);
    options[i] = option_get(i) + by;
    pthread_mutex_unlock(&config_lock);
}
