// why: the child keeps its own number and descriptor in the record, and the parent reads others
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct server {
    int port, workers;
    int index;
    pid_t self;
    char name[32];
};

static struct server server = {.port = 8080, .workers = 3};

static void become_worker(struct server *s, int index)
{
    s->index = index + 1;
    s->self = getpid();
    strcpy(s->name, "worker");
}

static void serve(const struct server *s)
{
    printf("%s %d of process %ld\n", s->name, s->index, (long)s->self);
    fflush(stdout);
}

int main(void)
{
    for (int i = 0; i < server.workers; i++)
        if (fork() == 0) {
            become_worker(&server, i);
            serve(&server);
            _exit(0);
        }
    for (int i = 0; i < server.workers; i++)
        wait(NULL);
    printf("%d workers on port %d\n", server.workers, server.port);
    return 0;
}
