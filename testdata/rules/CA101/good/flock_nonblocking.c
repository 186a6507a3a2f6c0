// why: with LOCK_NB the lock is taken or refused at once
#include <event2/event.h>
#include <sys/file.h>

static int state_fd;

static void save_state(void)
{
    if (flock(state_fd, LOCK_EX | LOCK_NB) != 0)
        return;
    flock(state_fd, LOCK_UN);
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    save_state();
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {60, 0};

    state_fd = 0;
    event_add(event_new(base, -1, EV_PERSIST, on_tick, NULL), &tv);
    return event_base_dispatch(base);
}
