/*
 * Can the chain of calls of an access be gone at all? The constants that it passes, and what it has
 * asked of global variables on the way, must lead to the access: option(CHECK) does not come to the
 * case of another command, and `if (mode == READ) work();` does not come to what work() does in
 * another mode. That nobody changes the mode meanwhile is believed of functions that do not change
 * it themselves.
 */
#include "domains/races_internal.h"

enum { MAX_FACTS = 8, MAX_TESTS = 16, MAX_STEPS = 16 };
struct fact { /* the variable is num, or is not */
    gsym_id sym;
    bool equal;
    int64_t num;
};
struct facts {
    struct fact v[MAX_FACTS];
    uint32_t n;
};

/* What it says of a global variable when the condition is true. */
static bool tested(struct finder *f, gfunc_id func, val_id cond, struct fact *out)
{
    const struct program *p = f->flow->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_val *v = &u->vals[cond.v];

    ASSERT(cond.v);
    *out = (struct fact){.equal = false};
    for (uint32_t step = 0; step < MAX_STEPS; step++) {
        bool compares = v->kind == VAL_BIN && (v->oper == OPER_EQ || v->oper == OPER_NE);
        if (v->kind == VAL_UN && v->oper == OPER_NOT) {
            out->equal = !out->equal;
            v = &u->vals[v->a];
            continue;
        }
        if (compares && u->vals[v->b].kind == VAL_INT) {
            out->num = u->vals[v->b].num;
            out->equal ^= v->oper == OPER_EQ;
            v = &u->vals[v->a];
        }
        break;
    }
    if (v->kind != VAL_LOAD)
        return false;
    const struct unit_path *path = &u->paths[u->ops[v->a].path.v];
    if (path->root != ROOT_SYM || path->sels.n)
        return false;
    out->sym = p->unit_syms[p->funcs[func.v].unit][path->id];
    return true;
}

static bool stores_sym(struct finder *f, gfunc_id func, gsym_id sym)
{
    const struct program *p = f->flow->program;
    const struct unit *u = program_unit(p, func);
    const struct range ops = program_func(p, func)->ops;

    for (uint32_t i = ops.first; i < ops.first + ops.n; i++) {
        const struct unit_op *op = &u->ops[i];
        const struct unit_path *path = &u->paths[op->path.v];
        if ((op->kind == OP_STORE || op->kind == OP_ATOMIC || op->kind == OP_ADDR) &&
            path->root == ROOT_SYM && p->unit_syms[p->funcs[func.v].unit][path->id].v == sym.v)
            return true;
    }
    return false;
}

/* Which side of the branch at the end of the block the facts choose; -1: they do not say. */
static int chosen(struct finder *f, gfunc_id func, const struct unit_block *b,
                  const struct facts *facts)
{
    struct fact t;

    if (b->term != TERM_BRANCH || !facts->n || !tested(f, func, b->val, &t))
        return -1;
    for (uint32_t i = 0; i < facts->n; i++) {
        const struct fact *k = &facts->v[i];
        if (k->sym.v != t.sym.v)
            continue;
        if (k->num == t.num)
            return k->equal == t.equal ? 0 : 1;
        if (k->equal) /* it is another number */
            return t.equal ? 1 : 0;
    }
    return -1;
}

/* Does control come to the block, by blocks of `among` (NULL: all), as the facts choose, and
 * without the edge from the block `cut` to its successor `side`? */
static bool comes_to(struct finder *f, gfunc_id func, uint32_t block, const bool *among,
                     const struct facts *facts, uint32_t cut, uint32_t side)
{
    const struct func_shape *s = flow_shape(f->flow, func);
    uint32_t n = s->func->blocks.n, base = s->func->blocks.first, top = 0;
    struct arena scratch;

    ASSERT(block < n);
    arena_init(&scratch);
    bool *seen = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    stack[top++] = 0;
    seen[0] = true;
    while (top && !seen[block]) {
        uint32_t at = stack[--top];
        const struct unit_block *b = &s->unit->blocks[base + at];
        int only = chosen(f, func, b, facts);
        for (uint32_t i = 0; i < b->succs.n; i++) {
            uint32_t to = s->unit->succs[b->succs.first + i].to.v - base;
            if (seen[to] || (among && !among[to]) || (only >= 0 && i != (uint32_t)only) ||
                (at == cut && i == side))
                continue;
            seen[to] = true;
            stack[top++] = to;
        }
    }
    bool found = seen[block];
    arena_release(&scratch);
    return found;
}

/* What must have been found of global variables when control is at op. */
static void learn(struct finder *f, gfunc_id func, op_id op, struct facts *facts)
{
    static const struct facts none = {.n = 0};
    const struct func_shape *s = flow_shape(f->flow, func);
    uint32_t n = s->func->blocks.n, at = shape_block_of(s, op), tests = 0;
    struct fact t;

    for (uint32_t b = 0; b < n && tests < MAX_TESTS && facts->n < MAX_FACTS; b++) {
        const struct unit_block *block = &s->unit->blocks[s->func->blocks.first + b];
        if (block->term != TERM_BRANCH || !tested(f, func, block->val, &t) ||
            stores_sym(f, func, t.sym))
            continue;
        tests++;
        for (uint32_t side = 0; side < 2 && block->succs.n == 2; side++) {
            if (at == b || comes_to(f, func, at, NULL, &none, b, side))
                continue;
            ASSERT(facts->n < MAX_FACTS && t.sym.v);
            t.equal ^= side == 1;
            facts->v[facts->n++] = t;
            break;
        }
    }
}

/* What the function changes itself is not known in it. */
static void forget(struct finder *f, gfunc_id func, struct facts *facts)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < facts->n; i++)
        if (!stores_sym(f, func, facts->v[i].sym))
            facts->v[kept++] = facts->v[i];
    facts->n = kept;
}

/* Do the constants that its chain of calls passes lead to the access: option(CHECK) to the case? */
bool races_is_feasible(struct finder *f, struct event *e)
{
    const struct program *p = f->flow->program;
    struct arena scratch;
    bool fits = true;

    if (e->has_way)
        return e->is_way;
    races_chain(f, e);
    arena_init(&scratch);
    struct context *ctx = arena_new(&scratch, struct context);
    struct facts facts = {.n = 0};
    for (uint32_t i = 0; i <= e->n_chain && fits && e->n_chain < RACE_CHAIN; i++) {
        const struct site *s = i < e->n_chain ? &p->sites[e->chain[i].v] : NULL;
        gfunc_id func = s ? s->caller : e->access->func;
        const struct unit *u = program_unit(p, func);
        bool *reached = arena_array(&scratch, bool, program_func(p, func)->blocks.n + 1);
        op_id op = s ? s->op : e->access->op;
        struct absval *args;
        struct context *next = arena_new(&scratch, struct context);

        next->v = args = arena_array(&scratch, struct absval, u->ops[op.v].args.n + 1);
        context_blocks(f->flow, func, ctx, reached);
        uint32_t block = shape_block_of(flow_shape(f->flow, func), op);
        forget(f, func, &facts);
        fits = reached[block] && (!facts.n || comes_to(f, func, block, reached, &facts,
                                                       UINT32_MAX, 0));
        learn(f, func, op, &facts);
        for (uint32_t k = 0; s && k < u->ops[op.v].args.n; k++) {
            val_id arg = u->args[u->ops[op.v].args.first + k].val;
            args[k] = context_eval(f->flow, func, ctx, arg);
            next->n = k + 1;
        }
        ctx = next;
    }
    arena_release(&scratch);
    e->has_way = true;
    e->is_way = fits;
    return fits;
}
