/*
 * Times of different sizes cannot be compared, ratios can: each table says what this machine did,
 * and puts speed-up beside speed-up. Of several levels of concurrency a model shows its best.
 */
#include "bench/tables.h"

#include <string.h>

#include "bench/table.h"

struct writer {
    struct arena *arena;
    const struct bench_results *r;
    bool markdown;
    struct buf *out;
};

/* ---- finding results ---- */

/* The model's best at this work; of `like` the sizes count. NULL: not measured. */
static const struct bench_result *best_of(const struct writer *w, const struct bench_params *like,
                                          enum bench_model m, const char *variant)
{
    const struct bench_result *best = NULL;
    for (uint32_t i = 0; like && i < w->r->n; i++) {
        const struct bench_result *x = &w->r->v[i];
        struct bench_params p = x->params;
        p.concurrency = like->concurrency; /* any level will do */
        if (x->params.model != m || (variant && strcmp(x->params.variant, variant)) ||
            !results_same_work(&p, like))
            continue;
        if (!best || x->rate.median > best->rate.median)
            best = x;
    }
    return best;
}

static bool has_sequential(const struct writer *w, const struct bench_params *p)
{
    return best_of(w, p, MODEL_SEQUENTIAL, "") != NULL;
}

/* The sizes of a workload that are shown: the largest that have a sequential run, or (of the
 * endpoint) the longest; ties go to the later, which uses more cores. */
static const struct bench_params *sizes_of(const struct writer *w, enum bench_workload workload)
{
    const struct bench_params *found = NULL;
    double most = -1;
    for (uint32_t i = 0; i < w->r->n; i++) {
        const struct bench_params *p = &w->r->v[i].params;
        if (p->workload != workload || (!p->duration_ms && !has_sequential(w, p)))
            continue;
        double size = p->duration_ms ? (double)p->duration_ms * p->concurrency
                                     : (double)p->tasks * (1.0 + p->io_us + p->cpu_us);
        if (size >= most) {
            most = size;
            found = p;
        }
    }
    return found;
}

static double speed_up(const struct bench_result *x, const struct bench_result *base)
{
    return x && base && base->rate.median > 0 ? x->rate.median / base->rate.median : 0;
}

/* ---- writing ---- */

static void title(struct writer *w, const char *text, const struct bench_params *p)
{
    buf_addf(w->out, "%s%s%s\n", w->out->n ? "\n" : "", w->markdown ? "### " : "", text);
    if (p)
        buf_addf(w->out, "%shere: %s, %u cores\n%s", w->markdown ? "\n" : "  ",
                 results_work(w->arena, p), p->cores, w->markdown ? "\n" : "");
    else
        buf_addf(w->out, "%snot measured here: concadvise bench\n%s", w->markdown ? "\n" : "  ",
                 w->markdown ? "\n" : "");
}

static void write_table(struct writer *w, const struct table *t)
{
    if (w->markdown)
        table_markdown(t, w->out);
    else
        table_text(t, "  ", w->out);
}

static const char *time_cell(struct writer *w, const struct bench_result *x)
{
    return x ? arena_printf(w->arena, "%s%s", results_time(w->arena, x->wall.median),
                            x->is_extrapolated ? "*" : "")
             : "-";
}

static const char *factor_cell(struct writer *w, double factor)
{
    return factor > 0 ? results_factor(w->arena, factor) : "-";
}

static const char *cpu_cell(struct writer *w, const struct bench_result *x, bool of_all)
{
    if (!x || x->wall.median <= 0)
        return "-";
    double part = x->cpu_s / x->wall.median / (of_all ? x->params.cores : 1);
    return arena_printf(w->arena, "%.0f %%", 100 * part);
}

static void star(struct writer *w)
{
    for (uint32_t i = 0; i < w->r->n; i++) {
        if (w->r->v[i].is_extrapolated) {
            buf_addf(w->out, "%s* extrapolated from a part of the tasks\n",
                     w->markdown ? "\n" : "  ");
            return;
        }
    }
}

struct source_row {
    const char *name;
    enum bench_model model;
    const char *time, *factor, *more[2]; /* of the source */
};

/* ---- I/O-bound ---- */

