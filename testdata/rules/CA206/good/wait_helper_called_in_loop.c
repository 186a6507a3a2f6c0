// why: the single wait stands in a helper; the caller's loop tests the condition again
#include <pthread.h>

struct box {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int full;
};

static void box_wait(struct box *b)
{
    pthread_cond_wait(&b->changed, &b->lock);
}

int box_take(struct box *b)
{
    pthread_mutex_lock(&b->lock);
    while (!b->full)
        box_wait(b);
    b->full = 0;
    pthread_mutex_unlock(&b->lock);
    return 1;
}
