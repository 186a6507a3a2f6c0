// why: the poller sleeps a second between two looks, with the lock that the writer needs
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int ready;

static void *poller(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        if (ready) {
            pthread_mutex_unlock(&lock);
            return arg;
        }
        sleep(1); // expect: CA303
        pthread_mutex_unlock(&lock);
    }
}

static void *writer(void *arg)
{
    pthread_mutex_lock(&lock);
    ready = 1;
    pthread_mutex_unlock(&lock);
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, poller, NULL);
    pthread_create(&u, NULL, writer, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
