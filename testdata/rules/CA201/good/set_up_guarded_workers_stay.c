// why: set-up happens once, before the first worker exists; the workers stay for the next files
#include <pthread.h>
#include <stdlib.h>

struct gate {
    pthread_mutex_t mutex;
    pthread_cond_t cond;
    long todo, done;
};

static struct gate *have;
static long limit;
static int started;

static void set_up(void)
{
    if (have)
        return;
    have = calloc(1, sizeof(*have));
    if (!have)
        abort();
    pthread_mutex_init(&have->mutex, NULL);
    pthread_cond_init(&have->cond, NULL);
    limit = 1000;
}

static void *worker(void *arg)
{
    pthread_mutex_lock(&have->mutex);
    while (have->done < limit) {
        while (have->todo == 0)
            pthread_cond_wait(&have->cond, &have->mutex);
        have->todo--;
        have->done++;
        pthread_cond_broadcast(&have->cond);
        if (have->done >= 5)
            break;
    }
    pthread_mutex_unlock(&have->mutex);
    return arg;
}

static pthread_t thread;

static void compress_file(void)
{
    set_up();
    if (!started) {
        pthread_create(&thread, NULL, worker, NULL);
        started = 1;
    }
    pthread_mutex_lock(&have->mutex);
    have->todo++;
    pthread_cond_broadcast(&have->cond);
    pthread_mutex_unlock(&have->mutex);
}

int main(void)
{
    for (int i = 0; i < 5; i++)
        compress_file();
    pthread_join(thread, NULL);
    return have->done != 5;
}
