/*
 * One line for each unit that is worth one, in columns as wide as they need: what it is today, what
 * it does, and what the decision matrix says. Helpers, and what main() does before and after, are
 * left out; what is not known is not made up.
 */
#include "report/units.h"

#include <string.h>

#include "models/advice.h"

enum { COLUMNS = 5, MAX_LINES = 12 };

struct table {
    struct arena *arena;
    const struct report *report;
    VEC(const char *) cells; /* COLUMNS for each line */
};

static const char *model_word(enum bench_model m)
{
    return m < MODEL_COUNT ? bench_model_name(m) : "unknown";
}

/* ---- the work ---- */
static const char *short_ms(struct arena *a, double ms)
{
    return ms >= 999500 ? arena_printf(a, "%.0f s", ms / 1000)
           : ms >= 1000 ? arena_printf(a, "%.3g s", ms / 1000)
           : ms >= 1  ? arena_printf(a, "%.3g ms", ms)
                      : arena_printf(a, "%.3g us", ms * 1000);
}

static void add_io(struct arena *a, const struct model_work *w, struct buf *out)
{
    const char *ms = w->io != FIGURE_UNKNOWN ? short_ms(a, w->load.io_ms) : NULL;
    if (ms && w->concurrency != FIGURE_UNKNOWN && w->load.concurrency > 1)
        buf_addf(out, "I/O %u x %s", w->load.concurrency, ms);
    else if (ms)
        buf_addf(out, "I/O %s%s", ms, w->bound == MODEL_BOUND_CLIENTS ? " for each client" : "");
    else
        buf_adds(out, w->bound == MODEL_BOUND_CLIENTS ? "I/O for clients" : "I/O");
}

/* Waits that stand out: not reads and writes of what is at hand. */
static void add_waits(const struct model_work *w, struct buf *out)
{
    static const struct {
        enum cat_device device;
        const char *word;
    } named[] = {{DEV_DNS, "DNS"}, {DEV_DB, "DB"},        {DEV_HTTP, "HTTP"},
                 {DEV_SYNC, "fsync"}, {DEV_CHILD, "child"}, {DEV_TIMER, "sleep"}};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (w->waits[named[i].device])
            buf_addf(out, "%s%u %s", out->n ? ", " : "", w->waits[named[i].device],
                     named[i].word);
}

const char *report_work(struct arena *a, const struct model_unit *u)
{
    const struct model_work *w = &u->work;
    struct buf BUF_CLEANUP out = {0};

    if (w->load.io_ms > 0 || w->has_io)
        add_io(a, w, &out);
    add_waits(w, &out);
    if (w->only_computes && w->cpu == FIGURE_UNKNOWN)
        buf_addf(&out, "%sCPU", out.n ? ", " : "");
    else if (w->cpu != FIGURE_UNKNOWN && (w->load.cpu_ms >= 0.1 || !out.n))
        buf_addf(&out, "%sCPU %s", out.n ? ", " : "", short_ms(a, w->load.cpu_ms));
    if (w->computes_ms > 0)
        buf_addf(&out, ", CPU up to %s", short_ms(a, w->computes_ms));
    if (w->load.shared > 0)
        buf_addf(&out, ", %.0f %% under one lock", 100 * w->load.shared);
    return arena_strdup(a, out.n ? buf_str(&out) : "unknown");
}

/* ---- the advice ---- */
/* A gain that rests on a number of clients that nobody has stated names it. */
static const char *gain_text(struct arena *a, const struct model_unit *u)
{
    const struct model_advice *v = &u->advice;
    const struct model_work *w = &u->work;
    double held_ms = w->blocks_ms > w->computes_ms ? w->blocks_ms : w->computes_ms;
    if (v->best != MODEL_COUNT && !v->keeps && u->kind == MODEL_UNIT_LOOP && w->blocks_ms > 0)
        return arena_printf(a, "others no longer wait up to %s", short_ms(a, held_ms));
    if (v->gain_from == GAIN_UNKNOWN)
        return "";
    const char *many = w->concurrency == FIGURE_UNKNOWN && w->bound == MODEL_BOUND_CLIENTS &&
                               !v->is_most
                           ? arena_printf(a, " with %u clients", w->load.concurrency)
                           : "";
    return arena_printf(a, v->gain < 9.95 ? "%s%.1fx%s (%s)" : "%s%.0fx%s (%s)",
                        v->is_most ? "up to " : "", v->gain, many, gain_word(v->gain_from));
}

static const char *advice_text_of(const struct model_unit *u)
{
    if (u->advice.best == MODEL_COUNT)
        return "unknown";
    return u->advice.keeps ? "keep" : model_word(u->advice.best);
}

