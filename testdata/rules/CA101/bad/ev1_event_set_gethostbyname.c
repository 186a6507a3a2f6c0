// why: libevent 1 style: event_set() fills the event, the callback resolves a name
#include <event.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct event control;

static void on_control(int fd, short what, void *arg)
{
    char line[128];
    ssize_t n = read(fd, line, sizeof(line) - 1);
    struct hostent *h;

    (void)what, (void)arg;
    if (n <= 0)
        exit(0);
    line[n] = 0;
    h = gethostbyname(line); // expect: CA101
    if (h)
        setenv("PEER", h->h_name, 1);
}

int main(void)
{
    int fds[2];

    if (pipe(fds) != 0)
        return 1;
    event_init();
    event_set(&control, fds[0], EV_READ | EV_PERSIST, on_control, NULL);
    event_add(&control, NULL);
    return event_dispatch();
}
