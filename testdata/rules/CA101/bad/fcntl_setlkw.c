// why: F_SETLKW is the waiting form of a record lock
#include <event2/event.h>
#include <fcntl.h>

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int *db = arg;

    (void)fd, (void)what;
    if (fcntl(*db, F_SETLKW, &lock) == 0) { // expect: CA101
        lock.l_type = F_UNLCK;
        fcntl(*db, F_SETLK, &lock);
    }
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {60, 0};
    int db = 0;

    event_add(event_new(base, -1, EV_PERSIST, on_tick, &db), &tv);
    return event_base_dispatch(base);
}
