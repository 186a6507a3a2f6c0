/*
 * From flows of control to units: what each flow is there for, by the shape of its code, is one of
 * the eight models. The table of decision knowledge is the specification: threads made for each
 * client or item are `threads`; a fixed number of threads that take turns at a queue, a pipe or a
 * listening socket is a pool.
 */
#include "models/internal.h"

#include <stdlib.h>
#include <string.h>

#include "flow/shape.h"
#include "flow/spots.h"

static struct model_unit *add_unit(struct finding_models *k, const struct control *c,
                                   enum model_unit_kind kind, enum bench_model model)
{
    struct model_unit u = {.kind = kind, .model = model, .sure = true, .strand = c->strand,
                           .programs = c->programs, .in_child = c->fork != NULL,
                           .func = c->root};
    vec_push(k->arena, &k->out->units, u);
    return &k->out->units.v[k->out->units.n - 1];
}

static gfunc_id *one_root(struct arena *a, gfunc_id func)
{
    gfunc_id *root = arena_array(a, gfunc_id, 1);
    *root = func;
    return root;
}

static const char *func_name(const struct finding_models *k, gfunc_id func)
{
    ASSERT(func.v && func.v < k->p->n_funcs);
    return k->p->funcs[func.v].name;
}

static bool is_in_loop(const struct finding_models *k, gfunc_id func, op_id op)
{
    return shape_loop_of(flow_shape(k->flow, func), op).v != 0;
}

/* Can several of them be there at once, as far as the places say at which they are made? */
static bool makes_several(const struct finding_models *k, const struct strand *s)
{
    bool in_loop = s->many || s->n_creations > 1;
    for (uint32_t i = 0; i < s->n_creations; i++)
        in_loop |= is_in_loop(k, s->creations[i].func, s->creations[i].op);
    return in_loop;
}

/* Does it do no more than accept, and make a thread or child for each client? */
static bool makes_per_client(const struct finding_models *k, const struct control *c)
{
    for (uint32_t t = 0; t < c->threads.n; t++) {
        const struct strand *s = &k->parallel->strands[c->threads.v[t]];
        for (uint32_t i = 0; i < s->n_creations; i++)
            if (k->requests && k->requests->per_request[s->creations[i].inner.v])
                return true;
    }
    return false;
}

/* ---- loops ---- */
static void loop_unit(struct finding_models *k, const struct control *c,
                      const struct loop_place *l)
{
    const struct strand *s = &k->parallel->strands[c->strand];
    struct model_unit *u = add_unit(k, c, MODEL_UNIT_LOOP, MODEL_EVENT_LOOP);

    u->func = l->func;
    u->region = l->region;
    u->site = l->site;
    u->library = l->library;
    u->sure = l->sure && s->sure;
    u->at = spot_of_site(k->p, l->site);
    u->many = c->fork ? is_in_loop(k, c->fork->func, k->p->sites[c->fork->site.v].op)
                      : s->kind == STRAND_THREAD && makes_several(k, s);
    u->name = arena_printf(k->arena, "loop %s", func_name(k, l->func));
    u->roots = s->n_roots > 1 ? s->roots + 1 : one_root(k->arena, l->func);
    u->n_roots = s->n_roots > 1 ? s->n_roots - 1 : 1;
    u->is_background = makes_per_client(k, c);
}

/* ---- threads ---- */
static void place_of_strand(const struct finding_models *k, const struct strand *s,
                            struct model_unit *u)
{
    const struct creation *first = s->n_creations ? &s->creations[0] : NULL;
    if (first && first->site.v) {
        u->site = first->site;
        u->at = spot_of_site(k->p, first->site);
    } else if (first) {
        u->at = spot_of_op(k->p, first->func, first->op);
    } else {
        const struct entry *e = &k->domains->entries[s->entry];
        u->at = spot_of(k->p, e->where_unit, e->place, e->where.v ? func_name(k, e->where) : NULL);
    }
    u->library = k->domains->entries[s->entry].library;
}

