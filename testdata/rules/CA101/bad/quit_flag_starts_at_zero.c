// why: `quit` is only ever set to 1, yet it is 0 until then: the loop does run
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct config {
    int quit;
    nfds_t n;
};

static struct config *config;

static void stop(void)
{
    config->quit = 1;
}

int main(void)
{
    struct pollfd *fds;

    config = calloc(1, sizeof(*config));
    if (!config)
        return 1;
    config->n = 3;
    fds = calloc(config->n, sizeof(*fds));
    while (fds && !config->quit) {
        if (poll(fds, config->n, -1) < 0)
            stop();
        for (nfds_t i = 0; i < config->n; i++) {
            int client = fds[i].revents ? accept(fds[i].fd, NULL, NULL) : -1;

            if (client >= 0) {
                sleep(1); // expect: CA101
                close(client);
            }
        }
    }
    free(fds);
    free(config);
    return 0;
}
