/*
 * CA305: work handed to a thread that costs less than the hand-over, or threads that compete for
 * cores.
 *
 * The story: a server creates a thread to add two numbers, "to make it asynchronous". The addition
 * takes a nanosecond; the kernel needs ten microseconds to make the thread, to run it somewhere and
 * to take it away again. A thousand times slower, and the creator waits in pthread_join() besides.
 *
 * The match: places that start a thread or hand a job to a pool, a library's or one of the
 * program's own (a function that stores the job and wakes threads that call it), when everything in
 * the job is known (flow/cost.h) and, all branches taken, costs less than half of the hand-over.
 * Jobs that wait, loop over data of unknown size or call what is not known are no finding. And
 * loops that start hundreds of threads that only compute.
 */
#include <string.h>

#include "flow/cost.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/lock_places.h"
#include "rules/rules.h"
#include "rules/shared.h"

/* What handing over costs: usual figures of x86-64 Linux servers (clone() with its stack, start and
 * join; a futex wake-up and the switch to the worker). */
static const struct handover {
    double ns;
    const char *what;
} handovers[] = {
    [STRAND_THREAD] = {15000, "creating a thread and waiting for its end"},
    [STRAND_POOL] = {3000, "waking a worker of the pool and telling the result"},
};
static const double PART = 0.5, SURE_PART = 0.1; /* of the hand-over */
static const double NS_COMPUTING = 1e6;          /* threads that compete do so for a while */
enum { MANY_THREADS = 64, TOO_MANY_THREADS = 256, MAX_FUNCS = 64 };

struct search {
    struct rule_context *ctx;
    uint8_t *starts;  /* [site] how many strands it starts, 2 for more */
    uint32_t *seen;   /* [gfunc] by the number of the question */
    uint32_t question;
};

