// why: the zero-width bit-field ends the word, so each thread has a word of its own; the flags that share
// why: one are written under the lock by both
#include <pthread.h>

struct channel {
    pthread_mutex_t lock;
    unsigned is_reading : 1;
    unsigned : 0;
    unsigned is_writing : 1;
    int errors;
    unsigned is_open : 1;
    unsigned is_dirty : 1;
};

static struct channel channel = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void set_open(struct channel *c, int on)
{
    pthread_mutex_lock(&c->lock);
    c->is_open = on & 1;
    pthread_mutex_unlock(&c->lock);
}

static void set_dirty(struct channel *c, int on)
{
    pthread_mutex_lock(&c->lock);
    c->is_dirty = on & 1;
    pthread_mutex_unlock(&c->lock);
}

static void *reader(void *arg)
{
    struct channel *c = arg;

    for (int i = 0; i < 1000; i++) {
        c->is_reading = i & 1;
        set_open(c, i);
    }
    return NULL;
}

static void *writer(void *arg)
{
    struct channel *c = arg;

    for (int i = 0; i < 1000; i++) {
        c->is_writing = i & 1;
        set_dirty(c, i);
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, reader, &channel);
    pthread_create(&b, NULL, writer, &channel);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
