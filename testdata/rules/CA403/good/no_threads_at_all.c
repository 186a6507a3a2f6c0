// why: one thread: its child may do what it likes before exec()
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <syslog.h>
#include <unistd.h>

static pid_t run_helper(const char *path)
{
    pid_t pid = fork();

    if (pid != 0)
        return pid;
    syslog(LOG_INFO, "helper %s", path);
    printf("starting %s\n", path);
    execl(path, path, (char *)NULL);
    _exit(127);
}

int main(int argc, char **argv)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    if (argc > 1)
        run_helper(argv[1]);
    for (;;)
        pause();
}
