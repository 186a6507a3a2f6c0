// why: each worker blocks under the lock of its own object, which no other thread knows
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct ticker {
    pthread_mutex_t lock;
    int n;
};

static void *work(void *arg)
{
    struct ticker *t = calloc(1, sizeof *t);

    if (!t)
        return arg;
    pthread_mutex_init(&t->lock, NULL);
    for (int i = 0; i < 10; i++) {
        pthread_mutex_lock(&t->lock);
        t->n++;
        sleep(1);
        pthread_mutex_unlock(&t->lock);
    }
    free(t);
    return arg;
}

int main(void)
{
    pthread_t t[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, work, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return 0;
}
