#include "flow/guards.h"

#include <string.h>

#include "flow/context.h"
#include "flow/shape.h"

enum { MAX_GUARDS = 16, MAX_DEPTH = 6, MAX_STEPS = 2000 };

struct guards {
    const struct flow_facts *f;
    gfunc_id func;
    const struct func_shape *s;
    val_id v[MAX_GUARDS];
    uint32_t n, steps;
};

static void collect(struct guards *g, const struct flow_facts *f, site_id site)
{
    g->f = f;
    g->func = f->program->sites[site.v].caller;
    g->s = flow_shape(f, g->func);
    g->n = g->steps = 0;
    uint32_t block = shape_block_of(g->s, f->program->sites[site.v].op);
    for (uint32_t steps = 0; steps < 64 && g->n < MAX_GUARDS; steps++) {
        if (g->s->pred_first[block + 1] - g->s->pred_first[block] != 1)
            return;
        block = g->s->preds[g->s->pred_first[block]];
        const struct unit_block *b = &g->s->unit->blocks[g->s->func->blocks.first + block];
        if (b->term == TERM_BRANCH)
            g->v[g->n++] = b->val;
    }
}

uint32_t guards_of(const struct flow_facts *f, site_id site, val_id *out, uint32_t max)
{
    struct guards g;
    collect(&g, f, site);
    for (uint32_t i = 0; i < g.n && i < max; i++)
        out[i] = g.v[i];
    return g.n < max ? g.n : max;
}

static gsym_id loaded_global(const struct program *p, gfunc_id func, val_id v, uint32_t depth)
{
    const struct unit *u = program_unit(p, func);
    const struct unit_val *val = &u->vals[v.v];
    gsym_id none = {0};

    if (!v.v || depth > MAX_DEPTH)
        return none;
    if (val->kind == VAL_LOAD) {
        const struct unit_path *path = &u->paths[u->ops[val->a].path.v];
        return path->root == ROOT_SYM && !path->sels.n
                   ? p->unit_syms[p->funcs[func.v].unit][path->id] : none;
    }
    if (val->kind == VAL_UN)
        return loaded_global(p, func, (val_id){val->a}, depth + 1);
    if (val->kind != VAL_BIN)
        return none;
    gsym_id a = loaded_global(p, func, (val_id){val->a}, depth + 1);
    return a.v ? a : loaded_global(p, func, (val_id){val->b}, depth + 1);
}

gsym_id value_global(const struct program *p, gfunc_id func, val_id v)
{
    return loaded_global(p, func, v, 0);
}

