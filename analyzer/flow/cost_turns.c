/*
 * How often a loop turns. What the loop compares its variable with, how it changes it, and where it
 * started; a drain of a descriptor turns as often as the peer likes. A loop with one exit, at its
 * own condition, turns as often as that says; with others it is "at most".
 */
#include <string.h>

#include "flow/cost_internal.h"

enum { LOG_TURNS = 64 }; /* n /= 10, n >>= 1 */

enum change { CHANGE_NONE, CHANGE_STEP, CHANGE_LOG, CHANGE_LIST, CHANGE_OTHER };
struct counter {
    enum change change;
    double step; /* CHANGE_STEP: the least */
};

/* ---- exits ---- */
struct exits {
    uint32_t blocks; /* how many blocks have an edge out; ends of the process do not count */
    uint32_t last;   /* the loop's last block; all lie between it and `from` */
    uint32_t from;
};

static struct exits find_exits(const struct func_shape *s, loop_id loop)
{
    const struct unit_loop *l = &s->unit->loops[loop.v];
    uint32_t first = s->func->blocks.first, seen = 0;
    /* reverse post order: a loop's blocks come after its header, unless it has other entries */
    struct exits out = {.from = l->flags & LOOP_IRREDUCIBLE ? 0 : l->header.v - first};

    for (uint32_t i = out.from; i < s->func->blocks.n && seen < l->n_blocks; i++) {
        const struct unit_block *b = &s->unit->blocks[first + i];
        bool leaves = false, is_inside = shape_in_loop(s, i, loop);
        seen += is_inside;
        out.last = i;
        if (!is_inside || s->ends[i])
            continue;
        for (uint32_t k = 0; k < b->succs.n; k++) {
            uint32_t to = s->unit->succs[b->succs.first + k].to.v - first;
            bool goes_on = s->returns[to] || s->unit->blocks[first + to].loop.v; /* around it */
            leaves |= !shape_in_loop(s, to, loop) && goes_on;
        }
        out.blocks += leaves;
    }
    return out;
}

/* ---- how the variable changes ---- */
static bool is_int(const struct unit *u, val_id v, int64_t *num)
{
    *num = u->vals[v.v].num;
    return v.v && u->vals[v.v].kind == VAL_INT;
}

static struct counter change_by(const struct func_shape *s, const struct unit_op *store)
{
    const struct unit *u = s->unit;
    const struct unit_val *v = &u->vals[store->val.v];
    int64_t by;

    if (v->kind == VAL_BIN && is_int(u, (val_id){v->b}, &by)) {
        if ((v->oper == OPER_ADD || v->oper == OPER_SUB) && by != 0)
            return (struct counter){CHANGE_STEP, by < 0 ? -(double)by : (double)by};
        if (v->oper == OPER_SHL || v->oper == OPER_SHR || v->oper == OPER_DIV ||
            v->oper == OPER_MUL)
            return (struct counter){CHANGE_LOG, 0};
    }
    if (v->kind == VAL_LOAD && u->types[v->type.v].kind == TYPE_POINTER) {
        const struct unit_path *from = &u->paths[u->ops[v->a].path.v];
        const struct unit_sel *last = &u->sels[from->sels.first + from->sels.n - 1];
        if (from->sels.n >= 2 && last->kind == SEL_FIELD)
            return (struct counter){CHANGE_LIST, 0};
    }
    return (struct counter){CHANGE_OTHER, 0};
}

static struct counter find_counter(const struct func_shape *s, loop_id loop, path_id var)
{
    const struct unit_path *path = &s->unit->paths[var.v];
    struct op_list stores = shape_stores(s, path->root, path->id);
    struct counter all = {CHANGE_NONE, 0};

    for (uint32_t i = 0; i < stores.n; i++) {
        const struct unit_op *op = &s->unit->ops[stores.v[i].op.v];
        if (op->path.v != var.v || !shape_in_loop(s, shape_block_of(s, stores.v[i].op), loop))
            continue;
        struct counter one = change_by(s, op);
        if (all.change == CHANGE_NONE)
            all = one;
        else if (all.change != one.change)
            all.change = CHANGE_OTHER;
        else if (one.step < all.step)
            all.step = one.step;
    }
    return all;
}

/* ---- where it starts and ends ---- */
int cost_param(const struct func_shape *s, val_id v)
{
    const struct unit *u = s->unit;
    int64_t num;

    for (uint32_t depth = 0; v.v && depth < 8; depth++) {
        const struct unit_val *val = &u->vals[v.v];
        if (val->kind == VAL_BIN && (val->oper == OPER_ADD || val->oper == OPER_SUB) &&
            is_int(u, (val_id){val->b}, &num)) {
            v = (val_id){val->a};
            continue;
        }
        if (val->kind != VAL_LOAD)
            return -1;
        uint32_t local = shape_local(s, &u->paths[u->ops[val->a].path.v]);
        if (local == UINT32_MAX)
            return -1;
        if (local < s->func->n_params) {
            uint32_t flags = u->locals[s->func->locals.first + local].flags;
            return flags & (LOCAL_MODIFIED_PARAM | LOCAL_ADDR_TAKEN) ? -1 : (int)local;
        }
        op_id store = shape_reaching_store(s, (op_id){val->a});
        if (!store.v)
            return -1;
        v = u->ops[store.v].val;
    }
    return -1;
}

