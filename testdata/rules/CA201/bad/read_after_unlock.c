// why: the limit is tested on a value that is read again after the lock was given back
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int sessions;

static void *accept_client(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        sessions++;
        pthread_mutex_unlock(&lock);
        if (sessions > 1900) // expect: CA201
            fputs("nearly full\n", stderr);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, accept_client, NULL);
    pthread_create(&b, NULL, accept_client, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
