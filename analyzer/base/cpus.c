/*
 * A container often sees all processors of the machine but may use two of them. The least of
 * affinity and of each quota from the process's own cgroup up to the root counts.
 */
#include "base/cpus.h"

#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

/* In hundredths of a processor. */
static uint32_t percent_from_quota(const char *text)
{
    char *end = NULL;
    if (!text || !strncmp(text, "max", 3))
        return 0;
    long long quota = strtoll(text, &end, 10);
    if (end == text || quota <= 0 || quota > 1LL << 50)
        return 0;
    long long period = strtoll(end, NULL, 10);
    if (period <= 0 || quota / period > 100000)
        return 0;
    long long percent = (quota * 100 + period - 1) / period;
    return percent > 10000000 ? 0 : (uint32_t)percent;
}

uint32_t cpus_from_quota(const char *text)
{
    return (percent_from_quota(text) + 99) / 100;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return b == 0 || (a != 0 && a < b) ? a : b;
}

static uint32_t v2_quota(struct arena *a, const char *group)
{
    uint32_t limit = 0;
    char *path = arena_strdup(a, group);
    for (;;) {
        const char *file =
            arena_printf(a, "/sys/fs/cgroup%s/cpu.max", strcmp(path, "/") ? path : "");
        limit = least(limit, percent_from_quota(file_read_small(a, file)));
        char *slash = strrchr(path, '/');
        if (!slash || slash == path)
            break;
        *slash = '\0';
    }
    return least(limit, percent_from_quota(file_read_small(a, "/sys/fs/cgroup/cpu.max")));
}

static uint32_t v1_quota(struct arena *a)
{
    const char *quota = file_read_small(a, "/sys/fs/cgroup/cpu/cpu.cfs_quota_us");
    const char *period = file_read_small(a, "/sys/fs/cgroup/cpu/cpu.cfs_period_us");
    return quota && period ? percent_from_quota(arena_printf(a, "%s %s", quota, period)) : 0;
}

uint32_t cpus_quota_percent(struct arena *a)
{
    const char *groups = file_read_small(a, "/proc/self/cgroup");
    const char *v2 = groups ? strstr(groups, "0::/") : NULL;
    uint32_t limit = v1_quota(a);
    if (v2 && (v2 == groups || v2[-1] == '\n'))
        limit = least(limit, v2_quota(a, arena_strndup(a, v2 + 3, strcspn(v2 + 3, "\n"))));
    return limit;
}

enum { CPUS_FIRST = 1024, CPUS_MOST = 1 << 20 };

/* CPU_ALLOC'd sets grow until the kernel's fits; NULL: it cannot be asked. */
static cpu_set_t *affinity_set(size_t *cpus)
{
    for (size_t n = CPUS_FIRST; n <= CPUS_MOST; n *= 4) {
        cpu_set_t *set = CPU_ALLOC(n);
        if (!set)
            out_of_memory();
        if (sched_getaffinity(0, CPU_ALLOC_SIZE(n), set) == 0) {
            *cpus = n;
            return set;
        }
        CPU_FREE(set);
    }
    return NULL;
}

static uint32_t affinity(void)
{
    size_t n = 0;
    cpu_set_t *set = affinity_set(&n);
    int count = set ? CPU_COUNT_S(CPU_ALLOC_SIZE(n), set) : 0;
    CPU_FREE(set);
    long online = count > 0 ? count : sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (uint32_t)online : 1;
}

bool cpus_pin(uint32_t n)
{
    size_t cpus = 0;
    cpu_set_t *set = affinity_set(&cpus);
    if (!set)
        return false;
    size_t size = CPU_ALLOC_SIZE(cpus);
    uint32_t kept = 0;
    for (size_t i = 0; i < cpus; i++) {
        if (CPU_ISSET_S(i, size, set) && kept++ >= n)
            CPU_CLR_S(i, size, set);
    }
    bool ok = kept >= n && sched_setaffinity(0, size, set) == 0;
    int why = kept >= n ? errno : EINVAL;
    CPU_FREE(set);
    errno = why;
    return ok;
}

uint32_t cpus_usable(struct arena *a)
{
    uint32_t cpus = least(affinity(), (cpus_quota_percent(a) + 99) / 100);
    ASSERT(cpus >= 1);
    return cpus;
}
