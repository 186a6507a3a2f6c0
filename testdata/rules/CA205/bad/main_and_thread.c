// why: main goes on after it has started the thread, and takes the locks in the other order
#include <pthread.h>

static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
static int x, stop;

static void *work(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&a);
        pthread_mutex_lock(&b);
        x++;
        int done = stop;
        pthread_mutex_unlock(&b);
        pthread_mutex_unlock(&a);
        if (done)
            return arg;
    }
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, work, NULL);
    pthread_mutex_lock(&b);
    pthread_mutex_lock(&a); // expect: CA205
    stop = x + 1;
    pthread_mutex_unlock(&a);
    pthread_mutex_unlock(&b);
    return pthread_join(t, NULL);
}
