// why: the child sets a variable before exec(); another thread may be inside of getenv() or setenv()
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/types.h>
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
    setenv("HELPER", "1", 1); // expect: CA403
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