/* ---- jobs whose point is not the time that they take ---- */
/* Output is I/O; a thread's identity, signal mask or name is what some jobs are about. */
static bool is_special(const char *name)
{
    static const char *const names[] = {
        "fputc", "fputs", "fprintf", "fwrite", "gettid", "g_print", "g_thread_self", "perror",
        "printf", "pthread_equal", "pthread_getspecific", "pthread_kill", "pthread_self",
        "pthread_setaffinity_np", "pthread_setname_np", "pthread_setspecific", "pthread_sigmask",
        "putchar", "puts", "raise", "syslog", "thrd_current", "uv_key_get", "uv_key_set",
        "uv_thread_self", "vfprintf", "vprintf",
    };
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

static bool has_thread_local(const struct search *s, gfunc_id func)
{
    const struct unit_func *f = program_func(s->ctx->program, func);
    const struct unit *u = program_unit(s->ctx->program, func);

    for (uint32_t i = 0; i < f->ops.n; i++) {
        const struct unit_path *path = &u->paths[u->ops[f->ops.first + i].path.v];
        if (path->root == ROOT_SYM && (u->syms[path->id].flags & SYM_THREAD_LOCAL))
            return true;
    }
    return false;
}

/* Does the job, or what it calls, do something that its time does not tell? */
static bool is_about_threads(struct search *s, gfunc_id job)
{
    const struct program *p = s->ctx->program;
    gfunc_id work[MAX_FUNCS];
    uint32_t n = 0, done = 0;

    s->question++;
    work[n++] = job;
    s->seen[job.v] = s->question;
    while (done < n) {
        gfunc_id func = work[done++];
        const struct prog_func *pf = &p->funcs[func.v];
        if (has_thread_local(s, func))
            return true;
        for (uint32_t i = 0; i < pf->n_sites; i++) {
            const struct site *at = &p->sites[pf->first_site + i];
            if (!at->n_edges && at->callee.v && is_special(p->syms[at->callee.v].name))
                return true;
            for (uint32_t e = 0; e < at->n_edges; e++) {
                gfunc_id to = p->edges[at->first_edge + e].to;
                if (s->seen[to.v] == s->question)
                    continue;
                if (n == MAX_FUNCS)
                    return true;
                s->seen[to.v] = s->question;
                work[n++] = to;
            }
        }
    }
    return false;
}

/* ---- findings ---- */
struct place {
    const struct strand *strand;
    const struct creation *at;
    gfunc_id job;
    const char *name; /* of the job */
    const struct cost *cost;
};

static void report(struct rule_context *ctx, const struct place *p, struct finding *f)
{
    struct arena *a = ctx->arena;
    struct step *steps = arena_array(a, struct step, 2);
    struct side *side = arena_new(a, struct side);
    site_id site = p->at->site;

    f->rule = "CA305";
    f->entity = p->name;
    f->at = spot_of_site(ctx->program, site);
    steps[0] = (struct step){.name = ctx->program->funcs[p->at->func.v].name,
                             .at = spot_of_func(ctx->program, p->at->func)};
    steps[1] = (struct step){.name = site_callee_name(a, ctx->program, site), .at = f->at,
                             .macro = spot_of_macro(ctx->program, site)};
    f->steps = steps;
    f->n_steps = 2;
    f->intro = "hands the work over";
    *side = (struct side){.what = "this is the work", .at = spot_of_func(ctx->program, p->job)};
    f->sides = side;
    f->n_sides = 1;
    vec_push(a, &ctx->out->list, *f);
}

static double turns_of(const struct flow_facts *f, const struct creation *at, bool *in_loop)
{
    const struct func_shape *s = flow_shape(f, at->func);
    double n = 1;

    *in_loop = false;
    for (loop_id l = shape_loop_of(s, at->op); l.v; l = s->unit->loops[l.v].parent) {
        struct cost_turns t = cost_turns(flow_costs(f), at->func, l);
        *in_loop = true;
        n *= t.is_known ? t.n : 1;
    }
    return n;
}

static bool is_known_whole(const struct cost *c)
{
    return !c->is_open && !c->waits && !c->parks && !c->forever;
}

static void judge_small(struct search *s, const struct place *p)
{
    struct arena *a = s->ctx->arena;
    const struct handover *h = &handovers[p->strand->kind];
    bool in_loop;

    if (!is_known_whole(p->cost) || p->cost->n_terms || p->cost->ns >= h->ns * PART ||
        s->ctx->flow->funcs[p->job.v].never_returns || is_about_threads(s, p->job))
        return;
    double n = turns_of(s->ctx->flow, p->at, &in_loop);
    const char **notes = arena_array(a, const char *, 1);
    notes[0] = arena_printf(a, "estimate: the job takes %s at most, all branches taken; %s takes "
                               "about %s", duration_words(a, p->cost->ns / 1e6), h->what,
                            duration_words(a, h->ns / 1e6));
    struct finding f = {
        .level = in_loop ? LEVEL_WARNING : LEVEL_NOTE,
        .confidence = p->cost->ns <= h->ns * SURE_PART && p->strand->sure ? CONF_HIGH
                                                                          : CONF_MEDIUM,
        .message = arena_printf(a, "%s() is handed to a %s, which costs more than the work itself",
                                p->name, p->strand->kind == STRAND_THREAD ? "thread of its own"
                                                                          : "pool"),
        .notes = notes, .n_notes = 1,
        .help = "call it directly; when there are many such pieces, hand over hundreds at once",
        .cost_ms = h->ns * n / 1e6, .worst_ms = -1};
    if (s->starts[p->at->site.v] > 1)
        f.confidence = CONF_LOW;
    report(s->ctx, p, &f);
}

/* More threads that only compute than any machine has cores. */
static void judge_many(struct search *s, const struct place *p)
{
    struct arena *a = s->ctx->arena;
    bool in_loop;
    double n = turns_of(s->ctx->flow, p->at, &in_loop);

    if (p->strand->kind != STRAND_THREAD || n < MANY_THREADS || p->cost->waits || p->cost->parks ||
        p->cost->is_open || p->cost->forever || cost_guess(p->cost) < NS_COMPUTING ||
        is_about_threads(s, p->job))
        return;
    const char **notes = arena_array(a, const char *, 1);
    notes[0] = arena_printf(a, "each of them computes for about %s and waits for nothing",
                            duration_words(a, cost_guess(p->cost) / 1e6));
    struct finding f = {
        .level = LEVEL_NOTE,
        .confidence = n >= TOO_MANY_THREADS ? CONF_MEDIUM : CONF_LOW,
        .message = arena_printf(a, "%.0f threads are started that only compute: more than there "
                                   "are cores", n),
        .notes = notes, .n_notes = 1,
        .help = "start as many as sysconf(_SC_NPROCESSORS_ONLN) says and let each take piece "
                "after piece (model thread-pool)",
        .cost_ms = handovers[STRAND_THREAD].ns * n / 1e6, .worst_ms = -1};
    report(s->ctx, p, &f);
}

static void judge_strand(struct search *s, const struct strand *strand)
{
    for (uint32_t i = 0; i < strand->n_creations; i++) {
        const struct creation *at = &strand->creations[i];
        gfunc_id job = strand->roots[0];
        struct place p = {strand, at, job, s->ctx->program->funcs[job.v].name,
                          cost_of_func(flow_costs(s->ctx->flow), job)};
        if (!at->site.v)
            continue;
        judge_small(s, &p);
        judge_many(s, &p);
    }
}

/* ---- pools of the program's own ---- */
/* Wakes somebody who waits, itself: puts a job into a queue, most likely. */
static bool wakes(const struct search *s, gfunc_id func)
{
    const struct prog_func *pf = &s->ctx->program->funcs[func.v];
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct cat_func *cat = s->ctx->flow->site_cat[i];
        if (cat && cat->lock &&
            (cat->lock->op == LOCK_COND_SIGNAL || cat->lock->op == LOCK_SEM_POST))
            return true;
    }
    return false;
}

