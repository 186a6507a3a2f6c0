/*
 * Functions while they are built, and their final layout.
 *
 * An open function keeps its blocks, ops and successors in scratch memory under provisional ids.
 * At its end the reachable blocks are put in reverse post order and the ops block after block;
 * that changes ids, so the values and paths made since the function began are rewritten. What
 * mentions an op that was dropped with its block becomes unknown.
 */
#include "unit/build.h"
#include "unit/loops.h"

#include <string.h>

func_id builder_func_begin(struct unit_builder *b, const struct unit_func *f)
{
    ASSERT(b->f.id.v == 0);
    vec_push(b->arena, &b->funcs, *f);
    struct unit_func *new = &vec_last(&b->funcs);
    new->locals = (struct range){b->locals.n, 0};
    memset(&b->f, 0, sizeof b->f);
    b->f.id = (func_id){b->funcs.n - 1};
    if (f->sym.v != 0)
        builder_sym_at(b, f->sym)->func = b->f.id;
    b->f.first_op = b->ops.n;
    b->f.first_block = b->blocks.n;
    b->f.first_val = b->vals.n;
    b->f.first_path = b->paths.n;
    return b->f.id;
}

local_id builder_local(struct unit_builder *b, const struct unit_local *l)
{
    ASSERT(b->f.id.v != 0);
    vec_push(b->arena, &b->locals, *l);
    return (local_id){b->locals.n - 1};
}

struct unit_local *builder_local_at(struct unit_builder *b, local_id l)
{
    ASSERT(l.v > 0 && l.v < b->locals.n);
    return &b->locals.v[l.v];
}

block_id builder_block(struct unit_builder *b)
{
    ASSERT(b->f.id.v != 0);
    struct open_block new = {.term = TERM_NORETURN};
    vec_push(&b->scratch, &b->f.blocks, new);
    return (block_id){b->f.first_block + b->f.blocks.n - 1};
}

static uint32_t block_index(const struct unit_builder *b, block_id block)
{
    ASSERT(b->f.id.v != 0 && block.v >= b->f.first_block);
    ASSERT(block.v - b->f.first_block < b->f.blocks.n);
    return block.v - b->f.first_block;
}

static void deepen(const struct unit_builder *b, uint32_t *depth, val_id v)
{
    uint32_t d = builder_val_depth(b, v);
    if (d > *depth)
        *depth = d;
}

op_id builder_op(struct unit_builder *b, block_id block, const struct unit_op *op,
                 const val_id *args, uint32_t n_args)
{
    struct open_block *in = &b->f.blocks.v[block_index(b, block)];
    struct open_op new = {.op = *op};
    ASSERT(op->path.v < b->paths.n && op->val.v < b->vals.n);
    new.depth = b->path_depths.v[op->path.v];
    deepen(b, &new.depth, op->val);
    new.op.args = (struct range){b->f.args.n, n_args};
    for (uint32_t i = 0; i < n_args; i++) {
        struct unit_arg arg = {args[i]};
        deepen(b, &new.depth, args[i]);
        vec_push(&b->scratch, &b->f.args, arg);
    }
    vec_push(&b->scratch, &b->f.ops, new);
    if (in->last_op != 0)
        b->f.ops.v[in->last_op - 1].next = b->f.ops.n;
    else
        in->first_op = b->f.ops.n;
    in->last_op = b->f.ops.n;
    in->n_ops++;
    return (op_id){b->f.first_op + b->f.ops.n - 1};
}

struct unit_op *builder_op_at(struct unit_builder *b, op_id op)
{
    ASSERT(op.v >= b->f.first_op && op.v - b->f.first_op < b->f.ops.n);
    return &b->f.ops.v[op.v - b->f.first_op].op;
}

/* ---- terminators ---- */

bool builder_terminated(const struct unit_builder *b, block_id block)
{
    return b->f.blocks.v[block_index(b, block)].is_terminated;
}

/* False when the block has one already. */
static bool terminate(struct unit_builder *b, block_id from, enum term term, val_id val,
                      place_id place)
{
    struct open_block *block = &b->f.blocks.v[block_index(b, from)];
    ASSERT(val.v < b->vals.n && place.v < b->places.n);
    if (block->is_terminated)
        return false;
    block->is_terminated = true;
    block->term = (uint8_t)term;
    block->val = val;
    block->place = place;
    block->first_succ = b->f.succs.n;
    return true;
}

