/*
 * decide answers for a workload; a unit of a program is a little more: a loop that a call blocks
 * serves one event at a time however many clients wait, and its remedy is to hand that call to a
 * pool, not to become one.
 */
#include "models/advice.h"

#include <math.h>

static const double NEAR = 0.5; /* measured with figures that differ by three times at most */

bool work_is_known(const struct model_unit *u)
{
    const struct model_work *w = &u->work;
    return w->io != FIGURE_UNKNOWN || w->cpu > FIGURE_ANALYSIS || w->only_computes ||
           (w->cpu == FIGURE_ANALYSIS &&
            (w->load.cpu_ms >= 0.1 || (!w->has_io && u->kind != MODEL_UNIT_CHILDREN))) ||
           (w->has_io && w->bound == MODEL_BOUND_CLIENTS);
}

/* Are the figures that a gain rests on more than a guess? */
static bool is_gain_known(const struct model_work *w)
{
    return w->io != FIGURE_UNKNOWN || w->cpu > FIGURE_ANALYSIS ||
           (w->cpu == FIGURE_ANALYSIS && w->load.cpu_ms >= 0.1);
}

static const struct bench_result *result_of(const struct bench_results *r, enum bench_model m)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (r->v[i].params.model == m && !r->v[i].params.variant[0])
            return &r->v[i];
    return NULL;
}

/* Both models measured on about this work. */
static bool measured_gain(struct arena *a, const struct evidence *e, const struct model_unit *u,
                          struct model_advice *out)
{
    struct nearest near;
    evidence_nearest(a, e, &u->work.load, &near);
    const struct bench_result *now = result_of(&near.results, u->model),
                              *then = result_of(&near.results, out->best);
    if (!now || !then || near.distance > NEAR || !(now->rate.median > 0) ||
        !(then->rate.median > now->rate.median))
        return false;
    out->gain = then->rate.median / now->rate.median;
    out->gain_from = near.is_reference ? GAIN_REFERENCE : GAIN_MEASURED;
    ASSERT(isfinite(out->gain));
    return true;
}

/* What a loop manages when a call, or computing, holds it up at each event. */
static double held_up_per_s(const struct model_work *w)
{
    return 1000 / (w->blocks_ms + w->computes_ms + w->load.cpu_ms);
}

static void keep_rows(struct arena *a, const struct answer *answer, struct model_advice *out)
{
    const char **rows = arena_array(a, const char *, answer->rows.n + 1);
    for (uint32_t i = 0; i < answer->rows.n; i++)
        rows[i] = answer->rows.v[i].id;
    out->rows = rows;
    out->n_rows = answer->rows.n;
}

/* The row is that of a loop and a pool, whatever the loop does between the calls that block it. */
static void advise_held_up(struct arena *a, const struct model_work *w, const struct matrix *matrix,
                           const struct prediction *p, struct model_advice *out)
{
    const struct matrix_task_row *row = &matrix->tasks[TASK_MIXED];
    const char **rows = arena_array(a, const char *, 2);
    ASSERT(w->blocks_ms > 0 || w->computes_ms > 0);
    ASSERT(row->best == MODEL_LOOP_EXECUTOR);
    rows[0] = row->id;
    rows[1] = matrix->principles[row->principle - 1].id;
    out->best = row->best;
    out->row = row->id;
    out->rows = rows;
    out->n_rows = 2;
    out->keeps = false;
    out->why = w->blocks_ms > 0 ? "calls block the loop" : "the loop computes";
    out->gain = p->per_s / held_up_per_s(w);
    out->is_most = true;
}

/* A loop is how one thread waits for several things: work that is light does not make it less. */
static void keep_loop(struct model_advice *out)
{
    out->best = MODEL_EVENT_LOOP;
    out->keeps = true;
}

void unit_advise(struct arena *a, struct model_unit *u, const struct matrix *matrix,
                 const struct host *host, const struct costs *costs, const struct evidence *e)
{
    struct model_advice *out = &u->advice;
    const struct model_work *w = &u->work;
    bool is_held_up = u->kind == MODEL_UNIT_LOOP && (w->blocks_ms > 0 || w->computes_ms > 0);
    struct question q = {.work = w->load, .host = *host, .costs = costs,
                         .has_current = u->model != MODEL_COUNT, .current = u->model};
    struct answer answer;

    *out = (struct model_advice){.best = MODEL_COUNT};
    if (!work_is_known(u))
        return;
    if (is_held_up)
        q.work.cpu_ms += w->computes_ms;
    decide(a, matrix, &q, &answer);
    out->best = answer.best;
    out->row = matrix->tasks[answer.task].id;
    keep_rows(a, &answer, out);
    out->keeps = answer.keeps_current || answer.best == u->model;
    out->gain = answer.gain;
    if (is_held_up)
        advise_held_up(a, w, matrix, &answer.predictions[MODEL_LOOP_EXECUTOR], out);
    else if (u->kind == MODEL_UNIT_LOOP && answer.best == MODEL_SEQUENTIAL)
        keep_loop(out);
    ASSERT(out->best < MODEL_COUNT);
    if (out->keeps || (!is_held_up && !is_gain_known(w)) || out->gain <= 1) {
        out->gain = 0;
        return;
    }
    if (w->blocks_ms > 0)
        return; /* how often it waits is not known: a factor would be that of the longest wait */
    out->gain_from = costs->is_measured ? GAIN_PREDICTED : GAIN_REFERENCE;
    if (e && !is_held_up)
        (void)measured_gain(a, e, u, out);
}

void models_advise(struct arena *a, struct models *m, const struct matrix *matrix,
                   const struct host *host, const struct evidence *e)
{
    for (uint32_t i = 0; i < m->units.n; i++)
        unit_advise(a, &m->units.v[i], matrix, host, &e->costs, e);
}

const char *gain_word(enum model_gain g)
{
    static const char *const words[] = {
        [GAIN_UNKNOWN] = "", [GAIN_MEASURED] = "measured", [GAIN_PREDICTED] = "predicted",
        [GAIN_REFERENCE] = "reference",
    };
    ASSERT(g < sizeof words / sizeof *words);
    return words[g];
}
