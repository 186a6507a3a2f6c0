/*
 * The only budgets in seconds, since there are no steps of libclang to be counted. Both are far
 * beyond what any file needs, on a slow machine too: they are CPU seconds, and idle is only who
 * sleeps in every thread without a tick of CPU time while nobody else answers either. Waiting for a
 * disk is not sleeping, neither is waiting for a processor.
 */
#include "parse/watch.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

enum { IDLE_LOOKS = 6, CPU_MAX_S = 600 };
enum { FIELD_UTIME = 14, FIELD_STIME = 15 }; /* as proc(5) counts */

struct activity {
    uint64_t ticks;
    bool sleeps; /* every thread does */
};

/* "pid (name) state ppid ... utime stime ...": the name may hold anything. */
static bool read_thread(const char *text, struct activity *out)
{
    const char *at = text ? strrchr(text, ')') : NULL;
    if (!at || at[1] != ' ' || !at[2])
        return false;
    out->sleeps = out->sleeps && at[2] == 'S';
    at += 3;
    for (uint32_t field = 4; field <= FIELD_STIME; field++) {
        char *end = NULL;
        unsigned long long v = strtoull(at, &end, 10);
        if (end == at)
            return false;
        out->ticks += field >= FIELD_UTIME ? v : 0;
        at = end;
    }
    return true;
}

static bool read_activity(pid_t pid, struct activity *out)
{
    struct arena a;
    uint32_t n = 0;
    arena_init(&a);
    const char *dir = arena_printf(&a, "/proc/%ld/task", (long)pid);
    DIR *d = opendir(dir);
    *out = (struct activity){.sleeps = true};
    for (struct dirent *e; d && (e = readdir(d)) != NULL;) {
        if (e->d_name[0] != '.')
            n += read_thread(file_read_small(&a, arena_printf(&a, "%s/%s/stat", dir, e->d_name)),
                             out);
    }
    if (d)
        (void)closedir(d);
    arena_release(&a);
    return n > 0;
}

const char *watch_look(struct watch *w, pid_t pid)
{
    struct activity now;
    long second = sysconf(_SC_CLK_TCK);
    ASSERT(pid > 0);
    if (second <= 0 || !read_activity(pid, &now))
        return NULL;
    if (!w->is_started) {
        *w = (struct watch){true, now.ticks, now.ticks, 0};
        return NULL;
    }
    w->idle = now.sleeps && now.ticks == w->last ? w->idle + 1 : 0;
    w->last = now.ticks;
    if (w->idle >= IDLE_LOOKS)
        return "libclang waits for something that does not come (does it include a pipe?)";
    if (now.ticks > w->first && now.ticks - w->first > (uint64_t)second * CPU_MAX_S)
        return "libclang has computed for ten minutes without an end";
    return NULL;
}