static void io_table(struct writer *w)
{
    enum { COLUMNS = 11 };
    static const char *const head[COLUMNS] = {
        "model", "source: time", "speed-up", "CPU", "memory", "here: time", "speed-up", "at once",
        "CPU", "memory", "threads/proc."};
    static const struct source_row rows[] = {
        {"sequential", MODEL_SEQUENTIAL, "~1000 s", "1x", {"1 CPU", "10 MB"}},
        {"event-loop", MODEL_EVENT_LOOP, "10-20 s (15)", "67x", {"1 CPU", "50 MB"}},
        {"threads", MODEL_THREADS, "15-30 s (25)", "40x", {"1-2 CPU", "200 MB+"}},
        {"processes", MODEL_PROCESSES, "25-50 s (50)", "20x", {"4+ CPU", "500 MB+"}},
        {"hybrid", MODEL_HYBRID, "", "", {"", ""}},
        {"thread-pool", MODEL_THREAD_POOL, "", "", {"", ""}},
        {"process-pool", MODEL_PROCESS_POOL, "", "", {"", ""}},
        {"loop-executor", MODEL_LOOP_EXECUTOR, "", "", {"", ""}},
    };
    struct table t;
    ASSERT(w->arena && w->r);
    const struct bench_params *p = sizes_of(w, WORK_IO_WAIT);
    const struct bench_result *base = best_of(w, p, MODEL_SEQUENTIAL, "");
    struct arena *a = w->arena;
    title(w, "I/O-bound: 1000 requests that each wait 1 s", base ? &base->params : NULL);
    table_init(&t, a, COLUMNS, 1);
    table_row(&t, head);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct source_row *s = &rows[i];
        const struct bench_result *x = best_of(w, p, s->model, NULL);
        const char *cells[COLUMNS] = {
            s->name, s->time, s->factor, s->more[0], s->more[1], time_cell(w, x),
            factor_cell(w, speed_up(x, base)),
            x ? arena_printf(a, "%u", x->params.concurrency) : "-", cpu_cell(w, x, false),
            x ? results_memory(a, x->pss_kb) : "-",
            x ? arena_printf(a, "%.0f/%.0f", x->threads, x->processes) : "-"};
        table_row(&t, cells);
    }
    write_table(w, &t);
}

/* ---- CPU-bound ---- */

static void cpu_row(struct writer *w, struct table *t, const char *name, const char *const *source,
                    const struct bench_result *x, const struct bench_result *base)
{
    struct arena *a = w->arena;
    const char *cells[] = {name, source[0], source[1], time_cell(w, x),
                           factor_cell(w, speed_up(x, base)), cpu_cell(w, x, true),
                           x ? results_memory(a, x->pss_kb) : "-",
                           x ? arena_printf(a, "%.0f/%.0f", x->threads, x->processes) : "-"};
    table_row(t, cells);
}

static void cpu_table(struct writer *w)
{
    enum { COLUMNS = 8 };
    static const char *const head[COLUMNS] = {"model", "source: time", "speed-up", "here: time",
                                              "speed-up", "CPU used", "memory", "threads/proc."};
    static const char *const figures[][2] = {{"40 s", "1x (25 % CPU)"}, {"39 s", "1.03x"},
                                             {"38 s", "1.05x"}, {"10 s", "4x (100 % CPU)"},
                                             {"", ""}};
    struct table t;
    const struct bench_params *p = sizes_of(w, WORK_CPU_HEAVY), *s = sizes_of(w, WORK_SERIALISED);
    const struct bench_result *base = best_of(w, p, MODEL_SEQUENTIAL, "");
    const struct bench_result *locked = best_of(w, s, MODEL_SEQUENTIAL, "");
    title(w, "CPU-bound on 4 cores", base ? &base->params : NULL);
    if (locked)
        buf_addf(w->out, "%sunder one lock: %s\n%s", w->markdown ? "" : "  ",
                 results_work(w->arena, &locked->params), w->markdown ? "\n" : "");
    table_init(&t, w->arena, COLUMNS, 1);
    table_row(&t, head);
    cpu_row(w, &t, "sequential", figures[0], base, base);
    cpu_row(w, &t, "event-loop", figures[1], best_of(w, p, MODEL_EVENT_LOOP, NULL), base);
    cpu_row(w, &t, "threads, one lock around the work", figures[2],
            best_of(w, s, MODEL_THREADS, ""), locked);
    cpu_row(w, &t, "threads, no lock", figures[4], best_of(w, p, MODEL_THREADS, ""), base);
    cpu_row(w, &t, "thread-pool, no lock", figures[4], best_of(w, p, MODEL_THREAD_POOL, ""), base);
    cpu_row(w, &t, "processes", figures[3], best_of(w, p, MODEL_PROCESSES, ""), base);
    cpu_row(w, &t, "process-pool", figures[4], best_of(w, p, MODEL_PROCESS_POOL, NULL), base);
    cpu_row(w, &t, "loop-executor", figures[4], best_of(w, p, MODEL_LOOP_EXECUTOR, NULL), base);
    write_table(w, &t);
}

