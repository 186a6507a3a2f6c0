/*
 * Two runs, two machines, or two models: the same work side by side, and a winner only where the
 * intervals say so.
 */
#include <string.h>

#include "bench/table.h"
#include "cli/bench.h"
#include "cli/output.h"

enum { COLUMNS = 6 };

struct sides {
    struct bench_view *v;
    const char *names[2];
    struct bench_results results[2];
    bool are_models;
    struct table table;
    uint32_t pairs, faster[2], too_few;
};

/* "thread-pool", "event-loop:epoll" */
static bool read_model(struct arena *a, const char *word, enum bench_model *model,
                       const char **variant)
{
    size_t n = strcspn(word, ":");
    *variant = word[n] ? word + n + 1 : "";
    return bench_model_find(arena_strndup(a, word, n), model);
}

static bool choose_models(struct sides *s, struct err *err)
{
    struct bench_choice choice;
    struct bench_results all = {0};
    if (!bench_choose(s->v, NULL, &choice, err) || !bench_results(s->v, &choice, &all, err))
        return false;
    for (int side = 0; side < 2; side++) {
        enum bench_model model = MODEL_COUNT;
        const char *variant;
        bool ok = read_model(s->v->arena, s->v->o->words.v[side], &model, &variant);
        ASSERT(ok);
        for (uint32_t i = 0; i < all.n; i++) {
            if (all.v[i].params.model == model && !strcmp(all.v[i].params.variant, variant))
                vec_push(s->v->arena, &s->results[side], all.v[i]);
        }
        s->names[side] = s->v->o->words.v[side];
    }
    return true;
}

static bool choose_runs(struct sides *s, struct err *err)
{
    for (int side = 0; side < 2; side++) {
        struct bench_choice choice;
        if (!bench_choose(s->v, s->v->o->words.v[side], &choice, err) ||
            !bench_results(s->v, &choice, &s->results[side], err))
            return false;
        s->names[side] = choice.name;
    }
    return true;
}

static bool choose(struct sides *s, struct err *err)
{
    enum bench_model model;
    const char *variant;
    bool is_model[2];
    for (int side = 0; side < 2; side++)
        is_model[side] =
            read_model(s->v->arena, s->v->o->words.v[side], &model, &variant);
    if (is_model[0] != is_model[1])
        return err_set(err, "bench: --compare needs two models, or two runs or machines");
    s->are_models = is_model[0];
    return s->are_models ? choose_models(s, err) : choose_runs(s, err);
}

static const char *figure(struct arena *a, const struct bench_result *r)
{
    if (r->params.duration_ms)
        return arena_printf(a, "%s/s", results_number(a, r->rate.median));
    return arena_printf(a, "%s%s", results_time(a, r->wall.median), r->is_extrapolated ? "*" : "");
}

static void add_pair(struct sides *s, const struct bench_result *x, const struct bench_result *y)
{
    struct arena *a = s->v->arena;
    static const char *const words[] = {[STATS_SAME] = "no difference that can be told",
                                        [STATS_TOO_FEW] = "too few runs"};
    enum stats_order order = stats_compare(&x->rate, &y->rate);
    ASSERT(order <= STATS_TOO_FEW);
    int winner = order == STATS_GREATER ? 0 : order == STATS_LESS ? 1 : -1;
    const struct bench_params *p = &x->params;
    const char *work = arena_printf(a, "%s: %s", bench_workload_name(p->workload),
                                    results_work(a, p->model == MODEL_SEQUENTIAL ? &y->params : p));
    double factor = y->rate.median > 0 ? x->rate.median / y->rate.median : 0;
    const char *cells[COLUMNS] = {
        s->are_models ? work : arena_printf(a, "%s, %s", results_model(a, p), work),
        figure(a, x), figure(a, y),
        results_factor(a, factor),
        winner >= 0 ? arena_printf(a, "%s is faster", s->names[winner]) : words[order],
        arena_printf(a, "%u/%u", x->wall.n, y->wall.n)};
    table_row(&s->table, cells);
    s->pairs++;
    s->too_few += order == STATS_TOO_FEW;
    if (winner >= 0)
        s->faster[winner]++;
}

static void add_pairs(struct sides *s)
{
    for (uint32_t i = 0; i < s->results[0].n; i++) {
        for (uint32_t k = 0; k < s->results[1].n; k++) {
            const struct bench_result *x = &s->results[0].v[i], *y = &s->results[1].v[k];
            bool is_pair = s->are_models ? results_same_work(&x->params, &y->params)
                                         : results_compare(&x->params, &y->params) == 0;
            if (is_pair)
                add_pair(s, x, y);
        }
    }
}

static bool compare(struct sides *s, struct buf *out, struct err *err)
{
    if (!choose(s, err))
        return false;
    const char *head[COLUMNS] = {"work", s->names[0], s->names[1], "A by B", "", "runs"};
    table_init(&s->table, s->v->arena, COLUMNS, 1 | 16);
    table_row(&s->table, head);
    add_pairs(s);
    if (s->pairs == 0)
        return err_set(err, "bench: %s and %s have no work in common", s->names[0], s->names[1]);
    if (s->v->o->bench.markdown)
        table_markdown(&s->table, out);
    else
        table_text(&s->table, "", out);
    buf_addf(out, "\n%s is faster in %u of %u, %s in %u", s->names[0], s->faster[0], s->pairs,
             s->names[1], s->faster[1]);
    if (s->too_few)
        buf_addf(out, "; %u have fewer than %d runs", s->too_few, STATS_ENOUGH);
    buf_adds(out, "; in the others no difference can be told\n");
    return true;
}

int bench_compare(struct bench_view *v)
{
    struct sides s = {.v = v};
    struct buf BUF_CLEANUP out = {0};
    struct err ERR_CLEANUP err = {0};
    if (compare(&s, &out, &err))
        return bench_print(v->o, &out);
    say("%s", buf_str(&err.text));
    return EXIT_FAILED;
}
