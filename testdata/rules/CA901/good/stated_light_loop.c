// why: the stated work is light, and a loop is right for it
#include <sys/epoll.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct conn {
    int fd;
    unsigned char key[32];
};

extern void derive(unsigned char *key, const char *password);


static void on_request(struct conn *c)
{
    char line[512];
    ssize_t n = recv(c->fd, line, sizeof line - 1, MSG_DONTWAIT);
    if (n <= 0)
        return;
    line[n] = '\0';
    derive(c->key, line);
    (void)send(c->fd, c->key, sizeof c->key, MSG_DONTWAIT);
}

/* concadvise: cpu=100us io=40ms concurrency=1000 */
static void loop(int ep)
{
    struct epoll_event ready[64];
    for (;;) {
        int n = epoll_wait(ep, ready, 64, -1);
        for (int i = 0; i < n; i++)
            on_request(ready[i].data.ptr);
    }
}

int main(void)
{
    int ep = epoll_create1(0);
    struct conn *c = calloc(1, sizeof *c);
    struct epoll_event want = {.events = EPOLLIN, .data.ptr = c};
    c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    epoll_ctl(ep, EPOLL_CTL_ADD, c->fd, &want);
    loop(ep);
}
