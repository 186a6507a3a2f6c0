/*
 * One pass over a function's blocks and ops for each table; nothing is kept that can be read from
 * the unit at once. Questions about one variable go through an index: in generated code a function
 * may have a hundred thousand ops, and as many questions.
 */
#include "flow/shape.h"

#include <stdlib.h>
#include <string.h>

static bool site_ends(const struct flow_facts *f, site_id site)
{
    const struct program *p = f->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = f->site_cat[site.v];

    if (s->callee.v) {
        if (p->syms[s->callee.v].flags & SYM_NORETURN)
            return true;
        if (cat && cat->noreturn && !p->syms[s->callee.v].func.v)
            return true;
    }
    if (!s->n_edges || s->unresolved)
        return false;
    for (uint32_t i = 0; i < s->n_edges; i++)
        if (!f->funcs[p->edges[s->first_edge + i].to.v].never_returns)
            return false;
    return true;
}

static void count_preds(struct func_shape *s, struct arena *a)
{
    const struct unit *u = s->unit;
    uint32_t first = s->func->blocks.first, n = s->func->blocks.n, total = 0;

    s->pred_first = arena_array(a, uint32_t, n + 1);
    for (uint32_t b = 0; b < n; b++) {
        const struct unit_block *block = &u->blocks[first + b];
        for (uint32_t i = 0; i < block->succs.n; i++, total++)
            s->pred_first[u->succs[block->succs.first + i].to.v - first + 1]++;
    }
    for (uint32_t b = 0; b < n; b++)
        s->pred_first[b + 1] += s->pred_first[b];
    s->preds = arena_array(a, uint32_t, total + 1);
    uint32_t *fill = arena_array(a, uint32_t, n + 1);
    for (uint32_t b = 0; b < n; b++) {
        const struct unit_block *block = &u->blocks[first + b];
        for (uint32_t i = 0; i < block->succs.n; i++) {
            uint32_t to = u->succs[block->succs.first + i].to.v - first;
            s->preds[s->pred_first[to] + fill[to]++] = b;
        }
    }
}

static void find_stores(struct func_shape *s, struct arena *a)
{
    const struct unit *u = s->unit;
    uint32_t n = s->func->locals.n, first = s->func->ops.first;
    uint32_t *count = arena_array(a, uint32_t, n + 1);

    s->store_first = arena_array(a, uint32_t, n + 1);
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < s->func->ops.n; i++) {
            const struct unit_op *op = &u->ops[first + i];
            if (op->kind != OP_STORE)
                continue;
            uint32_t local = shape_local(s, &u->paths[op->path.v]);
            if (local == UINT32_MAX)
                continue;
            if (pass)
                s->stores[s->store_first[local] + count[local]] = (op_id){first + i};
            count[local]++;
        }
        if (pass)
            break;
        for (uint32_t i = 0; i < n; i++)
            s->store_first[i + 1] = s->store_first[i] + count[i];
        s->stores = arena_array(a, op_id, s->store_first[n] + 1);
        memset(count, 0, (n + 1) * sizeof *count);
    }
}

/* ---- ops by what they speak of ---- */
static int compare_keyed(const void *a, const void *b)
{
    const struct keyed_op *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->op.v > y->op.v) - (x->op.v < y->op.v);
}

static uint64_t root_key(uint8_t root, uint32_t id)
{
    return (uint64_t)root << 32 | id;
}

/* The path that an argument was loaded from, 0 when it is no plain load. */
static path_id arg_path(const struct unit *u, const struct unit_op *call, uint32_t i)
{
    const struct unit_val *v = &u->vals[u->args[call->args.first + i].val.v];
    return v->kind == VAL_LOAD ? u->ops[v->a].path : (path_id){0};
}

