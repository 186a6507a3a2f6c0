// why: the EAGAIN `continue` goes back to the wait at the loop's head (stunnel s_write): no spin, and one descriptor only
#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
struct set { struct pollfd p[4]; unsigned n; };
static int wait_set(struct set *s, int ms) { return poll(s->p, s->n, ms); }
int s_write(int unused, const char *b, long len)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct set s;
    (void)unused;
    while (len > 0) {
        s.n = 0;
        s.p[s.n++] = (struct pollfd){fd, POLLOUT, 0};
        if (wait_set(&s, 1000) != 1) return -1;
        long r = write(fd, b, len);
        if (r == -1) { if (errno == EAGAIN) continue; return -1; }
        b += r; len -= r;
    }
    return 0;
}
