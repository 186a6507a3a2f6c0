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
enum { OWN_MAX = 1 << 28 }; /* bytes of one mapping; more are a sanitizer's */

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

static uint64_t number_after(const char *text, const char *name)
{
    const char *at = strstr(text, name);
    return at ? strtoull(at + strlen(name), NULL, 10) : 0;
}

/* Of its own files (the program, libraries) and of everything else; a kernel that does not tell
 * them apart (before 5.4) has all in the second. */
static void pss_of(pid_t pid, uint64_t *files, uint64_t *rest)
{
    char path[64];
    struct buf BUF_CLEANUP text = {0};
    *files = *rest = 0;
    (void)snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
    if (!read_proc(path, &text))
        return;
    uint64_t all = number_after(text.s, "\nPss:");
    *files = number_after(text.s, "\nPss_File:");
    *rest = all > *files ? all - *files : 0;
}

static uint64_t rss_of_files(pid_t pid)
{
    char path[64];
    struct buf BUF_CLEANUP text = {0};
    (void)snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    return read_proc(path, &text) ? number_after(text.s, "\nRssFile:") : 0;
}

/* A directory has one link for each directory in it, and two of its own. */
static uint32_t threads_of(pid_t pid)
{
    char path[64];
    struct stat st;
    (void)snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
    return stat(path, &st) == 0 && st.st_nlink > 2 ? (uint32_t)st.st_nlink - 2 : 0;
}

/* One process, or the sum over it and what it has started. */
struct tree {
    uint64_t files_kb, rest_kb;
    uint32_t threads, processes;
};

static void look(pid_t pid, uint32_t depth, struct tree *out)
{
    char path[64];
    struct buf BUF_CLEANUP text = {0};
    *out = (struct tree){.threads = threads_of(pid), .processes = 1};
    pss_of(pid, &out->files_kb, &out->rest_kb);
    (void)snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    if (depth == DEPTH_MAX || !read_proc(path, &text))
        return;
    uint32_t n = 0, seen = 0, at = 0;
    for (const char *s = buf_str(&text); *s; s++)
        n += *s == ' ';
    uint32_t step = (n + LOOKED_AT - 1) / LOOKED_AT;
    struct tree sum = {0}, one;
    for (char *s = text.s, *end; at < n; at++, s = end) {
        long child = strtol(s, &end, 10);
        if (end == s)
            break;
        if (at % step != 0)
            continue;
        look((pid_t)child, depth + 1, &one);
        sum.files_kb += one.files_kb;
        sum.rest_kb += one.rest_kb;
        sum.threads += one.threads;
        sum.processes += one.processes;
        seen++;
    }
    if (seen == 0)
        return;
    out->files_kb += sum.files_kb * n / seen;
    out->rest_kb += sum.rest_kb * n / seen;
    out->threads += (uint32_t)((uint64_t)sum.threads * n / seen);
    out->processes += (uint32_t)((uint64_t)sum.processes * n / seen);
}

/* Pages of files count once and in full, however many others on the machine have them: which share
 * of the C library is this run's would depend on who else runs. */
struct proc_seen proc_look(pid_t pid)
{
    struct tree all;
    ASSERT(pid > 0);
    look(pid, 0, &all);
    uint64_t files = rss_of_files(pid);
    return (struct proc_seen){.pss_kb = all.rest_kb + (files > all.files_kb ? files : all.files_kb),
                              .threads = all.threads, .processes = all.processes};
}

/* ---- memory of one's own ---- */

/* Only pages that are there: touching others would make them. What lies in them is nobody's here,
 * which sanitizers cannot know. */
__attribute__((no_sanitize("address"), no_sanitize("thread")))
static void own_range(int pagemap, uintptr_t from, uintptr_t to, uintptr_t size)
{
    enum { ENTRIES = 512 };
    uint64_t entries[ENTRIES];
    for (uintptr_t at = from; at < to;) {
        ssize_t n = pread(pagemap, entries, sizeof entries, (off_t)(at / size * sizeof *entries));
        if (n < (ssize_t)sizeof *entries)
            return;
        for (size_t i = 0; i < (size_t)n / sizeof *entries && at < to; i++, at += size) {
            volatile unsigned char *page = (volatile unsigned char *)at;
            if (entries[i] >> 63)
                *page = *page;
        }
    }
}

void proc_own_memory(void)
{
    struct buf BUF_CLEANUP maps = {0};
    uintptr_t size = (uintptr_t)sysconf(_SC_PAGESIZE);
    int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    if (pagemap < 0 || !read_proc("/proc/self/maps", &maps) || size == 0) {
        if (pagemap >= 0)
            (void)close(pagemap);
        return; /* then it counts the half of what it shares */
    }
    for (const char *line = maps.s; *line;) {
        char *end;
        uintptr_t from = (uintptr_t)strtoull(line, &end, 16), to = 0;
        if (*end == '-')
            to = (uintptr_t)strtoull(end + 1, &end, 16);
        if (to > from && to - from <= OWN_MAX && strncmp(end, " rw", 3) == 0 && end[4] == 'p')
            own_range(pagemap, from, to, size);
        line = strchr(line, '\n') ? strchr(line, '\n') + 1 : "";
    }
    (void)close(pagemap);
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
