// why: whatever one client says is sent to all others in the same turn, ten microseconds or more for each
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <stdlib.h>
#include <unistd.h>

struct room {
    int fd, ep;
    int *members;
    size_t n_members, room;
};

static int add_member(struct room *r, int fd)
{
    struct epoll_event ev = {EPOLLIN, {0}};

    if (r->n_members == r->room) {
        size_t more = r->room ? 2 * r->room : 16;
        int *grown = realloc(r->members, more * sizeof *grown);
        if (!grown)
            return -1;
        r->members = grown;
        r->room = more;
    }
    r->members[r->n_members] = fd;
    r->n_members++;
    ev.data.fd = fd;
    return epoll_ctl(r->ep, EPOLL_CTL_ADD, fd, &ev);
}

static void tell(struct room *r, const char *text, size_t n)
{
    for (size_t i = 0; i < r->n_members; i++) // expect: CA102
        send(r->members[i], text, n, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static void welcome(struct room *r)
{
    int fd = accept4(r->fd, NULL, NULL, SOCK_NONBLOCK);
    if (fd >= 0 && add_member(r, fd) < 0)
        close(fd);
}

int main(void)
{
    static struct room room;
    struct epoll_event events[64], ev = {EPOLLIN, {0}};

    room.ep = epoll_create1(0);
    room.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    listen(room.fd, 128);
    ev.data.fd = room.fd;
    epoll_ctl(room.ep, EPOLL_CTL_ADD, room.fd, &ev);
    for (;;) {
        int n = epoll_wait(room.ep, events, 64, -1);
        for (int i = 0; i < n; i++) {
            char text[1024];
            if (events[i].data.fd == room.fd) {
                welcome(&room);
                continue;
            }
            ssize_t got = recv(events[i].data.fd, text, sizeof text, MSG_DONTWAIT);
            if (got > 0)
                tell(&room, text, (size_t)got);
        }
    }
}
