/*
 * Reading one line that the kernel has ready: by a call, by a copy of this process, or by another
 * program in the ways in which C starts one.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/names.h"
#include "bench/work.h"

#define LINE_FILE "/proc/sys/kernel/ostype"
#define LINE "Linux\n"

static bool is_line(const char *text, ssize_t n)
{
    return n == (ssize_t)strlen(LINE) && memcmp(text, LINE, strlen(LINE)) == 0;
}

static bool direct(void)
{
    char text[64];
    int fd = open(LINE_FILE, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ssize_t n = read(fd, text, sizeof text);
    (void)close(fd);
    return is_line(text, n);
}

static bool reap(pid_t pid)
{
    int status = 1;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return false;
    }
    return status == 0;
}

static bool by_fork(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(direct() ? 0 : 1);
    return pid > 0 && reap(pid);
}

/* The line from the program's output, and that it ended well. */
static bool read_line(int fd, pid_t pid)
{
    char text[64];
    ssize_t n = read(fd, text, sizeof text);
    (void)close(fd);
    return reap(pid) && is_line(text, n);
}

static bool by_vfork(void)
{
    int out[2];
    if (pipe2(out, O_CLOEXEC) != 0)
        return false;
    pid_t pid = vfork();
    if (pid == 0) {
        if (dup2(out[1], STDOUT_FILENO) >= 0)
            (void)execl("/bin/cat", "cat", LINE_FILE, (char *)NULL);
        _exit(127);
    }
    (void)close(out[1]);
    if (pid < 0) {
        (void)close(out[0]);
        return false;
    }
    return read_line(out[0], pid);
}

static bool by_posix_spawn(void)
{
    char name[] = "cat", file[] = LINE_FILE;
    char *argv[] = {name, file, NULL}, *envp[] = {NULL};
    posix_spawn_file_actions_t actions;
    int out[2];
    pid_t pid = -1;
    if (pipe2(out, O_CLOEXEC) != 0)
        return false;
    int rc = posix_spawn_file_actions_init(&actions);
    rc = rc ? rc : posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    rc = rc ? rc : posix_spawn(&pid, "/bin/cat", &actions, NULL, argv, envp);
    (void)posix_spawn_file_actions_destroy(&actions);
    (void)close(out[1]);
    if (rc != 0) {
        (void)close(out[0]);
        return false;
    }
    return read_line(out[0], pid);
}

static bool by_popen(void)
{
    char text[64];
    FILE *f = popen("cat " LINE_FILE, "re");
    if (!f)
        return false;
    size_t n = fread(text, 1, sizeof text, f);
    return pclose(f) == 0 && is_line(text, (ssize_t)n);
}

bool work_spawn(uint32_t variant)
{
    ASSERT(variant < SPAWN_COUNT);
    switch ((enum names_spawn)variant) {
    case SPAWN_DIRECT:
        return direct();
    case SPAWN_FORK:
        return by_fork();
    case SPAWN_VFORK:
        return by_vfork();
    case SPAWN_POSIX:
        return by_posix_spawn();
    case SPAWN_SYSTEM:
        return system("cat " LINE_FILE " >/dev/null") == 0;
    case SPAWN_POPEN:
        return by_popen();
    case SPAWN_COUNT:
        break;
    }
    BUG("unknown way to spawn");
}
