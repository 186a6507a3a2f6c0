// why: the threads do nothing but count, under a lock
#include <pthread.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static int visits;

static void *visit(void *arg)
{
    pthread_mutex_lock(&m);
    visits++;
    pthread_mutex_unlock(&m);
    return arg;
}

static void on_request(void)
{
    pthread_t t;
    pthread_create(&t, NULL, visit, NULL); // expect: CA305
    pthread_detach(t);
}

int main(void)
{
    for (int i = 0; i < 10; i++)
        on_request();
    return 0;
}
