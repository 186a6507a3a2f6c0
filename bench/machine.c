/*
 * Everything comes from files that any user can read; what is not there is left out. The noise
 * check does not try to repair anything: it says in one line what was not as it should be.
 */
#include "bench/machine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>

#include "base/cpus.h"
#include "base/file.h"
#include "bench/stats.h"

enum { LOOPS = 31, LOOP_STEPS = 400000, MEMORY_STEP_MB = 64, NO_LIMIT_MB = 1 << 30 };

/* The text after "name<blanks>:" in the first line that has it. */
static const char *field(struct arena *a, const char *text, const char *name)
{
    size_t n = strlen(name);
    for (const char *line = text; line && *line;) {
        size_t length = strcspn(line, "\n");
        const char *colon = memchr(line, ':', length);
        if (colon && !strncmp(line, name, n) && line + n + strspn(line + n, " \t") == colon) {
            const char *value = colon + 1 + strspn(colon + 1, " \t");
            return arena_strndup(a, value, strcspn(value, "\n"));
        }
        line += length + (line[length] == '\n');
    }
    return NULL;
}

const char *machine_cpu_name(struct arena *a, const char *cpuinfo)
{
    static const char *const names[] = {"model name", "Model", "Hardware", "cpu model", "uarch",
                                        "cpu", "CPU part"};
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = field(a, cpuinfo, names[i]);
        if (value && *value)
            return value;
    }
    return "unknown processor";
}

uint64_t machine_memory_kb(const char *meminfo)
{
    const char *at = meminfo ? strstr(meminfo, "MemTotal:") : NULL;
    return at ? strtoull(at + strlen("MemTotal:"), NULL, 10) : 0;
}

static uint32_t limit_mb(const char *text)
{
    char *end = NULL;
    unsigned long long bytes = text ? strtoull(text, &end, 10) : 0;
    if (!text || end == text || bytes >> 20 >= NO_LIMIT_MB)
        return 0;
    return bytes >> 20 ? (uint32_t)(bytes >> 20) : 1;
}

/* The least limit from this process's cgroup up to the root. */
static uint32_t memory_limit(struct arena *a)
{
    const char *groups = file_read_small(a, "/proc/self/cgroup");
    const char *v2 = groups ? strstr(groups, "0::/") : NULL;
    uint32_t least = limit_mb(file_read_small(a, "/sys/fs/cgroup/memory/memory.limit_in_bytes"));
    char *group = arena_strndup(a, v2 ? v2 + 3 : "", v2 ? strcspn(v2 + 3, "\n") : 0);
    for (;;) {
        uint32_t limit = limit_mb(
            file_read_small(a, arena_printf(a, "/sys/fs/cgroup%s/memory.max", group)));
        if (limit && (!least || limit < least))
            least = limit;
        char *slash = strrchr(group, '/');
        if (!slash)
            return least;
        *slash = '\0';
    }
}

void machine_fingerprint(struct arena *a, struct bench_machine *m)
{
    const char *text = arena_printf(a, "%s\n%u\n%u\n%s\n%u\n%u\n", m->cpu, m->cpus,
                                    m->quota_percent, m->kernel, m->memory_mb, m->memory_limit_mb);
    m->fingerprint = arena_printf(a, "%016llx", (unsigned long long)hash64(text, strlen(text)));
}

void machine_find(struct arena *a, struct bench_machine *out)
{
    struct utsname u;
    const char *cpuinfo = file_read_small(a, "/proc/cpuinfo");
    uint64_t mb = machine_memory_kb(file_read_small(a, "/proc/meminfo")) / 1024;
    mb = (mb + MEMORY_STEP_MB / 2) / MEMORY_STEP_MB * MEMORY_STEP_MB;
    bool is_named = uname(&u) == 0;
    *out = (struct bench_machine){
        .cpu = machine_cpu_name(a, cpuinfo), .cpus = cpus_usable(a),
        .quota_percent = cpus_quota_percent(a),
        .kernel = is_named ? arena_printf(a, "%s %s %s", u.sysname, u.release, u.machine) : "",
        .memory_mb = mb > UINT32_MAX ? UINT32_MAX : (uint32_t)mb,
        .memory_limit_mb = memory_limit(a)};
    machine_fingerprint(a, out);
}

const char *machine_describe(struct arena *a, const struct bench_machine *m)
{
    struct buf BUF_CLEANUP text = {0};
    ASSERT(m->cpu && m->kernel);
    buf_addf(&text, "%s, %u %s", m->cpu, m->cpus, m->cpus == 1 ? "processor" : "processors");
    if (m->quota_percent)
        buf_addf(&text, " (quota %u %%)", m->quota_percent);
    buf_addf(&text, ", %.1f GB", m->memory_mb / 1024.0);
    if (m->memory_limit_mb)
        buf_addf(&text, " (limit %.1f GB)", m->memory_limit_mb / 1024.0);
    buf_addf(&text, ", %s", m->kernel);
    return arena_strdup(a, buf_str(&text));
}

