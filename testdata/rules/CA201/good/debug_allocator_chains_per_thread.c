// why: the debug allocator chains its blocks to the thread's own list; a copy of a record is private
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct block;
struct thread_data {
    struct block *head;
    size_t bytes;
};
struct block {
    struct block *prev, *next;
    struct thread_data *owner;
    size_t size;
};
struct client {
    int fd;
    long sent;
    struct client *next;
};

static pthread_key_t key;
static pthread_mutex_t list_lock = PTHREAD_MUTEX_INITIALIZER;
static struct client *clients;

static struct thread_data *thread_get(void)
{
    return pthread_getspecific(key);
}

static void thread_alloc(void)
{
    struct thread_data *d = calloc(1, sizeof(*d));
    if (!d)
        abort();
    pthread_setspecific(key, d);
}

static void *str_alloc_detached(size_t size)
{
    struct block *b = calloc(1, sizeof(*b) + size);
    if (!b)
        abort();
    b->size = size;
    return b + 1;
}

static void *str_alloc(size_t size)
{
    struct thread_data *d = thread_get();
    struct block *b = (struct block *)str_alloc_detached(size) - 1;

    b->prev = NULL;
    b->next = d->head;
    b->owner = d;
    if (d->head)
        d->head->prev = b;
    d->head = b;
    d->bytes += size;
    return b + 1;
}

static void str_free(void *p)
{
    struct block *b = (struct block *)p - 1;

    if (b->owner) {
        if (b->owner->head == b)
            b->owner->head = b->next;
        if (b->prev)
            b->prev->next = b->next;
        if (b->next)
            b->next->prev = b->prev;
        b->owner->bytes -= b->size;
    }
    free(b);
}

static void transfer(struct client *c)
{
    for (int i = 0; i < 100; i++)
        c->sent += c->fd;
}

/* needs a copy each time, since transfer() changes it */
static void exec_once(struct client *fresh)
{
    struct client *c = str_alloc(sizeof(*c));

    pthread_mutex_lock(&list_lock);
    memcpy(c, fresh, sizeof(*c));
    pthread_mutex_unlock(&list_lock);
    c->next = NULL;
    c->sent = 0;
    transfer(c);
    str_free(c);
}

static struct client *last_client(void)
{
    struct client *c = clients;

    while (c && c->next)
        c = c->next;
    return c;
}

static void *client_thread(void *arg)
{
    struct client *c = arg;

    thread_alloc();
    for (int i = 0; i < 10; i++) {
        exec_once(c);
        pthread_mutex_lock(&list_lock);
        for (struct client *o = clients; o; o = o->next)
            o->sent++;
        if (last_client() == c)
            c->sent++;
        pthread_mutex_unlock(&list_lock);
    }
    free(thread_get());
    return NULL;
}

int main(void)
{
    pthread_t ids[3];

    pthread_key_create(&key, NULL);
    for (int i = 0; i < 3; i++) {
        struct client *c = calloc(1, sizeof(*c));
        if (!c)
            return 1;
        c->fd = i;
        pthread_mutex_lock(&list_lock);
        c->next = clients;
        clients = c;
        pthread_mutex_unlock(&list_lock);
        pthread_create(&ids[i], NULL, client_thread, c);
    }
    for (int i = 0; i < 3; i++)
        pthread_join(ids[i], NULL);
    return 0;
}
