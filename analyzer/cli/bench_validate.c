/*
 * `bench --validate`: the performance model against what was measured on this machine, case by
 * case, with nothing left out: errors of throughput and memory, and whether it names the winner
 * where the measurements themselves are sure of one.
 */
#include <math.h>
#include <string.h>

#include "cli/bench.h"
#include "cli/output.h"
#include "decide/decide.h"
#include "decide/evidence.h"

struct validation {
    struct arena *arena;
    const struct bench_results *all;
    struct costs costs;
    struct matrix matrix;
    bool markdown;
    struct buf *out;
    double *rate_errors, *memory_errors; /* parts, absolute */
    uint32_t n;
    uint32_t n_clear, n_right;
    uint32_t n_pairs, n_pairs_right;
};
enum { RUNS_LEAST = 3 };

static double off_by(double predicted, double measured)
{
    return measured > 0 ? predicted / measured - 1 : 0;
}

static const char *percent(struct arena *a, double part)
{
    return arena_printf(a, "%+.0f %%", 100 * part);
}

static void validate_row(struct validation *v, const struct bench_result *r,
                         const struct prediction *p)
{
    double rate = off_by(p->per_s, r->rate.median);
    double memory = off_by(p->memory_mb * 1024, r->pss_kb);
    v->rate_errors[v->n] = fabs(rate);
    v->memory_errors[v->n++] = fabs(memory);
    buf_addf(v->out,
             v->markdown ? "| %s | %s | %s/s | %s/s | %s | %s | %s | %s |\n"
                         : "  %-12s %-14s %9s/s %9s/s %7s %9s %9s %7s\n",
             bench_workload_name(r->params.workload), results_model(v->arena, &r->params),
             results_number(v->arena, r->rate.median), results_number(v->arena, p->per_s),
             percent(v->arena, rate), results_memory(v->arena, r->pss_kb),
             results_memory(v->arena, p->memory_mb * 1024), percent(v->arena, memory));
}

/* Whether the measurements say that x is slower than y. Three runs each: two equal models then look
 * different in 1 of 10 cases, but half of all models at once hardly ever. */
static bool is_slower(const struct bench_result *x, const struct bench_result *y)
{
    return x->rate.n >= RUNS_LEAST && y->rate.n >= RUNS_LEAST && x->rate.high < y->rate.low;
}

/* The measured winner is clear when at least half of the models are slower than the best one by
 * disjoint intervals; the prediction is right when its winner is not one of those. Models that
 * cannot be told apart are winners together: between them there is nothing to be right about. The
 * predicted winner is chosen as `advise` does it, the simplest of the fastest. */
static void judge_winner(struct validation *v, const struct bench_result *r,
                         const struct prediction *p, uint32_t n)
{
    struct prediction by_model[MODEL_COUNT] = {0};
    bool is_there[MODEL_COUNT] = {false};
    uint32_t best = 0, predicted = 0, n_slower = 0;
    for (uint32_t i = 0; i < n; i++) {
        best = r[i].rate.median > r[best].rate.median ? i : best;
        by_model[r[i].params.model] = p[i];
        is_there[r[i].params.model] = true;
    }
    for (uint32_t i = 0; i < n; i++)
        n_slower += is_slower(&r[i], &r[best]);
    if (2 * n_slower < n)
        return;
    v->n_clear++;
    enum bench_model simplest = decide_simplest(&v->matrix, by_model, is_there);
    while (predicted + 1 < n && r[predicted].params.model != simplest)
        predicted++;
    if (!is_slower(&r[predicted], &r[best])) {
        v->n_right++;
        return;
    }
    buf_addf(v->out, "%swinner of %s, %s: measured %s, predicted %s\n", v->markdown ? "\n" : "  ",
             bench_workload_name(r[0].params.workload), results_work(v->arena, &r[0].params),
             results_model(v->arena, &r[best].params),
             results_model(v->arena, &r[predicted].params));
}

/* Every two models that the measurements tell apart. */
static void judge_pairs(struct validation *v, const struct bench_result *r,
                        const struct prediction *p, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < n; k++) {
            if (!is_slower(&r[i], &r[k]))
                continue;
            v->n_pairs++;
            v->n_pairs_right += p[i].per_s < p[k].per_s;
        }
    }
}

