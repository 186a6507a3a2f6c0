// why: the handler takes the lock that protects the counters; the interrupted thread may hold it
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long hits, snapshot;

static void counters_copy(void)
{
    pthread_mutex_lock(&lock); // expect: CA501
    snapshot = hits;
    pthread_mutex_unlock(&lock);
}

static void on_usr1(int sig)
{
    (void)sig;
    counters_copy();
}

static void *worker(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        hits++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t thread;

    signal(SIGUSR1, on_usr1);
    pthread_create(&thread, NULL, worker, NULL);
    pthread_join(thread, NULL);
    return 0;
}
