/*
 * The answer first, then why, then what each model would do, then where the figures come from.
 * Markdown has the same parts as tables.
 */
#include <string.h>

#include "cli/advise.h"
#include "cli/quantity.h"
#include "report/json_kit.h"

static const char *name_of(enum bench_model m)
{
    return m < MODEL_COUNT ? bench_model_name(m) : "none";
}

static const char *rate_text(struct arena *a, double per_s)
{
    return arena_printf(a, per_s < 9.995 ? "%.2f/s" : per_s < 99.95 ? "%.1f/s" : "%.0f/s", per_s);
}

static const char *memory_text(struct arena *a, double mb)
{
    if (mb >= 1024)
        return arena_printf(a, "%.1f GB", mb / 1024);
    return arena_printf(a, mb < 9.95 ? "%.1f MB" : "%.0f MB", mb);
}

static const char *work_text(struct arena *a, const struct question *q)
{
    const struct workload *w = &q->work;
    struct buf BUF_CLEANUP out = {0};
    buf_addf(&out, "%u at once", w->concurrency);
    if (w->io_ms > 0)
        buf_addf(&out, ", I/O %s", quantity_ms_text(a, w->io_ms));
    if (w->cpu_ms > 0)
        buf_addf(&out, ", CPU %s", quantity_ms_text(a, w->cpu_ms));
    if (w->tasks > 0)
        buf_addf(&out, ", %.0f tasks", w->tasks);
    if (w->shared > 0)
        buf_addf(&out, ", %.0f %% of the computing under one lock", 100 * w->shared);
    buf_addf(&out, "%s%s%s", w->needs_state ? ", shared state" : "",
             w->legacy ? ", waits that can only block" : "", w->stateless ? ", stateless" : "");
    buf_addf(&out, "; %u core%s", q->host.cores, q->host.cores == 1 ? "" : "s");
    if (q->host.memory_mb > 0)
        buf_addf(&out, ", %s", memory_text(a, q->host.memory_mb));
    return arena_strdup(a, buf_str(&out));
}

/* To two digits: more would be noise. */
static uint32_t rounded(uint32_t n)
{
    uint32_t unit = 1;
    while (n / unit >= 100)
        unit *= 10;
    return (n + unit / 2) / unit * unit;
}

/* "event loop until about 300 at once, then hybrid" */
static const char *ranges_text(struct arena *a, const struct advice *v)
{
    const struct answer *r = v->answer;
    struct buf BUF_CLEANUP out = {0};
    for (uint32_t i = 0; i < r->ranges.n; i++) {
        uint32_t next = i + 1 < r->ranges.n ? r->ranges.v[i + 1].from : 0;
        buf_addf(&out, "%s%s", i ? ", then " : "", name_of(r->ranges.v[i].model));
        if (next == 2)
            buf_adds(&out, " for one at a time");
        else if (next)
            buf_addf(&out, " until about %u", rounded(next));
    }
    return arena_strdup(a, buf_str(&out));
}

/* The figures alone may prefer another model than the rows do: then it says so. */
static const char *ranges_sentence(struct arena *a, const struct advice *v)
{
    const struct answer *r = v->answer;
    enum bench_model here = MODEL_COUNT;
    for (uint32_t i = 0; i < r->ranges.n; i++)
        if (r->ranges.v[i].from <= v->question->work.concurrency)
            here = r->ranges.v[i].model;
    const char *all = arena_printf(
        a, "By the figures alone, the simplest of the fastest as tasks at once grow: %s.",
        ranges_text(a, v));
    if (here == MODEL_COUNT || here == r->best || !(r->predictions[r->best].per_s > 0))
        return all;
    return arena_printf(a, "%s At %u that is %s, simpler than %s, with %.0f %% of its throughput; "
                           "the rows of the matrix weigh more.",
                        all, v->question->work.concurrency, name_of(here), name_of(r->best),
                        100 * r->predictions[here].per_s / r->predictions[r->best].per_s);
}

