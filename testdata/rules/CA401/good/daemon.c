// why: a daemon's double fork writes its pid file and goes on
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_pid(const char *path)
{
    FILE *f = fopen(path, "w");
    if (f) {
        fprintf(f, "%d\n", (int)getpid());
        fclose(f);
    }
}

static void become_daemon(const char *pid_file)
{
    pid_t pid = fork();
    if (pid < 0)
        exit(1);
    if (pid > 0)
        exit(0);
    setsid();
    umask(022);
    write_pid(pid_file);
}

int main(void)
{
    become_daemon("/run/app.pid");
    for (;;)
        pause();
}
