// why: fork() is behind a wrapper that counts; the child of the caller logs before it execs
#include <pthread.h>
#include <stddef.h>
#include <sys/types.h>
#include <syslog.h>
#include <unistd.h>

static int n_forks;

static pid_t do_fork(void)
{
    pid_t pid = fork();

    if (pid > 0)
        n_forks++;
    return pid;
}

static void *ticker(void *arg)
{
    for (;;)
        sleep(1);
    return arg;
}

static int spawn(const char *command)
{
    pid_t child = do_fork();

    if (child < 0)
        return -1;
    if (!child) {
        openlog("helper", LOG_PID, LOG_DAEMON); // expect: CA403
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    return 0;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, ticker, NULL);
    while (spawn("date") == 0)
        sleep(60);
    return 1;
}
