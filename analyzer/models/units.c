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

/* Is the function called in a loop that counts, by those who call it or by their callers? */
static bool is_called_in_loop(const struct finding_models *k, gfunc_id func, uint32_t depth)
{
    for (uint32_t i = 1; i < k->p->n_sites; i++) {
        const struct site *s = &k->p->sites[i];
        bool calls = false;
        for (uint32_t e = 0; e < s->n_edges; e++) {
            const struct edge *edge = &k->p->edges[s->first_edge + e];
            calls |= edge->to.v == func.v && edge->kind == EDGE_DIRECT;
        }
        const struct unit *u = program_unit(k->p, s->caller);
        loop_id l = calls ? shape_loop_of(flow_shape(k->flow, s->caller), s->op) : (loop_id){0};
        if (calls && (u->loops[l.v].bound.v || (depth && is_called_in_loop(k, s->caller,
                                                                           depth - 1))))
            return true;
    }
    return false;
}

bool forks_several(const struct finding_models *k, const struct control *c)
{
    enum { WRAPPERS = 0 };
    ASSERT(c->fork);
    return is_in_loop(k, c->fork->func, k->p->sites[c->fork->site.v].op) ||
           is_called_in_loop(k, c->fork->func, WRAPPERS);
}

/* Can several of them be there at once, as far as the places say at which they are made? */
static bool makes_several(const struct finding_models *k, const struct strand *s)
{
    bool by_creator = s->creator != UINT32_MAX && k->parallel->strands[s->creator].many;
    bool in_loop = (s->many && !by_creator) || s->n_creations > 1;
    for (uint32_t i = 0; i < s->n_creations; i++)
        in_loop |= is_in_loop(k, s->creations[i].func, s->creations[i].op);
    return in_loop;
}

static bool is_per_request(const struct finding_models *k, site_id site)
{
    return site.v && k->requests && k->requests->per_request[site.v];
}

/* Of the threads of a strand: is one of them made for a client? */
static bool is_per_client(const struct finding_models *k, const struct strand *s)
{
    for (uint32_t i = 0; i < s->n_creations; i++)
        if (is_per_request(k, s->creations[i].inner))
            return true;
    return false;
}

/* Does it accept, and make a thread or a child for each client? */
static bool makes_per_client(const struct finding_models *k, const struct control *c)
{
    for (uint32_t t = 0; t < c->threads.n; t++)
        if (is_per_client(k, &k->parallel->strands[c->threads.v[t]]))
            return true;
    for (uint32_t i = 0; i < k->forks.list.n; i++)
        if (is_per_request(k, k->forks.list.v[i].site) && parallel_runs(k->parallel, c->strand,
                                                                       k->forks.list.v[i].func))
            return true;
    return false;
}

static bool main_has_loop(const struct finding_models *k, const struct control *of)
{
    for (uint32_t i = 0; i < k->controls.n; i++) {
        const struct control *c = &k->controls.v[i];
        if (c->loop && !c->fork && k->parallel->strands[c->strand].kind == STRAND_MAIN &&
            are_together(c->programs, of->programs))
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
    u->many = c->fork ? forks_several(k, c)
                      : s->kind == STRAND_THREAD && makes_several(k, s);
    u->name = arena_printf(k->arena, "loop %s", func_name(k, l->func));
    u->roots = s->n_roots > 1 ? s->roots + 1 : one_root(k->arena, l->func);
    u->n_roots = s->n_roots > 1 ? s->n_roots - 1 : 1;
    u->is_background = (c->loop_accepts && !c->loop_reads && makes_per_client(k, c)) ||
                       (!u->many && (c->fork || s->kind == STRAND_THREAD) && main_has_loop(k, c));
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
    bool per_client = is_per_client(k, s), is_limited = per_client;

    for (uint32_t i = 0; i < s->n_creations; i++) {
        site_id inner = s->creations[i].inner;
        is_limited &= !is_per_request(k, inner) || k->requests->limited[inner.v];
    }
    bool is_pool = several && !per_client && c->takes_turns;
    struct model_unit *u = add_unit(k, c, is_pool ? MODEL_UNIT_WORKERS : MODEL_UNIT_THREADS,
                                    is_pool ? MODEL_THREAD_POOL : MODEL_THREADS);
    gfunc_id func = s->start.v ? s->given : s->roots[0];
    u->many = several;
    u->per_client = per_client;
    u->is_limited = is_limited;
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
/* Does the loop around the fork count the children, or wait for them to make new ones? */
static bool keeps_number(const struct finding_models *k, const struct fork_site *f)
{
    const struct func_shape *s = flow_shape(k->flow, f->func);
    const struct prog_func *pf = &k->p->funcs[f->func.v];
    loop_id l = shape_loop_of(s, k->p->sites[f->site.v].op);

    for (uint32_t i = pf->first_site; l.v && i < pf->first_site + pf->n_sites; i++) {
        const struct cat_func *cat = k->flow->site_cat[i];
        if (cat && cat->process == PROC_WAIT &&
            shape_in_loop(s, shape_block_of(s, k->p->sites[i].op), l))
            return true;
    }
    return !l.v || s->unit->loops[l.v].bound.v;
}

/* Workers that are forked in a loop and go on where their parent would have: its loop is theirs. */
static bool joins_loop(struct finding_models *k, const struct control *c)
{
    bool found = false;
    for (uint32_t i = 0; i < k->out->units.n; i++) {
        struct model_unit *u = &k->out->units.v[i];
        if (u->kind != MODEL_UNIT_LOOP || u->strand != c->strand)
            continue;
        u->in_child = u->many = found = true;
    }
    return found;
}

/* Calls that only the child makes: without any there is nothing to say of it. */
static bool has_child_code(const struct finding_models *k, const struct fork_site *f)
{
    const struct prog_func *pf = &k->p->funcs[f->func.v];
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++)
        if (fork_is_childs(k->flow, f, k->p->sites[i].op))
            return true;
    return false;
}

static void child_unit(struct finding_models *k, const struct control *c)
{
    site_id fork = c->fork->site;
    bool several = forks_several(k, c);
    bool per_client = is_per_request(k, fork);

    if (several && !per_client && !c->execs && c->fork->returns && keeps_number(k, c->fork) &&
        joins_loop(k, c))
        return;
    if ((c->execs && !c->takes_turns) || !has_child_code(k, c->fork))
        return;
    if (k->flow->funcs[c->fork->func.v].returns_pid && c->fork->returns)
        return; /* its callers are asked what the child does */
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
    u->is_background = !c->accepts || makes_per_client(k, c);
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
        bool is_loop = c->loop && !(c->fork ? is_per_request(k, c->fork->site)
                                            : is_per_client(k, &k->parallel->strands[c->strand]));
        if (is_loop)
            loop_unit(k, c, &k->places.v[c->loop - 1]);
        else if (c->fork)
            child_unit(k, c);
        else if (kind == STRAND_THREAD)
            thread_unit(k, c);
        if (!c->fork && kind == STRAND_MAIN)
            main_unit(k, c);
    }
    for (uint32_t t = 0; t < k->parallel->n; t++)
        if (k->parallel->strands[t].kind == STRAND_POOL)
            job_unit(k, t);
    if (k->out->units.n)
        qsort(k->out->units.v, k->out->units.n, sizeof *k->out->units.v, compare_units);
}
