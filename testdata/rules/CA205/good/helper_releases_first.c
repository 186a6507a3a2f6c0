// why: the helper that takes the other lock releases its caller's lock before
#include <pthread.h>

static pthread_mutex_t q_lock = PTHREAD_MUTEX_INITIALIZER, r_lock = PTHREAD_MUTEX_INITIALIZER;
static int q, r;

/* Called with q_lock held. */
static void publish(void)
{
    int n = q;

    pthread_mutex_unlock(&q_lock);
    pthread_mutex_lock(&r_lock);
    r = n;
    pthread_mutex_unlock(&r_lock);
    pthread_mutex_lock(&q_lock);
}

static void *one(void *arg)
{
    pthread_mutex_lock(&q_lock);
    q++;
    publish();
    pthread_mutex_unlock(&q_lock);
    return arg;
}

static void *two(void *arg)
{
    pthread_mutex_lock(&r_lock);
    pthread_mutex_lock(&q_lock);
    q = r;
    pthread_mutex_unlock(&q_lock);
    pthread_mutex_unlock(&r_lock);
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, one, NULL);
    pthread_create(&u, NULL, two, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
