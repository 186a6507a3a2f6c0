// why: ready descriptors are read once, children come by a child source: nothing waits
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <systemd/sd-event.h>
#include <unistd.h>

static int on_io(sd_event_source *source, int fd, uint32_t revents, void *userdata)
{
    char *buf = userdata;

    if (revents & EPOLLIN && recv(fd, buf, 512, 0) <= 0)
        sd_event_source_unref(source);
    return 0;
}

static int on_child(sd_event_source *source, const siginfo_t *si, void *userdata)
{
    (void)si, (void)userdata;
    sd_event_source_unref(source);
    return 0;
}

int main(void)
{
    static char buf[512];
    sd_event *event = NULL;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    pid_t pid;

    if (fd < 0 || sd_event_new(&event) < 0)
        return 1;
    pid = fork();
    if (pid == 0)
        _exit(0);
    sd_event_add_io(event, NULL, fd, EPOLLIN, on_io, buf);
    sd_event_add_child(event, NULL, pid, WEXITED, on_child, NULL);
    return sd_event_loop(event);
}
