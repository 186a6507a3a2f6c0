// why: the condition is tested again after each wake-up, with the mutex held
#include <pthread.h>

struct gate {
    pthread_mutex_t lock;
    pthread_cond_t open;
    int is_open;
};

void gate_pass(struct gate *g)
{
    pthread_mutex_lock(&g->lock);
    while (!g->is_open)
        pthread_cond_wait(&g->open, &g->lock);
    pthread_mutex_unlock(&g->lock);
}