/* ---- endpoint ---- */

static void endpoint_table(struct writer *w)
{
    enum { COLUMNS = 12 };
    static const char *const head[COLUMNS] = {
        "server", "source: req.", "req/s", "median", "threads", "failed", "here: req/s", "median",
        "p99", "threads", "memory", "failed"};
    static const struct {
        const char *name, *source[5];
        enum bench_model model;
        const char *variant;
    } rows[] = {
        {"blocking handler, blocking upstream call, pool of 40",
         {"2122", "35.6", "1300 ms", "41", "0 %"}, MODEL_THREAD_POOL, ""},
        {"non-blocking handler, non-blocking upstream call",
         {"3190", "53.2", "8300 ms", "1", "0 %"}, MODEL_EVENT_LOOP, ""},
        {"non-blocking handler, blocking upstream call",
         {"785", "13.1", "27000 ms", "1", "93.2 %"}, MODEL_EVENT_LOOP, "blocking"},
        {"non-blocking handler, blocking call on a pool", {"", "", "", "", ""},
         MODEL_LOOP_EXECUTOR, ""},
    };
    struct table t;
    struct arena *a = w->arena;
    const struct bench_params *p = sizes_of(w, WORK_ENDPOINT);
    title(w, "Endpoint: 500 users for 1 minute, each request waits 1000 ms upstream", p);
    table_init(&t, a, COLUMNS, 1);
    table_row(&t, head);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *const *s = rows[i].source;
        const struct bench_result *x = best_of(w, p, rows[i].model, rows[i].variant);
        const char *cells[COLUMNS] = {
            rows[i].name, s[0], s[1], s[2], s[3], s[4],
            x ? results_number(a, x->rate.median) : "-", x ? results_time(a, x->p50_s) : "-",
            x ? results_time(a, x->p99_s) : "-", x ? arena_printf(a, "%.0f", x->threads) : "-",
            x ? results_memory(a, x->pss_kb) : "-",
            x ? arena_printf(a, "%.1f %%", 100 * x->lost) : "-"};
        table_row(&t, cells);
    }
    write_table(w, &t);
}

/* ---- where C differs ---- */

static void point(struct writer *w, const char *text)
{
    buf_addf(w->out, "%s%s\n", w->markdown ? "- " : "  - ", text);
}

static const char *versus(const struct bench_result *threads, const struct bench_result *processes)
{
    switch (stats_compare(&threads->rate, &processes->rate)) {
    case STATS_GREATER:
        return "threads are faster, and the intervals say so";
    case STATS_LESS:
        return "processes are faster, and the intervals say so";
    case STATS_SAME:
        return "no difference that the intervals can tell";
    case STATS_TOO_FEW:
        break;
    }
    return "too few runs to tell them apart";
}