static void succ_add(struct unit_builder *b, block_id from, const struct unit_succ *succ)
{
    struct unit_succ local = *succ;
    local.to.v = block_index(b, succ->to);
    vec_push(&b->scratch, &b->f.succs, local);
    b->f.blocks.v[block_index(b, from)].n_succs++;
}

void builder_jump(struct unit_builder *b, block_id from, block_id to)
{
    if (terminate(b, from, TERM_JUMP, (val_id){0}, (place_id){0}))
        succ_add(b, from, &(struct unit_succ){.to = to});
}

void builder_branch(struct unit_builder *b, block_id from, val_id cond, block_id yes, block_id no,
                    place_id place)
{
    if (!terminate(b, from, TERM_BRANCH, cond, place))
        return;
    succ_add(b, from, &(struct unit_succ){.to = yes});
    succ_add(b, from, &(struct unit_succ){.to = no});
}

void builder_switch(struct unit_builder *b, block_id from, val_id val,
                    const struct unit_succ *succs, uint32_t n, place_id place)
{
    if (!terminate(b, from, TERM_SWITCH, val, place))
        return;
    for (uint32_t i = 0; i < n; i++)
        succ_add(b, from, &succs[i]);
}

void builder_computed(struct unit_builder *b, block_id from, val_id val, const block_id *to,
                      uint32_t n, place_id place)
{
    if (!terminate(b, from, TERM_COMPUTED, val, place))
        return;
    for (uint32_t i = 0; i < n; i++)
        succ_add(b, from, &(struct unit_succ){.to = to[i]});
}

void builder_return(struct unit_builder *b, block_id from, val_id val, place_id place)
{
    (void)terminate(b, from, TERM_RETURN, val, place);
}

void builder_noreturn(struct unit_builder *b, block_id from, place_id place)
{
    (void)terminate(b, from, TERM_NORETURN, (val_id){0}, place);
}

void builder_loop(struct unit_builder *b, block_id header, const struct unit_loop *l)
{
    struct open_loop new = {block_index(b, header), *l};
    vec_push(&b->scratch, &b->f.loops, new);
}

/* ---- the end of a function ---- */

struct layout {
    struct cfg cfg;
    struct cfg_order order;
    struct cfg_loops loops;
    uint32_t *op_ids; /* provisional index to final id; 0: dropped */
};

/* Successors stand in the order in which blocks were terminated, not in block order. */
static void make_cfg(struct unit_builder *b, struct layout *l)
{
    const struct open_func *f = &b->f;
    uint32_t *first = arena_array(&b->scratch, uint32_t, f->blocks.n + 1);
    uint32_t *succs = arena_array(&b->scratch, uint32_t, f->succs.n);
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->blocks.n; i++) {
        first[i] = n;
        for (uint32_t s = 0; s < f->blocks.v[i].n_succs; s++)
            succs[n++] = f->succs.v[f->blocks.v[i].first_succ + s].to.v;
    }
    first[f->blocks.n] = n;
    ASSERT(n == f->succs.n);
    l->cfg = (struct cfg){f->blocks.n, first, succs};
}

static void emit_op(struct unit_builder *b, struct layout *l, uint32_t index)
{
    struct unit_op op = b->f.ops.v[index].op;
    uint32_t first = op.args.first;
    op.args.first = op.args.n > 0 ? b->args.n : 0;
    for (uint32_t i = 0; i < op.args.n; i++)
        vec_push(b->arena, &b->args, b->f.args.v[first + i]);
    l->op_ids[index] = b->ops.n;
    vec_push(b->arena, &b->ops, op);
}

static void emit_block(struct unit_builder *b, struct layout *l, uint32_t index,
                       uint32_t first_loop)
{
    const struct open_block *from = &b->f.blocks.v[index];
    uint32_t loop = l->loops.of_block[index];
    struct unit_block new = {
        .ops = {b->ops.n, from->n_ops},
        .term = from->term,
        .val = from->val,
        .place = from->place,
        .succs = {from->n_succs > 0 ? b->succs.n : 0, from->n_succs},
        .loop = {loop == CFG_NONE ? 0 : first_loop + loop},
    };
    for (uint32_t op = from->first_op; op != 0; op = b->f.ops.v[op - 1].next)
        emit_op(b, l, op - 1);
    for (uint32_t i = 0; i < from->n_succs; i++) {
        struct unit_succ succ = b->f.succs.v[from->first_succ + i];
        succ.to.v = b->f.first_block + l->order.pos[succ.to.v];
        vec_push(b->arena, &b->succs, succ);
    }
    vec_push(b->arena, &b->blocks, new);
}

