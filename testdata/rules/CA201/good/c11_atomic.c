// why: a C11 atomic counter needs no lock
#include <pthread.h>
#include <stdatomic.h>

static atomic_int active;

static void *client(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        active++;
        atomic_fetch_sub(&active, 1);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, client, NULL);
    pthread_create(&b, NULL, client, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return active;
}
