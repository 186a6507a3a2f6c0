/*
 * Grouping by sorting: results have a total order in which equal work stands together, so that
 * tables and comparisons are walks over neighbours.
 */
#include "bench/results.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int by_u32(uint32_t x, uint32_t y)
{
    return (x > y) - (x < y);
}

/* What the work is, without who does it. */
static int compare_work(const struct bench_params *x, const struct bench_params *y)
{
    const uint32_t xs[] = {x->workload, x->cores, x->tasks, x->io_us, x->cpu_us, x->payload,
                           x->shared_permille, x->duration_ms, x->timeout_ms};
    const uint32_t ys[] = {y->workload, y->cores, y->tasks, y->io_us, y->cpu_us, y->payload,
                           y->shared_permille, y->duration_ms, y->timeout_ms};
    int order = 0;
    for (size_t i = 0; i < sizeof xs / sizeof xs[0] && order == 0; i++)
        order = by_u32(xs[i], ys[i]);
    return order;
}

int results_compare(const struct bench_params *x, const struct bench_params *y)
{
    int order = compare_work(x, y);
    if (order == 0)
        order = by_u32(x->concurrency, y->concurrency);
    if (order == 0)
        order = by_u32(x->model, y->model);
    return order ? order : strcmp(x->variant, y->variant);
}

bool results_same_work(const struct bench_params *x, const struct bench_params *y)
{
    return compare_work(x, y) == 0 &&
           (x->concurrency == y->concurrency || x->model == MODEL_SEQUENTIAL ||
            y->model == MODEL_SEQUENTIAL);
}

static int by_params(const void *x, const void *y)
{
    const struct bench_row *a = x, *b = y;
    int order = results_compare(&a->params, &b->params);
    if (order == 0)
        order = (a->run > b->run) - (a->run < b->run);
    return order ? order : by_u32(a->seq, b->seq);
}

/* How many times the measured work the whole work is. */
static double scale(const struct bench_row *r)
{
    bool is_part = r->measured_tasks > 0 && r->measured_tasks < r->params.tasks;
    return is_part ? (double)r->params.tasks / r->measured_tasks : 1;
}

enum field { WALL, RATE, DONE, CPU, P50, P99, PSS, THREADS, PROCESSES, SWITCHES, FIELDS };

static double value(const struct bench_row *r, enum field f)
{
    const struct bench_sample *s = &r->sample;
    switch (f) {
    case WALL:
        return (double)s->wall_ns / 1e9 * scale(r);
    case RATE:
        return s->wall_ns ? (double)s->done * 1e9 / (double)s->wall_ns : 0;
    case DONE:
        return (double)s->done * scale(r);
    case CPU:
        return (double)s->cpu_ns / 1e9 * scale(r);
    case P50:
        return (double)s->p50_ns / 1e9;
    case P99:
        return (double)s->p99_ns / 1e9;
    case PSS:
        return (double)s->pss_peak_kb;
    case THREADS:
        return s->threads_peak;
    case PROCESSES:
        return s->processes_peak;
    case SWITCHES:
        return (double)(s->switches_voluntary + s->switches_involuntary) * scale(r);
    case FIELDS:
        break;
    }
    BUG("a field of a sample");
}

static void summarise(struct arena *a, const struct bench_row *v, uint32_t n, bool has_intervals,
                      struct bench_result *out)
{
    double medians[FIELDS], *x = arena_array(a, double, n);
    uint64_t done = 0, failed = 0;
    ASSERT(n > 0 && results_compare(&v[0].params, &v[n - 1].params) == 0);
    *out = (struct bench_result){.params = v[0].params};
    for (int f = 0; f < FIELDS; f++) {
        for (uint32_t i = 0; i < n; i++)
            x[i] = value(&v[i], (enum field)f);
        medians[f] = stats_median(x, n);
        if (f == WALL || f == RATE)
            (has_intervals ? stats_summarise : stats_range)(x, n,
                                                            f == WALL ? &out->wall : &out->rate);
    }
    /* Of an even number of runs the middle of the rates is not the rate of the middle: where there
     * are times, rates come from them, so that both say the same. */
    if (out->params.duration_ms == 0 && out->wall.low > 0) {
        out->rate.median = medians[DONE] / out->wall.median;
        out->rate.low = medians[DONE] / out->wall.high;
        out->rate.high = medians[DONE] / out->wall.low;
    }
    for (uint32_t i = 0; i < n; i++) {
        done += v[i].sample.done;
        failed += v[i].sample.failed;
        out->is_extrapolated |= scale(&v[i]) > 1;
        if (v[i].taken_s > out->last_s)
            out->last_s = v[i].taken_s;
    }
    out->lost = done + failed ? (double)failed / (double)(done + failed) : 0;
    out->cpu_s = medians[CPU];
    out->p50_s = medians[P50];
    out->p99_s = medians[P99];
    out->pss_kb = medians[PSS];
    out->threads = medians[THREADS];
    out->processes = medians[PROCESSES];
    out->switches = medians[SWITCHES];
}

