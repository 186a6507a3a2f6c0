/*
 * Sizes are data. A round runs every cell once; the first, with a tenth of the tasks, only warms
 * up. Guesses of times serve the display and the budget, and are replaced by measured times as soon
 * as there are some.
 */
#include "bench/grid.h"

#include <string.h>

#include "base/suggest.h"

enum { LEVELS = 3, WARM_PART = 10, ROUNDS_DEFAULT = 4, ROUNDS_QUICK = 3, ROUNDS_FULL = 4 };
#define BUDGET_DEFAULT_S 165.0 /* single operations come afterwards */
#define LIMIT_DEFAULT_S 170.0
#define BUDGET_QUICK_S 14.0
#define LIMIT_QUICK_S 15.5
#define WARM_UP_SHARE 0.08 /* of the budget at most */
#define RUN_S 0.03 /* what a run takes beside its tasks */

/* One workload in one size. Concurrency 0: as many as there are cores; levels end at a repeated
 * 0. */
struct shape {
    enum bench_workload workload;
    uint32_t tasks, levels[LEVELS], io_us, cpu_us, payload, shared_permille;
    uint32_t duration_ms, timeout_ms;
    uint32_t sequential_tasks; /* 0: all */
};

#define MS 1000u
#define S 1000000u

static const struct shape DEFAULT[] = {
    {WORK_IO_WAIT, 1000, {20, 200, 1000}, 5 * MS, 0, 0, 0, 0, 0, 200},
    {WORK_LEGACY_IO, 200, {40}, 2 * MS, 0, 0, 0, 0, 0, 0},
    {WORK_DISK_IO, 64, {8}, 0, 0, 16384, 0, 0, 0, 0},
    {WORK_CPU_HEAVY, 24, {0}, 0, 10 * MS, 0, 0, 0, 0, 0},
    {WORK_CPU_LIGHT, 500, {0}, 0, 1, 0, 0, 0, 0, 0},
    {WORK_MIXED, 200, {50}, 2 * MS, 500, 0, 0, 0, 0, 0},
    {WORK_SHARED_STATE, 500, {0}, 0, 20, 0, 200, 0, 0, 0},
    {WORK_SERIALISED, 24, {0}, 0, 5 * MS, 0, 0, 0, 0, 0},
    {WORK_SPAWN, 100, {1}, 0, 0, 0, 0, 0, 0, 0},
    {WORK_ENDPOINT, 0, {500}, 40 * MS, 0, 0, 0, 1500, 1000, 0},
};
static const struct shape QUICK[] = {
    {WORK_IO_WAIT, 200, {20, 200}, 2 * MS, 0, 0, 0, 0, 0, 0},
    {WORK_LEGACY_IO, 40, {20}, 2 * MS, 0, 0, 0, 0, 0, 0},
    {WORK_DISK_IO, 8, {4}, 0, 0, 4096, 0, 0, 0, 0},
    {WORK_CPU_HEAVY, 12, {0}, 0, 4 * MS, 0, 0, 0, 0, 0},
    {WORK_CPU_LIGHT, 200, {0}, 0, 1, 0, 0, 0, 0, 0},
    {WORK_MIXED, 40, {20}, 2 * MS, 500, 0, 0, 0, 0, 0},
    {WORK_SHARED_STATE, 500, {0}, 0, 20, 0, 200, 0, 0, 0},
    {WORK_SERIALISED, 12, {0}, 0, 2 * MS, 0, 0, 0, 0, 0},
    {WORK_SPAWN, 20, {1}, 0, 0, 0, 0, 0, 0, 0},
    {WORK_ENDPOINT, 0, {200}, 40 * MS, 0, 0, 0, 800, 400, 0},
};
/* The source's sizes where it gives some. */
static const struct shape FULL[] = {
    {WORK_IO_WAIT, 1000, {20, 40, 1000}, 1 * S, 0, 0, 0, 0, 0, 10},
    {WORK_LEGACY_IO, 1000, {40}, 100 * MS, 0, 0, 0, 0, 0, 50},
    {WORK_DISK_IO, 500, {8}, 0, 0, 65536, 0, 0, 0, 0},
    {WORK_CPU_HEAVY, 40, {0}, 0, 1 * S, 0, 0, 0, 0, 0},
    {WORK_CPU_LIGHT, 10000, {0}, 0, 1, 0, 0, 0, 0, 0},
    {WORK_MIXED, 1000, {100}, 20 * MS, 2 * MS, 0, 0, 0, 0, 100},
    {WORK_SHARED_STATE, 20000, {0}, 0, 20, 0, 200, 0, 0, 0},
    {WORK_SERIALISED, 40, {0}, 0, 50 * MS, 0, 0, 0, 0, 0},
    {WORK_SPAWN, 500, {1}, 0, 0, 0, 0, 0, 0, 0},
    {WORK_ENDPOINT, 0, {500}, 1 * S, 0, 0, 0, 60000, 30000, 0},
};
/* How many waits one loop holds at once: nobody else is asked for so many. */
static const struct shape MANY = {WORK_IO_WAIT, 10000, {10000}, 1 * S, 0, 0, 0, 0, 0, 0};

