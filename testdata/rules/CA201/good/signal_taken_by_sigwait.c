// why: the signal is waited for by a thread of its own, which holds the lock like everyone else
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_level = 1;

static void *signals(void *arg)
{
    int sig = 0;

    if (sigwait(arg, &sig) == 0 && sig == SIGUSR1) {
        pthread_mutex_lock(&lock);
        log_level++;
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t t;
    sigset_t usr1;

    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &usr1, NULL);
    pthread_create(&t, NULL, signals, &usr1);
    kill(getpid(), SIGUSR1);
    pthread_mutex_lock(&lock);
    log_level--;
    pthread_mutex_unlock(&lock);
    pthread_join(t, NULL);
    return log_level != 1;
}
