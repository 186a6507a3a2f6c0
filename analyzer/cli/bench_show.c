/*
 * Results as tables: one for each piece of work, models beside each other. The sequential run
 * stands at every level of concurrency, since it is what the others are measured by.
 */
#include <string.h>

#include "bench/table.h"
#include "cli/bench.h"
#include "cli/output.h"

enum { COLUMNS = 12 };

/* ---- one piece of work ---- */

static const struct bench_result *baseline(const struct bench_results *r,
                                           const struct bench_params *p)
{
    for (uint32_t i = 0; i < r->n; i++) {
        if (r->v[i].params.model == MODEL_SEQUENTIAL && !*r->v[i].params.variant &&
            results_same_work(&r->v[i].params, p))
            return &r->v[i];
    }
    return NULL;
}

static void result_row(struct arena *a, struct table *t, const struct bench_result *r,
                       const struct bench_result *base)
{
    bool is_timed = r->params.duration_ms == 0;
    const char *spread =
        r->wall.n < STATS_ENOUGH ? ""
        : is_timed ? arena_printf(a, "%s-%s", results_time(a, r->wall.low),
                                  results_time(a, r->wall.high))
                   : arena_printf(a, "%s-%s /s", results_number(a, r->rate.low),
                                  results_number(a, r->rate.high));
    double factor = base && base->rate.median > 0 ? r->rate.median / base->rate.median : 0;
    const char *cells[COLUMNS] = {
        results_model(a, &r->params),
        is_timed ? arena_printf(a, "%s%s", results_time(a, r->wall.median),
                                r->is_extrapolated ? "*" : "")
                 : "",
        spread,
        results_factor(a, factor),
        arena_printf(a, "%s/s", results_number(a, r->rate.median)),
        results_time(a, r->p50_s), results_time(a, r->p99_s), results_time(a, r->cpu_s),
        results_memory(a, r->pss_kb),
        arena_printf(a, "%.0f/%.0f", r->threads, r->processes),
        r->lost > 0 ? arena_printf(a, "%.1f %%", 100 * r->lost) : "0",
        arena_printf(a, "%u", r->wall.n)};
    table_row(t, cells);
}

static void say_best(struct arena *a, const struct bench_result *v, uint32_t n, bool markdown,
                     struct buf *out)
{
    bool is_sure = false, is_enough = true, is_part = false;
    const struct bench_result *best = &v[results_best(v, n, &is_sure)];
    for (uint32_t i = 0; i < n; i++) {
        is_enough = is_enough && v[i].rate.n >= STATS_ENOUGH;
        is_part = is_part || v[i].is_extrapolated;
    }
    const char *indent = markdown ? "" : "  ";
    buf_adds(out, markdown ? "\n" : "");
    if (is_part)
        buf_addf(out, "%s* extrapolated from a part of the tasks\n", indent);
    if (n < 2)
        return;
    if (is_sure)
        buf_addf(out, "%sfastest: %s\n", indent, results_model(a, &best->params));
    else if (is_enough)
        buf_addf(out, "%sno winner: the intervals of the fastest (%s, ...) overlap\n", indent,
                 results_model(a, &best->params));
    else
        buf_addf(out, "%sno winner: fewer than %d runs of some (--repeat %d)\n", indent,
                 STATS_ENOUGH, STATS_ENOUGH);
}

static void print_work(struct arena *a, const struct bench_results *all,
                       const struct bench_result *v, uint32_t n, bool markdown, struct buf *out)
{
    static const char *const head[COLUMNS] = {
        "model", "time", "95 % interval", "by sequential", "rate", "p50", "p99", "CPU", "memory",
        "threads/proc.", "lost", "runs"};
    struct table t;
    const struct bench_params *p = &v[n - 1].params;
    const struct bench_result *base = baseline(all, p);
    table_init(&t, a, COLUMNS, 1);
    table_row(&t, head);
    struct bench_results rivals = {0};
    if (base && base->params.concurrency != p->concurrency)
        vec_push(a, &rivals, *base);
    for (uint32_t i = 0; i < n; i++)
        vec_push(a, &rivals, v[i]);
    for (uint32_t i = 0; i < rivals.n; i++)
        result_row(a, &t, &rivals.v[i], base);
    buf_addf(out, "%s%s%s: %s, %s\n%s", out->n ? "\n" : "", markdown ? "### " : "",
             bench_workload_name(p->workload), results_work(a, p),
             plural(a, p->cores, "core", "cores"), markdown ? "\n" : "");
    if (markdown)
        table_markdown(&t, out);
    else
        table_text(&t, "  ", out);
    say_best(a, rivals.v, rivals.n, markdown, out);
}