/* All results of one piece of work: v[from..to). */
static void validate_work(struct validation *v, uint32_t from, uint32_t to)
{
    struct bench_result *kept = arena_array(v->arena, struct bench_result, to - from);
    struct prediction *predictions = arena_array(v->arena, struct prediction, to - from);
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++) {
        struct workload w;
        struct host h;
        struct prediction *p = &predictions[n];
        const struct bench_result *r = &v->all->v[i];
        if (!evidence_work(&r->params, &v->costs, &w, &h) || r->rate.n == 0 ||
            r->rate.median <= 0)
            continue;
        predict(&w, &h, &v->costs, r->params.model, p);
        validate_row(v, r, p);
        kept[n++] = *r;
    }
    if (n < 2)
        return;
    judge_winner(v, kept, predictions, n);
    judge_pairs(v, kept, predictions, n);
}

static void say_errors(struct validation *v)
{
    uint32_t n = v->n;
    buf_addf(v->out, "\n%u cases: median error of throughput %.0f %%, of memory %.0f %%\n", n,
             100 * stats_median(v->rate_errors, n), 100 * stats_median(v->memory_errors, n));
    buf_addf(v->out, "%s%u of %u clear winners named; %u of %u pairs of models that the "
                     "measurements tell apart are in the right order\n",
             v->markdown ? "\n" : "", v->n_right, v->n_clear, v->n_pairs_right, v->n_pairs);
    buf_addf(v->out, "%spredicted from the costs of %s\n", v->markdown ? "\n" : "",
             v->costs.is_measured
                 ? "single operations on this machine"
                 : "the reference machine");
}

/* `--validate reference`: the shipped figures against themselves, on any machine. */
bool bench_validates_reference(const struct options *o)
{
    return o->bench.validate && o->words.n == 1 && !strcmp(o->words.v[0], "reference");
}

static bool take_reference(struct bench_view *view, struct validation *v,
                           struct bench_results *all)
{
    struct reference reference;
    reference_load(view->arena, &reference);
    v->costs = reference.costs;
    *all = reference.results;
    return true;
}

static bool take_measured(struct bench_view *view, struct validation *v,
                          struct bench_results *all, struct err *err)
{
    struct bench_choice choice;
    struct bench_primitive_rows primitives = {0};
    const struct options *o = view->o;
    struct bench_filter here = {.machine = view->machine.fingerprint, .version = BENCH_VERSION};
    if (!bench_choose(view, o->words.n ? o->words.v[0] : NULL, &choice, err) ||
        !bench_results(view, &choice, all, err) ||
        !bench_store_primitives(view->arena, view->store, &here, &primitives, err))
        return false;
    evidence_costs(view->arena, &primitives, &v->costs);
    return true;
}

int bench_validate(struct bench_view *view)
{
    struct err ERR_CLEANUP err = {0};
    struct buf BUF_CLEANUP out = {0};
    struct bench_results all = {0};
    struct arena *a = view->arena;
    struct validation v = {.arena = a, .all = &all, .markdown = view->o->bench.markdown,
                           .out = &out};
    if (!(bench_validates_reference(view->o) ? take_reference(view, &v, &all)
                                             : take_measured(view, &v, &all, &err))) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    v.rate_errors = arena_array(a, double, all.n + 1);
    v.memory_errors = arena_array(a, double, all.n + 1);
    if (!matrix_load(a, &v.matrix, &err))
        BUG("rules/matrix.json");
    buf_addf(&out,
             v.markdown ? "| workload | model | measured | predicted | error | memory | predicted "
                          "| error |\n|---|---|---:|---:|---:|---:|---:|---:|\n"
                        : "  %-12s %-14s %11s %11s %7s %9s %9s %7s\n",
             "workload", "model", "measured", "predicted", "error", "memory", "predicted", "error");
    for (uint32_t i = 0; i < all.n;) {
        uint32_t end = i + 1;
        /* Beside the row before, not the first: that may be sequential, which is alike with all. */
        while (end < all.n && results_same_work(&all.v[end - 1].params, &all.v[end].params))
            end++;
        validate_work(&v, i, end);
        i = end;
    }
    if (v.n == 0) {
        say("bench: nothing that the performance model speaks of was measured there");
        return EXIT_FAILED;
    }
    say_errors(&v);
    return output_text(&out);
}
