// why: a stop command asks every 5 ms whether the daemon is still there
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pid_t read_pid(const char *path)
{
    FILE *f = fopen(path, "r");
    long pid = 0;

    if (f) {
        if (fscanf(f, "%ld", &pid) != 1)
            pid = 0;
        fclose(f);
    }
    return (pid_t)pid;
}

static void wait_for_exit(pid_t pid)
{
    while (kill(pid, 0) == 0) // expect: CA304
        usleep(5000);
}

int main(int argc, char **argv)
{
    pid_t pid = read_pid(argc > 1 ? argv[1] : "/run/daemon.pid");

    if (pid <= 0 || kill(pid, SIGTERM) < 0)
        return 1;
    wait_for_exit(pid);
    return 0;
}
