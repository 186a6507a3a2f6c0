// why: the child looks up the user to run as; a worker may hold the name service's lock
#include <pthread.h>
#include <pwd.h>
#include <stddef.h>
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
    struct passwd *pw = getpwnam("nobody"); // expect: CA403

    if (pw && setuid(pw->pw_uid) == 0)
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
