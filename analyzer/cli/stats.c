/*
 * Lines are counted in the files themselves, each once however many units include it: a unit does
 * not keep them. System headers are not the project's code.
 */
#include "cli/stats.h"

#include <string.h>
#include <sys/resource.h>

#include "base/file.h"
#include "cli/output.h"
#include "rules/rules.h"

enum { SOURCE_MAX = 1 << 30 };

struct size {
    uint64_t lines;
    uint32_t files;
};

static uint64_t count_lines(const char *path)
{
    struct arena scratch;
    struct bytes text;
    struct err ERR_CLEANUP err = {0};
    uint64_t lines = 0;
    arena_init(&scratch);
    if (file_read(&scratch, path, SOURCE_MAX, &text, &err)) {
        for (size_t i = 0; i < text.n; i++)
            lines += ((const char *)text.p)[i] == '\n' || i + 1 == text.n;
    }
    arena_release(&scratch);
    return lines;
}

static struct size project_size(struct arena *a, const struct loaded *l)
{
    struct size size = {0};
    struct map seen;
    map_init(&seen, a);
    for (uint32_t i = 0; i < l->n_units; i++) {
        const struct unit *u = l->units[i];
        for (uint32_t k = 1; k < u->n_files; k++) {
            const char *name = unit_str(u, u->files[k].name);
            if (u->files[k].flags & FILE_SYSTEM || !path_inside(l->found.root, name) ||
                !map_put_new(&seen, hash64(name, strlen(name)), 0))
                continue;
            size.lines += count_lines(name);
            size.files++;
        }
    }
    return size;
}

static void say_code(struct arena *a, const struct stats *s, struct size size)
{
    const struct report_counts *n = &s->account->counts;
    ASSERT(n->functions >= n->functions_partial + n->functions_failed);
    say("stats: %s: %u whole, %u in part, %u not analysed; %s; %s in %s",
        plural(a, n->functions, "function", "functions"),
        n->functions - n->functions_partial - n->functions_failed, n->functions_partial,
        n->functions_failed, plural(a, s->n_calls, "call", "calls"),
        plural(a, size.lines, "line", "lines"), plural(a, size.files, "file", "files"));
}

static uint32_t count_rule(const struct findings *f, const char *rule)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->list.n; i++)
        n += !strcmp(f->list.v[i].rule, rule);
    return n;
}

/* Findings by a thousand lines count those that are shown: a rule's noise as users meet it. */
static void say_rule(struct arena *a, const struct stats *s, const char *rule, uint64_t lines)
{
    uint32_t by_confidence[CONF_HIGH + 1] = {0}, suppressed = 0;
    uint32_t n = count_rule(s->all, rule);
    for (uint32_t i = 0; i < s->all->list.n; i++) {
        const struct finding *f = &s->all->list.v[i];
        if (strcmp(f->rule, rule))
            continue;
        ASSERT(f->confidence <= CONF_HIGH);
        by_confidence[f->confidence]++;
        suppressed += f->suppressed;
    }
    uint32_t shown = count_rule(s->shown, rule);
    if (n > 0)
        say("stats: %s: %s (%u high, %u medium, %u low; %u shown, %u suppressed; %.2f shown per "
            "KLOC)",
            rule, plural(a, n, "finding", "findings"), by_confidence[CONF_HIGH],
            by_confidence[CONF_MEDIUM], by_confidence[CONF_LOW], shown, suppressed,
            lines ? 1000.0 * shown / (double)lines : 0.0);
}

/* The only memory that grows with the number of files: what is kept of all of them at once. */
static void say_program(const struct stats *s, uint64_t lines)
{
    size_t facts = 0, link = s->bytes[PHASE_LINK];
    for (uint32_t i = PHASE_FLOW; i < PHASE_COUNT; i++)
        facts += s->bytes[i];
    size_t all = s->loaded->unit_bytes + link + facts;
    say("stats: linked program %zu kB (units %zu kB, links %zu kB, facts %zu kB), %.1f kB per KLOC",
        all / 1024, s->loaded->unit_bytes / 1024, link / 1024, facts / 1024,
        lines ? (double)all / 1.024 / (double)lines : 0.0);
}

void stats_say(struct arena *a, const struct stats *s)
{
    struct rusage self, children;
    struct size size = project_size(a, s->loaded);
    say_code(a, s, size);
    for (uint32_t i = 0; i < RULE_COUNT; i++)
        say_rule(a, s, rule_at(i)->id, size.lines);
    say("stats: %u of %s from cache", s->loaded->n_cached,
        plural(a, s->loaded->n_units, "translation unit", "translation units"));
    say("stats: discover %.2f s, parse %.2f s, link %.2f s, flow %.2f s, domains %.2f s, rules "
        "%.2f s, models %.2f s",
        s->loaded->discover_s, s->loaded->parse_s, s->seconds[PHASE_LINK], s->seconds[PHASE_FLOW],
        s->seconds[PHASE_DOMAINS], s->seconds[PHASE_RULES], s->seconds[PHASE_MODELS]);
    say("stats: CPU time: parse %.2f s, link %.2f s, flow %.2f s, domains %.2f s, rules %.2f s, "
        "models %.2f s",
        s->loaded->parse_cpu_s, s->cpu_seconds[PHASE_LINK], s->cpu_seconds[PHASE_FLOW],
        s->cpu_seconds[PHASE_DOMAINS], s->cpu_seconds[PHASE_RULES],
        s->cpu_seconds[PHASE_MODELS]);
    say_program(s, size.lines);
    if (getrusage(RUSAGE_SELF, &self) == 0 && getrusage(RUSAGE_CHILDREN, &children) == 0)
        say("stats: units %zu kB, memory %zu kB, peak %ld kB (parser %ld kB)",
            s->loaded->unit_bytes / 1024, a->bytes / 1024, self.ru_maxrss, children.ru_maxrss);
}
