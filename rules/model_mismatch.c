/*
 * CA901: a unit's model is clearly not the one that the decision matrix says for its work.
 *
 * The story: a server accepts, asks a database for forty milliseconds, answers, and accepts the
 * next client. On the developer's desk it is quick. With a hundred clients the last one waits four
 * seconds, and neither a faster processor nor a second one helps: nothing is ever done while one
 * client is waited for.
 *
 * The match: units (models/models.h) whose work is known well enough, by the code or by what its
 * users state, when decide answers with another model and predicts at least twice the throughput.
 * It is decided on the reference machine with four cores, so that the same code has the same
 * findings everywhere; the table of units says what it is on this machine.
 *
 * What a more specific rule reports is left to it: calls that block a loop (CA101), computing on it
 * (CA102), threads and processes for each request without a limit (CA302, CA402), jobs that are too
 * small (CA305), processes for trivial I/O (CA401).
 */
#include <string.h>

#include "flow/spots.h"
#include "models/advice.h"
#include "rules/lock_places.h"
#include "rules/rules.h"
#include "rules/shared.h"

static const double CLEAR = 2; /* times the throughput */
static const double MS_TINY = 0.001, MS_LONG_ON_LOOP = 10;
enum { MANY = 256, CORES = 4, MEMORY_MB = 8192 };

struct search {
    struct rule_context *ctx;
    struct matrix matrix;
    const struct costs *costs;
};

/* ---- is the work known? ---- */
static bool is_stated(const struct model_work *w)
{
    return w->io > FIGURE_ANALYSIS || w->cpu > FIGURE_ANALYSIS;
}

/* Everything that it does is seen: it waits for peers, by calls that have other forms, and the rest
 * takes no time to speak of. */
static bool only_waits(const struct model_work *w)
{
    return w->waits[DEV_NET] && !w->legacy_call && w->is_cpu_known && w->load.cpu_ms < 1;
}

static bool only_waits_or_blocks(const struct model_work *w)
{
    return w->n_waits && (w->waits[DEV_NET] || w->waits[DEV_DB] || w->waits[DEV_DNS] ||
                          w->waits[DEV_HTTP] || w->waits[DEV_TIMER]);
}

/* The shapes that are reported without anybody stating the work. */
static const char *shape_of(const struct model_unit *u)
{
    const struct model_work *w = &u->work;
    switch (u->kind) {
    case MODEL_UNIT_MAIN:
        return w->bound == MODEL_BOUND_CLIENTS && only_waits_or_blocks(w)
                   ? "clients are served one after the other, and each is waited for" : NULL;
    case MODEL_UNIT_THREADS:
        return !u->per_client && w->bound == MODEL_BOUND_CONSTANT &&
                       w->load.concurrency >= MANY && only_waits(w)
                   ? "hundreds of threads only wait for peers" : NULL;
    case MODEL_UNIT_CHILDREN:
        return u->many && !u->per_client && u->model == MODEL_PROCESSES && only_waits(w)
                   ? "a process for each piece of work only waits for a peer" : NULL;
    case MODEL_UNIT_WORKERS:
        return w->is_cpu_known && w->load.cpu_ms < MS_TINY && !w->has_io && !w->n_waits
                   ? "workers of a pool do less than handing it to them costs" : NULL;
    default: return NULL;
    }
}

/* Left to CA302 and CA402, whatever is stated. */
static bool is_others(const struct model_unit *u)
{
    return (u->per_client && !u->is_limited) || u->kind == MODEL_UNIT_JOBS;
}

/* ---- findings ---- */
static bool has_finding(const struct rule_context *ctx, const struct model_unit *u)
{
    for (uint32_t i = 0; i < ctx->out->list.n; i++) {
        const struct finding *f = &ctx->out->list.v[i];
        if (f->confidence != CONF_LOW && u->at.file && f->at.line == u->at.line &&
            !strcmp(f->at.file, u->at.file))
            return true;
    }
    return u->work.blocks_ms > 0 || u->work.computes_ms > 0;
}

static const char *help_of(struct arena *a, enum bench_model m)
{
    static const char *const how[MODEL_COUNT] = {
        [MODEL_SEQUENTIAL] = "do it where it arises, without handing it over",
        [MODEL_EVENT_LOOP] = "make the descriptors non-blocking and serve them all on one event "
                             "loop",
        [MODEL_THREADS] = "give each piece a thread",
        [MODEL_PROCESSES] = "give each piece a process",
        [MODEL_HYBRID] = "fork one worker for each core, each with its own loop or threads",
        [MODEL_THREAD_POOL] = "hand the work to a fixed number of threads through a queue",
        [MODEL_PROCESS_POOL] = "fork a fixed number of workers that take work from a pipe or a "
                               "socket",
        [MODEL_LOOP_EXECUTOR] = "keep the loop for I/O, and hand what computes or blocks to a "
                                "pool that wakes the loop",
    };
    return arena_printf(a, "%s (model %s)", how[m], bench_model_name(m));
}

