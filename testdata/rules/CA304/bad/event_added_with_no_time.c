// why: the check for finished jobs comes back after 0 seconds and 0 microseconds
#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>

struct job {
    volatile int is_done;
    struct event *check;
};

static void *compute(void *arg)
{
    struct job *j = arg;
    j->is_done = 1;
    return NULL;
}

static void on_check(evutil_socket_t fd, short what, void *arg)
{
    struct job *j = arg;
    struct timeval now = {0, 0};

    (void)fd;
    (void)what;
    if (!j->is_done) {
        evtimer_add(j->check, &now); // expect: CA304
        return;
    }
    event_free(j->check);
    free(j);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct job *j = calloc(1, sizeof *j);
    struct timeval now = {0, 0};
    pthread_t t;

    if (!j)
        return 1;
    j->check = evtimer_new(base, on_check, j);
    pthread_create(&t, NULL, compute, j);
    evtimer_add(j->check, &now);
    event_base_dispatch(base);
    return pthread_join(t, NULL);
}
