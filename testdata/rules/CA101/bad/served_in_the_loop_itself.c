// why: each connection is served in the loop itself, which connects to another server for it
#include <arpa/inet.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static bool debug;

static int ask_upstream(const struct sockaddr_in *server, const char *query, size_t n)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd < 0)
        return -1;
    if (connect(fd, (const struct sockaddr *)server, sizeof *server) < 0 || // expect: CA101
        write(fd, query, n) != (ssize_t)n) { // expect: CA101
        close(fd);
        return -1;
    }
    return fd;
}

static void serve(int client, const struct sockaddr_in *server)
{
    char query[512];
    ssize_t n = read(client, query, sizeof query); // expect: CA101
    int fd = n > 0 ? ask_upstream(server, query, (size_t)n) : -1;

    if (fd >= 0 && (n = read(fd, query, sizeof query)) > 0)
        (void)!write(client, query, (size_t)n); // expect: CA101
    close(fd);
}

static void accept_one(int listener, const struct sockaddr_in *server)
{
    int client = accept(listener, NULL, NULL);

    if (client < 0)
        return;
    serve(client, server);
    close(client);
}

int main(int argc, char **argv)
{
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(53)};
    struct pollfd fds[2] = {{.events = POLLIN}, {.events = POLLIN}};

    (void)argv;
    debug = argc > 1;
    for (int i = 0; i < 2; i++) {
        fds[i].fd = socket(AF_INET, SOCK_STREAM, 0);
        listen(fds[i].fd, 16);
    }
    for (;;) {
        if (poll(fds, 2, -1) < 0)
            continue;
        for (int i = 0; i < 2; i++)
            if (fds[i].revents)
                accept_one(fds[i].fd, &server);
    }
}
