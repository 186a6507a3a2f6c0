/* Judged by the graph: any test that leaves the loop may be the one on the result. */
#include "flow/drain.h"

bool drain_same_fd(const struct func_shape *s, loop_id loop, val_id fd)
{
    const struct unit *u = s->unit;
    const struct unit_val *v = &u->vals[fd.v];

    if (v->kind != VAL_LOAD)
        return false;
    const struct unit_path *path = &u->paths[u->ops[v->a].path.v];
    for (uint32_t i = 0; i < path->sels.n; i++)
        if (u->sels[path->sels.first + i].kind != SEL_DEREF &&
            u->sels[path->sels.first + i].kind != SEL_FIELD)
            return false;
    struct op_list stores = shape_stores(s, path->root, path->id);
    for (uint32_t i = 0; i < stores.n; i++)
        if (u->paths[u->ops[stores.v[i].op.v].path.v].sels.n <= path->sels.n &&
            shape_in_loop(s, shape_block_of(s, stores.v[i].op), loop))
            return false;
    return true;
}

/* Does v come from the result of the call? */
static bool mentions(const struct func_shape *s, val_id v, op_id call, uint32_t depth)
{
    const struct unit *u = s->unit;
    const struct unit_val *val = &u->vals[v.v];
    if (!v.v || depth > 8)
        return false;
    switch (val->kind) {
    case VAL_CALL: return val->a == call.v;
    case VAL_LOAD: {
        op_id store = shape_reaching_store(s, (op_id){val->a});
        return store.v && mentions(s, u->ops[store.v].val, call, depth + 1);
    }
    case VAL_BIN:
        return mentions(s, (val_id){val->a}, call, depth + 1) ||
               mentions(s, (val_id){val->b}, call, depth + 1);
    case VAL_UN: return mentions(s, (val_id){val->a}, call, depth + 1);
    default: return false;
    }
}

bool drain_ends_on_result(const struct func_shape *s, loop_id loop, op_id call)
{
    for (uint32_t i = 0; i < s->func->blocks.n; i++) {
        const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + i];
        if (!shape_in_loop(s, i, loop) || b->term != TERM_BRANCH)
            continue;
        for (uint32_t k = 0; k < b->succs.n; k++) {
            uint32_t to = s->unit->succs[b->succs.first + k].to.v - s->func->blocks.first;
            if (!shape_in_loop(s, to, loop) && mentions(s, b->val, call, 0))
                return true;
        }
    }
    return false;
}
