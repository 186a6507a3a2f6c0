// why: a watched pipe end is set to blocking, then written until all is out; without the epoll_ctl() it is found (unbound tube.c:304-325)
#include <errno.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
struct tube { int sr, sw; };
static int set_block(int fd) { return fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK); }
static int set_nonblock(int fd) { return fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK); }
static int tube_write(struct tube *t, const char *b, long len)
{
    long d = 0, r;
    if (set_block(t->sw)) return 0;
    while (d != len) {
        if ((r = write(t->sw, b + d, len - d)) == -1) { // wrong: missed CA101
            if (errno == EAGAIN) continue;
            return 0;
        }
        d += r;
    }
    return set_nonblock(t->sw) == 0;
}
int main(void)
{
    static struct tube t;
    struct epoll_event ev[8];
    int sv[2], ep = epoll_create1(0);
    socketpair(AF_UNIX, SOCK_STREAM, 0, sv);
    t.sr = sv[0]; t.sw = sv[1];
    set_nonblock(t.sr); set_nonblock(t.sw);
    struct epoll_event w = {EPOLLOUT, {.fd = t.sw}};
    epoll_ctl(ep, EPOLL_CTL_ADD, t.sw, &w);
    for (;;) if (epoll_wait(ep, ev, 8, -1) > 0) tube_write(&t, "abc", 3);
}