static void thread_unit(struct finding_models *k, const struct control *c)
{
    const struct strand *s = &k->parallel->strands[c->strand];
    bool several = makes_several(k, s);
    bool per_client = false, is_limited = true;

    for (uint32_t i = 0; i < s->n_creations; i++) {
        site_id inner = s->creations[i].inner;
        bool is_one = k->requests && inner.v && k->requests->per_request[inner.v];
        per_client |= is_one;
        is_limited &= !is_one || k->requests->limited[inner.v];
    }
    bool is_pool = several && !per_client && c->takes_turns;
    struct model_unit *u = add_unit(k, c, is_pool ? MODEL_UNIT_WORKERS : MODEL_UNIT_THREADS,
                                    is_pool ? MODEL_THREAD_POOL : MODEL_THREADS);
    gfunc_id func = s->start.v ? s->given : s->roots[0];
    u->many = several;
    u->per_client = per_client;
    u->is_limited = per_client && is_limited;
    u->sure = s->sure;
    u->is_background = !several;
    place_of_strand(k, s, u);
    u->func = func;
    u->name = arena_printf(k->arena, "%s %s", is_pool ? "workers" : several ? "threads" : "thread",
                           func_name(k, func));
    u->roots = one_root(k->arena, func);
    u->n_roots = 1;
}

static void job_unit(struct finding_models *k, uint32_t strand)
{
    const struct strand *s = &k->parallel->strands[strand];
    struct control c = {.strand = strand, .root = s->roots[0],
                        .programs = parallel_strand_programs(k->parallel, strand)};
    struct model_unit *u = add_unit(k, &c, MODEL_UNIT_JOBS, MODEL_THREAD_POOL);

    ASSERT(s->kind == STRAND_POOL);
    u->many = true;
    u->sure = s->sure;
    place_of_strand(k, s, u);
    u->name = arena_printf(k->arena, "jobs %s", func_name(k, s->roots[0]));
    u->roots = s->roots;
    u->n_roots = 1;
}

/* ---- processes ---- */
static void child_unit(struct finding_models *k, const struct control *c)
{
    site_id fork = c->fork->site;
    bool several = is_in_loop(k, c->fork->func, k->p->sites[fork.v].op);
    bool per_client = k->requests && k->requests->per_request[fork.v];

    if (c->execs && !c->takes_turns)
        return;
    enum bench_model model = per_client ? MODEL_PROCESSES
                             : !several ? MODEL_SEQUENTIAL
                             : c->takes_turns ? MODEL_PROCESS_POOL : MODEL_PROCESSES;
    struct model_unit *u = add_unit(k, c, MODEL_UNIT_CHILDREN, model);
    u->site = fork;
    u->at = spot_of_site(k->p, fork);
    u->many = several || per_client;
    u->per_client = per_client;
    u->is_limited = per_client && k->requests->limited[fork.v];
    u->is_background = !u->many;
    u->name = arena_printf(k->arena, "%s %s", u->many ? "processes" : "process",
                           func_name(k, c->fork->func));
    u->roots = one_root(k->arena, c->fork->func);
    u->n_roots = 1;
}

/* ---- main ---- */
static void main_unit(struct finding_models *k, const struct control *c)
{
    struct model_unit *u = add_unit(k, c, MODEL_UNIT_MAIN, MODEL_SEQUENTIAL);
    u->at = spot_of_func(k->p, c->root);
    u->name = "main";
    u->is_background = !c->accepts;
    u->roots = one_root(k->arena, c->root);
    u->n_roots = 1;
}

/* ---- order ---- */
static int compare_spots(const struct spot *x, const struct spot *y)
{
    int by_file = strcmp(x->file ? x->file : "", y->file ? y->file : "");
    if (by_file)
        return by_file;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return x->col < y->col ? -1 : x->col > y->col;
}

static int compare_units(const void *a, const void *b)
{
    const struct model_unit *x = a, *y = b;
    if (x->programs != y->programs)
        return x->programs < y->programs ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    int by_place = compare_spots(&x->at, &y->at);
    if (by_place)
        return by_place;
    if (x->func.v != y->func.v)
        return x->func.v < y->func.v ? -1 : 1;
    return x->strand < y->strand ? -1 : x->strand > y->strand;
}

void units_find(struct finding_models *k)
{
    for (uint32_t i = 0; i < k->controls.n; i++) {
        const struct control *c = &k->controls.v[i];
        uint8_t kind = k->parallel->strands[c->strand].kind;
        for (uint32_t l = 0; l < c->loops.n; l++)
            loop_unit(k, c, &k->places.v[c->loops.v[l]]);
        if (c->fork && !c->loops.n)
            child_unit(k, c);
        else if (!c->fork && kind == STRAND_THREAD && !c->loops.n)
            thread_unit(k, c);
        else if (!c->fork && kind == STRAND_MAIN)
            main_unit(k, c);
    }
    for (uint32_t t = 0; t < k->parallel->n; t++)
        if (k->parallel->strands[t].kind == STRAND_POOL)
            job_unit(k, t);
    if (k->out->units.n)
        qsort(k->out->units.v, k->out->units.n, sizeof *k->out->units.v, compare_units);
}
