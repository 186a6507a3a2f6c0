// why: the accept loop sits in run(); requests go through a table of commands, and each waits for its peer
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}

struct session {
    int fd;
    char in[256];
};
typedef int command_fn(struct session *s);

static int cmd_echo(struct session *s)
{
    return send(s->fd, s->in, strlen(s->in), 0) < 0;
}
static int cmd_more(struct session *s)
{
    ssize_t n = recv(s->fd, s->in, sizeof s->in - 1, 0);
    s->in[n > 0 ? n : 0] = '\0';
    return n <= 0;
}
static const struct {
    const char *name;
    command_fn *run;
} commands[] = {{"echo", cmd_echo}, {"more", cmd_more}};

static void session_run(struct session *s)
{
    if (recv(s->fd, s->in, sizeof s->in - 1, 0) <= 0)
        return;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (!strcmp(commands[i].name, s->in))
            (void)commands[i].run(s);
}

static int run(int listener)
{
    while (1) {
        struct session s = {.fd = accept(listener, NULL, NULL)};
        if (s.fd < 0)
            return 1;
        session_run(&s);
        close(s.fd);
    }
}

int main(void) // expect: CA901
{
    return run(listen_on(7001));
}
