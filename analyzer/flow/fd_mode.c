/*
 * The mode of a descriptor inside one function, in the order in which the calls run: connect()
 * before fcntl(O_NONBLOCK) blocks, after it does not. Forward over the blocks, once for each
 * variable and context: a function may use one descriptor in thousands of calls.
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

enum { /* sets of what the ways to a place end with */
    WAY_NONE = 1, /* this function has set nothing */
    WAY_BLOCKING = 2,
    WAY_NONBLOCK = 4,
    WAY_UNCLEAR = 8,
};
static const uint8_t ways[] = {[SETS_NO_MODE] = WAY_NONE, [SETS_NONBLOCK] = WAY_NONBLOCK,
                               [SETS_BLOCKING] = WAY_BLOCKING, [SETS_UNCLEAR] = WAY_UNCLEAR};

/* One variable in one function and context. */
struct mode_table {
    gfunc_id func; /* 0: not in use */
    path_id path;
    uint64_t context;
    bool sets_here; /* this function sets the mode at some place */
    uint8_t *in;    /* [block] ways at its start; as long as the largest function */
};
enum { TABLES = 8 };
struct mode_tables { /* by path: the last questions */
    struct mode_table v[TABLES];
};

struct mode_walk {
    const struct flow_facts *f;
    const struct func_shape *s;
    gfunc_id func;
    const struct context *ctx;
    path_id path;
    struct op_list calls, stores; /* with the path as an argument; to its root */
    bool sets_here;
};

static enum sets_mode op_sets_mode(const struct mode_walk *w, const struct unit_op *op, op_id id)
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

static enum sets_mode mode_of_store(const struct mode_walk *w, const struct unit_op *store)
{
    const struct unit_val *v = &w->s->unit->vals[store->val.v];
    if (v->kind != VAL_CALL)
        return SETS_UNCLEAR;
    site_id site = program_site(w->f->program, w->func, (op_id){v->a});
    uint32_t index = w->f->site_origin[site.v];
    if (!index)
        return SETS_UNCLEAR;
    const struct fd_origin *o = &w->f->origins[index - 1];
    if (o->birth == FD_MODE_NONBLOCK)
        return SETS_NONBLOCK;
    bool known = o->birth == FD_MODE_BLOCKING && (o->mode == o->birth || w->sets_here) &&
                 (!o->made_blocking || w->sets_here);
    return known ? SETS_BLOCKING : SETS_UNCLEAR;
}

/* What the last call or store in the block and before `end` that sets the mode sets; none:
 * SETS_NO_MODE. */
static enum sets_mode mode_in_block(const struct mode_walk *w, uint32_t block, uint32_t end)
{
    const struct unit *u = w->s->unit;
    uint32_t first = u->blocks[w->s->func->blocks.first + block].ops.first;
    uint32_t c = op_list_from(w->calls, (op_id){end}), t = op_list_from(w->stores, (op_id){end});
    for (;;) {
        uint32_t call = c ? w->calls.v[c - 1].op.v : 0, store = t ? w->stores.v[t - 1].op.v : 0;
        op_id id = {call > store ? call : store};
        const struct unit_op *op = &u->ops[id.v];
        enum sets_mode m = SETS_NO_MODE;
        if (!id.v || id.v < first)
            return SETS_NO_MODE;
        if (call > store) {
            m = op_sets_mode(w, op, id);
            c--;
        } else {
            m = op->path.v == w->path.v ? mode_of_store(w, op) : SETS_NO_MODE;
            t--;
        }
        if (m != SETS_NO_MODE)
            return m;
    }
}

static bool function_sets(const struct mode_walk *w)
{
    for (uint32_t i = 0; i < w->calls.n; i++) {
        op_id id = w->calls.v[i].op;
        if (op_sets_mode(w, &w->s->unit->ops[id.v], id) != SETS_NO_MODE)
            return true;
    }
    return false;
}

/* A block is looked at again when a way of a new kind comes to it: four times at most. */
static void fill_table(const struct mode_walk *w, const bool *reached, uint8_t *in,
                       struct arena *scratch)
{
    const struct unit *u = w->s->unit;
    uint32_t first = w->s->func->blocks.first, n = w->s->func->blocks.n;
    bool *is_queued = arena_array(scratch, bool, n + 1);
    VEC(uint32_t) work = {0};

    memset(in, 0, n * sizeof *in);
    if (!n)
        return;
    in[0] = WAY_NONE;
    vec_push(scratch, &work, 0);
    while (work.n) {
        uint32_t b = work.v[--work.n];
        const struct unit_block *block = &u->blocks[first + b];
        is_queued[b] = false;
        if (w->s->ends[b])
            continue;
        enum sets_mode m = mode_in_block(w, b, block->ops.first + block->ops.n);
        uint8_t out = m == SETS_NO_MODE ? in[b] : ways[m];
        for (uint32_t i = 0; i < block->succs.n; i++) {
            uint32_t to = u->succs[block->succs.first + i].to.v - first;
            if (!reached[to] || (in[to] | out) == in[to])
                continue;
            in[to] |= out;
            if (!is_queued[to])
                vec_push(scratch, &work, to);
            is_queued[to] = true;
        }
    }
}

static const struct mode_table *table_for(struct mode_walk *w)
{
    struct flow_lazy *lazy = w->f->lazy;
    if (!lazy->modes)
        lazy->modes = arena_new(w->f->arena, struct mode_tables);
    struct mode_table *t = &lazy->modes->v[w->path.v % TABLES];
    uint64_t context = context_hash(w->ctx);
    struct arena scratch;

    if (t->func.v == w->func.v && t->path.v == w->path.v && t->context == context)
        return t;
    if (!t->in)
        t->in = arena_array(w->f->arena, uint8_t, w->f->most_blocks + 1);
    t->func = w->func;
    t->path = w->path;
    t->context = context;
    t->sets_here = w->sets_here = function_sets(w);
    arena_init(&scratch);
    bool *reached = arena_array(&scratch, bool, w->s->func->blocks.n + 1);
    context_blocks(w->f, w->func, w->ctx, reached);
    fill_table(w, reached, t->in, &scratch);
    arena_release(&scratch);
    return t;
}

bool local_fd_mode(const struct flow_facts *f, site_id site, const struct context *ctx, val_id v,
                   enum fd_mode *mode)
{
    const struct site *at = &f->program->sites[site.v];
    struct mode_walk w = {.f = f, .s = flow_shape(f, at->caller), .func = at->caller, .ctx = ctx};

    w.path = loaded_path(w.s->unit, v);
    if (!w.path.v)
        return false;
    const struct unit_path *path = &w.s->unit->paths[w.path.v];
    w.calls = shape_calls_with(w.s, w.path);
    w.stores = shape_stores(w.s, path->root, path->id);
    const struct mode_table *t = table_for(&w);
    w.sets_here = t->sets_here;
    uint32_t block = shape_block_of(w.s, at->op);
    enum sets_mode m = mode_in_block(&w, block, at->op.v);
    ASSERT(m < sizeof ways / sizeof *ways && block < w.s->func->blocks.n);
    uint8_t set = m == SETS_NO_MODE ? t->in[block] : ways[m];
    if (!(set & ~WAY_NONE))
        return false;
    *mode = set == WAY_BLOCKING   ? FD_MODE_BLOCKING
            : set == WAY_NONBLOCK ? FD_MODE_NONBLOCK
                                  : FD_MODE_UNKNOWN;
    return true;
}
