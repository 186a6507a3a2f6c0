// why: each line that a client sends starts a thread, from the read callback of a bufferevent
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>

struct task {
    char *line;
};

static void *run_task(void *arg)
{
    struct task *t = arg;
    free(t->line);
    free(t);
    return NULL;
}

static void on_read(struct bufferevent *bev, void *arg)
{
    char *line;
    (void)arg;
    while ((line = evbuffer_readln(bufferevent_get_input(bev), NULL, EVBUFFER_EOL_LF))) {
        pthread_t id;
        struct task *t = malloc(sizeof *t);
        if (!t) {
            free(line);
            return;
        }
        t->line = line;
        if (pthread_create(&id, NULL, run_task, t) == 0) // expect: CA302
            pthread_detach(id);
    }
}

void client_new(struct event_base *base, int fd)
{
    struct bufferevent *bev = bufferevent_socket_new(base, fd, BEV_OPT_CLOSE_ON_FREE);
    bufferevent_setcb(bev, on_read, NULL, NULL, NULL);
    bufferevent_enable(bev, EV_READ);
}
