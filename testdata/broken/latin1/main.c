/* entrée, größe: ISO 8859-1 bytes */
static const char *name = "café";
#include <poll.h>
#include <unistd.h>

static void slow(int fd)
{
    fsync(fd);
}

int main(void)
{
    struct pollfd fds[4] = {{0}};
    nfds_t n = 4;

    for (;;) {
        poll(fds, n, -1);
        for (nfds_t i = 0; i < n; i++)
            slow(fds[i].fd);
    }
}

const char *get(void)
{
    return name;
}