/* Values and paths made since the function began are the only ones that can mention its ops. */
static void rewrite_op_ids(struct unit_builder *b, const struct layout *l)
{
    uint32_t unknown = 0;
    for (uint32_t i = b->f.first_val; i < b->vals.n; i++) {
        struct unit_val *v = &b->vals.v[i];
        if (v->kind != VAL_LOAD && v->kind != VAL_CALL)
            continue;
        v->a = l->op_ids[v->a - b->f.first_op];
        if (v->a == 0)
            *v = (struct unit_val){.kind = VAL_UNKNOWN, .type = v->type};
    }
    for (uint32_t i = b->f.first_path; i < b->paths.n; i++) {
        if (b->paths.v[i].root != ROOT_CALL)
            continue;
        uint32_t op = l->op_ids[b->paths.v[i].id - b->f.first_op];
        b->paths.v[i].id = op;
        if (op != 0)
            continue;
        if (unknown == 0)
            unknown = builder_val(b, &(struct unit_val){.kind = VAL_UNKNOWN}).v;
        b->paths.v[i].root = ROOT_VAL;
        b->paths.v[i].id = unknown;
    }
}

static place_id block_place(const struct unit_builder *b, const struct unit_block *block)
{
    return block->ops.n > 0 ? b->ops.v[block->ops.first].place : block->place;
}

static void emit_loops(struct unit_builder *b, const struct layout *l, struct unit_func *f)
{
    f->loops = (struct range){l->loops.n > 0 ? b->loops.n : 0, l->loops.n};
    uint32_t first = b->loops.n;
    uint32_t *announced = arena_array(&b->scratch, uint32_t, b->f.blocks.n);
    for (uint32_t i = b->f.loops.n; i-- > 0;)
        announced[b->f.loops.v[i].header] = i + 1;
    for (uint32_t i = 0; i < l->loops.n; i++) {
        const struct cfg_loop *from = &l->loops.loops[i];
        uint32_t said = announced[from->header];
        block_id header = {b->f.first_block + l->order.pos[from->header]};
        struct unit_loop new = {.kind = LOOP_GOTO, .trips = -1};
        if (said != 0)
            new = b->f.loops.v[said - 1].loop;
        else
            new.place = block_place(b, &b->blocks.v[header.v]);
        new.header = header;
        new.parent.v = from->parent == CFG_NONE ? 0 : first + from->parent;
        new.depth = (uint16_t)(from->depth > UINT16_MAX ? UINT16_MAX : from->depth);
        new.flags |= from->irreducible ? LOOP_IRREDUCIBLE : 0;
        new.n_blocks = from->n_blocks;
        new.n_ops = 0;
        vec_push(b->arena, &b->loops, new);
    }
    for (uint32_t i = f->blocks.first; i < f->blocks.first + f->blocks.n; i++)
        if (b->blocks.v[i].loop.v != 0)
            b->loops.v[b->blocks.v[i].loop.v].n_ops += b->blocks.v[i].ops.n;
    for (uint32_t i = first + l->loops.n; i-- > first;)
        if (b->loops.v[i].parent.v != 0)
            b->loops.v[b->loops.v[i].parent.v].n_ops += b->loops.v[i].n_ops;
}

void builder_func_end(struct unit_builder *b, enum quality quality, str_id why,
                      uint32_t end_line)
{
    ASSERT(b->f.id.v != 0);
    if (b->f.blocks.n == 0)
        (void)builder_block(b);
    struct layout l = {.op_ids = arena_array(&b->scratch, uint32_t, b->f.ops.n)};
    make_cfg(b, &l);
    cfg_order_make(&b->scratch, &l.cfg, &l.order);
    cfg_loops_find(&b->scratch, &l.cfg, &l.order, &l.loops);
    struct unit_func *f = &b->funcs.v[b->f.id.v];
    f->quality = (uint8_t)quality;
    f->why = why;
    f->end_line = end_line;
    f->locals.n = b->locals.n - f->locals.first;
    ASSERT(f->n_params <= f->locals.n);
    f->blocks = (struct range){b->blocks.n, l.order.n};
    f->ops.first = b->ops.n;
    for (uint32_t i = 0; i < l.order.n; i++)
        emit_block(b, &l, l.order.rpo[i], b->loops.n);
    f->ops.n = b->ops.n - f->ops.first;
    rewrite_op_ids(b, &l);
    emit_loops(b, &l, f);
    memset(&b->f, 0, sizeof b->f);
    arena_release(&b->scratch);
    arena_init(&b->scratch);
}
