// why: each shard has its own lock, and threads that work on different shards run in parallel
#include <pthread.h>
#include <stdlib.h>

enum { CELLS = 100000 };
struct shard {
    pthread_mutex_t lock;
    double cell[CELLS];
};

static void relax(struct shard *s)
{
    pthread_mutex_lock(&s->lock);
    for (int i = 1; i < CELLS - 1; i++)
        s->cell[i] = (s->cell[i - 1] + s->cell[i + 1]) / 2;
    pthread_mutex_unlock(&s->lock);
}

static void *run(void *arg)
{
    relax(arg);
    return arg;
}

int main(void)
{
    pthread_t t[4];
    for (int i = 0; i < 4; i++) {
        struct shard *s = calloc(1, sizeof *s);
        pthread_mutex_init(&s->lock, NULL);
        pthread_create(&t[i], NULL, run, s);
    }
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
