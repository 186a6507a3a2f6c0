// why: only the report of a failed check reads the statistics; after it the process is gone
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static struct {
    long commands, keys, errors;
} stats;
static pthread_mutex_t job_lock = PTHREAD_MUTEX_INITIALIZER;
static int jobs = 1000;

static void log_statistics(void)
{
    fprintf(stderr, "commands %ld keys %ld errors %ld\n", stats.commands, stats.keys,
            stats.errors);
}

static void check_failed(const char *what, int line)
{
    fprintf(stderr, "failed: %s, line %d\n", what, line);
    log_statistics();
    fflush(NULL);
    abort();
}

#define check(e) ((e) ? (void)0 : check_failed(#e, __LINE__))

static void *background(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&job_lock);
        check(jobs >= 0);
        int left = jobs ? --jobs : 0;
        pthread_mutex_unlock(&job_lock);
        if (!left)
            return arg;
    }
}

static void command(long i)
{
    stats.commands++;
    stats.keys += i % 3;
    if (i % 100 == 0)
        stats.errors++;
}

int main(void)
{
    pthread_t t;

    if (pthread_create(&t, NULL, background, NULL) != 0)
        return 1;
    for (long i = 0; i < 10000; i++)
        command(i);
    pthread_join(t, NULL);
    log_statistics();
    return 0;
}
