/*
 * In which part of the program's or of an object's life an access stands. What main() does before
 * it comes to its loop, what leads to the creation of the other side, what makes or takes down the
 * lock of the record, and what can only end the process is no race that anybody would have to fix,
 * even where nothing proves that the other side is not there yet, or is gone.
 */
#include "domains/races_internal.h"

#include <string.h>

#include "flow/context.h"

enum { MAX_LAYERS = 2 };

/* ---- before and after the loop ---- */
/* At op of func: is there a wait of a loop after it (or before it) that does not come again? */
static bool is_beside_loop(struct finder *f, gfunc_id func, op_id op, bool before)
{
    const struct program *p = f->flow->program;
    const struct func_shape *s = flow_shape(f->flow, func);
    struct arena scratch;
    bool found = false;

    arena_init(&scratch);
    for (uint32_t i = 0; i < p->funcs[func.v].n_sites && !found; i++) {
        uint32_t site = p->funcs[func.v].first_site + i;
        op_id at = p->sites[site].op;
        if (at.v == op.v || !races_site_waits(f, (site_id){site}))
            continue;
        bool to = shape_reaches(s, op, at, &scratch), from = shape_reaches(s, at, op, &scratch);
        found = before ? to && !from : from && !to;
    }
    arena_release(&scratch);
    return found;
}

static bool is_beside(struct finder *f, gfunc_id func, op_id op, bool before)
{
    uint64_t key = (uint64_t)func.v << 33 | (uint64_t)before << 32 | op.v;
    uint32_t known = 0;

    if (!map_get(&f->beside, key, &known)) {
        known = is_beside_loop(f, func, op, before);
        map_set(&f->beside, key, known);
    }
    return known;
}

/* In main() before it comes to its loop, or after that: formally in parallel to the threads, but
 * nothing has come in yet that they could work on, or the program is about to end. */
static bool is_start_up(struct finder *f, struct event *e)
{
    const struct strand *s = &f->parallel->strands[e->strand];

    if (s->kind != STRAND_MAIN || races_root(f, e).v != s->roots[0].v)
        return false;
    races_chain(f, e);
    for (uint32_t i = 0; i <= e->n_chain && i < 8; i++) {
        gfunc_id func = e->access->func;
        op_id op = e->access->op;
        bool is_loop = false; /* the call that runs the loop, after one that only waits */
        if (i < e->n_chain) {
            func = f->flow->program->sites[e->chain[i].v].caller;
            op = f->flow->program->sites[e->chain[i].v].op;
            is_loop = races_site_waits(f, e->chain[i]);
        }
        bool is_once = i == 0 || (!is_loop && escape_runs_once(f->escapes, func, op));
        if (is_beside(f, func, op, true) || (is_once && is_beside(f, func, op, false)))
            return true;
    }
    return false;
}

/* ---- before the other side exists ---- */
/* Functions that come to a place which starts the strand. */
static const bool *creators(struct finder *f, uint32_t strand)
{
    const struct program *p = f->flow->program;
    const struct strand *t = &f->parallel->strands[strand];

    if (!f->creators)
        f->creators = arena_array(f->arena, bool *, f->parallel->n);
    if (f->creators[strand])
        return f->creators[strand];
    bool *c = f->creators[strand] = arena_array(f->arena, bool, p->n_funcs + 1);
    for (uint32_t i = 0; i < t->n_creations; i++)
        c[p->sites[t->creations[i].site.v].caller.v] = true;
    for (uint32_t i = 0; i < p->scc_first[p->n_sccs]; i++) {
        gfunc_id func = p->scc_funcs[i];
        const struct prog_func *pf = &p->funcs[func.v];
        for (uint32_t s = pf->first_site; s < pf->first_site + pf->n_sites; s++)
            for (uint32_t k = 0; k < p->sites[s].n_edges; k++)
                c[func.v] |= c[p->edges[p->sites[s].first_edge + k].to.v];
    }
    return c;
}

static bool starts_strand(struct finder *f, uint32_t strand, uint32_t site)
{
    const struct program *p = f->flow->program;
    const struct strand *t = &f->parallel->strands[strand];
    const bool *c = creators(f, strand);

    for (uint32_t i = 0; i < t->n_creations; i++)
        if (t->creations[i].site.v == site)
            return true;
    for (uint32_t k = 0; k < p->sites[site].n_edges; k++)
        if (c[p->edges[p->sites[site].first_edge + k].to.v])
            return true;
    return false;
}

/* What the creator does on its way to the creation: fills, starts, waits, and again for the next
 * file. That all of the last round have ended is believed. */