/* ---- names ---- */

/* Whether `name` is a word of one of the lists "a,b"; no list: every name is. */
static bool is_listed(const char *const *lists, uint32_t n, const char *name)
{
    size_t length = strlen(name);
    for (uint32_t i = 0; i < n; i++) {
        for (const char *word = lists[i]; *word;) {
            size_t end = strcspn(word, ",");
            if (end == length && !strncmp(word, name, end))
                return true;
            word += end + (word[end] == ',');
        }
    }
    return n == 0;
}

static bool check_word(struct arena *a, const char *word, const char *kind,
                       const char *const *known, uint32_t n, struct err *err)
{
    const char *name = arena_strndup(a, word, strcspn(word, ":"));
    for (uint32_t i = 0; i < n; i++) {
        if (!strcmp(known[i], name))
            return true;
    }
    const char *near = suggest_word(name, known, n);
    if (near)
        return err_set(err, "no %s '%s' (did you mean '%s'?)", kind, name, near);
    struct buf BUF_CLEANUP all = {0};
    for (uint32_t i = 0; i < n; i++)
        buf_addf(&all, "%s%s", i ? ", " : "", known[i]);
    return err_set(err, "no %s '%s'; there are %s", kind, name, buf_str(&all));
}

static bool check_lists(struct arena *a, const char *const *lists, uint32_t n_lists,
                        const char *kind, const char *const *known, uint32_t n, struct err *err)
{
    for (uint32_t i = 0; i < n_lists; i++) {
        const char *at = lists[i];
        do {
            size_t length = strcspn(at, ",");
            if (!check_word(a, arena_strndup(a, at, length), kind, known, n, err))
                return false;
            at += length;
        } while (*at++ == ',');
    }
    return true;
}

static bool check_names(struct arena *a, const struct grid_request *req, struct err *err)
{
    const char *workloads[WORKLOAD_COUNT], *models[MODEL_COUNT];
    for (uint32_t i = 0; i < WORKLOAD_COUNT; i++)
        workloads[i] = bench_workload_name((enum bench_workload)i);
    for (uint32_t i = 0; i < MODEL_COUNT; i++)
        models[i] = bench_model_name((enum bench_model)i);
    return check_lists(a, req->workloads, req->n_workloads, "workload", workloads, WORKLOAD_COUNT,
                       err) &&
           check_lists(a, req->models, req->n_models, "model", models, MODEL_COUNT, err);
}

/* "event-loop" asks for all its variants, "event-loop:epoll" for one, "event-loop:" for the
 * first. */
static bool is_wanted(struct arena *a, const struct grid_request *req, enum bench_model m,
                      const char *variant)
{
    const char *name = bench_model_name(m);
    return is_listed(req->models, req->n_models, name) ||
           is_listed(req->models, req->n_models, arena_printf(a, "%s:%s", name, variant));
}

/* ---- cells ---- */

