/*
 * Binary operators, assignments, ++ and --. Chains a + b + c + ... lean to the left and may be very
 * long: they are walked down their left spine and built upwards, without recursion.
 */
#include "extract/lower.h"

static const enum oper opers[] = {
    [CXBinaryOperator_Mul] = OPER_MUL,       [CXBinaryOperator_Div] = OPER_DIV,
    [CXBinaryOperator_Rem] = OPER_REM,       [CXBinaryOperator_Add] = OPER_ADD,
    [CXBinaryOperator_Sub] = OPER_SUB,       [CXBinaryOperator_Shl] = OPER_SHL,
    [CXBinaryOperator_Shr] = OPER_SHR,       [CXBinaryOperator_LT] = OPER_LT,
    [CXBinaryOperator_GT] = OPER_GT,         [CXBinaryOperator_LE] = OPER_LE,
    [CXBinaryOperator_GE] = OPER_GE,         [CXBinaryOperator_EQ] = OPER_EQ,
    [CXBinaryOperator_NE] = OPER_NE,         [CXBinaryOperator_And] = OPER_AND,
    [CXBinaryOperator_Xor] = OPER_XOR,       [CXBinaryOperator_Or] = OPER_OR,
    [CXBinaryOperator_MulAssign] = OPER_MUL, [CXBinaryOperator_DivAssign] = OPER_DIV,
    [CXBinaryOperator_RemAssign] = OPER_REM, [CXBinaryOperator_AddAssign] = OPER_ADD,
    [CXBinaryOperator_SubAssign] = OPER_SUB, [CXBinaryOperator_ShlAssign] = OPER_SHL,
    [CXBinaryOperator_ShrAssign] = OPER_SHR, [CXBinaryOperator_AndAssign] = OPER_AND,
    [CXBinaryOperator_XorAssign] = OPER_XOR, [CXBinaryOperator_OrAssign] = OPER_OR,
    [CXBinaryOperator_Comma] = OPER_NONE,
};

static enum oper oper_of(CXCursor e)
{
    unsigned kind = clang_getCursorBinaryOperatorKind(e);
    return kind < sizeof opers / sizeof *opers ? opers[kind] : OPER_NONE;
}

/* ---- folding ---- */

/* Arithmetic as the target does it: unsigned, so that nothing overflows here. */
static bool fold(enum oper oper, int64_t a, int64_t b, int64_t *out)
{
    uint64_t x = (uint64_t)a, y = (uint64_t)b;
    switch (oper) {
    case OPER_ADD: *out = (int64_t)(x + y); return true;
    case OPER_SUB: *out = (int64_t)(x - y); return true;
    case OPER_MUL: *out = (int64_t)(x * y); return true;
    case OPER_AND: *out = a & b; return true;
    case OPER_OR: *out = a | b; return true;
    case OPER_XOR: *out = a ^ b; return true;
    case OPER_EQ: *out = a == b; return true;
    case OPER_NE: *out = a != b; return true;
    case OPER_LT: *out = a < b; return true;
    case OPER_LE: *out = a <= b; return true;
    case OPER_GT: *out = a > b; return true;
    case OPER_GE: *out = a >= b; return true;
    case OPER_DIV:
    case OPER_REM:
        if (b == 0 || (a == INT64_MIN && b == -1)) {
            return false;
        }
        *out = oper == OPER_DIV ? a / b : a % b;
        return true;
    case OPER_SHL:
        *out = b >= 0 && b < 64 ? (int64_t)(x << b) : 0;
        return b >= 0 && b < 64;
    case OPER_SHR:
        *out = b >= 0 && b < 64 ? a >> b : 0;
        return b >= 0 && b < 64;
    default:
        return false;
    }
}

val_id lower_bin_val(struct lower *lw, enum oper oper, val_id a, val_id b, type_id type)
{
    int64_t x, y, folded;
    if (lower_int(lw, a, &x) && lower_int(lw, b, &y) && fold(oper, x, y, &folded)) {
        return builder_int(lw->b, folded, type);
    }
    struct unit_val v = {.kind = VAL_BIN, .oper = (uint8_t)oper, .type = type, .a = a.v, .b = b.v};
    return builder_val(lw->b, &v);
}

val_id lower_un_val(struct lower *lw, enum oper oper, val_id a, type_id type)
{
    int64_t x;
    if (lower_int(lw, a, &x)) {
        x = oper == OPER_NEG ? (int64_t)(0 - (uint64_t)x) : oper == OPER_BNOT ? ~x : !x;
        return builder_int(lw->b, x, type);
    }
    if (builder_val_get(lw->b, a).kind == VAL_FLOAT && oper == OPER_NEG) {
        return a;
    }
    struct unit_val v = {.kind = VAL_UN, .oper = (uint8_t)oper, .type = type, .a = a.v};
    return builder_val(lw->b, &v);
}

/* ---- arithmetic ---- */

/* The address of an object plus an index is the address of an element. */
static val_id moved_address(struct lower *lw, val_id base, val_id step, type_id type)
{
    struct unit_type t = builder_type_get(lw->b, type);
    path_id path = lower_pointee(lw, base, step, t.elem);
    struct unit_val v = {.kind = VAL_ADDR, .type = type, .a = path.v};
    return builder_val(lw->b, &v);
}

static bool is_addr(struct lower *lw, val_id v)
{
    return builder_val_get(lw->b, v).kind == VAL_ADDR;
}

static bool is_pointer(struct lower *lw, type_id type)
{
    return builder_type_get(lw->b, type).kind == TYPE_POINTER;
}

