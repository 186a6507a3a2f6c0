// why: each side holds an outer lock, but not the same one: nothing keeps the two apart
#include <pthread.h>

static pthread_mutex_t gate1 = PTHREAD_MUTEX_INITIALIZER, gate2 = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
static int x;

static void *one(void *arg)
{
    pthread_mutex_lock(&gate1);
    pthread_mutex_lock(&a);
    pthread_mutex_lock(&b);
    x++;
    pthread_mutex_unlock(&b);
    pthread_mutex_unlock(&a);
    pthread_mutex_unlock(&gate1);
    return arg;
}

static void *two(void *arg)
{
    pthread_mutex_lock(&gate2);
    pthread_mutex_lock(&b);
    pthread_mutex_lock(&a); // expect: CA205
    x--;
    pthread_mutex_unlock(&a);
    pthread_mutex_unlock(&b);
    pthread_mutex_unlock(&gate2);
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
