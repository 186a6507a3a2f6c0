// why: a relay thread watches the two ends of one connection; waiting for one end is its job
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

struct relay {
    int client, server;
};

static int copy(int from, int to)
{
    char buf[4096];
    ssize_t n = recv(from, buf, sizeof(buf), 0);

    return n > 0 && send(to, buf, (size_t)n, 0) == n ? 0 : -1;
}

static void *relay_main(void *arg)
{
    struct relay *r = arg;
    struct pollfd fds[2] = {{r->client, POLLIN, 0}, {r->server, POLLIN, 0}};

    while (poll(fds, 2, -1) > 0) {
        if (fds[0].revents && copy(r->client, r->server) != 0)
            break;
        if (fds[1].revents && copy(r->server, r->client) != 0)
            break;
    }
    close(r->client);
    close(r->server);
    return NULL;
}

int main(void)
{
    static struct relay relays[64];
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    listen(listener, 16);
    for (int i = 0; i < 64; i++) {
        pthread_t t;

        relays[i].client = accept(listener, NULL, NULL);
        relays[i].server = socket(AF_INET, SOCK_STREAM, 0);
        if (pthread_create(&t, NULL, relay_main, &relays[i]) == 0)
            pthread_detach(t);
    }
    return 0;
}
