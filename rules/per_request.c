/*
 * Every chain of calls from a loop that accepts, or from a loop's callback, to a call that makes a
 * thread or process is looked at step by step: on some step an accept must lie on all ways to the
 * next one, else a server's start-up or a respawned worker would be a finding. The same chain is
 * searched for limits: a counter that goes up and down and is tested, a semaphore, a join or wait
 * before the next one, a slot in a table of fixed size.
 */
#include "rules/per_request.h"

#include <string.h>

#include "domains/domains.h"
#include "flow/guards.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/shared.h"

enum { COUNTED_UP = 1, COUNTED_DOWN = 2, COUNTED = 3, MAX_VALUE_DEPTH = 8 };

struct finder {
    struct rule_context *ctx;
    makes_one *makes;
    struct per_request *out;
    struct arena *arena;
    VEC(struct walk_start) starts;
    VEC(const struct entry *) entries; /* of the starts */
    struct map seen;     /* starts: function and loop */
    uint8_t *counted;    /* [node] COUNTED_* */
};

/* ---- counters ---- */
static void count_op(struct finder *f, gfunc_id func, const struct unit_op *op)
{
    uint8_t how = 0;
    if (op->kind == OP_ATOMIC && (op->oper == OPER_ADD || op->oper == OPER_SUB))
        how = COUNTED;
    else if (op->kind == OP_STORE && (op->flags & OPF_COMPOUND))
        how = op->oper == OPER_ADD ? COUNTED_UP : op->oper == OPER_SUB ? COUNTED_DOWN : 0;
    if (how)
        f->counted[flow_node(f->ctx->program, func, op->path).v] |= how;
}

static void find_counters(struct finder *f)
{
    const struct program *p = f->ctx->program;
    f->counted = arena_array(f->arena, uint8_t, flow_node_count(p) + 1);
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        const struct unit *u = program_unit(p, (gfunc_id){i});
        const struct unit_func *uf = program_func(p, (gfunc_id){i});
        for (uint32_t k = 0; k < uf->ops.n; k++)
            count_op(f, (gfunc_id){i}, &u->ops[uf->ops.first + k]);
    }
    f->counted[0] = 0;
}

static bool tests_counter(const struct finder *f, gfunc_id func, val_id id, uint32_t depth);

/* A function that is asked whether there is room: it tests a counter itself. */
static bool asks_counter(const struct finder *f, gfunc_id func, op_id call, uint32_t depth)
{
    const struct program *p = f->ctx->program;
    site_id site = program_site(p, func, call);
    const struct site *s = &p->sites[site.v];

    if (!site.v || s->n_edges != 1 || !s->callee.v)
        return false;
    gfunc_id callee = p->edges[s->first_edge].to;
    const struct unit *u = program_unit(p, callee);
    const struct unit_func *uf = program_func(p, callee);
    for (uint32_t i = 0; i < uf->ops.n; i++) { /* what adds to a list tests its length as well */
        const struct unit_op *op = &u->ops[uf->ops.first + i];
        bool is_own = op->kind == OP_STORE && u->paths[op->path.v].root == ROOT_LOCAL &&
                      !u->paths[op->path.v].sels.n;
        if (op->kind == OP_STORE && !is_own)
            return false;
    }
    for (uint32_t b = 0; b < uf->blocks.n; b++)
        if (tests_counter(f, callee, u->blocks[uf->blocks.first + b].val, depth + 1))
            return true;
    return false;
}

static bool tests_counter(const struct finder *f, gfunc_id func, val_id id, uint32_t depth)
{
    const struct unit *u = program_unit(f->ctx->program, func);
    const struct unit_val *v = &u->vals[id.v];

    if (!id.v || depth > MAX_VALUE_DEPTH)
        return false;
    switch (v->kind) {
    case VAL_LOAD: {
        op_id store = shape_reaching_store(flow_shape(f->ctx->flow, func), (op_id){v->a});
        if (f->counted[flow_node(f->ctx->program, func, u->ops[v->a].path).v] == COUNTED)
            return true;
        return store.v && tests_counter(f, func, u->ops[store.v].val, depth + 1);
    }
    case VAL_CALL: return asks_counter(f, func, (op_id){v->a}, depth);
    case VAL_UN: return tests_counter(f, func, (val_id){v->a}, depth + 1);
    case VAL_BIN:
        return tests_counter(f, func, (val_id){v->a}, depth + 1) ||
               tests_counter(f, func, (val_id){v->b}, depth + 1);
    default: return false;
    }
}