static bool calls_by_pointer(const struct program *p, uint32_t site, gfunc_id to)
{
    const struct site *at = &p->sites[site];
    for (uint32_t e = 0; !at->callee.v && e < at->n_edges; e++)
        if (p->edges[at->first_edge + e].to.v == to.v &&
            p->edges[at->first_edge + e].kind == EDGE_POINTER)
            return true;
    return false;
}

/* Is the function called through a pointer by a thread of which several run: a worker? */
static bool is_run_by_workers(const struct search *s, gfunc_id job)
{
    const struct program *p = s->ctx->program;
    const struct parallel *par = shared_parallel(s->ctx);

    for (uint32_t i = 1; i < p->n_sites; i++)
        for (uint32_t t = 0; calls_by_pointer(p, i, job) && t < par->n; t++)
            if (par->strands[t].kind == STRAND_THREAD && par->strands[t].many &&
                parallel_runs(par, t, p->sites[i].caller))
                return true;
    return false;
}

/* submit(pool, job, arg): the function that is handed over; 0: none. */
static gfunc_id submitted(const struct search *s, site_id site)
{
    const struct program *p = s->ctx->program;
    const struct site *at = &p->sites[site.v];
    const struct unit *u = program_unit(p, at->caller);
    const struct unit_op *op = call_op(p, site);
    gfunc_id job = {0};

    if (!at->callee.v || at->n_edges != 1 || !wakes(s, p->edges[at->first_edge].to))
        return job;
    for (uint32_t i = 0; i < op->args.n; i++) {
        const struct unit_val *v = &u->vals[u->args[op->args.first + i].val.v];
        gfunc_id to = v->kind == VAL_FUNC
                          ? p->syms[p->unit_syms[p->funcs[at->caller.v].unit][v->a].v].func
                          : (gfunc_id){0};
        if (to.v && job.v)
            return (gfunc_id){0}; /* which of them is the job? */
        job = to.v ? to : job;
    }
    return job.v && is_run_by_workers(s, job) ? job : (gfunc_id){0};
}

static void judge_own_pools(struct search *s)
{
    static const struct strand own = {.kind = STRAND_POOL, .sure = true};
    const struct program *p = s->ctx->program;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        gfunc_id job = submitted(s, (site_id){i});
        if (!job.v)
            continue;
        struct creation at = {.func = p->sites[i].caller, .op = p->sites[i].op, .site = {i},
                              .inner = {i}};
        struct place place = {&own, &at, job, p->funcs[job.v].name,
                              cost_of_func(flow_costs(s->ctx->flow), job)};
        judge_small(s, &place);
    }
}

void rule_task_too_small(struct rule_context *ctx)
{
    const struct parallel *par = shared_parallel(ctx);
    struct search s = {.ctx = ctx,
                       .starts = arena_array(ctx->arena, uint8_t, ctx->program->n_sites + 1),
                       .seen = arena_array(ctx->arena, uint32_t, ctx->program->n_funcs + 1)};

    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < par->n; i++) {
            const struct strand *t = &par->strands[i];
            if ((t->kind != STRAND_THREAD && t->kind != STRAND_POOL) || !t->n_roots)
                continue;
            for (uint32_t k = 0; !pass && k < t->n_creations; k++)
                s.starts[t->creations[k].site.v] += s.starts[t->creations[k].site.v] < 2;
            if (pass)
                judge_strand(&s, t);
        }
    judge_own_pools(&s);
}