static const char *lead_text(struct arena *a, const struct answer *r)
{
    if (!r->predictions[r->best].fits)
        return "but no model fits into this memory";
    if (r->alternative == MODEL_COUNT)
        return "no other model is possible within these limits";
    if (r->ahead > 1.1)
        return arena_printf(a, "%.1f times the throughput of %s", r->ahead,
                            name_of(r->alternative));
    if (r->ahead < 0.9)
        return arena_printf(a, "%.0f %% of the throughput of %s", 100 * r->ahead,
                            name_of(r->alternative));
    return arena_printf(a, "as fast as %s, within what can be told", name_of(r->alternative));
}

static const char *today_text(struct arena *a, const struct advice *v)
{
    const struct answer *r = v->answer;
    if (r->keeps_current)
        return arena_printf(a, "keep %s: the gain of %s is within the noise",
                            name_of(v->question->current), name_of(r->alternative));
    if (v->question->current == r->best)
        return arena_printf(a, "%s is the right model already", name_of(r->best));
    return arena_printf(a, "%.1f times the throughput of %s", r->gain,
                        name_of(v->question->current));
}

static const char *source_text(const struct advice *v)
{
    return v->evidence->costs.is_measured
               ? "predicted from the costs of single operations on this machine"
               : "predicted from the costs of single operations on the reference machine; "
                 "`concadvise bench` measures them here";
}

/* "Measured on this machine on 2026-11-20, the nearest workload (io-wait, 1000 tasks, ...)" */
static const char *nearest_text(struct arena *a, const struct advice *v)
{
    const struct bench_params *p = &v->nearest->results.v[0].params;
    ASSERT(v->nearest->results.n > 0);
    return arena_printf(a, "Measured on %s on %s, the nearest workload (%s, %s)",
                        v->nearest->is_reference
                            ? arena_printf(a, "the reference machine (%s)",
                                           v->evidence->reference.machine)
                            : "this machine",
                        evidence_date(a, v->nearest->taken_s), bench_workload_name(p->workload),
                        results_work(a, p));
}

/* ---- text ---- */

static void text_predictions(struct arena *a, const struct advice *v, struct buf *out)
{
    buf_addf(out, "\n  %-14s %10s %10s %10s %9s  %s\n", "model", "tasks/s", "median", "99 %",
             "memory", "limited by");
    for (int m = 0; m < MODEL_COUNT; m++) {
        const struct prediction *p = &v->answer->predictions[m];
        const char *limit = !p->fits                      ? "memory: does not fit"
                            : !v->answer->is_candidate[m] ? "ruled out"
                                                          : limit_text(p->limit);
        buf_addf(out, "%s %-14s %10s %10s %10s %9s  %s\n",
                 m == (int)v->answer->best ? " *" : "  ", name_of((enum bench_model)m),
                 rate_text(a, p->per_s), quantity_ms_text(a, p->p50_ms),
                 quantity_ms_text(a, p->p99_ms), memory_text(a, p->memory_mb), limit);
    }
    buf_addf(out, "  (%s)\n", source_text(v));
}

static void text_measured(struct arena *a, const struct advice *v, struct buf *out)
{
    const struct bench_results *r = &v->nearest->results;
    if (r->n == 0)
        return;
    buf_addf(out, "\n%s:\n\n", nearest_text(a, v));
    for (uint32_t i = 0; i < r->n; i++) {
        const struct bench_result *s = &r->v[i];
        buf_addf(out, "  %-26s %10s", results_model(a, &s->params), rate_text(a, s->rate.median));
        if (s->rate.low < s->rate.high) /* one run has no interval */
            buf_addf(out, "  (%s to %s)", rate_text(a, s->rate.low), rate_text(a, s->rate.high));
        buf_addf(out, "%s\n", s->is_extrapolated ? "  extrapolated" : "");
    }
}

