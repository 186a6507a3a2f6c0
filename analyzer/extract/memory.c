/*
 * Ops: loads, stores, addresses, with what the accessed object's type says about them: atomic
 * objects are accessed by OP_ATOMIC in sequentially consistent order, volatile ones and whole
 * records are marked.
 */
#include "extract/lower.h"

op_id lower_emit(struct lower *lw, const struct unit_op *op, const val_id *args, uint32_t n)
{
    if (lw->is_constant) {
        lw->has_failed = true;
        return (op_id){0};
    }
    ASSERT(lw->cur.v != 0);
    return builder_op(lw->b, lw->cur, op, args, n);
}

static unsigned access_flags(struct lower *lw, const struct unit_path *path)
{
    struct unit_type t = builder_type_get(lw->b, path->type);
    unsigned flags = t.kind == TYPE_RECORD ? OPF_RECORD : 0;
    return t.quals & QUAL_VOLATILE ? flags | OPF_VOLATILE : flags;
}

static bool is_atomic(struct lower *lw, const struct unit_path *path)
{
    return builder_type_get(lw->b, path->type).quals & QUAL_ATOMIC;
}

val_id lower_load_at(struct lower *lw, path_id path, place_id place)
{
    struct unit_path p = builder_path_get(lw->b, path);
    struct unit_type t = builder_type_get(lw->b, p.type);
    struct unit_val v = {.kind = VAL_LOAD, .type = p.type};
    if (p.root == ROOT_FUNC && p.sels.n == 0) {
        return builder_val(lw->b, &(struct unit_val){.kind = VAL_FUNC, .type = p.type, .a = p.id});
    }
    if (t.kind == TYPE_ARRAY) {
        v.kind = VAL_ADDR;
        v.a = path.v;
        return builder_val(lw->b, &v);
    }
    struct unit_op op = {.kind = OP_LOAD, .path = path, .place = place, .type = p.type};
    op.flags = (uint8_t)access_flags(lw, &p);
    if (is_atomic(lw, &p)) {
        op.kind = OP_ATOMIC;
        op.order = ORDER_SEQ_CST;
        op.flags |= OPF_LOADS;
    }
    op_id id = lower_emit(lw, &op, NULL, 0);
    if (!id.v) {
        return lower_unknown(lw, p.type);
    }
    v.a = id.v;
    return builder_val(lw->b, &v);
}

val_id lower_load(struct lower *lw, path_id path, CXCursor at)
{
    return lower_load_at(lw, path, lower_place(lw, at));
}

static bool has_deref(struct lower *lw, path_id path, const struct unit_path *p)
{
    for (uint32_t i = 0; i < p->sels.n; i++) {
        if (builder_sel_get(lw->b, path, i).kind == SEL_DEREF) {
            return true;
        }
    }
    return false;
}

/* The local (parameters too) that the path lies in, itself and not behind a pointer. */
static struct unit_local *local_of(struct lower *lw, path_id path)
{
    struct unit_path p = builder_path_get(lw->b, path);
    uint32_t id = p.id;
    if ((p.root != ROOT_LOCAL && p.root != ROOT_PARAM) || has_deref(lw, path, &p)) {
        return NULL;
    }
    if (p.root == ROOT_PARAM && !map_get(&lw->param_locals, p.id, &id)) {
        return NULL;
    }
    return builder_local_at(lw->b, (local_id){id});
}

void lower_store(struct lower *lw, path_id path, val_id val, unsigned flags, enum oper oper,
                 place_id place)
{
    if (lw->is_constant) {
        lw->has_failed = true;
        return;
    }
    ASSERT(path.v != 0 && val.v != 0);
    struct unit_path p = builder_path_get(lw->b, path);
    struct unit_op op = {.kind = OP_STORE, .path = path, .val = val, .place = place};
    op.type = p.type;
    op.oper = (uint8_t)oper;
    op.flags = (uint8_t)(flags | access_flags(lw, &p));
    if (is_atomic(lw, &p) && !(flags & OPF_INIT)) {
        op.kind = OP_ATOMIC;
        op.order = ORDER_SEQ_CST;
        op.flags |= OPF_STORES;
    }
    (void)lower_emit(lw, &op, NULL, 0);
    struct store_note note = {path, val};
    vec_push(lw->arena, &lw->stores, note);
    struct unit_local *local = p.root == ROOT_PARAM ? local_of(lw, path) : NULL;
    if (local) {
        local->flags |= LOCAL_MODIFIED_PARAM;
    }
}

void lower_addr_taken(struct lower *lw, path_id path, place_id place)
{
    if (lw->is_constant) {
        return;
    }
    ASSERT(path.v != 0);
    struct unit_path p = builder_path_get(lw->b, path);
    struct unit_op op = {.kind = OP_ADDR, .path = path, .place = place, .type = p.type};
    (void)lower_emit(lw, &op, NULL, 0);
    struct unit_local *local = local_of(lw, path);
    if (local) {
        local->flags |= LOCAL_ADDR_TAKEN;
        if (p.root == ROOT_PARAM) {
            local->flags |= LOCAL_MODIFIED_PARAM;
        }
    }
}