/* ---- limits ---- */
static bool is_limiting_call(const struct finder *f, site_id site, const struct cat_func *cat)
{
    /* `if (t->done) join(t->thread)` only collects those that have ended */
    bool joins = cat->blocks && cat->blocks->device == DEV_JOIN && !cat->n_registers &&
                 !guarded_by_own_field(f->ctx->flow, site, site_arg(f->ctx->program, site, 0));
    bool waits = cat->process == PROC_WAIT &&
                 (!cat->blocks || conds_any(f->ctx->flow, site, NULL, cat->blocks->unless) !=
                                      TRI_YES);
    return joins || waits || (cat->lock && cat->lock->op == LOCK_SEM_WAIT);
}

static bool calls_limit(const struct finder *f, gfunc_id func, uint32_t depth)
{
    const struct program *p = f->ctx->program;
    const struct prog_func *pf = &p->funcs[func.v];

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        const struct site *s = &p->sites[site.v];
        const struct cat_func *cat = f->ctx->flow->site_cat[site.v];
        if (!s->n_edges && cat && is_limiting_call(f, site, cat))
            return true;
        if (s->n_edges == 1 && s->callee.v && depth < 2 &&
            calls_limit(f, p->edges[s->first_edge].to, depth + 1))
            return true;
    }
    return false;
}

/* `for (;;) { if (n > max) continue; select(); for (each listener) accept(); }`: the limit is asked
 * around the loop that accepts. */
static loop_id outermost(const struct unit *u, loop_id loop)
{
    while (u->loops[loop.v].parent.v)
        loop = u->loops[loop.v].parent;
    return loop;
}

/* In the blocks of the visit: the loop with those around it, or the whole function. */
static bool limits_in(const struct finder *f, const struct visit *v, site_id next)
{
    const struct program *p = f->ctx->program;
    const struct func_shape *s = flow_shape(f->ctx->flow, v->func);
    const struct prog_func *pf = &p->funcs[v->func.v];
    loop_id region = v->region.v ? outermost(s->unit, v->region) : (loop_id){0};

    for (uint32_t b = 0; b < s->func->blocks.n; b++) {
        const struct unit_block *block = &s->unit->blocks[s->func->blocks.first + b];
        if ((!region.v || shape_in_loop(s, b, region)) &&
            tests_counter(f, v->func, block->val, 0))
            return true;
    }
    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        const struct site *at = &p->sites[site.v];
        const struct cat_func *cat = f->ctx->flow->site_cat[site.v];
        if (site.v == next.v ||
            (region.v && !shape_in_loop(s, shape_block_of(s, at->op), region)))
            continue;
        bool limits = !at->n_edges ? cat && is_limiting_call(f, site, cat)
                                   : at->n_edges == 1 && at->callee.v &&
                                         !f->ctx->flow->funcs[p->edges[at->first_edge].to.v]
                                              .accepts &&
                                         calls_limit(f, p->edges[at->first_edge].to, 1);
        if (limits)
            return true;
    }
    return false;
}

/* Its handle goes to an element of an array of fixed size. */
static bool has_slot(const struct finder *f, site_id site)
{
    const struct program *p = f->ctx->program;
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    const struct unit_val *v = &u->vals[site_arg(p, site, 0).v];
    if (v->kind != VAL_ADDR)
        return false;
    const struct unit_path *path = &u->paths[v->a];
    for (uint32_t i = 0; i < path->sels.n; i++) {
        uint8_t kind = u->sels[path->sels.first + i].kind;
        bool is_array = i == 0 || u->sels[path->sels.first + i - 1].kind != SEL_DEREF;
        if (kind >= SEL_INDEX_CONST && is_array && path->root == ROOT_SYM)
            return true;
    }
    return false;
}

