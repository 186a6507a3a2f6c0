/*
 * Constants in the fields of objects that are passed by address: `req.type = CLOSE; run(&req);`. A
 * field is known when every way back from the call meets a store of the same constant.
 */
#include <string.h>

#include "flow/context.h"
#include "flow/shape.h"

/* For one object at one call: fields that are tried, and blocks that are looked at for them. */
enum { MAX_TRIED = 64, MAX_STEPS = 10000 };

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
    struct op_list stores; /* to the object's root */
    const char *only;      /* name of the one field that is asked for, or NULL */
    uint32_t field;        /* field_id in the unit */
    bool is_known, fails;
    int64_t num;
    uint32_t tried[MAX_TRIED], n_tried, steps;
    bool *seen; /* [block] scratch, as is the stack */
    uint32_t *stack;
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
    uint32_t first = u->blocks[q->s->func->blocks.first + block].ops.first;
    for (uint32_t i = op_list_from(q->stores, (op_id){end}); i-- > 0;) {
        const struct unit_op *op = &u->ops[q->stores.v[i].op.v];
        if (q->stores.v[i].op.v < first)
            break;
        if (!is_object(u, &q->object, op) &&
            field_in(u, &q->object, &u->paths[op->path.v]) != (int64_t)q->field)
            continue;
        agree(q, context_eval(q->f, q->func, q->ctx, op->val));
        return true;
    }
    return false;
}

static void search_back(struct search *q, op_id at)
{
    const struct func_shape *s = q->s;
    uint32_t start = shape_block_of(s, at), top = 0;

    if (settle(q, start, at.v))
        return;
    memset(q->seen, 0, s->func->blocks.n * sizeof *q->seen);
    q->stack[top++] = start;
    while (top && !q->fails) {
        uint32_t b = q->stack[--top];
        /* the function's entry: what the caller stored */
        q->fails |= b == 0 || q->steps++ >= MAX_STEPS;
        for (uint32_t i = s->pred_first[b]; i < s->pred_first[b + 1]; i++) {
            uint32_t pred = s->preds[i];
            const struct unit_block *block = &s->unit->blocks[s->func->blocks.first + pred];
            if (q->seen[pred])
                continue;
            q->seen[pred] = true;
            if (!settle(q, pred, block->ops.first + block->ops.n))
                q->stack[top++] = pred;
        }
    }
}

static bool is_candidate(struct search *q, const struct absval *v, gfield_id g)
{
    for (uint32_t i = 0; i < v->n_fields; i++)
        if (v->fields[i].field.v == g.v)
            return false;
    for (uint32_t i = 0; i < q->n_tried; i++)
        if (q->tried[i] == g.v)
            return false;
    if (q->n_tried == MAX_TRIED)
        return false;
    q->tried[q->n_tried++] = g.v;
    return true;
}

/* What the caller passed holds no more for a field that this function stores to. */
static void drop_stored(const struct search *q, struct absval *v)
{
    const struct program *p = q->f->program;
    const struct unit *u = q->s->unit;
    for (uint32_t i = 0; i < q->stores.n && v->n_fields; i++) {
        const struct unit_op *op = &u->ops[q->stores.v[i].op.v];
        int64_t field = field_in(u, &q->object, &u->paths[op->path.v]);
        for (uint32_t k = v->n_fields; field >= 0 && k-- > 0;)
            if (v->fields[k].field.v == p->unit_fields[p->funcs[q->func.v].unit][field].v)
                v->fields[k] = v->fields[--v->n_fields];
    }
}

static void add_fields(struct search *q, op_id at, struct absval *v)
{
    const struct program *p = q->f->program;
    const struct unit *u = q->s->unit;

    for (uint32_t i = 0; i < q->stores.n && v->n_fields < ABS_FIELDS; i++) {
        const struct unit_op *op = &u->ops[q->stores.v[i].op.v];
        if (!u->paths[op->path.v].sels.n || u->vals[op->val.v].kind != VAL_INT)
            continue;
        int64_t field = field_in(u, &q->object, &u->paths[op->path.v]);
        if (field < 0)
            continue;
        if (q->only && strcmp(unit_str(u, u->fields[field].name), q->only))
            continue;
        gfield_id g = p->unit_fields[p->funcs[q->func.v].unit][field];
        if (!is_candidate(q, v, g))
            continue;
        q->field = (uint32_t)field;
        q->is_known = q->fails = false;
        search_back(q, at);
        if (q->is_known && !q->fails)
            v->fields[v->n_fields++] = (struct abs_field){g, q->num};
        ASSERT(v->n_fields <= ABS_FIELDS);
    }
}

/* only: see struct search */
static void search_object(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                          op_id at, val_id pointer, const char *only, struct absval *v)
{
    struct search q = {.f = f, .func = func, .ctx = ctx, .s = flow_shape(f, func), .only = only};
    struct unit_path container;
    struct arena scratch;

    if (!object_of(q.s, pointer, &q.object))
        return;
    if (container_of_path(q.s->unit, &q.object, &container))
        q.object.path = &container;
    q.stores = shape_stores(q.s, q.object.path->root, q.object.path->id);
    if (!q.stores.n)
        return;
    arena_init(&scratch);
    q.seen = arena_array(&scratch, bool, q.s->func->blocks.n + 1);
    q.stack = arena_array(&scratch, uint32_t, q.s->func->blocks.n + 1);
    drop_stored(&q, v);
    add_fields(&q, at, v);
    arena_release(&scratch);
}

void context_add_fields(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                        op_id at, val_id pointer, struct absval *v)
{
    search_object(f, func, ctx, at, pointer, NULL, v);
}

/* "record.field" */
static bool is_named(const char *name, const char *field)
{
    size_t n = strlen(field), len = strlen(name);
    return len > n && name[len - n - 1] == '.' && !strcmp(name + len - n, field);
}

bool context_field(const struct flow_facts *f, gfunc_id func, const struct context *ctx, op_id at,
                   val_id v, const char *field, int64_t *num)
{
    struct absval object = context_eval(f, func, ctx, v);

    for (uint32_t i = 0; i < object.n_fields; i++) /* only what is asked for counts */
        if (!is_named(f->program->field_names[object.fields[i].field.v], field))
            object.fields[i--] = object.fields[--object.n_fields];
    search_object(f, func, ctx, at, v, field, &object);
    if (object.n_fields != 1)
        return false;
    *num = object.fields[0].num;
    return true;
}