static void group(struct arena *a, const struct bench_rows *rows, bool has_intervals,
                  struct bench_results *out)
{
    struct bench_row *v = arena_array(a, struct bench_row, rows->n);
    if (rows->n == 0)
        return;
    memcpy(v, rows->v, rows->n * sizeof *v);
    qsort(v, rows->n, sizeof *v, by_params);
    for (uint32_t i = 0, k; i < rows->n; i = k) {
        struct bench_result result;
        for (k = i + 1; k < rows->n && results_compare(&v[i].params, &v[k].params) == 0; k++)
            continue;
        summarise(a, v + i, k - i, has_intervals, &result);
        vec_push(a, out, result);
    }
}

void results_group(struct arena *a, const struct bench_rows *rows, struct bench_results *out)
{
    group(a, rows, true, out);
}

void results_group_medians(struct arena *a, const struct bench_rows *rows,
                           struct bench_results *out)
{
    group(a, rows, false, out);
}

uint32_t results_best(const struct bench_result *v, uint32_t n, bool *is_sure)
{
    uint32_t best = 0;
    ASSERT(n > 0);
    for (uint32_t i = 1; i < n; i++) {
        if (v[i].rate.median > v[best].rate.median)
            best = i;
    }
    *is_sure = n > 1;
    for (uint32_t i = 0; i < n; i++) {
        if (i != best && stats_compare(&v[best].rate, &v[i].rate) != STATS_GREATER)
            *is_sure = false;
    }
    return best;
}

/* ---- words ---- */

/* How many models did that work in that size, one thing at a time apart. */
static uint32_t models_of(const struct bench_results *all, const struct bench_result *like)
{
    bool has[MODEL_COUNT] = {false};
    uint32_t n = 0;
    for (uint32_t i = 0; i < all->n; i++) {
        const struct bench_params *p = &all->v[i].params;
        if (compare_work(p, &like->params) == 0 && p->concurrency == like->params.concurrency)
            has[p->model] = true;
    }
    for (int m = 0; m < MODEL_COUNT; m++)
        n += has[m];
    return n;
}

const struct bench_result *results_largest(const struct bench_results *all, enum bench_model m,
                                           enum bench_workload w)
{
    const struct bench_result *best = NULL;
    uint32_t most = 0;
    for (uint32_t i = 0; i < all->n; i++) {
        const struct bench_result *r = &all->v[i];
        if (r->params.model != m || r->params.workload != w)
            continue;
        uint32_t n = models_of(all, r);
        if (!best || n > most ||
            (n == most && (r->params.concurrency > best->params.concurrency ||
                           (r->params.concurrency == best->params.concurrency &&
                            r->rate.median > best->rate.median)))) {
            best = r;
            most = n;
        }
    }
    return best;
}

const char *results_model(struct arena *a, const struct bench_params *p)
{
    return arena_printf(a, "%s%s%s", bench_model_name(p->model), *p->variant ? " " : "",
                        p->variant);
}

const char *results_number(struct arena *a, double v)
{
    double size = fabs(v);
    if (size >= 1e6)
        return arena_printf(a, "%.3gM", v / 1e6);
    return arena_printf(a, "%.*f", size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2, v);
}

const char *results_time(struct arena *a, double seconds)
{
    if (seconds >= 0.9995)
        return arena_printf(a, "%s s", results_number(a, seconds));
    if (seconds >= 0.9995e-3)
        return arena_printf(a, "%s ms", results_number(a, seconds * 1e3));
    if (seconds >= 0.9995e-6)
        return arena_printf(a, "%s us", results_number(a, seconds * 1e6));
    return arena_printf(a, "%s ns", results_number(a, seconds * 1e9));
}

const char *results_factor(struct arena *a, double f)
{
    if (f <= 0)
        return "";
    return f < 0.095 ? arena_printf(a, "1/%.0f", 1 / f)
                     : arena_printf(a, "%sx", results_number(a, f));
}

const char *results_memory(struct arena *a, double kb)
{
    if (kb < 1000)
        return arena_printf(a, "%.0f kB", kb);
    return arena_printf(a, "%s MB", results_number(a, kb / 1024));
}

const char *results_work(struct arena *a, const struct bench_params *p)
{
    struct buf BUF_CLEANUP out = {0};
    if (p->duration_ms)
        buf_addf(&out, "%u users for %s", p->concurrency, results_time(a, p->duration_ms / 1e3));
    else
        buf_addf(&out, "%u tasks", p->tasks);
    if (p->io_us)
        buf_addf(&out, ", %s I/O", results_time(a, p->io_us / 1e6));
    if (p->cpu_us)
        buf_addf(&out, ", %s CPU", results_time(a, p->cpu_us / 1e6));
    if (p->payload)
        buf_addf(&out, ", %s", results_memory(a, p->payload / 1024.0));
    if (p->shared_permille)
        buf_addf(&out, ", %s %% shared", results_number(a, p->shared_permille / 10.0));
    if (p->timeout_ms)
        buf_addf(&out, ", time-out %s", results_time(a, p->timeout_ms / 1e3));
    if (!p->duration_ms && p->concurrency > 1 && p->model != MODEL_SEQUENTIAL)
        buf_addf(&out, ", %u at once", p->concurrency);
    return arena_strdup(a, buf_str(&out));
}
