// why: the second control-C removes the files and leaves by exit() out of the handler
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct server {
    volatile sig_atomic_t shutdown_asap;
    const char *pid_file;
};

static struct server server = {.pid_file = "/run/server.pid"};

static void on_shutdown(int sig)
{
    if (server.shutdown_asap && sig == SIGINT) {
        unlink(server.pid_file);
        exit(1); // expect: CA501
    }
    server.shutdown_asap = 1;
}

int main(void)
{
    struct sigaction act;

    sigemptyset(&act.sa_mask);
    act.sa_flags = 0;
    act.sa_handler = on_shutdown;
    sigaction(SIGTERM, &act, NULL);
    sigaction(SIGINT, &act, NULL);
    while (!server.shutdown_asap)
        pause();
    return 0;
}
