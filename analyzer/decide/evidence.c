/*
 * Nearness is counted in factors of ten: of the wait, the computing and the number of tasks at
 * once, each by itself. Only workloads of the same kind are compared: waits with waits, computing
 * with computing.
 */
#include "decide/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <time.h>

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

/* NULL: none of them speaks of such work. */
static const struct bench_result *find_nearest(const struct bench_results *all,
                                               const struct workload *w, double *away)
{
    const struct bench_result *best = NULL;
    for (uint32_t i = 0; i < all->n; i++) {
        const struct bench_result *r = &all->v[i];
        double d = distance(&r->params, w);
        if (!fits(&r->params, w) || r->params.model == MODEL_SEQUENTIAL || (best && d >= *away))
            continue;
        best = r;
        *away = d;
    }
    return best;
}

void evidence_nearest(struct arena *a, const struct evidence *e, const struct workload *w,
                      struct nearest *out)
{
    memset(out, 0, sizeof *out);
    const struct bench_result *best = find_nearest(&e->own, w, &out->distance);
    struct bench_rows rows = {0};
    for (uint32_t i = 0; best && i < e->rows.n; i++) {
        if (results_same_work(&e->rows.v[i].params, &best->params))
            vec_push(a, &rows, e->rows.v[i]);
    }
    results_group(a, &rows, &out->results);
    if (!best) {
        const struct bench_results *all = &e->reference.results;
        best = find_nearest(all, w, &out->distance);
        out->is_reference = true;
        for (uint32_t i = 0; best && i < all->n; i++) {
            if (results_same_work(&all->v[i].params, &best->params))
                vec_push(a, &out->results, all->v[i]);
        }
    }
    for (uint32_t i = 0; i < out->results.n; i++) {
        if (out->results.v[i].last_s > out->taken_s)
            out->taken_s = out->results.v[i].last_s;
    }
}

/* ---- pairs and single costs ---- */

static bool is_of(const struct bench_result *r, enum bench_workload w, struct evidence_who who)
{
    return r->params.workload == w && r->params.model == who.model &&
           !strcmp(r->params.variant, who.variant) && r->rate.median > 0;
}

static bool find_pair(const struct bench_results *all, enum bench_workload w,
                      struct evidence_who better, struct evidence_who worse,
                      struct evidence_pair *out)
{
    out->better = out->worse = NULL;
    for (uint32_t i = 0; i < all->n; i++) {
        const struct bench_result *r = &all->v[i];
        for (uint32_t k = 0; is_of(r, w, worse) && k < all->n; k++) {
            const struct bench_result *other = &all->v[k];
            if (!is_of(other, w, better) || !results_same_work(&r->params, &other->params))
                continue;
            if (out->worse && out->worse->params.concurrency >= r->params.concurrency &&
                out->better->params.concurrency >= other->params.concurrency)
                continue;
            out->better = other;
            out->worse = r;
        }
    }
    return out->better != NULL;
}

bool evidence_pair(const struct evidence *e, enum bench_workload w, struct evidence_who better,
                   struct evidence_who worse, struct evidence_pair *out)
{
    ASSERT(better.variant && worse.variant);
    out->is_reference = !find_pair(&e->own, w, better, worse, out);
    return !out->is_reference || find_pair(&e->reference.results, w, better, worse, out);
}

static const struct bench_primitive *find_primitive(const struct bench_primitive_rows *rows,
                                                    const char *name)
{
    for (uint32_t i = 0; i < rows->n; i++) {
        if (!strcmp(rows->v[i].primitive.name, name))
            return &rows->v[i].primitive;
    }
    return NULL;
}

bool evidence_cost(const struct evidence *e, const char *primitive, struct evidence_cost *out)
{
    const struct bench_primitive *p = find_primitive(&e->primitives, primitive);
    *out = (struct evidence_cost){.is_reference = !p, .taken_s = e->primitives_s};
    if (!p) {
        p = find_primitive(&e->reference.primitives, primitive);
        out->taken_s = e->reference.taken_s;
    }
    if (p) {
        out->value = p->value;
        out->unit = p->unit;
    }
    return p != NULL;
}

