// why: the helper is called with the lock held and releases it: unlock without lock is its contract
#include <pthread.h>

struct work {
    pthread_mutex_t lock;
    pthread_cond_t done;
    int left;
};

static void finish(struct work *w)
{
    if (--w->left == 0)
        pthread_cond_broadcast(&w->done);
    pthread_mutex_unlock(&w->lock);
}

void work_one(struct work *w, int is_last)
{
    pthread_mutex_lock(&w->lock);
    if (is_last)
        w->left = 1;
    finish(w);
}
