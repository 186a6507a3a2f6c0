// why: the function's static variable is only touched under the function's static mutex
#include <pthread.h>

static int next_id(void)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static int last;
    int id;

    pthread_mutex_lock(&lock);
    id = ++last;
    pthread_mutex_unlock(&lock);
    return id;
}

static void *client(void *arg)
{
    int id = 0;

    for (int i = 0; i < 1000; i++)
        id = next_id();
    return id ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, client, NULL);
    pthread_create(&b, NULL, client, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
