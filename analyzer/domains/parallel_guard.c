/*
 * A strand that is only started while a flag says that it does not run: `if (running) return;
 * running = true; pthread_create(...)`. However often the function is called, there is one of it.
 * The flag may be set by the new thread itself.
 *
 * And the other end: `for (each child) if (child->done) pthread_join(child->thread)` collects those
 * that have ended, and only those, when it is the thread that sets the flag.
 */
#include "domains/parallel_internal.h"
#include "flow/shape.h"

enum { MAX_CLIMB = 8 };

/* The path that a condition tests for being set: `x`, `!x`, `x == 0`, `x != NULL`. 0: none. */
static path_id tested_path(const struct unit *u, val_id v)
{
    for (uint32_t depth = 0; v.v && depth < UNIT_MAX_DEPTH; depth++) {
        const struct unit_val *val = &u->vals[v.v];
        if (val->kind == VAL_LOAD)
            return u->ops[val->a].path;
        if (val->kind == VAL_UN && val->oper == OPER_NOT)
            v.v = val->a;
        else if (val->kind == VAL_BIN && (val->oper == OPER_EQ || val->oper == OPER_NE))
            v.v = u->vals[val->a].kind == VAL_INT ? val->b : val->a;
        else
            break;
    }
    return (path_id){0};
}

/* Is the node set as a whole, to something that is no count, in the function? */
static bool sets_node(const struct program *p, gfunc_id func, node_id node)
{
    const struct unit *u = program_unit(p, func);
    const struct unit_func *uf = program_func(p, func);

    for (uint32_t i = 0; i < uf->ops.n; i++) {
        const struct unit_op *op = &u->ops[uf->ops.first + i];
        bool stores = (op->kind == OP_STORE && !(op->flags & (OPF_COMPOUND | OPF_INIT))) ||
                      (op->kind == OP_ATOMIC && (op->flags & OPF_STORES));
        if (stores && flow_node(p, func, op->path).v == node.v)
            return true;
    }
    return false;
}

static bool block_reaches(const struct func_shape *s, uint32_t from, uint32_t to,
                          struct arena *scratch)
{
    uint32_t n = s->func->blocks.n, first = s->func->blocks.first, top = 0;
    bool *seen = arena_array(scratch, bool, n + 1);
    uint32_t *stack = arena_array(scratch, uint32_t, n + 1);

    stack[top++] = from;
    seen[from] = true;
    while (top) {
        uint32_t at = stack[--top];
        const struct unit_block *b = &s->unit->blocks[first + at];
        if (at == to)
            return true;
        for (uint32_t i = 0; i < b->succs.n && !s->ends[at]; i++) {
            uint32_t next = s->unit->succs[b->succs.first + i].to.v - first;
            if (!seen[next]) {
                seen[next] = true;
                stack[top++] = next;
            }
        }
    }
    return false;
}

/* One variable for the whole program: no field of some object. */
static bool is_fixed(const struct unit *u, path_id id)
{
    const struct unit_path *path = &u->paths[id.v];
    bool fixed = path->root == ROOT_SYM;
    for (uint32_t i = 0; i < path->sels.n; i++)
        fixed &= u->sels[path->sels.first + i].kind == SEL_FIELD;
    return fixed;
}

bool joins_only_ended(const struct making *m, gfunc_id func, op_id op, const uint64_t *joined)
{
    const struct program *p = m->flow->program;
    const struct func_shape *s = flow_shape(m->flow, func);
    uint32_t block = shape_block_of(s, op), first = s->func->blocks.first;

    for (uint32_t n = 0; n < MAX_CLIMB && s->pred_first[block + 1] - s->pred_first[block] == 1;
         n++) {
        block = s->preds[s->pred_first[block]];
        const struct unit_block *b = &s->unit->blocks[first + block];
        path_id path = b->term == TERM_BRANCH ? tested_path(s->unit, b->val) : (path_id){0};
        node_id node = path.v ? flow_node(p, func, path) : (node_id){0};
        for (uint32_t t = 0; node.v && t < m->strands.n; t++)
            if (set_has(joined, t) && sets_node(p, m->strands.v[t].roots[0], node))
                return true;
    }
    return false;
}

/* Does a test of one variable decide whether control comes from its block b to the op's? Its path;
 * 0: none does. */
static path_id deciding_path(const struct func_shape *s, uint32_t b, uint32_t target,
                             struct arena *scratch)
{
    uint32_t first = s->func->blocks.first;
    const struct unit_block *block = &s->unit->blocks[first + b];

    if (block->term != TERM_BRANCH || block->succs.n != 2)
        return (path_id){0};
    path_id path = tested_path(s->unit, block->val);
    if (!path.v || !is_fixed(s->unit, path))
        return (path_id){0};
    uint32_t yes = s->unit->succs[block->succs.first].to.v - first;
    uint32_t no = s->unit->succs[block->succs.first + 1].to.v - first;
    if (block_reaches(s, yes, target, scratch) == block_reaches(s, no, target, scratch))
        return (path_id){0};
    return path;
}

bool is_started_once(const struct making *m, gfunc_id func, op_id op, gfunc_id started)
{
    const struct program *p = m->flow->program;
    const struct func_shape *s = flow_shape(m->flow, func);
    struct arena scratch;
    bool found = false;

    ASSERT(started.v && started.v < p->n_funcs);
    arena_init(&scratch);
    for (uint32_t b = 0; b < s->func->blocks.n && !found; b++) {
        path_id path = deciding_path(s, b, shape_block_of(s, op), &scratch);
        node_id node = path.v ? flow_node(p, func, path) : (node_id){0};
        found = node.v && (sets_node(p, func, node) || sets_node(p, started, node));
    }
    arena_release(&scratch);
    return found;
}

/* Does the program ever set the variable to anything but a constant other than 0? */
static bool is_ever_reset(const struct program *p, node_id node)
{
    for (uint32_t f = 1; f < p->n_funcs; f++) {
        const struct unit *u = program_unit(p, (gfunc_id){f});
        const struct range ops = program_func(p, (gfunc_id){f})->ops;
        for (uint32_t i = ops.first; i < ops.first + ops.n; i++) {
            const struct unit_op *op = &u->ops[i];
            const struct unit_val *v = &u->vals[op->val.v];
            if ((op->kind == OP_STORE || op->kind == OP_ATOMIC) &&
                flow_node(p, (gfunc_id){f}, op->path).v == node.v &&
                (op->kind == OP_ATOMIC || v->kind != VAL_INT || !v->num))
                return true;
        }
    }
    return false;
}

bool is_first_time_only(const struct flow_facts *flow, gfunc_id func, op_id op)
{
    const struct program *p = flow->program;
    const struct func_shape *s = flow_shape(flow, func);
    struct arena scratch;
    bool found = false;

    arena_init(&scratch);
    for (uint32_t b = 0; b < s->func->blocks.n && !found; b++) {
        path_id path = deciding_path(s, b, shape_block_of(s, op), &scratch);
        node_id node = path.v ? flow_node(p, func, path) : (node_id){0};
        found = node.v && sets_node(p, func, node) && !is_ever_reset(p, node);
    }
    arena_release(&scratch);
    return found;
}