void advice_text(struct arena *a, const struct advice *v, struct buf *out)
{
    const struct answer *r = v->answer;
    ASSERT(r->best < MODEL_COUNT);
    buf_addf(out, "For %s:\n\n", work_text(a, v->question));
    buf_addf(out, "  recommended  %-14s %s\n", name_of(r->best), lead_text(a, r));
    buf_addf(out, "  alternative  %s\n", name_of(r->alternative));
    if (r->avoid < MODEL_COUNT)
        buf_addf(out, "  avoid        %s\n", name_of(r->avoid));
    if (v->question->has_current)
        buf_addf(out, "  today        %-14s %s\n", name_of(v->question->current), today_text(a, v));
    buf_adds(out, "\nBecause of these rows of the decision matrix (`concadvise matrix`):\n\n");
    for (uint32_t i = 0; i < r->rows.n; i++)
        buf_addf(out, "  %-26s %s: %s\n", r->rows.v[i].id, r->rows.v[i].title,
                 r->rows.v[i].effect);
    text_predictions(a, v, out);
    buf_addf(out, "\n%s\n", ranges_sentence(a, v));
    text_measured(a, v, out);
}

/* ---- Markdown ---- */

void advice_markdown(struct arena *a, const struct advice *v, struct buf *out)
{
    const struct answer *r = v->answer;
    const struct bench_results *near = &v->nearest->results;
    buf_addf(out, "## Advice: %s\n\nFor %s.\n\n", name_of(r->best), work_text(a, v->question));
    buf_addf(out, "| | model | |\n|---|---|---|\n| recommended | **%s** | %s |\n",
             name_of(r->best), lead_text(a, r));
    buf_addf(out, "| alternative | %s | |\n| avoid | %s | |\n", name_of(r->alternative),
             name_of(r->avoid));
    if (v->question->has_current)
        buf_addf(out, "| today | %s | %s |\n", name_of(v->question->current), today_text(a, v));
    buf_adds(out, "\n| row of the decision matrix | | |\n|---|---|---|\n");
    for (uint32_t i = 0; i < r->rows.n; i++)
        buf_addf(out, "| `%s` | %s | %s |\n", r->rows.v[i].id, r->rows.v[i].title,
                 r->rows.v[i].effect);
    buf_addf(out, "\n| model | tasks/s | median | 99 %% | memory | limited by |\n"
                  "|---|---:|---:|---:|---:|---|\n");
    for (int m = 0; m < MODEL_COUNT; m++) {
        const struct prediction *p = &r->predictions[m];
        buf_addf(out, "| %s | %s | %s | %s | %s | %s |\n", name_of((enum bench_model)m),
                 rate_text(a, p->per_s), quantity_ms_text(a, p->p50_ms),
                 quantity_ms_text(a, p->p99_ms), memory_text(a, p->memory_mb),
                 r->is_candidate[m] ? limit_text(p->limit) : "ruled out");
    }
    buf_addf(out, "\nFigures are %s. %s\n", source_text(v), ranges_sentence(a, v));
    if (near->n)
        buf_addf(out, "\n%s:\n\n| model | tasks/s |\n|---|---:|\n", nearest_text(a, v));
    for (uint32_t i = 0; i < near->n; i++)
        buf_addf(out, "| %s | %s |\n", results_model(a, &near->v[i].params),
                 rate_text(a, near->v[i].rate.median));
}

/* ---- JSON ---- */

static json_t *json_work(const struct question *q)
{
    json_t *o = json_object();
    json_put(o, "io_ms", json_real(q->work.io_ms));
    json_put(o, "cpu_ms", json_real(q->work.cpu_ms));
    json_put(o, "concurrency", json_integer(q->work.concurrency));
    json_put(o, "tasks", json_real(q->work.tasks));
    json_put(o, "lock_share", json_real(q->work.shared));
    json_put(o, "shared", json_boolean(q->work.needs_state));
    json_put(o, "legacy", json_boolean(q->work.legacy));
    json_put(o, "stateless", json_boolean(q->work.stateless));
    json_put(o, "cores", json_integer(q->host.cores));
    json_put(o, "memory_mb", json_real(q->host.memory_mb));
    return o;
}

