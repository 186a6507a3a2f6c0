// why: defer, signal, io and child handlers of sd-event all run on the loop
#include <signal.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <systemd/sd-event.h>
#include <unistd.h>

static int on_defer(sd_event_source *s, void *userdata)
{
    (void)s, (void)userdata;
    sleep(1); // expect: CA101
    return 0;
}

static int on_signal(sd_event_source *s, const struct signalfd_siginfo *si, void *userdata)
{
    (void)s, (void)si, (void)userdata;
    fsync(1); // expect: CA101
    return 0;
}

static int on_io(sd_event_source *s, int fd, uint32_t revents, void *userdata)
{
    (void)s, (void)fd, (void)revents, (void)userdata;
    usleep(100000); // expect: CA101
    return 0;
}

static int on_child(sd_event_source *s, const siginfo_t *si, void *userdata)
{
    (void)s, (void)si, (void)userdata;
    sync(); // expect: CA101
    return 0;
}

int main(void)
{
    sd_event *e = NULL;

    if (sd_event_default(&e) < 0)
        return 1;
    sd_event_add_defer(e, NULL, on_defer, NULL);
    sd_event_add_signal(e, NULL, SIGHUP, on_signal, NULL);
    sd_event_add_io(e, NULL, 0, EPOLLIN, on_io, NULL);
    sd_event_add_child(e, NULL, 1, WEXITED, on_child, NULL);
    return sd_event_loop(e);
}
