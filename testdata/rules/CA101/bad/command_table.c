// why: the loop looks the command up in a static table and calls it
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

struct client {
    int fd;
    char line[128];
};

static void cmd_ping(struct client *c)
{
    c->line[0] = '+';
}

static void cmd_save(struct client *c)
{
    fsync(c->fd); // expect: CA101
}

static const struct command {
    const char *name;
    void (*run)(struct client *c);
    int arity;
} commands[] = {
    {"ping", cmd_ping, 0},
    {"save", cmd_save, 0},
};

static void dispatch(struct client *c)
{
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        if (strcmp(commands[i].name, c->line) == 0)
            commands[i].run(c);
    }
}

int main(void)
{
    struct epoll_event ev[8];
    int ep = epoll_create1(0);

    for (;;) {
        int n = epoll_wait(ep, ev, 8, -1);

        for (int i = 0; i < n; i++) {
            struct client *c = ev[i].data.ptr;
            ssize_t len = read(c->fd, c->line, sizeof(c->line) - 1);

            if (len <= 0)
                exit(0);
            c->line[len] = 0;
            dispatch(c);
        }
    }
}
