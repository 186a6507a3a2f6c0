// why: which handler runs is decided by a function that returns it
#include <event2/event.h>
#include <stdlib.h>
#include <unistd.h>

typedef void (*action_fn)(int fd);

static void act_close(int fd)
{
    close(fd);
}

static void act_run(int fd)
{
    if (system("/usr/lib/app/on-close") != 0) // expect: CA101
        close(fd);
}

static action_fn choose(int kind)
{
    if (kind == 'r')
        return act_run;
    return act_close;
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    action_fn act;
    char kind = 0;

    (void)what, (void)arg;
    if (read(fd, &kind, 1) == 1) {
        act = choose(kind);
        act(fd);
    }
}

int main(void)
{
    struct event_base *base = event_base_new();

    event_add(event_new(base, 0, EV_READ | EV_PERSIST, on_readable, NULL), NULL);
    return event_base_dispatch(base);
}