static void index_ops(struct func_shape *s, struct arena *a)
{
    const struct unit *u = s->unit;
    uint32_t first = s->func->ops.first, n_stores = 0, n_args = 0;

    for (uint32_t i = 0; i < s->func->ops.n; i++) {
        n_stores += u->ops[first + i].kind == OP_STORE;
        n_args += u->ops[first + i].kind == OP_CALL ? u->ops[first + i].args.n : 0;
    }
    struct keyed_op *stores = arena_array(a, struct keyed_op, n_stores + 1);
    struct keyed_op *args = arena_array(a, struct keyed_op, n_args + 1);
    n_stores = n_args = 0;
    for (uint32_t i = 0; i < s->func->ops.n; i++) {
        const struct unit_op *op = &u->ops[first + i];
        const struct unit_path *to = &u->paths[op->path.v];
        op_id id = {first + i};
        if (op->kind == OP_STORE)
            stores[n_stores++] = (struct keyed_op){root_key(to->root, to->id), id};
        for (uint32_t k = 0; op->kind == OP_CALL && k < op->args.n; k++)
            if (arg_path(u, op, k).v)
                args[n_args++] = (struct keyed_op){arg_path(u, op, k).v, id};
    }
    qsort(stores, n_stores, sizeof *stores, compare_keyed);
    qsort(args, n_args, sizeof *args, compare_keyed);
    s->by_root = (struct op_list){stores, n_stores};
    s->by_arg = (struct op_list){args, n_args};
}

static uint32_t keyed_from(struct op_list list, uint64_t key)
{
    uint32_t lo = 0, hi = list.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (list.v[mid].key < key)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static struct op_list with_key(struct op_list list, uint64_t key)
{
    ASSERT(key < UINT64_MAX);
    uint32_t from = keyed_from(list, key);
    return (struct op_list){list.v + from, keyed_from(list, key + 1) - from};
}

struct op_list shape_stores(const struct func_shape *s, uint8_t root, uint32_t id)
{
    return with_key(s->by_root, root_key(root, id));
}

struct op_list shape_calls_with(const struct func_shape *s, path_id path)
{
    return with_key(s->by_arg, path.v);
}

uint32_t op_list_from(struct op_list list, op_id op)
{
    uint32_t lo = 0, hi = list.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        ASSERT(list.v[mid].key == list.v[0].key); /* one key: in op order */
        if (list.v[mid].op.v < op.v)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static void find_returns(struct func_shape *s, const struct flow_facts *f, gfunc_id func,
                         struct arena *a)
{
    const struct unit *u = s->unit;
    const struct prog_func *pf = &f->program->funcs[func.v];
    uint32_t first = s->func->blocks.first, n = s->func->blocks.n, top = 0;
    uint32_t *stack = arena_array(a, uint32_t, n + 1);

    s->returns = arena_array(a, bool, n + 1);
    s->ends = arena_array(a, bool, n + 1);
    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        if (site_ends(f, site))
            s->ends[shape_block_of(s, f->program->sites[site.v].op)] = true;
    }
    for (uint32_t b = 0; b < n; b++)
        if (u->blocks[first + b].term == TERM_RETURN && !s->ends[b]) {
            s->returns[b] = true;
            stack[top++] = b;
        }
    while (top) {
        uint32_t b = stack[--top];
        for (uint32_t i = s->pred_first[b]; i < s->pred_first[b + 1]; i++) {
            uint32_t p = s->preds[i];
            if (s->returns[p] || s->ends[p])
                continue;
            s->returns[p] = true;
            stack[top++] = p;
        }
    }
}

const struct func_shape *flow_shape(const struct flow_facts *f, gfunc_id func)
{
    ASSERT(func.v && func.v < f->program->n_funcs);
    if (f->shapes[func.v])
        return f->shapes[func.v];
    struct arena *a = f->arena;
    struct func_shape *s = arena_new(a, struct func_shape);
    s->unit = program_unit(f->program, func);
    s->func = program_func(f->program, func);
    s->op_block = arena_array(a, uint32_t, s->func->ops.n + 1);
    for (uint32_t b = 0; b < s->func->blocks.n; b++) {
        const struct unit_block *block = &s->unit->blocks[s->func->blocks.first + b];
        for (uint32_t i = 0; i < block->ops.n; i++)
            s->op_block[block->ops.first + i - s->func->ops.first] = b;
    }
    count_preds(s, a);
    find_stores(s, a);
    index_ops(s, a);
    find_returns(s, f, func, a);
    f->shapes[func.v] = s;
    return s;
}

uint32_t shape_block_of(const struct func_shape *s, op_id op)
{
    ASSERT(op.v >= s->func->ops.first && op.v < s->func->ops.first + s->func->ops.n);
    return s->op_block[op.v - s->func->ops.first];
}

uint32_t shape_local(const struct func_shape *s, const struct unit_path *path)
{
    if (path->sels.n)
        return UINT32_MAX;
    if (path->root == ROOT_PARAM && path->id < s->func->n_params)
        return path->id;
    if (path->root == ROOT_LOCAL && path->id >= s->func->locals.first &&
        path->id < s->func->locals.first + s->func->locals.n)
        return path->id - s->func->locals.first;
    return UINT32_MAX;
}

/* The last of a local's stores in the block and before the op `end`; they are in op order. */
static op_id last_store_before(const struct func_shape *s, uint32_t block, uint32_t end,
                               uint32_t local)
{
    uint32_t lo = s->store_first[local], hi = s->store_first[local + 1];
    uint32_t first = s->unit->blocks[s->func->blocks.first + block].ops.first;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (s->stores[mid].v < end)
            lo = mid + 1;
        else
            hi = mid;
    }
    ASSERT(lo >= s->store_first[local] && lo <= s->store_first[local + 1]);
    bool is_here = lo > s->store_first[local] && s->stores[lo - 1].v >= first;
    return is_here ? s->stores[lo - 1] : (op_id){0};
}