bool races_before_creation(struct finder *f, struct event *a, const struct event *b)
{
    const struct program *p = f->flow->program;
    if (f->parallel->strands[a->strand].kind != STRAND_MAIN || a->strand == b->strand ||
        f->parallel->strands[b->strand].kind != STRAND_THREAD)
        return false;
    races_chain(f, a);
    for (uint32_t i = 0; i <= a->n_chain; i++) {
        gfunc_id func = i < a->n_chain ? p->sites[a->chain[i].v].caller : a->access->func;
        op_id op = i < a->n_chain ? p->sites[a->chain[i].v].op : a->access->op;
        for (uint32_t k = 0; k < p->funcs[func.v].n_sites; k++) {
            uint32_t site = p->funcs[func.v].first_site + k;
            if (p->sites[site].op.v > op.v && starts_strand(f, b->strand, site))
                return true;
        }
    }
    return false;
}

/* ---- ways that end the process ---- */
enum end { END_FAILURE, END_ANY }; /* index into finder.fatal */

static bool is_failure(const struct program *p, site_id site, bool at_once)
{
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    const struct unit_val *v = &u->vals[site_arg(p, site, 0).v];
    return v->kind == VAL_INT ? v->num != 0 : at_once;
}

/* A call that ends the process, because something went wrong or however; of functions with bodies,
 * fatal says so. */
static bool is_fatal_call(struct finder *f, site_id site, enum end end)
{
    static const char *const status[] = {"exit", "_exit", "_Exit", "quick_exit"};
    const bool at_once[] = {false, true, true, true}; /* not how a program ends when all is well */
    static const char *const others[] = {"pthread_exit", "thrd_exit",  "longjmp", "siglongjmp",
                                         "_longjmp",     "__longjmp_chk", "g_thread_exit"};
    const struct program *p = f->flow->program;
    const struct site *s = &p->sites[site.v];

    for (uint32_t e = 0; e < s->n_edges; e++)
        if (!f->fatal[end][p->edges[s->first_edge + e].to.v])
            return false;
    if (s->n_edges)
        return true;
    if (!s->callee.v)
        return false;
    for (size_t i = 0; i < sizeof status / sizeof *status; i++)
        if (strcmp(p->syms[s->callee.v].name, status[i]) == 0)
            return end == END_ANY || is_failure(p, site, at_once[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(p->syms[s->callee.v].name, others[i]) == 0)
            return false;
    return strncmp(p->syms[s->callee.v].name, "exec", 4) != 0;
}

static bool never_comes_back(struct finder *f, const struct unit_block *b, site_id site)
{
    const struct program *p = f->flow->program;
    const struct site *s = &p->sites[site.v];
    bool is_last = b->term == TERM_NORETURN && s->op.v + 1 == b->ops.first + b->ops.n;

    for (uint32_t e = 0; e < s->n_edges; e++)
        if (!f->flow->funcs[p->edges[s->first_edge + e].to.v].never_returns)
            return is_last;
    return s->n_edges > 0 || is_last;
}

/* How a block ends that never comes to its end: 1 with the process, -1 otherwise; 0: it does. */
static int block_ends(struct finder *f, gfunc_id func, const struct unit_block *b, enum end end)
{
    const struct program *p = f->flow->program;
    int how = b->term == TERM_NORETURN ? 1 : 0; /* __builtin_unreachable() */

    for (uint32_t i = b->ops.first; i < b->ops.first + b->ops.n; i++) {
        site_id site = program_unit(p, func)->ops[i].kind == OP_CALL
                           ? program_site(p, func, (op_id){i})
                           : (site_id){0};
        if (site.v && never_comes_back(f, b, site))
            return is_fatal_call(f, site, end) ? 1 : -1;
    }
    return how;
}

/* From this block on, do all ways lead to a call that ends the process, and none to a return or
 * into a loop for ever? */
static bool is_doomed(struct finder *f, gfunc_id func, uint32_t block, enum end end)
{
    const struct func_shape *s = flow_shape(f->flow, func);
    const struct unit *u = s->unit;
    uint32_t n = s->func->blocks.n, base = s->func->blocks.first, top = 0;
    struct arena scratch;
    bool doomed = !s->returns[block], any = false;

    ASSERT(block < n);

    if (!doomed)
        return false;
    arena_init(&scratch);
    bool *seen = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    stack[top++] = block;
    seen[block] = true;
    while (top && doomed) {
        const struct unit_block *b = &u->blocks[base + stack[--top]];
        int how = block_ends(f, func, b, end);
        if (how < 0 || b->term == TERM_RETURN || (b->loop.v && how == 0))
            doomed = false;
        any |= how > 0;
        for (uint32_t i = 0; how == 0 && i < b->succs.n; i++) {
            uint32_t to = u->succs[b->succs.first + i].to.v - base;
            if (!seen[to])
                stack[top++] = to;
            seen[to] = true;
        }
    }
    arena_release(&scratch);
    return doomed && any;
}

void races_find_fatal(struct finder *f)
{
    const struct program *p = f->flow->program;

    for (int end = END_FAILURE; end <= END_ANY; end++)
        f->fatal[end] = arena_array(f->arena, bool, p->n_funcs + 1);
    map_init(&f->doomed, f->arena);
    map_init(&f->beside, f->arena);
    for (uint32_t i = 0; i < p->scc_first[p->n_sccs]; i++) {
        gfunc_id func = p->scc_funcs[i];
        for (int end = END_FAILURE; end <= END_ANY; end++)
            if (f->flow->funcs[func.v].never_returns && program_func(p, func)->blocks.n)
                f->fatal[end][func.v] = is_doomed(f, func, 0, (enum end)end);
    }
}

/* The same, found once for each block. */
static bool is_doomed_block(struct finder *f, gfunc_id func, uint32_t block, enum end end)
{
    uint64_t key = (uint64_t)func.v << 33 | (uint64_t)end << 32 | block;
    uint32_t known = 0;

    if (flow_shape(f->flow, func)->returns[block])
        return false;
    if (!map_get(&f->doomed, key, &known)) {
        known = is_doomed(f, func, block, end);
        map_set(&f->doomed, key, known);
    }
    return known;
}

/* A signal handler that leaves the program, for whatever reason, never goes back to what it has
 * interrupted. */
static bool is_ending(struct finder *f, struct event *e)
{
    const struct program *p = f->flow->program;
    bool is_handler = f->parallel->strands[e->strand].kind == STRAND_SIGNAL;

    races_chain(f, e);
    for (uint32_t i = 0; i <= e->n_chain; i++) {
        gfunc_id func = i < e->n_chain ? p->sites[e->chain[i].v].caller : e->access->func;
        op_id op = i < e->n_chain ? p->sites[e->chain[i].v].op : e->access->op;
        if (is_doomed_block(f, func, shape_block_of(flow_shape(f->flow, func), op),
                            is_handler ? END_ANY : END_FAILURE))
            return true;
    }
    return false;
}

/* ---- the beginning and the end of a lock ---- */
/* Does func, or a wrapper that it calls, make or destroy a lock like this one? */
static bool makes_lock(struct finder *f, gfunc_id func, loc_id lock, uint32_t depth)
{
    const struct program *p = f->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];
    gfield_id field = loc_last_field(f->locs, lock);

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *s = &p->sites[i];
        const struct cat_func *cat = f->flow->site_cat[i];
        if (!s->n_edges && cat && cat->lock && cat->lock->lock >= 0 &&
            (cat->lock->op == LOCK_INIT || cat->lock->op == LOCK_DESTROY)) {
            loc_id at = loc_pointee(f->locs, loc_of_arg(f->locs, (site_id){i},
                                                        (uint32_t)cat->lock->lock));
            if (at.v == lock.v || (field.v && at.v && loc_last_field(f->locs, at).v == field.v))
                return true;
        }
        if (s->n_edges == 1 && depth < MAX_LAYERS &&
            makes_lock(f, p->edges[s->first_edge].to, lock, depth + 1))
            return true;
    }
    return false;
}

