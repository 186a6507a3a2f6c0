/*
 * The mode of a descriptor inside one function, in the order in which the calls run: connect()
 * before fcntl(O_NONBLOCK) blocks, after it does not.
 */
#include <string.h>

#include "flow/descriptors.h"
#include "flow/shape.h"

enum sets_mode site_sets_mode(const struct flow_facts *f, site_id site, int index,
                              const struct context *ctx)
{
    const struct program *p = f->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = f->site_cat[site.v];
    enum sets_mode out = SETS_NO_MODE;

    if (s->n_edges) {
        const struct func_facts *to = &f->funcs[p->edges[s->first_edge].to.v];
        return index < FACTS_PARAMS ? (enum sets_mode)to->sets_mode[index] : SETS_NO_MODE;
    }
    for (uint32_t i = 0; cat && i < cat->n_fd_modes; i++) {
        const struct cat_fd_mode *m = &cat->fd_modes[i];
        if (m->fd != index)
            continue;
        enum tri t = conds_all(f, site, ctx, m->when);
        if (t == TRI_YES)
            return m->nonblock ? SETS_NONBLOCK : SETS_BLOCKING;
        if (t != TRI_NO)
            out = SETS_UNCLEAR;
    }
    return out;
}

/* The path that a value was loaded from, 0 when it is no plain load. */
static path_id loaded_path(const struct unit *u, val_id v)
{
    const struct unit_val *val = &u->vals[v.v];
    return val->kind == VAL_LOAD ? u->ops[val->a].path : (path_id){0};
}

void param_modes(const struct flow_facts *f, gfunc_id func, struct func_facts *facts)
{
    const struct program *p = f->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct unit *u = program_unit(p, func);

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        uint32_t n = call_op(p, site)->args.n;
        for (uint32_t k = 0; k < n && k < FACTS_PARAMS; k++) {
            const struct unit_path *path =
                &u->paths[loaded_path(u, site_arg(p, site, (int)k)).v];
            if (path->root != ROOT_PARAM || path->sels.n || path->id >= FACTS_PARAMS)
                continue;
            enum sets_mode mode = site_sets_mode(f, site, (int)k, NULL);
            uint8_t *have = &facts->sets_mode[path->id];
            if (mode != SETS_NO_MODE)
                *have = *have == SETS_NO_MODE || *have == mode ? (uint8_t)mode : SETS_UNCLEAR;
        }
    }
}

struct back_walk {
    const struct flow_facts *f;
    const struct func_shape *s;
    gfunc_id func;
    const struct context *ctx;
    path_id path;
    bool blocking, nonblock, unclear, none; /* what the ways back end with */
    bool sets_here;                         /* this function sets the mode at some place */
};

static void note_mode(struct back_walk *w, enum sets_mode m)
{
    w->blocking |= m == SETS_BLOCKING;
    w->nonblock |= m == SETS_NONBLOCK;
    w->unclear |= m == SETS_UNCLEAR;
}

static enum sets_mode op_sets_mode(const struct back_walk *w, const struct unit_op *op, op_id id)
{
    const struct unit *u = w->s->unit;
    for (uint32_t i = 0; i < op->args.n; i++) {
        if (loaded_path(u, u->args[op->args.first + i].val).v != w->path.v)
            continue;
        site_id site = program_site(w->f->program, w->func, id);
        enum sets_mode m = site_sets_mode(w->f, site, (int)i, w->ctx);
        if (m != SETS_NO_MODE)
            return m;
    }
    return SETS_NO_MODE;
}

static enum sets_mode mode_of_store(const struct back_walk *w, const struct unit_op *store)
{
    const struct unit_val *v = &w->s->unit->vals[store->val.v];
    if (v->kind != VAL_CALL)
        return SETS_UNCLEAR;
    site_id site = program_site(w->f->program, w->func, (op_id){v->a});
    for (uint32_t i = 0; i < w->f->n_origins; i++) {
        const struct fd_origin *o = &w->f->origins[i];
        if (o->site.v != site.v)
            continue;
        if (o->birth == FD_MODE_NONBLOCK)
            return SETS_NONBLOCK;
        bool known = o->birth == FD_MODE_BLOCKING && (o->mode == o->birth || w->sets_here) &&
                     (!o->made_blocking || w->sets_here);
        return known ? SETS_BLOCKING : SETS_UNCLEAR;
    }
    return SETS_UNCLEAR;
}

/* True when the way back through this block is settled inside it. */
static bool settle_block(struct back_walk *w, uint32_t block, uint32_t end)
{
    const struct unit_block *b = &w->s->unit->blocks[w->s->func->blocks.first + block];
    for (uint32_t i = end; i-- > b->ops.first;) {
        const struct unit_op *op = &w->s->unit->ops[i];
        enum sets_mode m = SETS_NO_MODE;
        if (op->kind == OP_CALL)
            m = op_sets_mode(w, op, (op_id){i});
        else if (op->kind == OP_STORE && op->path.v == w->path.v)
            m = mode_of_store(w, op);
        if (m == SETS_NO_MODE)
            continue;
        note_mode(w, m);
        return true;
    }
    return false;
}

static void walk_back(struct back_walk *w, op_id from, const bool *reached, bool *seen,
                      uint32_t *stack)
{
    uint32_t start = shape_block_of(w->s, from), top = 0;

    if (settle_block(w, start, from.v))
        return;
    stack[top++] = start;
    while (top) {
        uint32_t b = stack[--top];
        w->none |= b == 0;
        for (uint32_t i = w->s->pred_first[b]; i < w->s->pred_first[b + 1]; i++) {
            uint32_t pred = w->s->preds[i];
            if (seen[pred] || !reached[pred] || w->s->ends[pred])
                continue;
            seen[pred] = true;
            const struct unit_block *block =
                &w->s->unit->blocks[w->s->func->blocks.first + pred];
            if (!settle_block(w, pred, block->ops.first + block->ops.n))
                stack[top++] = pred;
        }
    }
}

static bool function_sets(const struct back_walk *w)
{
    for (uint32_t i = 0; i < w->s->func->ops.n; i++) {
        op_id id = {w->s->func->ops.first + i};
        const struct unit_op *op = &w->s->unit->ops[id.v];
        if (op->kind == OP_CALL && op_sets_mode(w, op, id) != SETS_NO_MODE)
            return true;
    }
    return false;
}

bool local_fd_mode(const struct flow_facts *f, site_id site, const struct context *ctx, val_id v,
                   enum fd_mode *mode)
{
    const struct site *at = &f->program->sites[site.v];
    struct back_walk w = {.f = f, .s = flow_shape(f, at->caller), .func = at->caller, .ctx = ctx};
    uint32_t n = w.s->func->blocks.n;
    struct arena scratch;

    w.path = loaded_path(w.s->unit, v);
    if (!w.path.v)
        return false;
    w.sets_here = function_sets(&w);
    arena_init(&scratch);
    bool *reached = arena_array(&scratch, bool, n + 1);
    context_blocks(f, at->caller, ctx, reached);
    walk_back(&w, at->op, reached, arena_array(&scratch, bool, n + 1),
              arena_array(&scratch, uint32_t, n + 1));
    arena_release(&scratch);
    if (!w.blocking && !w.nonblock && !w.unclear)
        return false;
    bool one = w.blocking + w.nonblock + w.unclear + w.none == 1;
    *mode = !one || w.unclear ? FD_MODE_UNKNOWN
            : w.blocking      ? FD_MODE_BLOCKING
                              : FD_MODE_NONBLOCK;
    return true;
}