static const char *work_words(struct arena *a, const struct model_work *w)
{
    struct buf BUF_CLEANUP out = {0};
    if (w->load.io_ms > 0)
        buf_addf(&out, "%s of waiting", duration_words(a, w->load.io_ms));
    if (w->load.cpu_ms >= MS_TINY)
        buf_addf(&out, "%s%s of computing", out.n ? " and " : "",
                 duration_words(a, w->load.cpu_ms));
    buf_addf(&out, "%sat most %u at once", out.n ? " for each, " : "", w->load.concurrency);
    return arena_strdup(a, buf_str(&out));
}

static void add_steps(struct search *s, const struct model_unit *u, struct finding *f)
{
    const struct program *p = s->ctx->program;
    struct step *steps = arena_array(s->ctx->arena, struct step, 2);
    f->n_steps = 1;
    if (u->site.v) {
        steps[0] = (struct step){.name = p->funcs[p->sites[u->site.v].caller.v].name,
                                 .at = spot_of_func(p, p->sites[u->site.v].caller)};
        f->n_steps = 2;
    }
    steps[f->n_steps - 1] = (struct step){
        .name = u->site.v ? site_callee_name(s->ctx->arena, p, u->site) : "main", .at = u->at};
    f->steps = steps;
    f->intro = "chosen here";
}

static void report(struct search *s, const struct model_unit *u, const char *shape)
{
    struct arena *a = s->ctx->arena;
    const char *best = bench_model_name(u->advice.best);
    const char **notes = arena_array(a, const char *, 2);
    bool is_sure = is_stated(&u->work);
    struct finding f = {
        .rule = "CA901", .level = is_sure ? LEVEL_WARNING : LEVEL_NOTE,
        .confidence = is_sure && u->sure ? CONF_HIGH : CONF_MEDIUM,
        .at = u->at, .entity = u->name,
        .message = arena_printf(a, "%s is %s, and its work asks for %s%s%s", u->name,
                                bench_model_name(u->model), best, shape ? ": " : "",
                                shape ? shape : ""),
        .help = help_of(a, u->advice.best), .notes = notes, .n_notes = 2,
        .matrix_row = u->advice.row, .model = best, .worst_ms = -1};

    notes[0] = arena_printf(a, "its work: %s%s", work_words(a, &u->work),
                            is_sure ? ", as stated" : "");
    notes[1] = u->advice.gain > 1
                   ? arena_printf(a, "predicted: %.1f times the throughput on a machine of %u "
                                     "cores", u->advice.gain, CORES)
                   : "a hand-over costs microseconds, and a lock that all workers want besides";
    add_steps(s, u, &f);
    vec_push(a, &s->ctx->out->list, f);
}

static void judge(struct search *s, const struct model_unit *of)
{
    static const struct host host = {.cores = CORES, .memory_mb = MEMORY_MB};
    struct model_unit u = *of; /* its own advice is that of the user's machine */
    const char *shape = shape_of(&u);

    if (u.is_background || !u.at.file || is_others(&u) || has_finding(s->ctx, &u) ||
        (!shape && !is_stated(&u.work)))
        return;
    if (u.kind == MODEL_UNIT_LOOP && u.work.load.cpu_ms < MS_LONG_ON_LOOP)
        return; /* it waits for thousands as well as for one */
    if (u.kind == MODEL_UNIT_WORKERS && shape) {
        u.advice = (struct model_advice){.best = MODEL_SEQUENTIAL, .row = "task/cpu-light"};
        report(s, &u, shape);
        return;
    }
    unit_advise(s->ctx->arena, &u, &s->matrix, &host, s->costs, NULL);
    if (u.advice.best == MODEL_COUNT || u.advice.keeps || u.advice.best == u.model ||
        u.advice.gain < CLEAR)
        return;
    report(s, &u, is_stated(&u.work) ? NULL : shape);
}

void rule_model_mismatch(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx, .costs = costs_reference()};
    struct err ERR_CLEANUP err = {0};
    struct models *m = shared_models(ctx);

    if (!matrix_load(ctx->arena, &s.matrix, &err))
        BUG("the matrix that is built in");
    models_learn(m, ctx->flow, ctx->out);
    for (uint32_t i = 0; i < m->units.n; i++) {
        ASSERT(m->units.v[i].work.load.concurrency >= 1);
        judge(&s, &m->units.v[i]);
    }
}
