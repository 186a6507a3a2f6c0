/*
 * Turns: threads that go one after the other through a part of their function, without holding a
 * lock there.
 *
 *     lock(m); while (turn != mine) cond_wait(c, m); unlock(m);
 *     ... (nobody else is here)
 *     lock(m); turn++; cond_broadcast(c); unlock(m);
 *
 * What is compared must not be a constant: `while (!ready) wait` lets all through at once.
 */
#include "domains/races_internal.h"

enum { MAX_CLIMB = 6 };

/* The variable that a condition compares with something that is no constant. */
static node_id compared(const struct program *p, gfunc_id func, val_id v)
{
    const struct unit *u = program_unit(p, func);
    const struct unit_val *val = &u->vals[v.v];

    if (val->kind != VAL_BIN || (val->oper != OPER_EQ && val->oper != OPER_NE))
        return (node_id){0};
    for (int side = 0; side < 2; side++) {
        val_id mine = {side ? val->b : val->a}, other = {side ? val->a : val->b};
        if (u->vals[mine.v].kind != VAL_LOAD || u->vals[other.v].kind != VAL_LOAD)
            continue;
        node_id node = flow_node(p, func, u->ops[u->vals[mine.v].a].path);
        if (node.v && !flow_node_func(p, node).v)
            return node;
    }
    return (node_id){0};
}

/* What the loop around the wait compares. */
static node_id awaited(const struct finder *f, gfunc_id func, const struct func_shape *s,
                       loop_id loop)
{
    uint32_t first = s->func->blocks.first;
    node_id found = {0};

    for (uint32_t b = 0; b < s->func->blocks.n && !found.v; b++) {
        const struct unit_block *block = &s->unit->blocks[first + b];
        if (block->term == TERM_BRANCH && shape_in_loop(s, b, loop))
            found = compared(f->flow->program, func, block->val);
    }
    return found;
}

static bool is_reached_around(const struct func_shape *s, uint32_t target, uint32_t without)
{
    uint32_t n = s->func->blocks.n, first = s->func->blocks.first, top = 0;
    struct arena scratch;
    bool found = false;

    if (without == 0)
        return false;
    arena_init(&scratch);
    bool *seen = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    seen[0] = seen[without] = true;
    stack[top++] = 0;
    while (top && !found) {
        uint32_t at = stack[--top];
        const struct unit_block *b = &s->unit->blocks[first + at];
        found = at == target;
        for (uint32_t i = 0; i < b->succs.n && !s->ends[at]; i++) {
            uint32_t next = s->unit->succs[b->succs.first + i].to.v - first;
            if (!seen[next]) {
                seen[next] = true;
                stack[top++] = next;
            }
        }
    }
    arena_release(&scratch);
    return found;
}

static bool is_after(const struct func_shape *s, op_id wait, op_id op)
{
    struct arena scratch;
    arena_init(&scratch);
    bool after = shape_reaches(s, wait, op, &scratch);
    arena_release(&scratch);
    return after;
}

/* Does every way to the op come by the loop that waits, or by an `if (not yet) { wait }`? */
static bool is_behind(const struct func_shape *s, op_id op, loop_id loop)
{
    uint32_t first = s->func->blocks.first, target = shape_block_of(s, op), branches = 0;
    uint32_t block = s->unit->loops[loop.v].header.v - first;

    for (uint32_t n = 0; n < MAX_CLIMB; n++) {
        if (block != target && !is_reached_around(s, target, block))
            return true;
        uint32_t up = UINT32_MAX;
        for (uint32_t i = s->pred_first[block]; i < s->pred_first[block + 1]; i++) {
            if (n == 0 && shape_in_loop(s, s->preds[i], loop))
                continue;
            if (up != UINT32_MAX)
                return false;
            up = s->preds[i];
        }
        if (up == UINT32_MAX)
            return false;
        branches += s->unit->blocks[first + up].term == TERM_BRANCH;
        if (branches > 1)
            return false;
        block = up;
    }
    return false;
}

/* Is the variable stored to after the op? */
static bool is_passed_on(const struct finder *f, gfunc_id func, const struct func_shape *s,
                         op_id op, node_id node)
{
    struct arena scratch;
    bool found = false;

    arena_init(&scratch);
    for (uint32_t i = s->func->ops.first; i < s->func->ops.first + s->func->ops.n && !found; i++) {
        const struct unit_op *o = &s->unit->ops[i];
        found = o->kind == OP_STORE && flow_node(f->flow->program, func, o->path).v == node.v &&
                shape_reaches(s, op, (op_id){i}, &scratch);
    }
    arena_release(&scratch);
    return found;
}

/* The variable that says whose turn it is at op of func; 0: no turn. */
static uint32_t turn_at(struct finder *f, gfunc_id func, op_id op)
{
    const struct program *p = f->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];
    uint64_t key = hash_mix(func.v, op.v);
    uint32_t turn = 0;

    if (map_get(&f->turns, key, &turn))
        return turn;
    const struct func_shape *s = flow_shape(f->flow, func);
    for (uint32_t i = 0; i < pf->n_sites && !turn; i++) {
        site_id site = {pf->first_site + i};
        loop_id loop = shape_loop_of(s, p->sites[site.v].op);
        if (!loop.v || shape_in_loop(s, shape_block_of(s, op), loop) ||
            !races_waits_for_cond(f, site) || !is_after(s, p->sites[site.v].op, op) ||
            !is_behind(s, op, loop))
            continue;
        node_id node = awaited(f, func, s, loop);
        if (node.v && is_passed_on(f, func, s, op, node))
            turn = node.v;
    }
    map_set(&f->turns, key, turn);
    return turn;
}

static bool has_turn(struct finder *f, struct event *e, uint32_t turn)
{
    const struct program *p = f->flow->program;
    for (uint32_t i = 0; i < e->n_chain; i++)
        if (turn_at(f, p->sites[e->chain[i].v].caller, p->sites[e->chain[i].v].op) == turn)
            return true;
    return turn_at(f, e->access->func, e->access->op) == turn;
}

/* Nearly always so. */
static bool has_no_turn(struct finder *f, struct event *e)
{
    const struct program *p = f->flow->program;
    if (e->has_turns)
        return e->has_no_turn;
    races_chain(f, e);
    uint32_t any = turn_at(f, e->access->func, e->access->op);
    for (uint32_t i = 0; i < e->n_chain && !any; i++)
        any = turn_at(f, p->sites[e->chain[i].v].caller, p->sites[e->chain[i].v].op);
    e->has_turns = true;
    e->has_no_turn = any == 0;
    return e->has_no_turn;
}

bool races_take_turns(struct finder *f, struct event *a, struct event *b)
{
    const struct program *p = f->flow->program;

    ASSERT(a->access && b->access);
    if (has_no_turn(f, a) || has_no_turn(f, b))
        return false;
    for (uint32_t i = 0; i <= a->n_chain; i++) {
        gfunc_id func = i < a->n_chain ? p->sites[a->chain[i].v].caller : a->access->func;
        op_id op = i < a->n_chain ? p->sites[a->chain[i].v].op : a->access->op;
        uint32_t turn = turn_at(f, func, op);
        if (turn && has_turn(f, b, turn))
            return true;
    }
    return false;
}
