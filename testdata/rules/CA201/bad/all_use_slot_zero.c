// why: meant as a slot for each thread, but every thread gets the first one
#include <pthread.h>

#define WORKERS 4

struct part {
    pthread_t thread;
    long sum;
};

static void *worker(void *arg)
{
    struct part *p = arg;

    for (int i = 0; i < 1000; i++)
        p->sum += i; // expect: CA201
    return NULL;
}

int main(void)
{
    struct part parts[WORKERS] = { 0 };

    for (int i = 0; i < WORKERS; i++)
        pthread_create(&parts[i].thread, NULL, worker, &parts[0]);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(parts[i].thread, NULL);
    return 0;
}
