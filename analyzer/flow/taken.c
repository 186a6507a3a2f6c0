/*
 * A value is taken when it was loaded from a shared place which the function then overwrites. Which
 * lock is held meanwhile is not asked: without one, the place itself is the race.
 */
#include "flow/taken.h"

#include "flow/context.h"

enum { UNASKED, ASKING, NO, YES };
enum { MAX_DEPTH = 12 };

struct look {
    struct taken *t;
    gfunc_id func;
    op_id at; /* where the object is used; 0: anywhere */
    const struct func_shape *shape;
    uint32_t depth;
    uint32_t asked[MAX_DEPTH]; /* locals that the question has come through */
    uint32_t n_asked;
};

static struct look look_in(struct taken *t, gfunc_id func, op_id at)
{
    ASSERT(func.v);
    return (struct look){.t = t, .func = func, .at = at, .shape = flow_shape(t->flow, func)};
}

static bool is_store(const struct unit_op *op)
{
    return op->kind == OP_STORE || (op->kind == OP_ATOMIC && (op->flags & OPF_STORES));
}

/* The same place by name; indexes count as equal. */
static bool is_same_path(const struct unit *u, path_id x, path_id y)
{
    const struct unit_path *p = &u->paths[x.v], *q = &u->paths[y.v];

    if (x.v == y.v)
        return true;
    if (p->root != q->root || p->id != q->id || p->sels.n != q->sels.n)
        return false;
    for (uint32_t i = 0; i < p->sels.n; i++) {
        const struct unit_sel *m = &u->sels[p->sels.first + i], *n = &u->sels[q->sels.first + i];
        if (m->kind != n->kind || (m->kind == SEL_FIELD && m->id != n->id))
            return false;
    }
    return true;
}

static bool is_written_after(const struct look *k, path_id path, op_id load)
{
    const struct unit *u = k->shape->unit;
    const struct unit_func *fn = k->shape->func;

    for (uint32_t i = load.v + 1; i < fn->ops.first + fn->ops.n; i++)
        if (is_store(&u->ops[i]) && is_same_path(u, u->ops[i].path, path))
            return true;
    return false;
}

static bool is_local_path(const struct look *k, const struct unit_path *path)
{
    if (path->root != ROOT_LOCAL && path->root != ROOT_PARAM)
        return false;
    for (uint32_t i = 0; i < path->sels.n; i++)
        if (k->shape->unit->sels[path->sels.first + i].kind == SEL_DEREF)
            return false;
    return true;
}

/* queue->items[queue->head]: the index is moved on. */
static bool moves_index(const struct look *k, const struct unit_path *path, op_id load)
{
    const struct unit *u = k->shape->unit;

    for (uint32_t i = 0; i < path->sels.n; i++) {
        const struct unit_sel *sel = &u->sels[path->sels.first + i];
        const struct unit_val *v = &u->vals[sel->kind == SEL_INDEX_VAL ? sel->id : 0];
        for (uint32_t step = 0; v->kind == VAL_BIN && step < MAX_DEPTH; step++)
            v = &u->vals[v->a];
        if (v->kind != VAL_LOAD || is_local_path(k, &u->paths[u->ops[v->a].path.v]))
            continue;
        const struct unit_func *fn = k->shape->func;
        for (uint32_t op = fn->ops.first; op < fn->ops.first + fn->ops.n; op++)
            if (is_store(&u->ops[op]) && is_same_path(u, u->ops[op].path, u->ops[v->a].path))
                return true;
        (void)load;
    }
    return false;
}

static bool is_taken(struct look *k, val_id v);

static uint32_t derefs_of(const struct unit *u, const struct unit_path *path)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < path->sels.n; i++)
        n += u->sels[path->sels.first + i].kind == SEL_DEREF;
    return n;
}

static uint32_t local_of(const struct look *k, const struct unit_path *path)
{
    struct unit_path whole = *path;
    whole.sels.n = 0;
    return shape_local(k->shape, &whole);
}

/* *j->prev = j->next: by its own links j leaves the list. */
static bool is_unlinked(const struct look *k, uint32_t local)
{
    const struct unit *u = k->shape->unit;
    const struct unit_func *fn = k->shape->func;

    for (uint32_t i = fn->ops.first; i < fn->ops.first + fn->ops.n; i++) {
        const struct unit_op *op = &u->ops[i];
        const struct unit_val *v = &u->vals[op->val.v];
        const struct unit_path *to = &u->paths[op->path.v];
        if (op->kind != OP_STORE || v->kind != VAL_LOAD || local_of(k, to) != local ||
            derefs_of(u, to) < 2)
            continue;
        const struct unit_path *from = &u->paths[u->ops[v->a].path.v];
        if (local_of(k, from) == local && derefs_of(u, from) == 1)
            return true;
    }
    return false;
}

