// why: a handler wakes the threads by a condition variable, which is not async-signal-safe
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;
static volatile sig_atomic_t done;

static void on_term(int sig)
{
    (void)sig;
    done = 1;
    pthread_cond_broadcast(&ended); // expect: CA501
}

int main(void)
{
    struct sigaction sa;

    memset(&sa, 0, sizeof sa);
    sa.sa_handler = &on_term;
    sigaction(SIGTERM, &sa, NULL);
    pthread_mutex_lock(&lock);
    while (!done)
        pthread_cond_wait(&ended, &lock);
    pthread_mutex_unlock(&lock);
    return 0;
}