/* ---- is it for each request? ---- */
static bool receives(const struct finder *f, site_id site)
{
    const struct cat_func *cat = f->ctx->flow->site_cat[site.v];
    return cat && !f->ctx->program->sites[site.v].n_edges &&
           (!strcmp(cat->name, "recvfrom") || !strcmp(cat->name, "recvmsg"));
}

static bool is_source(const struct finder *f, site_id site, bool datagram)
{
    return datagram ? receives(f, site) : site_accepts(f->ctx->flow, site);
}

/* Does a source stand on every way from the start of the visit's blocks to the call `next`? */
static bool is_behind_source(const struct finder *f, const struct visit *v, site_id next,
                             bool datagram)
{
    const struct program *p = f->ctx->program;
    const struct func_shape *s = flow_shape(f->ctx->flow, v->func);
    uint32_t first = s->func->blocks.first, n = s->func->blocks.n, top = 0;
    op_id target = p->sites[next.v].op;
    ASSERT(next.v && p->sites[next.v].caller.v == v->func.v);
    struct arena scratch;
    bool reached = false;

    arena_init(&scratch);
    bool *seen = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    stack[top] = v->region.v ? s->unit->loops[v->region.v].header.v - first : 0;
    seen[stack[top++]] = true;
    while (top && !reached) {
        uint32_t at = stack[--top];
        const struct unit_block *b = &s->unit->blocks[first + at];
        bool stops = false;
        for (uint32_t i = b->ops.first; i < b->ops.first + b->ops.n && !stops && !reached; i++) {
            reached = i == target.v;
            site_id site = s->unit->ops[i].kind == OP_CALL ? program_site(p, v->func, (op_id){i})
                                                           : (site_id){0};
            stops = site.v && site.v != next.v && is_source(f, site, datagram);
        }
        for (uint32_t i = 0; i < b->succs.n && !stops && !reached; i++) {
            uint32_t to = s->unit->succs[b->succs.first + i].to.v - first;
            if (!seen[to] && (!v->region.v || shape_in_loop(s, to, v->region))) {
                seen[to] = true;
                stack[top++] = to;
            }
        }
    }
    arena_release(&scratch);
    return !reached;
}

static enum request_kind kind_of_start(const struct entry *e)
{
    if (!e || e->region.v)
        return REQUEST_NONE;
    switch (e->event) {
    case EV_ACCEPT: return REQUEST_CONNECTION;
    case EV_READ: return REQUEST_EVENT;
    default: return REQUEST_NONE;
    }
}

/* A flag sees to it that there is one: `if (!running) { running = 1; create(...); }`. */
static bool is_behind_flag(const struct finder *f, site_id site)
{
    enum { GUARDS = 8 };
    const struct program *p = f->ctx->program;
    gfunc_id func = p->sites[site.v].caller;
    const struct unit *u = program_unit(p, func);
    const struct unit_func *uf = program_func(p, func);
    val_id guards[GUARDS];
    uint32_t n = guards_of(f->ctx->flow, site, guards, GUARDS);

    for (uint32_t g = 0; g < n; g++) {
        gsym_id flag = value_global(p, func, guards[g]);
        for (uint32_t i = 0; flag.v && i < uf->ops.n; i++) {
            const struct unit_op *op = &u->ops[uf->ops.first + i];
            const struct unit_path *path = &u->paths[op->path.v];
            if (op->kind == OP_STORE && path->root == ROOT_SYM && !path->sels.n &&
                u->vals[op->val.v].kind == VAL_INT && u->vals[op->val.v].num &&
                p->unit_syms[p->funcs[func.v].unit][path->id].v == flag.v)
                return true;
        }
    }
    return false;
}

static struct made judge(const struct finder *f, const struct walk *w, uint32_t visit, site_id site)
{
    struct made m = {.site = site, .visit = visit};
    ASSERT(visit < w->visits.n);
    site_id next = site;