/* Does it start threads, or wait for them? Then others may be there meanwhile. */
static bool is_alone(struct finder *f, gfunc_id func)
{
    const struct program *p = f->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];

    if (f->waits[func.v])
        return false;
    for (uint32_t s = 0; s < f->parallel->n; s++)
        for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++)
            if (starts_strand(f, s, i))
                return false;
    return true;
}

bool races_is_lifetime(struct finder *f, struct event *e, loc_id lock)
{
    const struct program *p = f->flow->program;

    ASSERT(lock.v);
    if (loc_is_fixed(f->locs, lock))
        return false;
    races_chain(f, e);
    if (makes_lock(f, e->access->func, lock, 0) && is_alone(f, e->access->func))
        return true;
    if (!e->n_chain)
        return false;
    gfunc_id caller = p->sites[e->chain[e->n_chain - 1].v].caller;
    return makes_lock(f, caller, lock, MAX_LAYERS - 1) && is_alone(f, caller);
}

/* ---- all ---- */
enum race_phase races_phase(struct finder *f, struct event *e)
{
    ASSERT(f->fatal[END_FAILURE]);
    if (!e->has_phase) {
        e->phase = is_ending(f, e)     ? (uint8_t)RACE_ENDING
                   : is_start_up(f, e) ? (uint8_t)RACE_START_UP
                                       : (uint8_t)RACE_RUNNING;
        e->has_phase = true;
    }
    return (enum race_phase)e->phase;
}