/* a is the value of e's left operand so far, where an address is not yet taken. */
static val_id combine(struct lower *lw, CXCursor e, val_id a, CXCursor left, CXCursor right)
{
    enum oper oper = oper_of(e);
    type_id type = lower_value_type(lw, e);
    val_id b = lower_value(lw, right);
    if (is_pointer(lw, type) && (oper == OPER_ADD || oper == OPER_SUB)) {
        if (is_addr(lw, a)) {
            val_id step = oper == OPER_SUB ? lower_un_val(lw, OPER_NEG, b, (type_id){0}) : b;
            return moved_address(lw, a, step, type);
        }
        if (is_addr(lw, b) && oper == OPER_ADD) {
            return moved_address(lw, b, a, type);
        }
    }
    (void)lower_escape(lw, a, left);
    (void)lower_escape(lw, b, right);
    if (oper == OPER_ADD && is_pointer(lw, type) &&
        builder_type_get(lw->b, builder_val_get(lw->b, a).type).kind != TYPE_POINTER) {
        return lower_bin_val(lw, oper, b, a, type); /* 1 + p: the pointer first */
    }
    if (oper == OPER_NONE) {
        return lower_unknown(lw, type);
    }
    return lower_bin_val(lw, oper, a, b, type);
}

struct spine_node {
    CXCursor e, left, right;
};

val_id lower_binary(struct lower *lw, CXCursor e)
{
    VEC(struct spine_node) spine = {0};
    for (;;) {
        struct kids k;
        kids_of(lw->arena, e, &k);
        if (clang_getCursorKind(e) != CXCursor_BinaryOperator || oper_of(e) == OPER_NONE ||
            k.n != 2) {
            break;
        }
        struct spine_node node = {e, k.v[0], k.v[1]};
        vec_push(lw->arena, &spine, node);
        e = lower_strip(lw, k.v[0]);
    }
    if (spine.n == 0) { /* parts missing */
        lw->is_partial = true;
        CXCursor operand = kid_last_expr(e);
        if (!clang_Cursor_isNull(operand)) {
            lower_effect(lw, operand);
        }
        return lower_unknown(lw, lower_type(lw, e));
    }
    val_id v = lower_value(lw, e);
    ASSERT(spine.n > 0);
    for (uint32_t i = spine.n; i-- > 0;) {
        v = combine(lw, spine.v[i].e, v, spine.v[i].left, spine.v[i].right);
    }
    return v;
}

/* ---- assignments ---- */

static val_id missing_assignment(struct lower *lw, CXCursor e, path_id *target)
{
    lw->is_partial = true;
    val_id v = lower_unknown(lw, lower_type(lw, e));
    *target = lower_temp(lw, e, v);
    return v;
}

val_id lower_assign(struct lower *lw, CXCursor e, path_id *target)
{
    struct kids k;
    kids_of(lw->arena, e, &k);
    if (k.n != 2) {
        return missing_assignment(lw, e, target);
    }
    val_id v = lower_rvalue(lw, k.v[1]);
    *target = lower_lvalue(lw, k.v[0]);
    lower_store(lw, *target, v, 0, OPER_NONE, lower_place(lw, k.v[0]));
    return v;
}

/* One op for atomic objects, else a load and a store. Gives the new value; *old is the one
 * before. */
static val_id modify(struct lower *lw, path_id path, enum oper oper, val_id by, val_id *old,
                     type_id type, place_id place)
{
    ASSERT(path.v != 0 && by.v != 0);
    struct unit_path p = builder_path_get(lw->b, path);
    if (builder_type_get(lw->b, p.type).quals & QUAL_ATOMIC) {
        struct unit_op op = {.kind = OP_ATOMIC, .oper = (uint8_t)oper, .order = ORDER_SEQ_CST,
                             .flags = OPF_LOADS | OPF_STORES, .place = place, .path = path,
                             .val = by, .type = p.type};
        op_id id = lower_emit(lw, &op, NULL, 0);
        struct unit_val v = {.kind = VAL_LOAD, .type = p.type, .a = id.v};
        *old = id.v ? builder_val(lw->b, &v) : lower_unknown(lw, p.type);
        return lower_bin_val(lw, oper, *old, by, type);
    }
    *old = lower_load_at(lw, path, place);
    val_id new = lower_bin_val(lw, oper, *old, by, type);
    lower_store(lw, path, new, OPF_COMPOUND, oper, place);
    return new;
}

val_id lower_compound_assign(struct lower *lw, CXCursor e, path_id *target)
{
    struct kids k;
    kids_of(lw->arena, e, &k);
    if (k.n != 2) {
        return missing_assignment(lw, e, target);
    }
    val_id by = lower_rvalue(lw, k.v[1]), old;
    *target = lower_lvalue(lw, k.v[0]);
    return modify(lw, *target, oper_of(e), by, &old, lower_value_type(lw, e),
                  lower_place(lw, k.v[0]));
}

val_id lower_inc_dec(struct lower *lw, CXCursor e, path_id *target)
{
    CXCursor operand = kid_first(e);
    if (clang_Cursor_isNull(operand)) {
        return missing_assignment(lw, e, target);
    }
    enum CXUnaryOperatorKind kind = clang_getCursorUnaryOperatorKind(e);
    bool is_inc = kind == CXUnaryOperator_PostInc || kind == CXUnaryOperator_PreInc;
    bool is_post = kind == CXUnaryOperator_PostInc || kind == CXUnaryOperator_PostDec;
    type_id type = lower_value_type(lw, e);
    *target = lower_lvalue(lw, operand);
    val_id old, one = builder_int(lw->b, 1, type);
    val_id new = modify(lw, *target, is_inc ? OPER_ADD : OPER_SUB, one, &old, type,
                        lower_place(lw, operand));
    return is_post ? old : new;
}