    m.is_limited = has_slot(f, site);
    for (uint32_t i = visit; i != UINT32_MAX; i = w->visits.v[i].parent) {
        const struct visit *v = &w->visits.v[i];
        if (is_behind_source(f, v, next, false))
            m.kind = REQUEST_CONNECTION;
        else if (m.kind < REQUEST_DATAGRAM && is_behind_source(f, v, next, true))
            m.kind = REQUEST_DATAGRAM;
        m.is_limited |= limits_in(f, v, next) || is_behind_flag(f, next);
        if (v->parent == UINT32_MAX && m.kind < kind_of_start(f->entries.v[v->tag]))
            m.kind = kind_of_start(f->entries.v[v->tag]);
        next = v->via;
    }
    return m;
}

static void on_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct finder *f = user;
    struct made *best = &f->out->made[site.v];

    if (!f->makes(f->ctx, site, cat))
        return;
    struct made m = judge(f, w, visit, site);
    if (m.kind == REQUEST_NONE)
        return;
    /* one way with a limit does not limit the others */
    if (!best->site.v || (best->is_limited && !m.is_limited) ||
        (best->is_limited == m.is_limited && m.kind > best->kind))
        *best = m;
}

/* ---- where to start ---- */
static void start_at(struct finder *f, gfunc_id func, loop_id region, const struct entry *e,
                     enum confidence conf)
{
    struct walk_start s = {.func = func, .region = region, .conf = conf, .tag = f->starts.n};
    if (!map_put_new(&f->seen, hash_mix(func.v, region.v), 1))
        return;
    vec_push(f->arena, &f->starts, s);
    vec_push(f->arena, &f->entries, e);
}

static void add_loops(struct finder *f)
{
    const struct program *p = f->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        if (!is_source(f, (site_id){i}, false) && !is_source(f, (site_id){i}, true))
            continue;
        const struct func_shape *s = flow_shape(f->ctx->flow, p->sites[i].caller);
        loop_id l = shape_loop_of(s, p->sites[i].op);
        for (; l.v; l = s->unit->loops[l.v].parent)
            start_at(f, p->sites[i].caller, l, NULL, CONF_HIGH);
    }
}

void per_request_find(struct rule_context *ctx, makes_one *makes, struct per_request *out)
{
    const struct domains *d = ctx->domains;
    struct finder f = {.ctx = ctx, .makes = makes, .out = out, .arena = ctx->arena};

    ASSERT(makes && out);
    map_init(&f.seen, ctx->arena);
    out->made = arena_array(ctx->arena, struct made, ctx->program->n_sites + 1);
    find_counters(&f);
    add_loops(&f);
    for (uint32_t i = 0; i < d->n; i++)
        if (d->entries[i].domain == DOM_LOOP)
            start_at(&f, d->entries[i].func, d->entries[i].region, &d->entries[i],
                     d->entries[i].sure ? CONF_HIGH : CONF_MEDIUM);
    out->entry_of = f.entries.v;
    walk_run(ctx->arena, ctx->flow, f.starts.v, f.starts.n, WALK_ENDING_PATHS, NULL, on_call, &f,
             &out->walk);
}

/* ---- words ---- */
const char *request_word(enum request_kind kind)
{
    return kind == REQUEST_CONNECTION ? "connection" : kind == REQUEST_DATAGRAM ? "datagram"
                                                                               : "request";
}

const struct step *per_request_chain(struct rule_context *ctx, const struct per_request *r,
                                     const struct made *m, uint32_t *n)
{
    struct step *steps = chain_of(ctx->arena, &r->walk, m->visit, m->site, n);
    const struct visit *v = &r->walk.visits.v[m->visit];

    while (v->parent != UINT32_MAX)
        v = &r->walk.visits.v[v->parent];
    if (r->entry_of[v->tag])
        shared_entry_step(ctx, r->entry_of[v->tag], &steps[0]);
    return steps;
}
