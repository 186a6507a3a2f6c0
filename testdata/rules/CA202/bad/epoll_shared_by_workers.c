// why: the queue is made before the workers are forked: each adds its own connections to the one
// queue and gets events for descriptors of the others
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct server {
    int listener, queue;
};

static struct server server;

static void watch(int fd)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(server.queue, EPOLL_CTL_ADD, fd, &event);
}

static void on_ready(int fd)
{
    char data[512];
    ssize_t n;

    if (fd == server.listener) {
        int client = accept4(fd, NULL, NULL, SOCK_NONBLOCK);
        if (client >= 0)
            watch(client);
        return;
    }
    n = read(fd, data, sizeof data);
    if (n <= 0 || write(fd, data, (size_t)n) < 0)
        close(fd);
}

static void worker(void)
{
    struct epoll_event events[64];

    for (;;) {
        int n = epoll_wait(server.queue, events, 64, -1); // expect: CA202
        for (int i = 0; i < n; i++)
            on_ready(events[i].data.fd);
    }
}

int main(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(8080)};

    server.listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (bind(server.listener, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(server.listener, 64) != 0)
        return 1;
    server.queue = epoll_create1(EPOLL_CLOEXEC);
    watch(server.listener);
    for (int i = 0; i < 4; i++)
        if (fork() == 0) {
            worker();
            _exit(0);
        }
    while (wait(NULL) > 0)
        ;
    return 0;
}
