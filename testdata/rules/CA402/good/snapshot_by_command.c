// why: a client's command forks one child that saves; a flag lets only one run at a time
#include <event2/bufferevent.h>
#include <event2/buffer.h>
#include <event2/event.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t saver;

static void save(void)
{
    FILE *f = fopen("dump.new", "w");
    if (f) {
        fputs("data", f);
        fclose(f);
    }
    rename("dump.new", "dump");
}

static void start_save(void)
{
    if (saver > 0)
        return;
    saver = fork();
    if (saver == 0) {
        save();
        _exit(0);
    }
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    (void)arg;
    if (saver > 0 && waitpid(saver, NULL, WNOHANG) == saver)
        saver = 0;
    start_save();
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval t = {60, 0};
    event_add(event_new(base, -1, EV_PERSIST, on_timer, NULL), &t);
    return event_base_dispatch(base);
}
