// why: each flag has its lock, but both flags are bits of one word: the two locks guard nothing
#include <pthread.h>

struct port {
    pthread_mutex_t rx_lock, tx_lock;
    unsigned rx_busy : 1, tx_busy : 1;
};

static struct port port = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER, 0, 0};

static void rx_set(struct port *p, unsigned on)
{
    pthread_mutex_lock(&p->rx_lock);
    p->rx_busy = on & 1; // expect: CA201
    pthread_mutex_unlock(&p->rx_lock);
}

static void tx_set(struct port *p, unsigned on)
{
    pthread_mutex_lock(&p->tx_lock);
    p->tx_busy = on & 1;
    pthread_mutex_unlock(&p->tx_lock);
}

static void *receive(void *arg)
{
    for (unsigned i = 0; i < 3000; i++)
        rx_set(arg, i);
    return NULL;
}

static void *send(void *arg)
{
    for (unsigned i = 0; i < 3000; i++)
        tx_set(arg, i);
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, receive, &port);
    pthread_create(&b, NULL, send, &port);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
