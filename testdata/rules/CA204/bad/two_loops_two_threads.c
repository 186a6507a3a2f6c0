// why: each thread runs an event loop of its own, and both callbacks take times apart
#include <pthread.h>
#include <stdio.h>
#include <time.h>

struct event_base;
struct event;
struct event_base *event_base_new(void);
int event_base_dispatch(struct event_base *base);
struct event *event_new(struct event_base *base, int fd, short what,
                        void (*cb)(int, short, void *), void *arg);
int event_add(struct event *ev, const void *timeout);

static struct event_base *disk_loop;

static void on_network(int fd, short what, void *arg)
{
    time_t now = time(NULL);

    printf("%d %d %p %d\n", fd, what, arg, gmtime(&now)->tm_min); // expect: CA204
}

static void on_disk(int fd, short what, void *arg)
{
    time_t now = time(NULL);

    printf("%d %d %p %d\n", fd, what, arg, gmtime(&now)->tm_min); // expect: CA204
}

static void *disk_thread(void *arg)
{
    event_base_dispatch(disk_loop);
    return arg;
}

int main(void)
{
    pthread_t thread;
    struct event_base *loop = event_base_new();

    disk_loop = event_base_new();
    event_add(event_new(loop, 0, 2, on_network, NULL), NULL);
    event_add(event_new(disk_loop, 1, 2, on_disk, NULL), NULL);
    pthread_create(&thread, NULL, disk_thread, NULL);
    return event_base_dispatch(loop);
}
