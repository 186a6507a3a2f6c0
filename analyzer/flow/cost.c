/*
 * Bottom-up: a function's blocks go into the loops that they are in, innermost first; a loop's
 * turns multiply what is in it, and the product goes into the loop around it.
 */
#include "flow/cost.h"

#include <string.h>

#include "flow/cost_internal.h"

static const double NS_ACCESS = 0.5, NS_ATOMIC = 8, NS_CALL = 1.5, NS_BRANCH = 0.5,
                    NS_UNKNOWN_CALL = 20;
enum { NOMINAL = 16 }; /* for choosing the most expensive of several callees */

struct loop_costs { /* of one function */
    struct cost *turn;        /* [loop within the function + 1] */
    struct cost_turns *turns; /* the same; 0 is not used */
};
struct costs {
    const struct flow_facts *f;
    struct cost *of;           /* [gfunc] */
    struct loop_costs **loops; /* [gfunc] made on first use */
};

double cost_of_op(const struct unit_op *op)
{
    switch (op->kind) {
    case OP_CALL: return NS_CALL;
    case OP_ATOMIC:
    case OP_FENCE: return NS_ATOMIC;
    case OP_LOAD:
    case OP_STORE:
    case OP_ASM: return NS_ACCESS;
    default: return 0;
    }
}

/* ---- calls ---- */
/* The callee's factor in the caller's terms: a number (false), or another factor. */
static bool substitute(const struct costs *c, site_id site, struct cost_factor *by, double *ns)
{
    const struct flow_facts *f = c->f;
    gfunc_id caller = f->program->sites[site.v].caller;

    if (by->bound != COST_PARAM)
        return true;
    val_id arg = site_arg(f->program, site, by->param);
    struct absval v = arg.v ? context_eval(f, caller, NULL, arg)
                            : (struct absval){.kind = ABS_ANY};
    if (v.kind == ABS_INT) {
        *ns *= cpu_scaled((enum cpu_scale)by->scale, v.num < 0 ? 0 : (double)v.num);
        return false;
    }
    int param = cost_param(flow_shape(f, caller), arg);
    bool is_param = param >= 0 && param <= UINT8_MAX;
    by->bound = is_param ? COST_PARAM : COST_DATA;
    by->param = is_param ? (uint8_t)param : 0;
    by->func = caller;
    by->val = arg;
    return true;
}

static struct cost through(const struct costs *c, site_id site, gfunc_id callee)
{
    const struct cost *of = &c->of[callee.v];
    struct cost out = {.sure_ns = of->sure_ns, .ns = of->ns, .is_open = of->is_open,
                       .waits = of->waits, .parks = of->parks, .forever = of->forever};

    for (uint32_t i = 0; i < of->n_terms; i++) {
        struct cost_term t = of->terms[i];
        uint32_t n = t.n;
        t.n = 0;
        for (uint32_t k = 0; k < n; k++) {
            struct cost_factor by = of->terms[i].by[k];
            if (substitute(c, site, &by, &t.ns))
                t.by[t.n++] = by;
        }
        cost_add_term(&out, &t);
    }
    return out;
}

struct cost cost_of_call(struct costs *c, site_id site)
{
    const struct program *p = c->f->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = c->f->site_cat[site.v];
    struct cost best = {.ns = NS_UNKNOWN_CALL, .is_open = true};

    if (!s->n_edges)
        return cat ? cost_of_library(c->f, site, cat) : best;
    double most = -1, least = 0;
    bool is_open = s->unresolved;
    for (uint32_t e = 0; e < s->n_edges; e++) {
        gfunc_id to = p->edges[s->first_edge + e].to;
        if (p->funcs[to.v].scc == p->funcs[s->caller.v].scc) {
            is_open = true; /* recursion: how deep is not known */
            continue;
        }
        struct cost one = through(c, site, to);
        double nominal = cost_nominal(&one, NOMINAL);
        least = most < 0 || one.sure_ns < least ? one.sure_ns : least;
        if (nominal <= most)
            continue;
        most = nominal;
        best = one;
    }
    best.sure_ns = is_open ? 0 : least;
    best.is_open |= is_open;
    for (uint32_t i = 0; i < best.n_terms; i++)
        best.terms[i].sure &= s->n_edges == 1;
    return best;
}

/* ---- functions ---- */
struct build {
    struct costs *c;
    gfunc_id func;
    const struct func_shape *s;
    struct cost *bodies; /* [loop within the function + 1]; 0: what is in no loop */
    struct cost_turns *turns;
};

static uint32_t slot(const struct build *b, loop_id loop)
{
    ASSERT(!loop.v || loop.v >= b->s->func->loops.first);
    return loop.v ? loop.v - b->s->func->loops.first + 1 : 0;
}

static void add_ops(struct build *b)
{
    const struct unit *u = b->s->unit;
    uint32_t first = b->s->func->blocks.first;

    for (uint32_t i = 0; i < b->s->func->blocks.n; i++) {
        const struct unit_block *block = &u->blocks[first + i];
        struct cost *to = &b->bodies[slot(b, block->loop)];
        double ns = NS_BRANCH;
        for (uint32_t k = 0; k < block->ops.n; k++)
            ns += cost_of_op(&u->ops[block->ops.first + k]);
        to->ns += ns;
    }
}

