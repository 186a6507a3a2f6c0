// why: the master waits for signals and forks; the event loop runs in the child it forked
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t reload;

static void on_hup(int sig)
{
    (void)sig;
    reload = 1;
}

static void worker_cycle(void)
{
    struct epoll_event list[16];
    int ep = epoll_create1(0);

    for (;;) {
        int n = epoll_wait(ep, list, 16, -1);

        for (int i = 0; i < n; i++)
            close(list[i].data.fd);
    }
}

static void start_worker(void)
{
    pid_t pid = fork();

    if (pid == 0) {
        worker_cycle();
        exit(0);
    }
}

static void read_config(void)
{
    struct passwd *pw = getpwnam("www-data");

    if (!pw)
        usleep(500000);
}

int main(void)
{
    sigset_t none;

    sigemptyset(&none);
    signal(SIGHUP, on_hup);
    read_config();
    start_worker();
    for (;;) {
        sigsuspend(&none);
        while (waitpid(-1, NULL, WNOHANG) > 0)
            ;
        if (reload) {
            reload = 0;
            read_config();
            usleep(100000);
            start_worker();
        }
    }
}
