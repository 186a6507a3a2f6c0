/*
 * From operations and initialisers to inclusion constraints. One body of each function is read, in
 * function order. Copies of whole records say nothing here: all instances of a record share their
 * fields' nodes anyway. Floats are not followed, nor characters behind pointers.
 */
#include "link/internal.h"

uint32_t cause_add(const struct program *p, struct cause c)
{
    struct value_flow *fl = p->flow;

    vec_push(fl->solver.arena, &fl->causes, c);
    return fl->causes.n - 1;
}

void value_into(const struct program *p, struct vref from, uint32_t dst, uint32_t cause)
{
    struct solver *s = &p->flow->solver;

    if (dst == 0) {
        return;
    }
    if (from.node != 0) {
        solver_copy(s, from.node, dst, cause);
    } else if (from.obj != 0) {
        solver_base(s, dst, from.obj, cause);
    }
}

void value_store(const struct program *p, struct vref from, struct place_ref to, uint32_t cause)
{
    struct solver *s = &p->flow->solver;
    uint32_t pointer, node;

    if (to.node == 0 || (from.node == 0 && from.obj == 0)) {
        return;
    }
    if (to.derefs == 0) {
        value_into(p, from, to.node, cause);
        return;
    }
    pointer = ref_pointer(p, to, true);
    node = from.node ? from.node : ref_const_node(p, from.obj, cause);
    solver_store(s, pointer, node, cause);
}

/* Types whose values are followed: by_pointer, characters are not (they are text). */
static bool is_followed(const struct unit *u, type_id t, bool by_pointer)
{
    const struct unit_type *type = &u->types[t.v];

    switch ((enum type_kind)type->kind) {
    case TYPE_RECORD:
    case TYPE_FLOAT:
    case TYPE_VOID:
        return false;
    case TYPE_INT:
        return !by_pointer || type->size != 1;
    case TYPE_UNKNOWN:
    case TYPE_BOOL:
    case TYPE_ENUM:
    case TYPE_POINTER:
    case TYPE_ARRAY:
    case TYPE_FUNCTION:
        break;
    }
    return true;
}

static void store_op(struct program *p, gfunc_id f, uint32_t unit, const struct unit_op *op)
{
    const struct unit *u = p->units[unit];
    struct vref from = {.obj = OPEN_OBJ};
    struct place_ref to;
    bool is_plain = op->kind == OP_STORE || op->oper == OPER_NONE || op->oper == OPER_XCHG ||
                    op->oper == OPER_CAS;

    if (op->flags & OPF_RECORD) {
        return;
    }
    to = ref_path(p, f, unit, op->path, true);
    if (is_followed(u, op->type, to.derefs > 0)) {
        if (is_plain) {
            from = ref_value(p, f, unit, op->val, true);
        }
        value_store(p, from, to,
                    cause_add(p, (struct cause){.kind = CAUSE_STORE,
                                                .func = f,
                                                .unit = unit,
                                                .place = op->place,
                                                .path = op->path}));
    }
}

static void load_op(struct program *p, gfunc_id f, uint32_t unit, const struct unit_op *op)
{
    if (is_followed(p->units[unit], op->type, true)) {
        (void)ref_load(p, f, unit, op->path, true);
    }
}

static void read_op(struct program *p, gfunc_id f, uint32_t unit, uint32_t id)
{
    const struct unit_op *op = &p->units[unit]->ops[id];

    switch ((enum op_kind)op->kind) {
    case OP_LOAD:
        load_op(p, f, unit, op);
        break;
    case OP_STORE:
        store_op(p, f, unit, op);
        break;
    case OP_ATOMIC:
        load_op(p, f, unit, op);
        if (op->flags & OPF_STORES) {
            store_op(p, f, unit, op);
        }
        break;
    case OP_CALL:
        call_build(p, program_site(p, f, (op_id){id}));
        break;
    case OP_NONE:
    case OP_ADDR:
    case OP_FENCE:
    case OP_DECL:
    case OP_ASM:
        break;
    }
}

static void read_function(struct program *p, gfunc_id f)
{
    const struct unit_func *fn = program_func(p, f);
    uint32_t unit = p->funcs[f.v].unit;
    const struct unit *u = p->units[unit];

    for (uint32_t i = 0; i < fn->ops.n; i++) {
        read_op(p, f, unit, fn->ops.first + i);
    }
    for (uint32_t i = 0; i < fn->blocks.n; i++) {
        const struct unit_block *b = &u->blocks[fn->blocks.first + i];

        if (b->term == TERM_RETURN && b->val.v != 0 &&
            is_followed(u, u->vals[b->val.v].type, false)) {
            uint32_t cause = cause_add(p, (struct cause){.kind = CAUSE_RETURN,
                                                         .func = f,
                                                         .unit = unit,
                                                         .place = b->place});

            value_into(p, ref_value(p, f, unit, b->val, true), node_return(p, f), cause);
        }
    }
}

static void read_inits(struct program *p, uint32_t unit)
{
    const struct unit *u = p->units[unit];

    for (uint32_t i = 1; i < u->n_inits; i++) {
        const struct unit_init *in = &u->inits[i];
        uint32_t cause = cause_add(p, (struct cause){.kind = CAUSE_INIT,
                                                     .unit = unit,
                                                     .place = in->place,
                                                     .path = in->path});

        value_store(p, ref_value(p, (gfunc_id){0}, unit, in->val, true),
                    ref_path(p, (gfunc_id){0}, unit, in->path, true), cause);
    }
}

/* Two symbols that are the same memory. */
static void join_symbols(struct program *p, gsym_id a, gsym_id b)
{
    solver_copy(&p->flow->solver, a.v, b.v, 0);
    solver_copy(&p->flow->solver, b.v, a.v, 0);
}

static void join_aliases(struct program *p)
{
    const struct value_flow *fl = p->flow;

    ASSERT(fl->alias_of.n % 2 == 0);
    for (uint32_t i = 0; i + 1 < fl->alias_of.n; i += 2) {
        join_symbols(p, fl->alias_of.v[i], fl->alias_of.v[i + 1]);
    }
    for (uint32_t i = 1; i < p->n_syms; i++) {
        for (uint32_t k = 0; k < fl->alts[i].n && p->syms[i].kind != SYM_FUNC; k++) {
            join_symbols(p, (gsym_id){i}, fl->alt_syms.v[fl->alts[i].first + k]);
        }
    }
}

void link_constraints(struct program *p)
{
    cause_add(p, (struct cause){.kind = CAUSE_NONE});
    join_aliases(p);
    for (uint32_t i = 0; i < p->n_units; i++) {
        read_inits(p, i);
    }
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        read_function(p, (gfunc_id){i});
    }
    solver_run(&p->flow->solver);
    call_open(p);
    solver_run(&p->flow->solver);
}
