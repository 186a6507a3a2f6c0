// why: looking once a second is polling: slow, not busy
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void on_int(int sig)
{
    (void)sig;
    stop = 1;
}

int main(void)
{
    signal(SIGINT, on_int);
    while (!stop)
        sleep(1);
    while (access("/run/other.ready", F_OK) != 0)
        usleep(250000);
    return 0;
}
