// why: the function says by its result whether the lock is held: 0 means held
#include <errno.h>
#include <pthread.h>

struct conn {
    pthread_mutex_t lock;
    int closed, sent;
};

static int conn_enter(struct conn *c)
{
    pthread_mutex_lock(&c->lock);
    if (c->closed) {
        pthread_mutex_unlock(&c->lock);
        return -EPIPE;
    }
    return 0;
}

int conn_send(struct conn *c)
{
    int err = conn_enter(c);
    if (err)
        return err;
    c->sent++;
    pthread_mutex_unlock(&c->lock);
    return 0;
}
