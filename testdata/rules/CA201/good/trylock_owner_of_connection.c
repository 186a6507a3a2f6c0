// why: the set-up thread holds its connection's lock; main looks at those only that it can lock
#include <pthread.h>
#include <unistd.h>

struct connection {
    pthread_mutex_t lock;
    pthread_t thread;
    int state;
};

static struct connection connections[2];

static void *set_up(void *arg)
{
    struct connection *c = arg;

    pthread_mutex_lock(&c->lock);
    usleep(500);
    c->state = 1;
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

static int look(struct connection *c)
{
    int state;

    if (pthread_mutex_trylock(&c->lock) != 0)
        return 0;
    state = c->state;
    pthread_mutex_unlock(&c->lock);
    return state;
}

int main(void)
{
    int ready = 0;

    for (int i = 0; i < 2; i++) {
        pthread_mutex_init(&connections[i].lock, NULL);
        connections[i].state = 0;
    }
    for (int i = 0; i < 2; i++)
        pthread_create(&connections[i].thread, NULL, set_up, &connections[i]);
    while (ready < 2) {
        usleep(100);
        ready = look(&connections[0]) + look(&connections[1]);
    }
    for (int i = 0; i < 2; i++)
        pthread_join(connections[i].thread, NULL);
    return 0;
}