void bench_print_results(struct arena *a, const struct bench_results *r, bool markdown,
                         struct buf *out)
{
    for (uint32_t i = 0, k; i < r->n; i = k) {
        const struct bench_params *p = &r->v[i].params;
        for (k = i + 1; k < r->n && r->v[k].params.concurrency == p->concurrency &&
                        results_same_work(p, &r->v[k].params);
             k++)
            continue;
        bool is_lone_baseline = k - i == 1 && p->model == MODEL_SEQUENTIAL && k < r->n &&
                                results_same_work(p, &r->v[k].params);
        if (!is_lone_baseline)
            print_work(a, r, r->v + i, k - i, markdown, out);
    }
}

static const char *amount(struct arena *a, double v, const char *unit)
{
    if (!strcmp(unit, "ns"))
        return results_time(a, v / 1e9);
    if (!strcmp(unit, "bytes"))
        return results_memory(a, v / 1024);
    return arena_printf(a, "%s %s", results_number(a, v), unit);
}

/* The newest of each name. */
void bench_print_primitives(struct arena *a, const struct bench_primitive_rows *rows, bool markdown,
                            struct buf *out)
{
    static const char *const head[] = {"single operation", "median", "MAD"};
    struct table t;
    if (rows->n == 0)
        return;
    table_init(&t, a, 3, 1);
    table_row(&t, head);
    for (uint32_t i = 0; i < rows->n; i++) {
        const struct bench_primitive *p = &rows->v[i].primitive;
        bool is_newest = true;
        for (uint32_t k = i + 1; k < rows->n; k++)
            is_newest = is_newest && strcmp(rows->v[k].primitive.name, p->name) != 0;
        const char *cells[] = {p->name, amount(a, p->value, p->unit), amount(a, p->mad, p->unit)};
        if (is_newest)
            table_row(&t, cells);
    }
    buf_adds(out, out->n ? "\n" : "");
    if (markdown)
        table_markdown(&t, out);
    else
        table_text(&t, "", out);
}

/* ---- commands ---- */

static int fail(const struct err *err)
{
    say("%s", buf_str(&err->text));
    return EXIT_FAILED;
}

static bool show(struct bench_view *v, struct buf *out, struct err *err)
{
    struct bench_choice choice;
    struct bench_results results = {0};
    struct bench_primitive_rows primitives = {0};
    const char *word = v->o->words.n ? v->o->words.v[0] : NULL;
    bool is_filtered = v->o->bench.workloads.n + v->o->bench.models.n > 0;
    if (!bench_choose(v, word, &choice, err) ||
        (!is_filtered &&
         !bench_store_primitives(v->arena, v->store, &choice.filter, &primitives, err)))
        return false;
    if (!bench_results(v, &choice, &results, err) && primitives.n == 0)
        return false;
    bench_say_noise(v, &choice);
    bench_print_results(v->arena, &results, v->o->bench.markdown, out);
    bench_print_primitives(v->arena, &primitives, v->o->bench.markdown, out);
    return true;
}

int bench_show(struct bench_view *v)
{
    struct buf BUF_CLEANUP out = {0};
    struct err ERR_CLEANUP err = {0};
    return show(v, &out, &err) ? bench_print(v->o, &out) : fail(&err);
}

static bool list(struct bench_view *v, struct buf *out, struct err *err)
{
    static const char *const head[] = {"run", "machine", "sizes", "started (UTC)", "rows", "noise"};
    struct arena *a = v->arena;
    struct table t;
    table_init(&t, a, 6, 2 | 4 | 8 | 32);
    table_row(&t, head);
    for (uint32_t i = 0; i < v->runs.n; i++) {
        const struct bench_run *r = &v->runs.v[i];
        struct bench_filter f = {.run = r->id};
        struct bench_rows rows = {0};
        struct bench_primitive_rows primitives = {0};
        if (!bench_store_rows(a, v->store, &f, &rows, err) ||
            !bench_store_primitives(a, v->store, &f, &primitives, err))
            return false;
        const char *cells[] = {arena_printf(a, "%lld", (long long)r->id), r->machine, r->grid,
                               bench_date(a, r->started_s),
                               arena_printf(a, "%u", rows.n + primitives.n),
                               r->ended_s ? r->noise : "(did not end)"};
        table_row(&t, cells);
    }
    for (uint32_t i = 0; i < v->runs.n; i++) {
        struct bench_machine m;
        bool found = false, is_first = true;
        for (uint32_t k = 0; k < i; k++)
            is_first = is_first && strcmp(v->runs.v[k].machine, v->runs.v[i].machine) != 0;
        if (is_first &&
            !bench_store_machine(a, v->store, v->runs.v[i].machine, &m, &found, err))
            return false;
        if (found)
            buf_addf(out, "machine %s%s: %s\n", m.fingerprint,
                     strcmp(m.fingerprint, v->machine.fingerprint) ? "" : " (this one)",
                     machine_describe(a, &m));
    }
    if (v->o->bench.markdown)
        table_markdown(&t, out);
    else
        table_text(&t, "", out);
    return true;
}

int bench_list(struct bench_view *v)
{
    struct buf BUF_CLEANUP out = {0};
    struct err ERR_CLEANUP err = {0};
    return list(v, &out, &err) ? bench_print(v->o, &out) : fail(&err);
}
