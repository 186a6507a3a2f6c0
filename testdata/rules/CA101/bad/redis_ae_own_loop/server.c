#include "ae.h"

#include <netdb.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

struct server {
    struct ae_loop loop;
    pid_t child;
    char master[128];
};

static struct server server;

static void read_query(struct ae_loop *loop, int fd, void *data, int mask)
{
    struct server *s = data;

    (void)loop, (void)mask;
    if (read(fd, s->master, sizeof(s->master) - 1) > 0 &&
        !gethostbyname(s->master)) // expect: CA101
        close(fd);
}

static int server_cron(struct ae_loop *loop, long long id, void *data)
{
    struct server *s = data;
    int status;

    (void)loop, (void)id;
    if (s->child && wait4(s->child, &status, 0, NULL) == s->child) // expect: CA101
        s->child = 0;
    return 100;
}

int main(void)
{
    server.loop.epfd = epoll_create1(EPOLL_CLOEXEC);
    ae_create_file_event(&server.loop, 0, 1, read_query, &server);
    ae_create_time_event(&server.loop, server_cron, &server);
    ae_main(&server.loop);
    return 0;
}