static double guess_seconds(const struct bench_params *p, uint32_t tasks)
{
    if (p->duration_ms)
        return p->duration_ms / 1e3 + p->timeout_ms / 1e3 * 0.3 + RUN_S;
    double at_once = p->model == MODEL_SEQUENTIAL ? 1 : p->concurrency;
    bool is_parallel = p->model != MODEL_SEQUENTIAL && p->model != MODEL_EVENT_LOOP &&
                       p->workload != WORK_SERIALISED;
    double cores = is_parallel ? p->cores : 1;
    bool is_loop = p->model == MODEL_EVENT_LOOP || p->model == MODEL_LOOP_EXECUTOR;
    double each = p->workload == WORK_SPAWN ? 1e-3 : is_loop ? 30e-6 : 150e-6;
    if (p->workload == WORK_DISK_IO)
        each = 2e-3;
    return RUN_S + tasks * (p->io_us / 1e6 / at_once + p->cpu_us / 1e6 / cores + each);
}

static void add_cell(struct arena *a, struct grid *g, const struct shape *s, enum bench_model m,
                     const char *variant, uint32_t level, uint32_t cores)
{
    ASSERT(cores > 0 && (s->tasks > 0) != (s->duration_ms > 0));
    struct bench_params p = {
        .workload = s->workload, .model = m, .variant = variant, .tasks = s->tasks,
        .concurrency = m == MODEL_SEQUENTIAL && s->tasks ? 1 : level ? level : cores,
        .io_us = s->io_us, .cpu_us = s->cpu_us, .payload = s->payload,
        .shared_permille = s->shared_permille, .cores = cores, .duration_ms = s->duration_ms,
        .timeout_ms = s->timeout_ms};
    uint32_t measured =
        m == MODEL_SEQUENTIAL && s->sequential_tasks ? s->sequential_tasks : s->tasks;
    struct grid_cell cell = {.params = p, .measured_tasks = measured,
                             .seconds = guess_seconds(&p, measured)};
    vec_push(a, &g->cells, cell);
}

static void add_shape(struct arena *a, const struct grid_request *req, const struct shape *s,
                      struct grid *g)
{
    if (!is_listed(req->workloads, req->n_workloads, bench_workload_name(s->workload)))
        return;
    for (uint32_t level = 0; level < LEVELS && (level == 0 || s->levels[level]); level++) {
        for (int m = 0; m < MODEL_COUNT; m++) {
            const char *const *variants;
            uint32_t n = bench_variants(s->workload, (enum bench_model)m, &variants);
            if (m == MODEL_SEQUENTIAL && level > 0)
                continue;
            if (s == &MANY && m != MODEL_EVENT_LOOP)
                continue;
            for (uint32_t i = 0; i < n; i++) {
                if (is_wanted(a, req, (enum bench_model)m, variants[i]))
                    add_cell(a, g, s, (enum bench_model)m, variants[i], s->levels[level],
                             req->cores);
            }
        }
    }
}

bool grid_make(struct arena *a, const struct grid_request *req, struct grid *out,
               struct err *err)
{
    static const struct {
        const char *name;
        const struct shape *shapes;
        uint32_t n, rounds, least;
        double budget_s, limit_s;
    } sizes[] = {
        [GRID_DEFAULT] = {"default", DEFAULT, sizeof DEFAULT / sizeof *DEFAULT, ROUNDS_DEFAULT, 2,
                          BUDGET_DEFAULT_S, LIMIT_DEFAULT_S},
        [GRID_QUICK] = {"quick", QUICK, sizeof QUICK / sizeof *QUICK, ROUNDS_QUICK, 1,
                        BUDGET_QUICK_S, LIMIT_QUICK_S},
        [GRID_FULL] = {"full", FULL, sizeof FULL / sizeof *FULL, ROUNDS_FULL, ROUNDS_FULL, 0, 0},
    };
    ASSERT(req->size <= GRID_FULL && req->cores > 0);
    *out = (struct grid){
        .name = sizes[req->size].name,
        .rounds = req->repeat ? req->repeat : sizes[req->size].rounds,
        .least_rounds = req->repeat ? req->repeat : sizes[req->size].least,
        .budget_s = req->repeat ? 0 : sizes[req->size].budget_s,
        .limit_s = req->repeat ? 0 : sizes[req->size].limit_s};
    if (!check_names(a, req, err))
        return false;
    for (uint32_t i = 0; i < sizes[req->size].n; i++)
        add_shape(a, req, &sizes[req->size].shapes[i], out);
    if (req->size != GRID_QUICK)
        add_shape(a, req, &MANY, out);
    return out->cells.n > 0 ||
           err_set(err, "no model that is asked for does a workload that is asked for");
}