bool evidence_work(const struct bench_params *p, const struct costs *c, struct workload *w,
                   struct host *h)
{
    memset(w, 0, sizeof *w);
    switch (p->workload) {
    case WORK_LEGACY_IO:
        w->legacy = true;
        break;
    case WORK_SERIALISED:
        w->shared = 1;
        break;
    case WORK_SHARED_STATE: /* all processes use the same */
        w->shared = p->shared_permille / 1000.0;
        w->needs_state = true;
        break;
    case WORK_IO_WAIT:
    case WORK_CPU_HEAVY:
    case WORK_CPU_LIGHT:
    case WORK_MIXED:
        break;
    default:
        return false;
    }
    w->io_ms = p->io_us / 1e3;
    w->peer_ms = p->io_us ? c->request_peer / 1e6 : 0;
    w->cpu_ms = p->cpu_us / 1e3;
    w->concurrency = p->concurrency ? p->concurrency : 1;
    w->tasks = p->tasks;
    h->cores = p->cores ? p->cores : 1;
    h->memory_mb = 0;
    return !p->variant[0] && p->tasks > 0;
}

const char *evidence_date(struct arena *a, int64_t when_s)
{
    struct tm tm;
    time_t t = (time_t)when_s;
    if (when_s == 0 || !gmtime_r(&t, &tm))
        return "";
    return arena_printf(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* ---- reading ---- */

static int by_name(const void *x, const void *y)
{
    const struct bench_primitive_row *a = x, *b = y;
    return strcmp(a->primitive.name, b->primitive.name);
}

void evidence_medians(struct arena *a, struct bench_primitive_rows *rows,
                      struct bench_primitive_rows *out)
{
    if (rows->n)
        qsort(rows->v, rows->n, sizeof *rows->v, by_name);
    double *values = arena_array(a, double, rows->n + 1);
    for (uint32_t i = 0; i < rows->n;) {
        struct bench_primitive_row row = rows->v[i];
        uint32_t n = 0;
        for (; i < rows->n && !strcmp(rows->v[i].primitive.name, row.primitive.name); i++)
            values[n++] = rows->v[i].primitive.value;
        ASSERT(n > 0);
        row.primitive.value = stats_median(values, n);
        vec_push(a, out, row);
    }
}

static bool set_costs(const struct bench_primitive_rows *medians, struct costs *out)
{
    bool is_any = false;
    for (uint32_t i = 0; i < medians->n; i++)
        is_any |= costs_set(out, medians->v[i].primitive.name, medians->v[i].primitive.value);
    return is_any;
}

void evidence_costs(struct arena *a, struct bench_primitive_rows *rows, struct costs *out)
{
    struct reference reference;
    struct bench_primitive_rows medians = {0};
    reference_load(a, &reference);
    evidence_medians(a, rows, &medians);
    *out = reference.costs;
    out->is_measured = set_costs(&medians, out);
}

static bool read_store(struct arena *a, struct bench_store *s, const char *workloads,
                       struct evidence *out, struct err *err)
{
    struct bench_machine machine;
    struct bench_primitive_rows all = {0};
    struct bench_runs runs = {0};
    machine_find(a, &machine);
    struct bench_filter filter = {.machine = machine.fingerprint, .version = BENCH_VERSION,
                                  .newest = EVIDENCE_RUNS, .workloads = workloads};
    if (!bench_store_primitives(a, s, &filter, &all, err) ||
        !bench_store_rows(a, s, &filter, &out->rows, err))
        return false;
    if (all.n && !bench_store_runs(a, s, &runs, err))
        return false;
    for (uint32_t i = 0; i < runs.n; i++) {
        if (runs.v[i].id == all.v[all.n - 1].run)
            out->primitives_s = runs.v[i].started_s;
    }
    evidence_medians(a, &all, &out->primitives);
    return true;
}

void evidence_read(struct arena *a, const char *path, const char *workloads, struct evidence *out,
                   struct evidence_note *note)
{
    struct err ERR_CLEANUP err = {0};
    memset(out, 0, sizeof *out);
    reference_load(a, &out->reference);
    out->costs = out->reference.costs;
    struct bench_store *s = path ? bench_store_open_to_read(a, path, &err) : NULL;
    if (s && read_store(a, s, workloads, out, &err)) {
        results_group_medians(a, &out->rows, &out->own);
        out->costs.is_measured = set_costs(&out->primitives, &out->costs);
    }
    bench_store_close(s);
    *note = (struct evidence_note){0};
    if (err.text.n) {
        note->is_urgent = access(path, F_OK) == 0;
        note->text = arena_printf(a, "%s%s", note->is_urgent ? "measurements are not used: " : "",
                                  buf_str(&err.text));
    }
}
