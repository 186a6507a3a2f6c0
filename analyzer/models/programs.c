/*
 * What a program is as a whole. Two of the eight models are properties of several units together:
 * processes made at start-up that each have threads or a loop (hybrid), and a loop that hands work
 * to a pool (loop-executor). Else the unit that serves the most decides.
 */
#include "models/internal.h"

#include <string.h>

#include "base/file.h"
#include "flow/shape.h"
#include "flow/spots.h"

struct tally { /* what the units of one program are */
    bool loop, working_loop, many_loops, child_loops, pool, jobs, hand_off;
    bool threads, per_client_threads;
    bool processes, per_client_processes, process_pool, child_threads;
};

static bool is_per_request(const struct finding_models *k, site_id site)
{
    return k->requests && k->requests->per_request[site.v];
}

/* Children that are made at start-up, several of them, and have threads of their own. */
static bool has_child_threads(const struct finding_models *k, uint64_t programs)
{
    for (uint32_t i = 0; i < k->controls.n; i++) {
        const struct control *c = &k->controls.v[i];
        if (are_together(c->programs, programs) && c->fork && forks_several(k, c) &&
            !is_per_request(k, c->fork->site) && c->threads.n && !c->execs)
            return true;
    }
    return false;
}

/* Does a flow of control that runs an event loop start the pool's work, or its workers? */
static bool is_handed_by_loop(const struct finding_models *k, uint32_t strand)
{
    for (uint32_t i = 0; i < k->controls.n; i++) {
        const struct control *c = &k->controls.v[i];
        for (uint32_t t = 0; c->loop && t < c->threads.n; t++)
            if (c->threads.v[t] == strand)
                return true;
    }
    return false;
}

static void count(const struct finding_models *k, const struct model_unit *u, struct tally *t)
{
    switch (u->kind) {
    case MODEL_UNIT_LOOP:
        t->loop = true;
        t->working_loop |= !u->is_background;
        t->many_loops |= u->many;
        t->child_loops |= u->in_child && u->many;
        break;
    case MODEL_UNIT_WORKERS:
    case MODEL_UNIT_JOBS:
        t->pool = true;
        t->jobs |= u->kind == MODEL_UNIT_JOBS;
        t->hand_off |= is_handed_by_loop(k, u->strand);
        break;
    case MODEL_UNIT_THREADS:
        t->threads |= u->many;
        t->per_client_threads |= u->per_client;
        break;
    case MODEL_UNIT_CHILDREN:
        t->processes |= u->many;
        t->per_client_processes |= u->per_client;
        t->process_pool |= u->model == MODEL_PROCESS_POOL;
        break;
    case MODEL_UNIT_MAIN: break;
    }
}

static enum bench_model whole(const struct tally *t, const char **why)
{
    static const struct {
        enum bench_model model;
        const char *why;
    } answers[] = {
        {MODEL_HYBRID, "several processes made at start-up, each with a loop of its own"},
        {MODEL_HYBRID, "several processes made at start-up, each with threads"},
        {MODEL_LOOP_EXECUTOR, "an event loop that hands work to a pool"},
        {MODEL_PROCESSES, "a process for each client"},
        {MODEL_THREADS, "a thread for each client"},
        {MODEL_PROCESS_POOL, "processes made at start-up that take turns at the work"},
        {MODEL_THREAD_POOL, "threads that take turns at the work"},
        {MODEL_EVENT_LOOP, "one event loop on each of several threads"},
        {MODEL_EVENT_LOOP, "one event loop"},
        {MODEL_THREADS, "a thread for each piece of work"},
        {MODEL_PROCESSES, "a process for each piece of work"},
        {MODEL_SEQUENTIAL, "one thing after the other"},
    };
    const bool holds[] = {
        t->child_loops, t->child_threads, t->loop && t->hand_off,
        t->per_client_processes && !t->working_loop, t->per_client_threads && !t->working_loop,
        t->process_pool, t->pool && !t->working_loop, t->many_loops, t->loop, t->threads,
        t->processes, true};
    uint32_t i = 0;
    while (!holds[i])
        i++;
    *why = answers[i].why;
    return answers[i].model;
}

static const char *stem(struct arena *a, const char *file)
{
    const char *base = path_base(file), *dot = strrchr(base, '.');
    return dot && dot != base ? arena_strndup(a, base, (size_t)(dot - base)) : base;
}

static void add_program(struct finding_models *k, gfunc_id main_func, uint64_t programs)
{
    struct model_program p = {.name = "", .is_library = !main_func.v};
    struct tally t = {.child_threads = has_child_threads(k, programs)};
    bool has_units = false;

    for (uint32_t i = 0; i < k->out->units.n; i++) {
        const struct model_unit *u = &k->out->units.v[i];
        if (!are_together(u->programs, programs))
            continue;
        has_units = true;
        count(k, u, &t);
    }
    p.model = whole(&t, &p.why);
    if (main_func.v) {
        p.at = spot_of_func(k->p, main_func);
        p.name = stem(k->arena, p.at.file);
    } else if (!has_units) {
        p.model = MODEL_COUNT;
        p.why = "a library that starts nothing";
    }
    vec_push(k->arena, &k->out->programs, p);
}

void programs_judge(struct finding_models *k)
{
    const struct parallel *par = k->parallel;
    for (uint32_t t = 0; t < par->n && par->strands[t].kind == STRAND_MAIN; t++)
        add_program(k, par->strands[t].roots[0], parallel_strand_programs(par, t));
    if (!k->out->programs.n)
        add_program(k, (gfunc_id){0}, 0);
    ASSERT(k->out->programs.n);
}
