// why: the child logs that it starts the helper, with the lock of syslog() copied as it was
#include <pthread.h>
#include <stddef.h>
#include <sys/types.h>
#include <syslog.h>
#include <unistd.h>

static void *worker(void *arg)
{
    for (;;)
        pause();
    return arg;
}

static pid_t run_helper(const char *path)
{
    pid_t pid = fork();

    if (pid != 0)
        return pid;
    syslog(LOG_INFO, "running %s", path); // expect: CA403
    execl(path, path, (char *)NULL);
    _exit(127);
}

int main(int argc, char **argv)
{
    pthread_t thread;

    pthread_create(&thread, NULL, worker, NULL);
    if (argc > 1)
        run_helper(argv[1]);
    for (;;)
        pause();
}
