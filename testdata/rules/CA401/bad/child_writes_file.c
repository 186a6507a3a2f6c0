// why: a process is forked only to write a short state file
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void write_state(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0)
        return;
    if (write(fd, text, strlen(text)) < 0)
        perror(path);
    close(fd);
}

int save_state(const char *path, int jobs)
{
    char text[64];
    pid_t pid;

    snprintf(text, sizeof text, "jobs %d\n", jobs);
    pid = fork(); // expect: CA401
    if (pid == -1)
        return -1;
    if (pid == 0) {
        write_state(path, text);
        _exit(0);
    }
    return waitpid(pid, NULL, 0) == pid ? 0 : -1;
}
