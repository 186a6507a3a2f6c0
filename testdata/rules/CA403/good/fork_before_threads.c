// why: the helper is forked before the first thread is created
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
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
    syslog(LOG_INFO, "helper %s", path);
    free(malloc(100));
    execl(path, path, (char *)NULL);
    _exit(127);
}

int main(int argc, char **argv)
{
    pthread_t thread;

    if (argc > 1)
        run_helper(argv[1]);
    pthread_create(&thread, NULL, worker, NULL);
    for (;;)
        pause();
}
