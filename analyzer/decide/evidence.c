/*
 * Nearness is counted in factors of ten: of the wait, the computing and the number of tasks at
 * once, each by itself. Only workloads of the same kind are compared: waits with waits, computing
 * with computing.
 */
#include "decide/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool fits(const struct bench_params *p, const struct workload *w)
{
    switch (p->workload) {
    case WORK_IO_WAIT:
        return w->io_ms > 0 && !w->legacy && w->cpu_ms <= 0.05 * w->io_ms;
    case WORK_LEGACY_IO:
        return w->io_ms > 0 && w->legacy;
    case WORK_MIXED:
        return w->io_ms > 0 && w->cpu_ms > 0;
    case WORK_CPU_HEAVY:
    case WORK_CPU_LIGHT:
        return w->cpu_ms > 0 && w->io_ms <= 0.05 * w->cpu_ms && w->shared < 0.5;
    case WORK_SERIALISED:
        return w->shared >= 0.5;
    default:
        return false;
    }
}

static double factor(double x, double y)
{
    static const double SMALL = 1e-3; /* of a millisecond: everything below counts as nothing */
    return fabs(log10((x > SMALL ? x : SMALL) / (y > SMALL ? y : SMALL)));
}

static double distance(const struct bench_params *p, const struct workload *w)
{
    return factor(p->io_us / 1e3, w->io_ms) + factor(p->cpu_us / 1e3, w->cpu_ms) +
           factor(p->concurrency, w->concurrency);
}

void evidence_nearest(struct arena *a, const struct bench_results *all, const struct workload *w,
                      struct evidence *out)
{
    const struct bench_result *best = NULL;
    memset(&out->nearest, 0, sizeof out->nearest);
    out->taken_s = 0;
    for (uint32_t i = 0; i < all->n; i++) {
        const struct bench_result *r = &all->v[i];
        double d = distance(&r->params, w);
        if (!fits(&r->params, w) || r->params.model == MODEL_SEQUENTIAL)
            continue;
        if (!best || d < out->distance) {
            best = r;
            out->distance = d;
        }
    }
    for (uint32_t i = 0; best && i < all->n; i++) {
        if (!results_same_work(&all->v[i].params, &best->params))
            continue;
        vec_push(a, &out->nearest, all->v[i]);
        if (all->v[i].last_s > out->taken_s)
            out->taken_s = all->v[i].last_s;
    }
}

static int by_name(const void *x, const void *y)
{
    const struct bench_primitive_row *a = x, *b = y;
    return strcmp(a->primitive.name, b->primitive.name);
}

/* The median over runs, so that one disturbed run does not move it. */
void evidence_costs(struct arena *a, struct bench_primitive_rows *rows, struct costs *out)
{
    *out = *costs_reference();
    if (rows->n)
        qsort(rows->v, rows->n, sizeof *rows->v, by_name);
    double *values = arena_array(a, double, rows->n + 1);
    for (uint32_t i = 0; i < rows->n;) {
        uint32_t n = 0;
        const char *name = rows->v[i].primitive.name;
        for (; i < rows->n && !strcmp(rows->v[i].primitive.name, name); i++)
            values[n++] = rows->v[i].primitive.value;
        ASSERT(n > 0);
        if (costs_set(out, name, stats_median(values, n)))
            out->is_measured = true;
    }
}

/* costs may be NULL. What cannot be read is not there. */
static void read_all(struct arena *a, const char *path, struct costs *costs,
                     struct bench_results *all, const char **note)
{
    struct err ERR_CLEANUP err = {0};
    const char *opened = NULL;
    struct bench_machine machine;
    struct bench_rows rows = {0};
    struct bench_primitive_rows primitives = {0};
    *note = NULL;
    struct bench_store *s = path ? bench_store_open_to_read(a, path, &opened, &err) : NULL;
    if (s) {
        machine_find(a, &machine);
        struct bench_filter filter = {.machine = machine.fingerprint, .version = BENCH_VERSION};
        if (costs && bench_store_primitives(a, s, &filter, &primitives, &err))
            evidence_costs(a, &primitives, costs);
        if (bench_store_rows(a, s, &filter, &rows, &err))
            results_group(a, &rows, all);
        bench_store_close(s);
    }
    if (err.text.n)
        *note = arena_strdup(a, buf_str(&err.text));
}

void evidence_find(struct arena *a, const char *path, const struct workload *w,
                   struct evidence *out, const char **note)
{
    struct bench_results all = {0};
    memset(out, 0, sizeof *out);
    out->costs = *costs_reference();
    read_all(a, path, &out->costs, &all, note);
    evidence_nearest(a, &all, w, out);
}

void evidence_all(struct arena *a, const char *path, struct bench_results *out, const char **note)
{
    read_all(a, path, NULL, out, note);
}
