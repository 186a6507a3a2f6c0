// why: a reload fills a fresh record and swaps the pointer under the write lock
#include <pthread.h>
#include <stdlib.h>

struct service {
    int timeout;
    int port;
};

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct service *current;

static void set_option(struct service *s, int port)
{
    s->port = port;
    s->timeout = port / 2;
}

static void reload(int port)
{
    struct service *fresh = calloc(1, sizeof(*fresh)), *old;

    if (!fresh)
        abort();
    set_option(fresh, port);
    pthread_rwlock_wrlock(&lock);
    old = current;
    current = fresh;
    pthread_rwlock_unlock(&lock);
    free(old);
}

static void *client(void *arg)
{
    int sum = 0;

    for (int i = 0; i < 1000; i++) {
        pthread_rwlock_rdlock(&lock);
        sum += current->port + current->timeout;
        pthread_rwlock_unlock(&lock);
    }
    return sum ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    reload(80);
    pthread_create(&a, NULL, client, NULL);
    pthread_create(&b, NULL, client, NULL);
    for (int i = 0; i < 50; i++)
        reload(8000 + i);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    free(current);
    return 0;
}
