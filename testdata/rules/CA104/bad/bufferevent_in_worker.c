// why: workers write to the clients of the loop
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct job {
    struct bufferevent *client;
    int number;
};

static void answer(struct job *j)
{
    bufferevent_write(j->client, "ok\n", 3); // expect: CA104
    free(j);
}

static void *worker(void *arg)
{
    struct job *j = arg;
    j->number *= 2;
    answer(j);
    return NULL;
}

static void on_read(struct bufferevent *client, void *arg)
{
    pthread_t t;
    struct job *j = malloc(sizeof *j);
    (void)arg;
    if (!j)
        return;
    j->client = client;
    j->number = 1;
    if (pthread_create(&t, NULL, worker, j))
        free(j);
    else
        pthread_detach(t);
}

int serve(struct event_base *base, int fd)
{
    struct bufferevent *b = bufferevent_socket_new(base, fd, BEV_OPT_CLOSE_ON_FREE);
    bufferevent_setcb(b, on_read, NULL, NULL, NULL);
    bufferevent_enable(b, EV_READ);
    return event_base_dispatch(base);
}