/* The only value that the variable gets outside of the loop. */
static val_id start_value(const struct func_shape *s, loop_id loop, path_id var)
{
    const struct unit_path *path = &s->unit->paths[var.v];
    struct op_list stores = shape_stores(s, path->root, path->id);
    val_id out = {0};
    uint32_t n = 0;

    for (uint32_t i = 0; i < stores.n; i++) {
        const struct unit_op *op = &s->unit->ops[stores.v[i].op.v];
        if (op->path.v != var.v || shape_in_loop(s, shape_block_of(s, stores.v[i].op), loop))
            continue;
        out = op->val;
        n++;
    }
    return n == 1 ? out : (val_id){0};
}

static struct cost_turns known(double n, bool exact)
{
    return (struct cost_turns){.is_known = true, .exact = exact, .n = n < 0 ? 0 : n};
}

static struct cost_turns bound_by(gfunc_id func, enum cost_bound bound, val_id val, bool exact)
{
    return (struct cost_turns){.exact = exact, .by = {.bound = (uint8_t)bound, .is_loop = true,
                                                      .func = func, .val = val}};
}

static struct cost_turns by_param(gfunc_id func, int param, val_id val, bool exact)
{
    struct cost_turns t = bound_by(func, COST_PARAM, val, exact);
    ASSERT(param >= 0);
    t.by.param = (uint8_t)param;
    return param <= UINT8_MAX ? t : bound_by(func, COST_DATA, val, false);
}

/* while (n > 0) n -= step: as often as the start value says. */
static struct cost_turns count_down(const struct flow_facts *f, gfunc_id func, loop_id loop,
                                    path_id var, double step, bool exact)
{
    const struct func_shape *s = flow_shape(f, func);
    const struct unit_path *path = &s->unit->paths[var.v];
    val_id start = start_value(s, loop, var);

    if (path->root == ROOT_PARAM && !path->sels.n && !start.v)
        return by_param(func, (int)path->id, (val_id){0}, exact && step <= 1);
    struct absval v = start.v ? context_eval(f, func, NULL, start)
                              : (struct absval){.kind = ABS_ANY};
    if (v.kind == ABS_INT)
        return known((double)v.num / step, exact);
    int param = cost_param(s, start);
    if (param >= 0)
        return by_param(func, param, start, exact && step <= 1);
    return bound_by(func, COST_DATA, start, false);
}

static struct cost_turns count_up(const struct flow_facts *f, gfunc_id func, loop_id loop,
                                  const struct unit_loop *l, double step, bool exact)
{
    const struct func_shape *s = flow_shape(f, func);
    val_id start = start_value(s, loop, l->induction);
    struct absval to = context_eval(f, func, NULL, l->bound);
    struct absval from = start.v ? context_eval(f, func, NULL, start)
                                 : (struct absval){.kind = ABS_ANY};
    bool starts = from.kind == ABS_INT;
    double first = starts ? (double)from.num : 0;

    if (to.kind == ABS_INT && (to.num <= 0 || (starts && from.num > to.num)))
        return count_down(f, func, loop, l->induction, step, exact);
    if (to.kind == ABS_INT)
        return known(((double)to.num - first) / step, exact && starts);
    int param = cost_param(s, l->bound);
    exact = exact && starts && step <= 1;
    if (param >= 0)
        return by_param(func, param, l->bound, exact);
    return bound_by(func, COST_DATA, l->bound, exact);
}

struct drain cost_drain(const struct flow_facts *f, gfunc_id func, loop_id loop)
{
    struct exits e = find_exits(flow_shape(f, func), loop);
    return drain_find(f, func, loop, e.from, e.last);
}

/* `while (!ready) pthread_cond_wait(...)`: sleeps, and mostly turns once. */
static bool only_parks(const struct flow_facts *f, gfunc_id func, loop_id loop)
{
    const struct prog_func *pf = &f->program->funcs[func.v];
    const struct func_shape *s = flow_shape(f, func);
    bool parks = false;

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct cat_func *cat = f->site_cat[i];
        if (!shape_in_loop(s, shape_block_of(s, f->program->sites[i].op), loop))
            continue;
        if (!cat || !cat->lock || cat->lock->op != LOCK_COND_WAIT)
            return false;
        parks = true;
    }
    return parks;
}

struct cost_turns cost_find_turns(const struct flow_facts *f, gfunc_id func, loop_id loop)
{
    const struct func_shape *s = flow_shape(f, func);
    const struct unit_loop *l = &s->unit->loops[loop.v];
    struct exits exits = find_exits(s, loop);
    bool exact = exits.blocks == 1 && !(l->flags & LOOP_IRREDUCIBLE);

    ASSERT(loop.v >= s->func->loops.first && loop.v < s->func->loops.first + s->func->loops.n);
    if (!exits.blocks)
        return (struct cost_turns){.forever = true};
    if (l->trips >= 0)
        return known((double)l->trips, exact);
    if (only_parks(f, func, loop))
        return known(1, false);
    if (drain_find(f, func, loop, exits.from, exits.last).site.v)
        return bound_by(func, COST_PEER, (val_id){0}, false);
    if (!l->induction.v)
        return bound_by(func, COST_DATA, (val_id){0}, false);
    struct counter c = find_counter(s, loop, l->induction);
    const struct unit_path *var = &s->unit->paths[l->induction.v];
    switch (c.change) {
    case CHANGE_LOG: return known(LOG_TURNS, false);
    case CHANGE_LIST: return bound_by(func, COST_LIST, (val_id){0}, exact);
    case CHANGE_STEP:
        if (s->unit->types[var->type.v].kind == TYPE_INT)
            return count_up(f, func, loop, l, c.step, exact);
        break;
    case CHANGE_NONE:
    case CHANGE_OTHER: break;
    }
    return bound_by(func, COST_DATA, l->bound, false);
}
