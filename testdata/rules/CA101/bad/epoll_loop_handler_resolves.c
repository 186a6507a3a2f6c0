// why: a hand-written epoll loop registers nothing; what it calls after epoll_wait() is on the loop
#include <netdb.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static void handle_client(int fd)
{
    char host[256];
    struct addrinfo *res = NULL;
    ssize_t n = recv(fd, host, sizeof(host) - 1, 0);

    if (n <= 0) {
        close(fd);
        return;
    }
    host[n] = 0;
    if (getaddrinfo(host, "80", NULL, &res) == 0) // expect: CA101
        freeaddrinfo(res);
}

int main(void)
{
    struct epoll_event events[32], add = {.events = EPOLLIN};
    int ep = epoll_create1(EPOLL_CLOEXEC);
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    listen(listener, 16);
    add.data.fd = listener;
    epoll_ctl(ep, EPOLL_CTL_ADD, listener, &add);
    for (;;) {
        int n = epoll_wait(ep, events, 32, -1);

        for (int i = 0; i < n; i++) {
            if (events[i].data.fd == listener) {
                add.data.fd = accept(listener, NULL, NULL);
                epoll_ctl(ep, EPOLL_CTL_ADD, add.data.fd, &add);
            } else {
                handle_client(events[i].data.fd);
            }
        }
    }
}
