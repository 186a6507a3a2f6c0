/* A builtin function that is not called as it must be has a type without a size. */
static int expect(int x)
{
    return __builtin_expect(!!x), 0;
}
static int load(int refs)
{
    return __atomic_load_n(refs, 5) < 1;
}

#include <poll.h>
#include <unistd.h>

static void slow(int fd)
{
    fsync(fd);
}

int main(void)
{
    struct pollfd fds[4] = {{0}};
    nfds_t n = expect(4) + load(2);

    for (;;) {
        poll(fds, n, -1);
        for (nfds_t i = 0; i < n; i++)
            slow(fds[i].fd);
    }
}
