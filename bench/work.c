/* Tasks in blocking form. */
#include "bench/work.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CHUNK = 1 << 14 };

bool work_needs_server(enum bench_workload w)
{
    return w == WORK_IO_WAIT || w == WORK_LEGACY_IO || w == WORK_MIXED || w == WORK_ENDPOINT;
}

bool work_loop_waits(enum bench_workload w)
{
    return w == WORK_IO_WAIT || w == WORK_MIXED;
}

int work_connect(uint16_t port)
{
    struct sockaddr_in sa = {.sin_family = AF_INET, .sin_port = htons(port)};
    sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    int rc;
    do
        rc = connect(fd, (struct sockaddr *)&sa, sizeof sa);
    while (rc != 0 && errno == EINTR);
    if (rc != 0) {
        (void)close(fd);
        return -1;
    }
    return fd;
}

bool work_exchange(int fd, uint32_t bytes)
{
    static const char request[CHUNK];
    char answer[CHUNK];
    for (uint32_t left = bytes; left > 0;) {
        ssize_t n = write(fd, request, left < CHUNK ? left : CHUNK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        left -= (uint32_t)n;
    }
    for (uint32_t left = bytes; left > 0;) {
        ssize_t n = read(fd, answer, left < CHUNK ? left : CHUNK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        left -= (uint32_t)n;
    }
    return true;
}

/* Closing with a reset leaves no port behind in TIME_WAIT: thousands of tasks would use them up. */
static bool request(const struct work *w, uint32_t task)
{
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    int fd = work_connect(w->ports[task % w->n_ports]);
    if (fd < 0)
        return false;
    bool ok = work_exchange(fd, w->bytes);
    (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    (void)close(fd);
    return ok;
}

bool work_after_wait(const struct work *w, uint32_t task)
{
    (void)task;
    return w->p->workload == WORK_IO_WAIT;
}

bool work_do(const struct work *w, uint32_t task)
{
    if (work_loop_waits(w->p->workload))
        return request(w, task) && work_after_wait(w, task);
    return false;
}