/* ---- noise ---- */

static double now_ns(void)
{
    struct timespec t;
    return clock_gettime(CLOCK_MONOTONIC, &t) == 0 ? (double)t.tv_sec * 1e9 + (double)t.tv_nsec : 0;
}

static void time_loops(struct machine_state *out)
{
    double v[LOOPS], deviation[LOOPS];
    static volatile uint64_t sink;
    for (uint32_t i = 0; i < LOOPS; i++) {
        double start = now_ns();
        uint64_t x = i + 1;
        for (uint32_t step = 0; step < LOOP_STEPS; step++)
            x = x * 6364136223846793005u + 1442695040888963407u;
        sink = x;
        v[i] = now_ns() - start;
    }
    (void)sink;
    out->loop_ns = stats_median(v, LOOPS);
    for (uint32_t i = 0; i < LOOPS; i++)
        deviation[i] = fabs(v[i] - out->loop_ns);
    out->loop_spread = out->loop_ns > 0 ? stats_median(deviation, LOOPS) / out->loop_ns : 0;
}

/* The mean of all "cpu MHz" lines. */
static double mean_mhz(const char *cpuinfo)
{
    double sum = 0;
    uint32_t n = 0;
    for (const char *at = cpuinfo; at && (at = strstr(at, "cpu MHz")) != NULL; at += 7) {
        const char *colon = strchr(at, ':');
        if (!colon)
            break;
        sum += strtod(colon + 1, NULL);
        n++;
    }
    return n ? sum / n : 0;
}

static void read_ticks(const char *stat, struct machine_state *out)
{
    if (!stat || strncmp(stat, "cpu ", 4))
        return;
    char *end = NULL;
    const char *at = stat + 4;
    /* user, nice, system, idle, iowait, irq, softirq, steal */
    for (uint32_t i = 0; i < 8; i++, at = end) {
        uint64_t ticks = strtoull(at, &end, 10);
        if (end == at)
            return;
        out->ticks += ticks;
        if (i == 7)
            out->stolen = ticks;
    }
}

void machine_look(struct arena *a, struct machine_state *out)
{
    const char *governor =
        file_read_small(a, "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    const char *load = file_read_small(a, "/proc/loadavg");
    *out = (struct machine_state){
        .governor = governor ? arena_strndup(a, governor, strcspn(governor, "\n")) : "",
        .mhz = mean_mhz(file_read_small(a, "/proc/cpuinfo")),
        .load = load ? strtod(load, NULL) : 0};
    read_ticks(file_read_small(a, "/proc/stat"), out);
    time_loops(out);
}

static void add_noise(struct buf *out, const char *fmt, ...) PRINTF_LIKE(2, 3);
static void add_noise(struct buf *out, const char *fmt, ...)
{
    if (out->n > 0)
        buf_adds(out, "; ");
    va_list ap;
    va_start(ap, fmt);
    buf_addv(out, fmt, ap);
    va_end(ap);
}

static bool differs(double x, double y, double part)
{
    return x > 0 && y > 0 && fabs(x - y) > part * (x < y ? x : y);
}

const char *machine_noise(struct arena *a, uint32_t cpus, const struct machine_state *before,
                          const struct machine_state *after)
{
    struct buf BUF_CLEANUP out = {0};
    ASSERT(cpus > 0);
    if (before->load > 0.3 * cpus)
        add_noise(&out, "the machine was busy before (load %.1f on %u processors)", before->load,
                  cpus);
    double ticks = (double)after->ticks - (double)before->ticks;
    double stolen = (double)after->stolen - (double)before->stolen;
    if (ticks > 0 && stolen > 0.01 * ticks)
        add_noise(&out, "%.0f %% of the processors was stolen by other virtual machines",
                  100 * stolen / ticks);
    if (differs(before->mhz, after->mhz, 0.05))
        add_noise(&out, "the frequency went from %.0f to %.0f MHz", before->mhz, after->mhz);
    if (!strcmp(after->governor, "powersave") || !strcmp(after->governor, "ondemand"))
        add_noise(&out, "the frequency governor is %s", after->governor);
    double spread = before->loop_spread > after->loop_spread ? before->loop_spread
                                                             : after->loop_spread;
    if (spread > 0.05)
        add_noise(&out, "equal pieces of computing differ by %.0f %%", 100 * spread);
    if (differs(before->loop_ns, after->loop_ns, 0.05))
        add_noise(&out, "computing became %s by %.0f %% meanwhile",
                  after->loop_ns > before->loop_ns ? "slower" : "faster",
                  100 * fabs(after->loop_ns / before->loop_ns - 1));
    return arena_strdup(a, buf_str(&out));
}