static json_t *json_model(const struct advice *v, enum bench_model m)
{
    const struct prediction *p = &v->answer->predictions[m];
    json_t *o = json_object();
    json_put(o, "model", json_string(name_of(m)));
    json_put(o, "per_s", json_real(p->per_s));
    json_put(o, "p50_ms", json_real(p->p50_ms));
    json_put(o, "p99_ms", json_real(p->p99_ms));
    json_put(o, "memory_mb", json_real(p->memory_mb));
    json_put(o, "fits", json_boolean(p->fits));
    json_put(o, "is_candidate", json_boolean(v->answer->is_candidate[m]));
    json_put(o, "limited_by", json_string(limit_text(p->limit)));
    return o;
}

static json_t *json_measured(struct arena *a, const struct bench_result *r)
{
    json_t *o = json_object();
    json_put(o, "workload", json_string(bench_workload_name(r->params.workload)));
    json_put(o, "work", json_text(results_work(a, &r->params)));
    json_put(o, "model", json_text(results_model(a, &r->params)));
    json_put(o, "per_s", json_real(r->rate.median));
    json_put(o, "per_s_low", json_real(r->rate.low));
    json_put(o, "per_s_high", json_real(r->rate.high));
    json_put(o, "runs", json_integer(r->rate.n));
    return o;
}

void advice_json(struct arena *a, const struct advice *v, struct buf *out)
{
    const struct answer *r = v->answer;
    json_t *o = json_object(), *rows = json_array(), *models = json_array();
    json_t *ranges = json_array(), *measured = json_array();
    json_put(o, "schema_version", json_integer(1));
    json_put(o, "question", json_work(v->question));
    json_put(o, "recommended", json_string(name_of(r->best)));
    json_put(o, "alternative",
             r->alternative < MODEL_COUNT ? json_string(name_of(r->alternative)) : json_null());
    json_put(o, "avoid", r->avoid < MODEL_COUNT ? json_string(name_of(r->avoid)) : json_null());
    json_put(o, "ahead", json_real(r->ahead));
    if (v->question->has_current) {
        json_put(o, "current", json_string(name_of(v->question->current)));
        json_put(o, "gain", json_real(r->gain));
        json_put(o, "keeps_current", json_boolean(r->keeps_current));
    }
    for (uint32_t i = 0; i < r->rows.n; i++) {
        json_t *row = json_object();
        json_put(row, "row", json_string(r->rows.v[i].id));
        json_put(row, "title", json_text(r->rows.v[i].title));
        json_put(row, "effect", json_text(r->rows.v[i].effect));
        json_push(rows, row);
    }
    json_put(o, "because", rows);
    for (int m = 0; m < MODEL_COUNT; m++)
        json_push(models, json_model(v, (enum bench_model)m));
    json_put(o, "predictions", models);
    json_put(o, "predicted_from",
             json_string(v->evidence->costs.is_measured ? "this machine" : "reference machine"));
    for (uint32_t i = 0; i < r->ranges.n; i++) {
        json_t *range = json_object();
        json_put(range, "from", json_integer(r->ranges.v[i].from));
        json_put(range, "model", json_string(name_of(r->ranges.v[i].model)));
        json_push(ranges, range);
    }
    json_put(o, "by_concurrency", ranges);
    for (uint32_t i = 0; i < v->nearest->results.n; i++)
        json_push(measured, json_measured(a, &v->nearest->results.v[i]));
    json_put(o, "measured", measured);
    json_put(o, "measured_on",
             v->nearest->results.n == 0 ? json_null()
                                        : json_string(v->nearest->is_reference
                                                          ? "reference machine" : "this machine"));
    json_put(o, "measured_at", v->nearest->taken_s
                                   ? json_text(evidence_date(a, v->nearest->taken_s))
                                   : json_null());
    json_write(o, out);
}