/* ---- running ---- */

struct runner {
    struct grid *g;
    const struct grid_watch *w;
    double start_s;
    uint32_t seq;
};

/* A run without a time of its own is worth a warm-up; one that lasts for seconds is not. */
static bool has_warm_up(const struct grid_cell *c)
{
    return c->params.duration_ms == 0 && c->measured_tasks > 0;
}

static double warm_seconds(const struct grid_cell *c)
{
    return has_warm_up(c) ? RUN_S + (c->seconds - RUN_S) / WARM_PART : 0;
}

/* Round 0 is the warm-up. */
static double seconds_left(const struct grid *g, uint32_t round, uint32_t from)
{
    double left = 0;
    for (uint32_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *c = &g->cells.v[i];
        if (c->has_failed)
            continue;
        uint32_t first = round ? round : 1;
        double rounds = g->rounds - first + 1 - (round && i < from ? 1 : 0);
        left += c->seconds * rounds + (round == 0 && i >= from ? warm_seconds(c) : 0);
    }
    return left;
}

double grid_seconds(const struct grid *g)
{
    double s = seconds_left(g, 0, 0);
    return g->budget_s > 0 && s > g->budget_s ? g->budget_s : s;
}

static bool is_over_budget(const struct runner *r, uint32_t round, const struct grid_cell *c)
{
    double most = round <= r->g->least_rounds ? r->g->limit_s : r->g->budget_s;
    return most > 0 && r->w->now_s() - r->start_s + c->seconds > most;
}

static bool is_warmed_up(const struct runner *r, const struct grid_cell *c)
{
    double spent = r->w->now_s() - r->start_s;
    return has_warm_up(c) && (r->g->budget_s <= 0 || spent < WARM_UP_SHARE * r->g->budget_s);
}

static void say_step(const struct runner *r, const struct grid_cell *c, uint32_t round)
{
    double spent = r->w->now_s() - r->start_s;
    double left = seconds_left(r->g, round, (uint32_t)(c - r->g->cells.v));
    if (r->g->budget_s > 0 && round >= r->g->least_rounds && left > r->g->budget_s - spent)
        left = r->g->budget_s > spent ? r->g->budget_s - spent : 0;
    r->w->step(r->w->data, c, round, left, spent + left > 0 ? spent / (spent + left) : 0);
}

/* False: everything ends. */
static bool run_cell(struct runner *r, struct grid_cell *c, uint32_t round)
{
    struct bench_row row = {.seq = r->seq + 1, .version = BENCH_VERSION,
                            .measured_tasks = c->measured_tasks, .params = c->params};
    struct bench_params p = c->params;
    struct err ERR_CLEANUP err = {0};
    p.tasks = c->measured_tasks;
    if (round == 0)
        p.tasks = p.tasks / WARM_PART ? p.tasks / WARM_PART : 1;
    ASSERT(c->measured_tasks <= c->params.tasks && !c->has_failed);
    double start = r->w->now_s();
    bool ok = r->w->run(&p, &row.sample, &err);
    double took = r->w->now_s() - start;
    if (!ok && *r->w->stop)
        return false;
    if (!ok) {
        c->has_failed = true;
        r->w->failed(r->w->data, c, buf_str(&err.text));
        return true;
    }
    if (round == 0)
        return true;
    c->seconds = (c->runs * c->seconds + took) / (c->runs + 1);
    c->runs++;
    r->seq++;
    return r->w->row(r->w->data, &row);
}

enum grid_end grid_run(struct grid *g, const struct grid_watch *w)
{
    ASSERT(w->run && w->row && w->stop);
    struct runner r = {.g = g, .w = w, .start_s = w->now_s()};
    for (uint32_t round = 0; round <= g->rounds; round++) {
        for (uint32_t i = 0; i < g->cells.n; i++) {
            struct grid_cell *c = &g->cells.v[i];
            if (c->has_failed || (round == 0 && !is_warmed_up(&r, c)))
                continue;
            if (*w->stop)
                return GRID_STOPPED;
            if (is_over_budget(&r, round, c))
                return GRID_OUT_OF_TIME;
            say_step(&r, c, round);
            if (!run_cell(&r, c, round))
                return GRID_STOPPED;
        }
    }
    return GRID_COMPLETE;
}