/* The first op of [first, end) that gives the local another value, or end. */
static uint32_t next_store(const struct look *k, uint32_t local, uint32_t first, uint32_t end)
{
    for (uint32_t i = k->shape->store_first[local]; i < k->shape->store_first[local + 1]; i++)
        if (k->shape->stores[i].v >= first && k->shape->stores[i].v < end)
            end = k->shape->stores[i].v;
    return end;
}

/* Can control go from the op to where the object is used, with the local unchanged? */
static bool comes_to_use(const struct look *k, uint32_t local, op_id from)
{
    const struct unit_func *fn = k->shape->func;
    const struct unit *u = k->shape->unit;
    uint32_t n = fn->blocks.n, base = fn->blocks.first, top = 0;
    uint32_t first = from.v + 1;
    struct arena scratch;
    bool found = !k->at.v;

    ASSERT(from.v && local < fn->locals.n);

    arena_init(&scratch);
    bool *seen = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, (size_t)n + 2);
    stack[top++] = shape_block_of(k->shape, from);
    while (top && !found) {
        const struct unit_block *b = &u->blocks[base + stack[--top]];
        uint32_t end = b->ops.first + b->ops.n;
        if (first < b->ops.first || first > end)
            first = b->ops.first;
        uint32_t until = next_store(k, local, first, end);
        found = k->at.v >= first && k->at.v < until;
        for (uint32_t i = 0; until == end && i < b->succs.n; i++) {
            uint32_t to = u->succs[b->succs.first + i].to.v - base;
            if (!seen[to])
                stack[top++] = to;
            seen[to] = true;
        }
        first = 0;
    }
    arena_release(&scratch);
    return found;
}

static bool is_kept_by(const struct look *k, uint32_t local, op_id at);

/* Is what the local holds stored again, or given to someone who keeps it, before it is used? */
static bool is_kept(const struct look *k, uint32_t local)
{
    const struct range ops = k->shape->func->ops;

    for (uint32_t i = ops.first; i < ops.first + ops.n; i++)
        if (is_kept_by(k, local, (op_id){i}) && comes_to_use(k, local, (op_id){i}))
            return true;
    return false;
}

static bool is_kept_by(const struct look *k, uint32_t local, op_id at)
{
    const struct program *p = k->t->flow->program;
    const struct unit *u = k->shape->unit;
    const struct unit_op *op = &u->ops[at.v];
    const struct unit_val *v = &u->vals[op->val.v];

    if (is_store(op) && v->kind == VAL_LOAD && !is_local_path(k, &u->paths[op->path.v]) &&
        shape_local(k->shape, &u->paths[u->ops[v->a].path.v]) == local)
        return true;
    site_id site = op->kind == OP_CALL ? program_site(p, k->func, at) : (site_id){0};
    for (uint32_t arg = 0; site.v && arg < op->args.n && arg < OWN_PARAMS; arg++) {
        const struct unit_val *a = &u->vals[u->args[op->args.first + arg].val.v];
        if (a->kind != VAL_LOAD ||
            shape_local(k->shape, &u->paths[u->ops[a->a].path.v]) != local)
            continue;
        for (uint32_t e = 0; e < p->sites[site.v].n_edges; e++) {
            gfunc_id to = p->edges[p->sites[site.v].first_edge + e].to;
            const struct own_summary *sum = &k->t->owners->summaries[to.v];
            if ((sum->published >> arg & 1) || sum->into[arg])
                return true;
        }
    }
    return false;
}

static bool is_local_taken(struct look *k, uint32_t local)
{
    const struct unit *u = k->shape->unit;
    uint32_t first = k->shape->store_first[local], end = k->shape->store_first[local + 1];
    uint32_t real = 0;

    for (uint32_t i = 0; i < k->n_asked; i++) /* j = j->next: as its other values are */
        if (k->asked[i] == local)
            return true;
    if (local < k->shape->func->n_params || k->n_asked == MAX_DEPTH || is_kept(k, local))
        return false;
    ASSERT(k->n_asked < MAX_DEPTH);
    k->asked[k->n_asked++] = local;
    bool unlinked = is_unlinked(k, local), all = true;
    for (uint32_t i = first; i < end; i++) {
        const struct unit_op *op = &u->ops[k->shape->stores[i].v];
        if (u->vals[op->val.v].kind == VAL_INT)
            continue;
        real++;
        all = all && (unlinked || is_taken(k, op->val));
    }
    k->n_asked--;
    return all && real > 0;
}

/* The next one of the same kind: who takes a chain takes all of it. */
static bool is_link(const struct look *k, const struct unit_path *path)
{
    const struct program *p = k->t->flow->program;
    const struct unit *u = k->shape->unit;
    const struct unit_type *type = &u->types[path->type.v];
    const struct unit_type *pointee = &u->types[type->elem.v];
    const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - (path->sels.n > 0)];
    uint32_t unit = p->funcs[k->func.v].unit;

    return path->sels.n == 2 && derefs_of(u, path) == 1 && last->kind == SEL_FIELD &&
           type->kind == TYPE_POINTER && pointee->kind == TYPE_RECORD &&
           p->unit_records[unit][pointee->record.v].v ==
               p->unit_records[unit][u->fields[last->id].record.v].v;
}