static void add_sure_ops(struct build *b, const struct cost_ways *ways)
{
    const struct unit *u = b->s->unit;
    uint32_t first = b->s->func->blocks.first;

    for (uint32_t i = 0; i < b->s->func->blocks.n; i++) {
        const struct unit_block *block = &u->blocks[first + i];
        struct cost *to = &b->bodies[slot(b, block->loop)];
        for (uint32_t k = 0; ways->in_own[i] && k < block->ops.n; k++)
            to->sure_ns += cost_of_op(&u->ops[block->ops.first + k]);
    }
}

static void add_calls(struct build *b, const struct cost_ways *ways)
{
    const struct prog_func *pf = &b->c->f->program->funcs[b->func.v];

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        uint32_t block = shape_block_of(b->s, b->c->f->program->sites[site.v].op);
        loop_id loop = b->s->unit->blocks[b->s->func->blocks.first + block].loop;
        struct cost one = cost_of_call(b->c, site);
        cost_add(&b->bodies[slot(b, loop)], &one, ways->in_own[block]);
    }
}

/* bodies: one turn of each loop, inner loops included; [0]: the whole function. */
static void build(struct build *b, struct arena *a, struct arena *scratch)
{
    struct cost_ways ways;
    const struct unit_func *func = b->s->func;

    b->bodies = arena_array(a, struct cost, func->loops.n + 1);
    b->turns = arena_array(a, struct cost_turns, func->loops.n + 1);
    cost_ways_find(scratch, b->s, &ways);
    add_ops(b);
    add_sure_ops(b, &ways);
    add_calls(b, &ways);
    for (uint32_t i = func->loops.n; i-- > 0;) {
        loop_id loop = {func->loops.first + i};
        const struct unit_loop *l = &b->s->unit->loops[loop.v];
        struct cost all = b->bodies[i + 1];
        b->turns[i + 1] = cost_find_turns(b->c->f, b->func, loop);
        cost_multiply(&all, &b->turns[i + 1]);
        ASSERT(slot(b, l->parent) <= i); /* parents come before their children */
        cost_add(&b->bodies[slot(b, l->parent)], &all,
                 ways.in_outer[l->header.v - func->blocks.first]);
    }
    if (func->quality != QUALITY_OK)
        b->bodies[0].is_open = true;
}

static struct cost measure(struct costs *c, gfunc_id func)
{
    struct build b = {.c = c, .func = func, .s = flow_shape(c->f, func)};
    struct arena scratch;

    arena_init(&scratch);
    build(&b, &scratch, &scratch);
    struct cost out = b.bodies[0];
    arena_release(&scratch);
    return out;
}

static const struct loop_costs *loops_of(struct costs *c, gfunc_id func)
{
    struct build b = {.c = c, .func = func, .s = flow_shape(c->f, func)};
    struct arena scratch;

    ASSERT(func.v && func.v < c->f->program->n_funcs);
    if (c->loops[func.v])
        return c->loops[func.v];
    arena_init(&scratch);
    build(&b, c->f->arena, &scratch);
    arena_release(&scratch);
    c->loops[func.v] = arena_new(c->f->arena, struct loop_costs);
    *c->loops[func.v] = (struct loop_costs){b.bodies, b.turns};
    return c->loops[func.v];
}

static uint32_t index_of(const struct costs *c, gfunc_id func, loop_id loop)
{
    const struct unit_func *f = program_func(c->f->program, func);
    ASSERT(loop.v >= f->loops.first && loop.v < f->loops.first + f->loops.n);
    return loop.v - f->loops.first + 1;
}

struct cost cost_of_turn(struct costs *c, gfunc_id func, loop_id loop)
{
    return loops_of(c, func)->turn[index_of(c, func, loop)];
}

struct cost_turns cost_turns(struct costs *c, gfunc_id func, loop_id loop)
{
    return loops_of(c, func)->turns[index_of(c, func, loop)];
}

const struct cost *cost_of_func(struct costs *c, gfunc_id func)
{
    ASSERT(func.v && func.v < c->f->program->n_funcs);
    return &c->of[func.v];
}

struct costs *flow_costs(const struct flow_facts *f)
{
    const struct program *p = f->program;

    if (f->lazy->costs)
        return f->lazy->costs;
    struct costs *c = f->lazy->costs = arena_new(f->arena, struct costs);
    c->f = f;
    c->of = arena_array(f->arena, struct cost, p->n_funcs + 1);
    c->loops = arena_array(f->arena, struct loop_costs *, p->n_funcs + 1);
    for (uint32_t scc = 0; scc < p->n_sccs; scc++)
        for (uint32_t i = p->scc_first[scc]; i < p->scc_first[scc + 1]; i++)
            c->of[p->scc_funcs[i].v] = measure(c, p->scc_funcs[i]);
    return c;
}
