/*
 * Constants in the fields of objects that are passed by address: `req.type = CLOSE; run(&req);`. A
 * field is known when every way back from the call meets a store of the same constant.
 */
#include <string.h>

#include "flow/context.h"
#include "flow/shape.h"

/* The path of the object that a pointer value points to; false when it is no plain one. */
struct object_path {
    const struct unit_path *path;
    bool deref; /* the object is what path points to */
};

static bool object_of(const struct func_shape *s, val_id pointer, struct object_path *out)
{
    const struct unit *u = s->unit;
    const struct unit_val *v = &u->vals[pointer.v];

    if (v->kind == VAL_LOAD) {
        op_id store = shape_reaching_store(s, (op_id){v->a});
        const struct unit_val *from = store.v ? &u->vals[u->ops[store.v].val.v] : NULL;
        if (from && from->kind == VAL_ADDR)
            v = from;
    }
    if (v->kind == VAL_ADDR)
        *out = (struct object_path){&u->paths[v->a], false};
    else if (v->kind == VAL_LOAD)
        *out = (struct object_path){&u->paths[u->ops[v->a].path.v], true};
    else
        return false;
    return out->path->root == ROOT_LOCAL || out->path->root == ROOT_PARAM ||
           out->path->root == ROOT_SYM;
}

/* Field of the object that p designates, -1 when it is not one of its direct fields. */
static int64_t field_in(const struct unit *u, const struct object_path *o,
                        const struct unit_path *p)
{
    uint32_t n = o->path->sels.n + (o->deref ? 1 : 0);
    if (p->root != o->path->root || p->id != o->path->id || p->sels.n != n + 1)
        return -1;
    const struct unit_sel *a = &u->sels[o->path->sels.first], *b = &u->sels[p->sels.first];
    for (uint32_t i = 0; i < o->path->sels.n; i++)
        if (a[i].kind != b[i].kind || a[i].id != b[i].id || a[i].num != b[i].num)
            return -1;
    if ((o->deref && b[n - 1].kind != SEL_DEREF) || b[n].kind != SEL_FIELD)
        return -1;
    return b[n].id;
}

/* &req->work stands for req too: the callee may go back from the member to its container. A field
 * belongs to one record type, so the fields of the container cannot be taken for the member's. */
static bool container_of_path(const struct unit *u, const struct object_path *o,
                              struct unit_path *out)
{
    *out = *o->path;
    if (o->deref || !out->sels.n ||
        u->sels[out->sels.first + out->sels.n - 1].kind != SEL_FIELD)
        return false;
    out->sels.n--;
    return true;
}

struct search {
    const struct flow_facts *f;
    gfunc_id func;
    const struct context *ctx;
    const struct func_shape *s;
    struct object_path object;
    uint32_t field; /* field_id in the unit */
    bool is_known, fails;
    int64_t num;
};

static bool is_object(const struct unit *u, const struct object_path *o, const struct unit_op *op)
{
    return !o->deref && &u->paths[op->path.v] == o->path;
}

static void agree(struct search *q, struct absval v)
{
    q->fails |= v.kind != ABS_INT || (q->is_known && q->num != v.num);
    q->is_known = true;
    q->num = v.num;
}

/* True when this block settles the way back: the last store in it decides. */
static bool settle(struct search *q, uint32_t block, uint32_t end)
{
    const struct unit *u = q->s->unit;
    const struct unit_block *b = &u->blocks[q->s->func->blocks.first + block];
    for (uint32_t i = end; i-- > b->ops.first;) {
        const struct unit_op *op = &u->ops[i];
        if (op->kind != OP_STORE)
            continue;
        if (!is_object(u, &q->object, op) &&
            field_in(u, &q->object, &u->paths[op->path.v]) != (int64_t)q->field)
            continue;
        agree(q, context_eval(q->f, q->func, q->ctx, op->val));
        return true;
    }
    return false;
}

static void search_back(struct search *q, op_id at, struct arena *scratch)
{
    const struct func_shape *s = q->s;
    uint32_t start = shape_block_of(s, at), top = 0;
    bool *seen = arena_array(scratch, bool, s->func->blocks.n + 1);
    uint32_t *stack = arena_array(scratch, uint32_t, s->func->blocks.n + 1);

    if (settle(q, start, at.v))
        return;
    stack[top++] = start;
    while (top && !q->fails) {
        uint32_t b = stack[--top];
        q->fails |= b == 0; /* the function's entry: what the caller stored */
        for (uint32_t i = s->pred_first[b]; i < s->pred_first[b + 1]; i++) {
            uint32_t pred = s->preds[i];
            const struct unit_block *block = &s->unit->blocks[s->func->blocks.first + pred];
            if (seen[pred])
                continue;
            seen[pred] = true;
            if (!settle(q, pred, block->ops.first + block->ops.n))
                stack[top++] = pred;
        }
    }
}

static bool is_candidate(const struct absval *v, gfield_id g)
{
    for (uint32_t i = 0; i < v->n_fields; i++)
        if (v->fields[i].field.v == g.v)
            return false;
    return v->n_fields < ABS_FIELDS;
}

void context_add_fields(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                        op_id at, val_id pointer, struct absval *v)
{
    struct search q = {.f = f, .func = func, .ctx = ctx, .s = flow_shape(f, func)};
    const struct unit *u = q.s->unit;
    struct arena scratch;

    if (!object_of(q.s, pointer, &q.object))
        return;
    struct unit_path container;
    if (container_of_path(u, &q.object, &container))
        q.object.path = &container;
    arena_init(&scratch);
    for (uint32_t i = 0; i < q.s->func->ops.n; i++) {
        const struct unit_op *op = &u->ops[q.s->func->ops.first + i];
        if (op->kind != OP_STORE || !u->paths[op->path.v].sels.n ||
            u->vals[op->val.v].kind != VAL_INT)
            continue;
        int64_t field = field_in(u, &q.object, &u->paths[op->path.v]);
        if (field < 0)
            continue;
        gfield_id g = f->program->unit_fields[f->program->funcs[func.v].unit][field];
        if (!is_candidate(v, g))
            continue;
        q.field = (uint32_t)field;
        q.is_known = q.fails = false;
        search_back(&q, at, &scratch);
        if (q.is_known && !q.fails)
            v->fields[v->n_fields++] = (struct abs_field){g, q.num};
    }
    arena_release(&scratch);
}

bool context_field(const struct flow_facts *f, gfunc_id func, const struct context *ctx, op_id at,
                   val_id v, const char *field, int64_t *num)
{
    struct absval object = context_eval(f, func, ctx, v);
    size_t n = strlen(field);

    context_add_fields(f, func, ctx, at, v, &object);
    for (uint32_t i = 0; i < object.n_fields; i++) {
        const char *name = f->program->field_names[object.fields[i].field.v];
        size_t len = strlen(name);
        if (len > n && name[len - n - 1] == '.' && !strcmp(name + len - n, field)) {
            *num = object.fields[i].num;
            return true;
        }
    }
    return false;
}