static void cpu_difference(struct writer *w)
{
    struct arena *a = w->arena;
    const struct bench_params *p = sizes_of(w, WORK_CPU_HEAVY), *s = sizes_of(w, WORK_SERIALISED);
    const struct bench_result *base = best_of(w, p, MODEL_SEQUENTIAL, "");
    const struct bench_result *threads = best_of(w, p, MODEL_THREAD_POOL, NULL);
    const struct bench_result *processes = best_of(w, p, MODEL_PROCESS_POOL, NULL);
    const struct bench_result *locked = best_of(w, s, MODEL_THREADS, "");
    if (base && threads && processes)
        point(w, arena_printf(
                     a,
                     "CPU work: the source needs processes. Here %u threads took %s (%sx) and %u "
                     "processes %s (%sx): %s. Threads run in parallel in C.",
                     threads->params.concurrency, results_time(a, threads->wall.median),
                     results_number(a, speed_up(threads, base)), processes->params.concurrency,
                     results_time(a, processes->wall.median),
                     results_number(a, speed_up(processes, base)), versus(threads, processes)));
    if (locked)
        point(w, arena_printf(a,
                              "One lock around the work gives the source's figure back: %sx (1.05x "
                              "there). Then processes, or a smaller lock, are what helps.",
                              results_number(a, speed_up(locked, best_of(w, s, MODEL_SEQUENTIAL,
                                                                         "")))));
}

static void memory_difference(struct writer *w)
{
    static const struct {
        enum bench_model model;
        const char *source;
    } models[] = {{MODEL_SEQUENTIAL, "10 MB"}, {MODEL_EVENT_LOOP, "50 MB"},
                  {MODEL_THREADS, "200 MB+"}, {MODEL_PROCESSES, "500 MB+"}};
    struct buf BUF_CLEANUP text = {0};
    const struct bench_params *p = sizes_of(w, WORK_IO_WAIT);
    for (size_t i = 0; i < sizeof models / sizeof models[0]; i++) {
        const struct bench_result *x = best_of(w, p, models[i].model, NULL);
        if (x)
            buf_addf(&text, "%s%s %s at %u at once (%s)", text.n ? ", " : "",
                     bench_model_name(models[i].model), results_memory(w->arena, x->pss_kb),
                     x->params.concurrency, models[i].source);
    }
    if (text.n)
        point(w, arena_printf(w->arena, "Memory for I/O, the source's in brackets: %s.",
                              buf_str(&text)));
}

static void most_waits(struct writer *w)
{
    const struct bench_result *most = NULL;
    for (uint32_t i = 0; i < w->r->n; i++) {
        const struct bench_result *x = &w->r->v[i];
        if (x->params.workload == WORK_IO_WAIT && x->params.model == MODEL_EVENT_LOOP &&
            x->lost == 0 && (!most || x->params.concurrency > most->params.concurrency))
            most = x;
    }
    if (most)
        point(w, arena_printf(w->arena,
                              "One event loop held %u waits at once, with %s and none lost (the "
                              "source: 10K+).",
                              most->params.concurrency, results_memory(w->arena, most->pss_kb)));
}

/* What fork costs where a direct call would do. */
static void spawn_difference(struct writer *w)
{
    struct arena *a = w->arena;
    const struct bench_params *p = NULL;
    for (uint32_t i = 0; i < w->r->n; i++) {
        if (w->r->v[i].params.workload == WORK_SPAWN)
            p = &w->r->v[i].params;
    }
    const struct bench_result *direct = best_of(w, p, MODEL_SEQUENTIAL, "");
    const struct bench_result *forked = best_of(w, p, MODEL_SEQUENTIAL, "fork");
    const struct bench_result *shell = best_of(w, p, MODEL_SEQUENTIAL, "system");
    if (direct && forked && shell)
        point(w, arena_printf(a,
                              "A process for trivial I/O: %s by a direct call, %s by fork(), %s by "
                              "system().",
                              results_time(a, direct->p50_s), results_time(a, forked->p50_s),
                              results_time(a, shell->p50_s)));
}

void tables_write(struct arena *a, const struct bench_results *r, bool markdown, struct buf *out)
{
    struct writer w = {.arena = a, .r = r, .markdown = markdown, .out = out};
    ASSERT(out->n == 0);
    io_table(&w);
    cpu_table(&w);
    endpoint_table(&w);
    star(&w);
    buf_addf(out, "\n%sWhere C differs\n%s", markdown ? "### " : "", markdown ? "\n" : "");
    size_t before = out->n;
    cpu_difference(&w);
    memory_difference(&w);
    most_waits(&w);
    spawn_difference(&w);
    if (out->n == before)
        point(&w, "Nothing has been measured on this machine yet.");
}
