/*
 * /proc is read with plain read() calls into the stack: this happens while something is measured on
 * the same machine.
 */
#include "bench/proc.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LOOKED_AT = 8, DEPTH_MAX = 3, FILES_MARGIN = 64 };

/* The file as text; false when it is gone. */
static bool read_proc(const char *path, struct buf *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    char part[4096];
    ssize_t n;
    while ((n = read(fd, part, sizeof part)) > 0)
        buf_add(out, part, (size_t)n);
    (void)close(fd);
    return n == 0 && out->n > 0;
}

static uint64_t pss_of(pid_t pid)
{
    char path[64];
    struct buf BUF_CLEANUP text = {0};
    (void)snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
    const char *at = read_proc(path, &text) ? strstr(buf_str(&text), "\nPss:") : NULL;
    return at ? strtoull(at + strlen("\nPss:"), NULL, 10) : 0;
}

/* A directory has one link for each directory in it, and two of its own. */
static uint32_t threads_of(pid_t pid)
{
    char path[64];
    struct stat st;
    (void)snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
    return stat(path, &st) == 0 && st.st_nlink > 2 ? (uint32_t)st.st_nlink - 2 : 0;
}

static void look(pid_t pid, uint32_t depth, struct proc_seen *out)
{
    char path[64];
    struct buf BUF_CLEANUP text = {0};
    *out = (struct proc_seen){pss_of(pid), threads_of(pid), 1};
    (void)snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    if (depth == DEPTH_MAX || !read_proc(path, &text))
        return;
    uint32_t n = 0, seen = 0, at = 0;
    for (const char *s = buf_str(&text); *s; s++)
        n += *s == ' ';
    uint32_t step = (n + LOOKED_AT - 1) / LOOKED_AT;
    struct proc_seen sum = {0}, one;
    for (char *s = text.s, *end; at < n; at++, s = end) {
        long child = strtol(s, &end, 10);
        if (end == s)
            break;
        if (at % step != 0)
            continue;
        look((pid_t)child, depth + 1, &one);
        sum.pss_kb += one.pss_kb;
        sum.threads += one.threads;
        sum.processes += one.processes;
        seen++;
    }
    if (seen == 0)
        return;
    out->pss_kb += sum.pss_kb * n / seen;
    out->threads += (uint32_t)((uint64_t)sum.threads * n / seen);
    out->processes += (uint32_t)((uint64_t)sum.processes * n / seen);
}

struct proc_seen proc_look(pid_t pid)
{
    struct proc_seen seen;
    ASSERT(pid > 0);
    look(pid, 0, &seen);
    return seen;
}

pid_t proc_fork(void)
{
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(127);
    (void)signal(SIGINT, SIG_DFL);
    (void)signal(SIGTERM, SIG_DFL);
    (void)signal(SIGCHLD, SIG_DFL);
    (void)signal(SIGPIPE, SIG_IGN);
    sigset_t none;
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    return 0;
}

pid_t proc_fork_helper(void)
{
    pid_t pid = proc_fork();
    if (pid == 0) {
        (void)signal(SIGINT, SIG_IGN);
        (void)signal(SIGTERM, SIG_IGN);
    }
    return pid;
}

int proc_adopt(void)
{
    int before = 0;
    int rc = prctl(PR_GET_CHILD_SUBREAPER, &before) | prctl(PR_SET_CHILD_SUBREAPER, 1);
    ASSERT(rc == 0); /* it has no way to fail */
    return before;
}

void proc_adopt_no_more(int before)
{
    (void)prctl(PR_SET_CHILD_SUBREAPER, before);
}

void proc_end(pid_t pid)
{
    ASSERT(pid > 1);
    (void)kill(pid, SIGKILL);
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        continue;
}

bool proc_has_ended(pid_t child)
{
    siginfo_t info = {0};
    ASSERT(child > 1);
    return waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           info.si_pid == child;
}

int proc_end_group(pid_t child, struct rusage *usage)
{
    int status = -1;
    ASSERT(child > 1);
    (void)kill(-child, SIGKILL);
    while (wait4(child, &status, 0, usage) < 0 && errno == EINTR)
        continue;
    while (waitpid(-child, NULL, 0) > 0 || errno == EINTR)
        continue;
    return status;
}

bool proc_want_files(uint32_t n)
{
    struct rlimit lim;
    if (getrlimit(RLIMIT_NOFILE, &lim) != 0)
        return false;
    rlim_t want = (rlim_t)n + FILES_MARGIN;
    if (lim.rlim_cur >= want)
        return true;
    lim.rlim_cur = want;
    if (lim.rlim_max < want)
        lim.rlim_max = want; /* only root may */
    return setrlimit(RLIMIT_NOFILE, &lim) == 0;
}