static bool is_load_taken(struct look *k, op_id load)
{
    const struct unit *u = k->shape->unit;
    const struct unit_op *op = &u->ops[load.v];
    const struct unit_path *path = &u->paths[op->path.v];
    uint32_t local = shape_local(k->shape, path);

    if (local != UINT32_MAX)
        return is_local_taken(k, local);
    if (op->kind == OP_ATOMIC) /* exchanged for something else */
        return (op->flags & OPF_STORES) && op->oper == OPER_XCHG;
    if (path->root == ROOT_LOCAL && is_link(k, path) && is_local_taken(k, local_of(k, path)))
        return true;
    return !is_local_path(k, path) &&
           (is_written_after(k, op->path, load) || moves_index(k, path, load));
}

static bool returns_taken(struct taken *t, gfunc_id func)
{
    const struct unit *u = program_unit(t->flow->program, func);
    const struct unit_func *fn = program_func(t->flow->program, func);
    struct look k = look_in(t, func, (op_id){0});
    uint8_t *memo = &t->returns_memo[func.v];
    uint32_t real = 0;

    if (*memo != UNASKED)
        return *memo == YES;
    *memo = ASKING;
    bool taken = true;
    for (uint32_t b = 0; taken && b < fn->blocks.n; b++) {
        const struct unit_block *block = &u->blocks[fn->blocks.first + b];
        if (block->term != TERM_RETURN || !block->val.v ||
            u->vals[block->val.v].kind == VAL_INT)
            continue;
        taken = is_taken(&k, block->val);
        real++;
    }
    *memo = taken && real ? YES : NO;
    return *memo == YES;
}

static bool is_call_taken(const struct look *k, op_id op)
{
    const struct program *p = k->t->flow->program;
    const struct site *s = &p->sites[program_site(p, k->func, op).v];

    for (uint32_t e = 0; e < s->n_edges; e++)
        if (!returns_taken(k->t, p->edges[s->first_edge + e].to))
            return false;
    return s->n_edges > 0;
}

static bool is_taken(struct look *k, val_id id)
{
    const struct unit_val *v = &k->shape->unit->vals[id.v];
    bool out = false;

    if (!id.v || k->depth > MAX_DEPTH)
        return false;
    k->depth++;
    if (v->kind == VAL_LOAD)
        out = is_load_taken(k, (op_id){v->a});
    else if (v->kind == VAL_CALL)
        out = is_call_taken(k, (op_id){v->a});
    k->depth--;
    return out;
}

void taken_init(struct taken *t)
{
    ASSERT(t->arena && t->owners);
    t->returns_memo = arena_array(t->arena, uint8_t, t->flow->program->n_funcs + 1);
}

bool taken_value(struct taken *t, gfunc_id func, op_id at, val_id v)
{
    struct look k = look_in(t, func, at);
    const struct unit *u = k.shape->unit;
    const struct unit_val *val = &u->vals[v.v];

    if (is_taken(&k, v))
        return true;
    if (val->kind != VAL_LOAD) /* free(j->name) */
        return false;
    path_id path = u->ops[val->a].path;
    uint8_t kind = u->types[u->types[val->type.v].elem.v].kind;
    return kind == TYPE_INT && derefs_of(u, &u->paths[path.v]) == 1 &&
           taken_path(t, func, at, path);
}

/* In the object itself, or in text or numbers that it points to. */
static bool is_in_object(const struct unit *u, const struct unit_path *path)
{
    uint32_t derefs = derefs_of(u, path);

    for (uint32_t i = path->sels.n; i > 0 && derefs == 2; i--) {
        const struct unit_sel *sel = &u->sels[path->sels.first + i - 1];
        if (sel->kind == SEL_FIELD)
            return false;
        if (sel->kind == SEL_DEREF)
            return true;
    }
    return derefs == 1;
}

bool taken_path(struct taken *t, gfunc_id func, op_id at, path_id id)
{
    struct look k = look_in(t, func, at);
    const struct unit *u = k.shape->unit;
    const struct unit_path *path = &u->paths[id.v];

    if (!path->sels.n || u->sels[path->sels.first].kind != SEL_DEREF || !is_in_object(u, path))
        return false;
    if (path->root == ROOT_VAL)
        return is_taken(&k, (val_id){path->id});
    if (path->root == ROOT_CALL)
        return is_call_taken(&k, (op_id){path->id});
    uint32_t local = path->root == ROOT_LOCAL ? local_of(&k, path) : UINT32_MAX;
    return local != UINT32_MAX && is_local_taken(&k, local);
}