op_id shape_reaching_store(const struct func_shape *s, op_id load)
{
    const struct unit_op *op = &s->unit->ops[load.v];
    uint32_t local = shape_local(s, &s->unit->paths[op->path.v]);
    if (local == UINT32_MAX)
        return (op_id){0};
    uint32_t n = s->store_first[local + 1] - s->store_first[local];
    bool is_param = local < s->func->n_params;
    if (!n || (s->unit->locals[s->func->locals.first + local].flags & LOCAL_ADDR_TAKEN))
        return (op_id){0};
    if (n == 1 && !is_param)
        return s->stores[s->store_first[local]];

    uint32_t block = shape_block_of(s, load), end = load.v;
    for (uint32_t steps = 0; steps < 64; steps++) {
        op_id found = last_store_before(s, block, end, local);
        if (found.v)
            return found;
        if (s->pred_first[block + 1] - s->pred_first[block] != 1)
            break;
        block = s->preds[s->pred_first[block]];
        const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + block];
        end = b->ops.first + b->ops.n;
    }
    return (op_id){0};
}

loop_id shape_loop_of(const struct func_shape *s, op_id op)
{
    return s->unit->blocks[s->func->blocks.first + shape_block_of(s, op)].loop;
}

bool shape_in_loop(const struct func_shape *s, uint32_t block, loop_id l)
{
    loop_id at = s->unit->blocks[s->func->blocks.first + block].loop;
    for (; at.v; at = s->unit->loops[at.v].parent)
        if (at.v == l.v)
            return true;
    return false;
}

bool succ_takes(const struct unit_succ *succs, uint32_t n, uint32_t i, int64_t value)
{
    if (!(succs[i].flags & SUCC_DEFAULT))
        return value >= succs[i].lo && value <= succs[i].hi;
    for (uint32_t k = 0; k < n; k++)
        if (!(succs[k].flags & SUCC_DEFAULT) && value >= succs[k].lo && value <= succs[k].hi)
            return false;
    return true;
}

bool shape_reaches(const struct func_shape *s, op_id from, op_id to, struct arena *scratch)
{
    uint32_t a = shape_block_of(s, from), b = shape_block_of(s, to);
    uint32_t n = s->func->blocks.n, first = s->func->blocks.first, top = 0;

    if (a == b && from.v < to.v)
        return true;
    bool *seen = arena_array(scratch, bool, n + 1);
    uint32_t *stack = arena_array(scratch, uint32_t, n + 1);
    stack[top++] = a;
    while (top) {
        const struct unit_block *block = &s->unit->blocks[first + stack[--top]];
        for (uint32_t i = 0; i < block->succs.n; i++) {
            uint32_t t = s->unit->succs[block->succs.first + i].to.v - first;
            if (t == b)
                return true;
            if (!seen[t]) {
                seen[t] = true;
                stack[top++] = t;
            }
        }
    }
    return false;
}
