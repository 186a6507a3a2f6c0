// why: a client's read callback appends to a journal whose lock a thread holds across fsync()
#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct journal {
    pthread_mutex_t lock;
    int fd;
    size_t n;
    char text[4096];
};

static void journal_append(struct journal *j, const char *s)
{
    pthread_mutex_lock(&j->lock); // expect: CA103
    j->n = strlen(strncpy(j->text, s, sizeof j->text - 1));
    pthread_mutex_unlock(&j->lock);
}

static void *syncer(void *arg)
{
    struct journal *j = arg;

    for (;;) {
        pthread_mutex_lock(&j->lock);
        fsync(j->fd);
        j->n = 0;
        pthread_mutex_unlock(&j->lock);
    }
    return NULL;
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    journal_append(arg, "request\n");
}

int main(void)
{
    struct journal *j = calloc(1, sizeof *j);
    struct event_base *base = event_base_new();
    pthread_t t;

    if (!j)
        return 1;
    pthread_mutex_init(&j->lock, NULL);
    pthread_create(&t, NULL, syncer, j);
    event_add(event_new(base, 0, EV_READ | EV_PERSIST, on_read, j), NULL);
    return event_base_dispatch(base);
}