/* ---- which units ---- */
static uint32_t count_programs(const struct models *m)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < m->programs.n; i++)
        n += !m->programs.v[i].is_library;
    return n;
}

static bool is_shown(const struct models *m, const struct model_unit *u)
{
    if (u->model == MODEL_COUNT || u->is_background)
        return false;
    return u->kind != MODEL_UNIT_MAIN || m->units.n == 1 || u->work.bound == MODEL_BOUND_CLIENTS;
}

static const char *program_of(const struct models *m, const struct model_unit *u)
{
    if (count_programs(m) < 2 || !u->programs)
        return NULL;
    for (uint32_t i = 0; i < m->programs.n && i < 64; i++)
        if (u->programs >> i & 1)
            return m->programs.v[i].name;
    return NULL;
}

bool report_unit_words(struct arena *a, const struct models *m, const struct model_unit *u,
                       struct unit_words *out)
{
    if (!u->at.file || !is_shown(m, u))
        return false;
    const char *program = program_of(m, u);
    *out = (struct unit_words){
        .name = program ? arena_printf(a, "%s: %s", program, u->name) : u->name,
        .today = model_word(u->model), .work = report_work(a, u), .advice = advice_text_of(u),
        .gain = gain_text(a, u)};
    return true;
}

static void add_line(struct table *t, const struct model_unit *u, const struct unit_words *w)
{
    struct arena *a = t->arena;
    const char *cells[COLUMNS] = {
        arena_printf(a, "%s (%s:%u)", w->name, report_path(a, t->report->cwd, u->at.file),
                     u->at.line),
        w->today, w->work, w->advice, w->gain};
    for (uint32_t i = 0; i < COLUMNS; i++)
        vec_push(a, &t->cells, cells[i]);
}

static void print(const struct table *t, struct buf *out)
{
    size_t width[COLUMNS] = {0};
    for (uint32_t i = 0; i < t->cells.n; i++)
        if (strlen(t->cells.v[i]) > width[i % COLUMNS])
            width[i % COLUMNS] = strlen(t->cells.v[i]);
    for (uint32_t i = 0; i < t->cells.n; i += COLUMNS) {
        uint32_t last = COLUMNS - 1;
        while (last > 0 && !t->cells.v[i + last][0])
            last--;
        for (uint32_t c = 0; c <= last; c++)
            buf_addf(out, c < last ? "%-*s  " : "%*s", c < last ? (int)width[c] : 0,
                     t->cells.v[i + c]);
        buf_addc(out, '\n');
    }
}

/* A sequential program without a line above is a tool: there is nothing to say. */
static bool is_told(const struct model_program *p, bool has_table)
{
    return !p->is_library && p->model != MODEL_COUNT && (has_table || p->model != MODEL_SEQUENTIAL);
}

static bool worth_a_line(const struct report *r)
{
    for (uint32_t i = 0; r->models && !r->hides_units && i < r->models->programs.n; i++)
        if (is_told(&r->models->programs.v[i], false))
            return true;
    return false;
}

/* Of several programs, the ones that are more than sequential. */
static void programs(const struct report *r, bool has_table, struct buf *out)
{
    const struct models *m = r->models;
    uint32_t n = 0, more = 0;
    for (uint32_t i = 0; m && !r->hides_units && i < m->programs.n; i++) {
        const struct model_program *p = &m->programs.v[i];
        if (!is_told(p, has_table && m->programs.n == 1))
            continue;
        if (n++ < MAX_LINES)
            buf_addf(out, "%s as a whole: %s (%s)\n", p->name, bench_model_name(p->model), p->why);
        else
            more++;
    }
    if (more)
        buf_addf(out, "%u more programs (--format=json has them)\n", more);
}

void report_units(struct arena *a, const struct report *r, struct buf *out)
{
    static const char *const titles[COLUMNS] = {"unit", "today", "work", "advice",
                                                "instead of today"};
    struct table t = {.arena = a, .report = r};
    uint32_t n = 0, more = 0;

    for (uint32_t i = 0; i < COLUMNS; i++)
        vec_push(a, &t.cells, titles[i]);
    for (uint32_t i = 0; r->models && !r->hides_units && i < r->models->units.n; i++) {
        const struct model_unit *u = &r->models->units.v[i];
        struct unit_words words;
        if (!report_unit_words(a, r->models, u, &words))
            continue;
        if (n++ < MAX_LINES)
            add_line(&t, u, &words);
        else
            more++;
    }
    if (r->n && (n || worth_a_line(r)))
        buf_addc(out, '\n');
    if (n)
        print(&t, out);
    if (more)
        buf_addf(out, "%u more (--format=json has them)\n", more);
    programs(r, n > 0, out);
}
