// why: each thread connects under the lock of its own element; the others have theirs, main only tries
#include <netdb.h>
#include <pthread.h>

struct conn {
    pthread_mutex_t lock;
    pthread_t thread;
    struct addrinfo *address;
};
static struct conn conns[8];

static void *set_up(void *arg)
{
    struct conn *c = arg;

    pthread_mutex_lock(&c->lock);
    if (getaddrinfo("example.org", "80", NULL, &c->address) != 0)
        c->address = NULL;
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

int main(void)
{
    int ready = 0;

    for (int i = 0; i < 8; i++) {
        pthread_mutex_init(&conns[i].lock, NULL);
        pthread_mutex_lock(&conns[i].lock);
        conns[i].address = NULL;
        pthread_mutex_unlock(&conns[i].lock);
        pthread_create(&conns[i].thread, NULL, set_up, &conns[i]);
    }
    for (int i = 0; i < 8; i++) {
        if (pthread_mutex_trylock(&conns[i].lock) != 0)
            continue;
        ready += conns[i].address != NULL;
        pthread_mutex_unlock(&conns[i].lock);
    }
    for (int i = 0; i < 8; i++)
        pthread_join(conns[i].thread, NULL);
    return ready;
}
