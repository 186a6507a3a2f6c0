// why: the work of each file sets the queue up if that was not done, and only then starts workers
#include <pthread.h>
#include <stdlib.h>

struct gate {
    pthread_mutex_t mutex;
    long jobs;
};

static struct gate *have;
static long *results;
static pthread_t workers[2];

static void set_up(void)
{
    if (have)
        return;
    have = malloc(sizeof(*have));
    if (!have)
        abort();
    pthread_mutex_init(&have->mutex, NULL);
    have->jobs = 0;
    results = calloc(4, sizeof(*results));
    if (!results)
        abort();
}

static void *worker(void *arg)
{
    pthread_mutex_lock(&have->mutex);
    results[have->jobs++ % 4]++;
    pthread_mutex_unlock(&have->mutex);
    return arg;
}

static void compress_file(void)
{
    set_up();
    for (int i = 0; i < 2; i++)
        pthread_create(&workers[i], NULL, worker, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(workers[i], NULL);
}

int main(void)
{
    for (int i = 0; i < 5; i++)
        compress_file();
    free(results);
    free(have);
    return 0;
}
