// why: both orders are in one thread function, and there are many threads of it
#include <pthread.h>

static pthread_mutex_t in_lock = PTHREAD_MUTEX_INITIALIZER, out_lock = PTHREAD_MUTEX_INITIALIZER;
static int in, out;

static void copy_in(void)
{
    pthread_mutex_lock(&in_lock);
    pthread_mutex_lock(&out_lock);
    out = in;
    pthread_mutex_unlock(&out_lock);
    pthread_mutex_unlock(&in_lock);
}

static void copy_out(void)
{
    pthread_mutex_lock(&out_lock);
    pthread_mutex_lock(&in_lock); // expect: CA205
    in = out;
    pthread_mutex_unlock(&in_lock);
    pthread_mutex_unlock(&out_lock);
}

static void *worker(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        copy_in();
        copy_out();
    }
    return arg;
}

int main(void)
{
    pthread_t t[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, worker, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return in + out;
}
