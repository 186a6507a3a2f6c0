// why: the counter's own file locks it; the other file reaches it through the header, without
#include "counter.h"

#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
struct counter requests;

void counter_add(struct counter *c, long n)
{
    pthread_mutex_lock(&lock);
    c->value += n;
    pthread_mutex_unlock(&lock);
}
