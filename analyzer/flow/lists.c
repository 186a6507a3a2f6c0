/* Every store to a pointer in the loop is asked where its value comes from; copies are followed. */
#include "flow/lists.h"

enum { MAX_COPIES = 6 };

record_id list_pointee(const struct unit *u, type_id t)
{
    if (u->types[t.v].kind != TYPE_POINTER)
        return (record_id){0};
    const struct unit_type *elem = &u->types[u->types[t.v].elem.v];
    return elem->kind == TYPE_RECORD ? elem->record : (record_id){0};
}

path_id list_source(const struct func_shape *s, val_id v)
{
    const struct unit *u = s->unit;
    path_id out = {0};

    for (uint32_t i = 0; v.v && i < MAX_COPIES && u->vals[v.v].kind == VAL_LOAD; i++) {
        op_id load = {u->vals[v.v].a};
        out = u->ops[load.v].path;
        op_id store = shape_reaching_store(s, load);
        v = store.v ? u->ops[store.v].val : (val_id){0};
    }
    return out;
}

/* p->next or p->entry.next of the local that var names; last: its last field. */
static bool is_link(const struct unit *u, path_id id, const struct unit_path *var, field_id *last)
{
    const struct unit_path *path = &u->paths[id.v];
    const struct unit_sel *sels = &u->sels[path->sels.first];

    if (!id.v || path->root != var->root || path->id != var->id || path->sels.n < 2 ||
        sels[0].kind != SEL_DEREF)
        return false;
    for (uint32_t i = 1; i < path->sels.n; i++)
        if (sels[i].kind != SEL_FIELD)
            return false;
    *last = (field_id){sels[path->sels.n - 1].id};
    record_id to = list_pointee(u, path->type);
    return to.v && to.v == list_pointee(u, var->type).v;
}

/* Does the loop store the element's link into the place `from`: a pop? */
static bool is_popped(const struct func_shape *s, loop_id loop, path_id from,
                      const struct unit_path *var, field_id *link)
{
    const struct unit *u = s->unit;
    struct op_list stores = shape_stores(s, u->paths[from.v].root, u->paths[from.v].id);

    for (uint32_t i = 0; i < stores.n; i++) {
        const struct unit_op *op = &u->ops[stores.v[i].op.v];
        if (op->path.v == from.v && shape_in_loop(s, shape_block_of(s, stores.v[i].op), loop) &&
            is_link(u, list_source(s, op->val), var, link))
            return true;
    }
    return false;
}

/* The last store to the local before the loop, in the order of the blocks. */
static path_id find_head(const struct func_shape *s, loop_id loop, uint32_t local)
{
    const struct unit *u = s->unit;
    const struct unit_block *header = &u->blocks[u->loops[loop.v].header.v];
    val_id v = {0};

    for (uint32_t i = s->store_first[local]; i < s->store_first[local + 1]; i++) {
        op_id op = s->stores[i];
        if (op.v < header->ops.first + header->ops.n &&
            !shape_in_loop(s, shape_block_of(s, op), loop))
            v = u->ops[op.v].val;
    }
    return list_source(s, v);
}

static bool store_moves_on(const struct func_shape *s, loop_id loop, op_id store,
                           struct list_loop *out)
{
    const struct unit *u = s->unit;
    const struct unit_op *op = &u->ops[store.v];
    const struct unit_path *var = &u->paths[op->path.v];
    uint32_t local = shape_local(s, var);

    if (local == UINT32_MAX || !list_pointee(u, var->type).v || u->vals[op->val.v].kind != VAL_LOAD)
        return false;
    path_id from = list_source(s, op->val);
    bool moves = is_link(u, from, var, &out->link);
    if (moves)
        out->head = find_head(s, loop, local);
    else if (from.v && shape_local(s, &u->paths[from.v]) == UINT32_MAX &&
             is_popped(s, loop, from, var, &out->link)) {
        moves = true;
        out->head = from;
    }
    out->var = op->path;
    out->elem = list_pointee(u, var->type);
    return moves;
}

struct list_loop list_loop_find(const struct func_shape *s, loop_id loop)
{
    const struct unit *u = s->unit;
    uint32_t first = s->func->blocks.first;

    ASSERT(loop.v && loop.v < u->n_loops);
    for (uint32_t i = 0; i < s->func->blocks.n; i++) {
        const struct unit_block *b = &u->blocks[first + i];
        if (b->loop.v != loop.v)
            continue;
        for (uint32_t k = 0; k < b->ops.n; k++) {
            struct list_loop out = {.is_list = true};
            op_id op = {b->ops.first + k};
            if (u->ops[op.v].kind == OP_STORE && store_moves_on(s, loop, op, &out))
                return out;
        }
    }
    return (struct list_loop){0};
}
