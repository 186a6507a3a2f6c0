// why: each thread gets the address of its own record in an array
#include <pthread.h>

#define WORKERS 4

struct part {
    pthread_t thread;
    int from, to;
    long sum;
};

static void *worker(void *arg)
{
    struct part *p = arg;

    for (int i = p->from; i < p->to; i++)
        p->sum += i;
    return NULL;
}

int main(void)
{
    struct part parts[WORKERS] = { 0 };
    long total = 0;

    for (int i = 0; i < WORKERS; i++) {
        parts[i].from = i * 100;
        parts[i].to = (i + 1) * 100;
        pthread_create(&parts[i].thread, NULL, worker, &parts[i]);
    }
    for (int i = 0; i < WORKERS; i++) {
        pthread_join(parts[i].thread, NULL);
        total += parts[i].sum;
    }
    return total == 0;
}