/* ---- which thread is this ---- */
static bool is_thread_id_name(const char *name)
{
    static const char *const names[] = {"pthread_self",   "pthread_equal", "thrd_current",
                                        "thrd_equal",     "gettid",        "uv_thread_self",
                                        "uv_thread_equal", "g_thread_self"};
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

static bool asks_thread(struct guards *g, gfunc_id func, val_id v, uint32_t depth);

/* The call gives a thread's id: by name, through a pointer to such a function, or by what it
 * returns. */
static bool call_asks_thread(struct guards *g, gfunc_id func, op_id op, uint32_t depth)
{
    const struct program *p = g->f->program;
    site_id site = program_site(p, func, op);
    const struct site *s = &p->sites[site.v];

    if (!site.v)
        return false;
    if (s->callee.v && is_thread_id_name(p->syms[s->callee.v].name))
        return true;
    if (!s->callee.v) {
        struct obj_set set = flow_value(p, func, program_unit(p, func)->ops[op.v].val);
        for (uint32_t i = 0; i < set.n; i++) {
            const struct flow_obj *o = flow_object(p, set.v[i]);
            if (o->kind == OBJ_FUNC && o->sym.v && is_thread_id_name(p->syms[o->sym.v].name))
                return true;
        }
    }
    if (depth > 3)
        return false;
    for (uint32_t e = 0; e < s->n_edges && e < 4; e++) {
        gfunc_id to = p->edges[s->first_edge + e].to;
        const struct unit_func *uf = program_func(p, to);
        for (uint32_t b = 0; b < uf->blocks.n; b++) {
            const struct unit_block *block = &program_unit(p, to)->blocks[uf->blocks.first + b];
            if (block->term == TERM_RETURN && asks_thread(g, to, block->val, depth + 1))
                return true;
        }
    }
    return false;
}

/* A member of a local (a union, often) into which a thread's id was stored. */
static bool member_asks_thread(struct guards *g, gfunc_id func, const struct func_shape *s,
                               const struct unit_path *path, uint32_t depth)
{
    if (path->root != ROOT_LOCAL || !path->sels.n)
        return false;
    for (uint32_t i = 0; i < s->func->ops.n; i++) {
        const struct unit_op *op = &s->unit->ops[s->func->ops.first + i];
        const struct unit_path *to = &s->unit->paths[op->path.v];
        const struct unit_val *v = &s->unit->vals[op->val.v];
        if (op->kind == OP_STORE && to->root == path->root && to->id == path->id && to->sels.n &&
            v->kind == VAL_CALL && call_asks_thread(g, func, (op_id){v->a}, depth + 1))
            return true;
    }
    return false;
}

static bool asks_thread(struct guards *g, gfunc_id func, val_id v, uint32_t depth)
{
    const struct unit *u = program_unit(g->f->program, func);
    const struct unit_val *val = &u->vals[v.v];
    if (!v.v || depth > MAX_DEPTH || g->steps++ >= MAX_STEPS)
        return false;
    switch (val->kind) {
    case VAL_CALL: return call_asks_thread(g, func, (op_id){val->a}, depth);
    case VAL_LOAD: {
        const struct func_shape *s = flow_shape(g->f, func);
        op_id store = shape_reaching_store(s, (op_id){val->a});
        return store.v ? asks_thread(g, func, u->ops[store.v].val, depth + 1)
                       : member_asks_thread(g, func, s, &u->paths[u->ops[val->a].path.v], depth);
    }
    case VAL_BIN:
    case VAL_PHI:
        return asks_thread(g, func, (val_id){val->a}, depth + 1) ||
               asks_thread(g, func, (val_id){val->b}, depth + 1);
    case VAL_UN: return asks_thread(g, func, (val_id){val->a}, depth + 1);
    default: return false;
    }
}

bool asks_thread_ids(const struct program *p)
{
    for (uint32_t i = 1; i < p->n_syms; i++)
        if (p->syms[i].kind == SYM_FUNC && is_thread_id_name(p->syms[i].name))
            return true;
    return false;
}

bool guarded_by_thread_test(const struct flow_facts *f, site_id site)
{
    struct guards g;
    if (!f->has_thread_ids)
        return false;
    collect(&g, f, site);
    for (uint32_t i = 0; i < g.n; i++)
        if (asks_thread(&g, g.func, g.v[i], 0))
            return true;
    return false;
}

/* ---- another field of the same object ---- */
static bool same_object(const struct unit *u, const struct unit_path *a, const struct unit_path *b)
{
    if (a->root != b->root || a->id != b->id || a->sels.n != b->sels.n || a->sels.n == 0)
        return false;
    for (uint32_t i = 0; i + 1 < a->sels.n; i++) {
        const struct unit_sel *x = &u->sels[a->sels.first + i], *y = &u->sels[b->sels.first + i];
        if (x->kind != y->kind || (x->id != y->id && x->kind != SEL_INDEX_VAL) || x->num != y->num)
            return false;
    }
    const struct unit_sel *x = &u->sels[a->sels.first + a->sels.n - 1];
    const struct unit_sel *y = &u->sels[b->sels.first + b->sels.n - 1];
    return x->kind == SEL_FIELD && y->kind == SEL_FIELD && x->id != y->id;
}

static bool loads_sibling(const struct unit *u, const struct unit_path *of, val_id v,
                          uint32_t depth)
{
    const struct unit_val *val = &u->vals[v.v];
    if (!v.v || depth > MAX_DEPTH)
        return false;
    if (val->kind == VAL_LOAD)
        return same_object(u, of, &u->paths[u->ops[val->a].path.v]);
    if (val->kind == VAL_BIN)
        return loads_sibling(u, of, (val_id){val->a}, depth + 1) ||
               loads_sibling(u, of, (val_id){val->b}, depth + 1);
    return val->kind == VAL_UN && loads_sibling(u, of, (val_id){val->a}, depth + 1);
}

bool guarded_by_own_field(const struct flow_facts *f, site_id site, val_id v)
{
    struct guards g;
    collect(&g, f, site);
    const struct unit *u = g.s->unit;
    if (u->vals[v.v].kind != VAL_LOAD)
        return false;
    const struct unit_path *of = &u->paths[u->ops[u->vals[v.v].a].path.v];
    for (uint32_t i = 0; i < g.n; i++)
        if (loads_sibling(u, of, g.v[i], 0))
            return true;
    return false;
}

static bool cancels(const struct flow_facts *f, gfunc_id func, op_id call, path_id handle)
{
    const struct program *p = f->program;
    site_id site = program_site(p, func, call);
    gsym_id callee = p->sites[site.v].callee;
    const struct unit *u = program_unit(p, func);

    if (!callee.v || strcmp(p->syms[callee.v].name, "pthread_cancel") != 0)
        return false;
    const struct unit_val *v = &u->vals[site_arg(p, site, 0).v];
    return v->kind == VAL_LOAD && u->ops[v->a].path.v == handle.v;
}

bool told_to_stop(const struct flow_facts *f, site_id site, val_id v)
{
    const struct site *at = &f->program->sites[site.v];
    const struct unit *u = program_unit(f->program, at->caller);
    const struct range ops = program_func(f->program, at->caller)->ops;

    ASSERT(at->op.v >= ops.first && at->op.v < ops.first + ops.n);
    if (u->vals[v.v].kind != VAL_LOAD)
        return false;
    path_id handle = u->ops[u->vals[v.v].a].path;
    for (uint32_t i = ops.first; i < at->op.v; i++) {
        const struct unit_op *op = &u->ops[i];
        if ((op->kind == OP_STORE && u->vals[op->val.v].kind == VAL_INT &&
             same_object(u, &u->paths[handle.v], &u->paths[op->path.v])) ||
            (op->kind == OP_CALL && cancels(f, at->caller, (op_id){i}, handle)))
            return true;
    }
    return false;
}
