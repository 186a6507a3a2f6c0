// why: record and lock are one heap object that all threads get; the lock is held for each access
#include <pthread.h>
#include <stdlib.h>

struct shared {
    pthread_mutex_t lock;
    long bytes;
};

static void account(struct shared *s, long n)
{
    pthread_mutex_lock(&s->lock);
    s->bytes += n;
    pthread_mutex_unlock(&s->lock);
}

static void *copy(void *arg)
{
    struct shared *s = arg;

    for (int i = 0; i < 1000; i++)
        account(s, 10);
    return NULL;
}

int main(void)
{
    struct shared *s = malloc(sizeof(*s));
    pthread_t a, b;

    if (!s)
        return 1;
    pthread_mutex_init(&s->lock, NULL);
    s->bytes = 0;
    pthread_create(&a, NULL, copy, s);
    pthread_create(&b, NULL, copy, s);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    s->bytes = 0;
    pthread_mutex_destroy(&s->lock);
    free(s);
    return 0;
}
