// why: the handler only sets a flag; the loop logs and frees when it sees it
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static volatile sig_atomic_t reload, stop;

static void on_signal(int sig)
{
    if (sig == SIGHUP)
        reload = 1;
    else
        stop = 1;
}

static void read_config(void)
{
    char *text = malloc(100);

    printf("configuration read\n");
    free(text);
}

int main(void)
{
    struct sigaction sa = {0};

    sa.sa_handler = on_signal;
    sigaction(SIGHUP, &sa, NULL);
    sigaction(SIGTERM, &sa, NULL);
    while (!stop) {
        if (reload) {
            reload = 0;
            read_config();
        }
        pause();
    }
    return 0;
}
