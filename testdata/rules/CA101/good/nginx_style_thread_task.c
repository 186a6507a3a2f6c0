// why: the task's handler field is called on a pool thread; only the event's handler is on the loop
#include <pthread.h>
#include <sys/epoll.h>
#include <unistd.h>

struct event {
    void (*handler)(struct event *ev);
    void *data;
};
struct task {
    void (*handler)(void *ctx);
    void *ctx;
    struct event done;
};

static struct task *volatile next_task;

static void *pool_cycle(void *arg)
{
    for (;;) {
        struct task *t = next_task;

        if (t) {
            next_task = NULL;
            t->handler(t->ctx);
        }
        usleep(1000);
    }
    return arg;
}

static void sync_file(void *ctx)
{
    fsync(*(int *)ctx);
}

static void sync_done(struct event *ev)
{
    ev->data = NULL;
}

int main(void)
{
    static int fd = 1;
    static struct task t = {.handler = sync_file, .ctx = &fd, .done = {.handler = sync_done}};
    struct epoll_event list[8];
    int ep = epoll_create1(0);
    pthread_t pool;

    pthread_create(&pool, NULL, pool_cycle, NULL);
    next_task = &t;
    for (;;) {
        int n = epoll_wait(ep, list, 8, -1);

        for (int i = 0; i < n; i++) {
            struct event *ev = list[i].data.ptr;

            ev->handler(ev);
        }
    }
}
