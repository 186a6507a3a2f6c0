/*
 * `bench --validate`: the performance model against what was measured on this machine, case by
 * case, with nothing left out: errors of throughput and memory, and whether it names the winner
 * where the measurements themselves are sure of one.
 */
#include <math.h>
#include <string.h>

#include "cli/bench.h"
#include "cli/output.h"
#include "decide/evidence.h"

struct validation {
    struct arena *arena;
    const struct bench_results *all;
    struct costs costs;
    bool markdown;
    struct buf *out;
    double *rate_errors, *memory_errors; /* parts, absolute */
    uint32_t n;
    uint32_t n_sure, n_right;
};

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

/* All results of one piece of work: v[from..to). */
static void validate_work(struct validation *v, uint32_t from, uint32_t to)
{
    struct bench_result *kept = arena_array(v->arena, struct bench_result, to - from);
    uint32_t n = 0, predicted = 0;
    double most = -1;
    for (uint32_t i = from; i < to; i++) {
        struct workload w;
        struct host h;
        struct prediction p;
        const struct bench_result *r = &v->all->v[i];
        if (!evidence_work(&r->params, &w, &h) || r->rate.n == 0 || r->rate.median <= 0)
            continue;
        predict(&w, &h, &v->costs, r->params.model, &p);
        validate_row(v, r, &p);
        if (p.per_s > most) {
            most = p.per_s;
            predicted = n;
        }
        kept[n++] = *r;
    }
    bool is_sure = false;
    if (n < 2)
        return;
    uint32_t best = results_best(kept, n, &is_sure);
    if (!is_sure)
        return;
    v->n_sure++;
    v->n_right += best == predicted;
    if (best != predicted)
        buf_addf(v->out, "%swinner of %s, %s: measured %s, predicted %s\n",
                 v->markdown ? "\n" : "  ", bench_workload_name(kept[0].params.workload),
                 results_work(v->arena, &kept[0].params),
                 results_model(v->arena, &kept[best].params),
                 results_model(v->arena, &kept[predicted].params));
}

static void say_errors(struct validation *v)
{
    uint32_t n = v->n;
    buf_addf(v->out, "\n%u cases: median error of throughput %.0f %%, of memory %.0f %%\n", n,
             100 * stats_median(v->rate_errors, n), 100 * stats_median(v->memory_errors, n));
    buf_addf(v->out, "%u of %u clear winners named", v->n_right, v->n_sure);
    buf_addf(v->out, "; predicted from the costs of %s\n",
             v->costs.is_measured
                 ? "single operations on this machine"
                 : "the reference machine: run `concadvise bench --primitives` first");
}

int bench_validate(struct bench_view *view)
{
    struct err ERR_CLEANUP err = {0};
    struct buf BUF_CLEANUP out = {0};
    struct bench_choice choice;
    struct bench_results all = {0};
    struct bench_primitive_rows primitives = {0};
    struct arena *a = view->arena;
    if (!bench_choose(view, view->o->words.n ? view->o->words.v[0] : NULL, &choice, &err) ||
        !bench_results(view, &choice, &all, &err) ||
        !bench_store_primitives(a, view->store, &(struct bench_filter){
            .machine = view->machine.fingerprint, .version = BENCH_VERSION}, &primitives, &err)) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    struct validation v = {.arena = a, .all = &all, .markdown = view->o->bench.markdown,
                           .out = &out, .rate_errors = arena_array(a, double, all.n + 1),
                           .memory_errors = arena_array(a, double, all.n + 1)};
    evidence_costs(a, &primitives, &v.costs);
    buf_addf(&out,
             v.markdown ? "| workload | model | measured | predicted | error | memory | predicted "
                          "| error |\n|---|---|---:|---:|---:|---:|---:|---:|\n"
                        : "  %-12s %-14s %11s %11s %7s %9s %9s %7s\n",
             "workload", "model", "measured", "predicted", "error", "memory", "predicted", "error");
    for (uint32_t i = 0; i < all.n;) {
        uint32_t end = i + 1;
        while (end < all.n && results_same_work(&all.v[i].params, &all.v[end].params))
            end++;
        validate_work(&v, i, end);
        i = end;
    }
    if (v.n == 0) {
        say("bench: nothing that the model speaks of was measured for %s", choice.name);
        return EXIT_FAILED;
    }
    say_errors(&v);
    return output_text(&out);
}
