/*
 * Conditions: && || ! and ?: become branches between blocks. The same operators wanted as values
 * branch to two blocks that meet again. Constant conditions take one way only, so `while (1)` has
 * no exit and `do { } while (0)` no way back.
 */
#include <string.h>

#include "extract/lower.h"

bool is_branching(CXCursor e)
{
    if (clang_getCursorKind(e) != CXCursor_BinaryOperator) {
        return false;
    }
    enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(e);
    return kind == CXBinaryOperator_LAnd || kind == CXBinaryOperator_LOr;
}

static void branch(struct lower *lw, val_id v, block_id yes, block_id no, place_id place)
{
    map_set(&lw->reached, yes.v, 1);
    map_set(&lw->reached, no.v, 1);
    vec_push(lw->arena, &lw->branches, v);
    lw->last_yes = yes;
    builder_branch(lw->b, lw->cur, v, yes, no, place);
}

bool is_reached(struct lower *lw, block_id block)
{
    uint32_t one;
    return map_get(&lw->reached, block.v, &one);
}

static void on_value(struct lower *lw, CXCursor e, block_id yes, block_id no)
{
    val_id v = lower_rvalue(lw, e);
    struct unit_val val = builder_val_get(lw->b, v);
    if (val.kind == VAL_INT) {
        block_id to = val.num ? yes : no;
        map_set(&lw->reached, to.v, 1);
        builder_jump(lw->b, lw->cur, to);
        return;
    }
    branch(lw, v, yes, no, lower_place(lw, e));
}

/* a && b && c leans to the left: the operands in order, without recursion. */
static void logical(struct lower *lw, CXCursor e, block_id yes, block_id no)
{
    enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(e);
    bool is_and = kind == CXBinaryOperator_LAnd;
    VEC(CXCursor) operands = {0};
    for (;;) {
        struct kids k;
        kids_of(lw->arena, e, &k);
        if (!is_branching(e) || clang_getCursorBinaryOperatorKind(e) != kind || k.n != 2) {
            break;
        }
        vec_push(lw->arena, &operands, k.v[1]);
        e = lower_strip(lw, k.v[0]);
    }
    if (operands.n == 0) { /* parts missing */
        lw->is_partial = true;
        branch(lw, lower_unknown(lw, (type_id){0}), yes, no, lower_place(lw, e));
        return;
    }
    for (uint32_t i = operands.n; i-- > 0;) {
        block_id next = builder_block(lw->b);
        lower_cond(lw, e, is_and ? next : yes, is_and ? no : next);
        lw->cur = next;
        e = operands.v[i];
    }
    lower_cond(lw, e, yes, no);
}

static void conditional(struct lower *lw, const struct kids *k, block_id yes, block_id no)
{
    block_id first = builder_block(lw->b), second = builder_block(lw->b);
    lower_cond(lw, k->v[0], first, second);
    lw->cur = first;
    lower_cond(lw, k->v[1], yes, no);
    lw->cur = second;
    lower_cond(lw, k->v[2], yes, no);
}

/* __builtin_expect(x, likely) and its kin are about x. */
static CXCursor expected(struct lower *lw, CXCursor e)
{
    struct kids k;
    if (clang_getCursorKind(e) != CXCursor_CallExpr) {
        return clang_getNullCursor();
    }
    CXSTRING name = clang_getCursorSpelling(e);
    const char *s = clang_getCString(name);
    struct slice word = {s ? s : "", s ? strlen(s) : 0};
    if (!slice_starts(word, "__builtin_expect")) {
        return clang_getNullCursor();
    }
    kids_of(lw->arena, e, &k);
    return k.n >= 2 ? k.v[1] : clang_getNullCursor();
}

static void cond_of_kind(struct lower *lw, CXCursor e, block_id yes, block_id no)
{
    struct kids k;
    CXCursor inner = expected(lw, e);
    if (!clang_Cursor_isNull(inner)) {
        lower_cond(lw, inner, yes, no);
    } else if (is_branching(e)) {
        logical(lw, e, yes, no);
    } else if (clang_getCursorKind(e) == CXCursor_UnaryOperator &&
               clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_LNot) {
        lower_cond(lw, kid_first(e), no, yes);
    } else if (clang_getCursorKind(e) == CXCursor_ConditionalOperator &&
               (kids_of(lw->arena, e, &k), k.n == 3)) {
        conditional(lw, &k, yes, no);
    } else {
        on_value(lw, e, yes, no);
    }
}

void lower_cond(struct lower *lw, CXCursor e, block_id yes, block_id no)
{
    ASSERT(yes.v != 0 && no.v != 0);
    if (lw->is_constant || !lower_enter(lw)) {
        lw->has_failed = true;
        if (!lw->is_constant) {
            branch(lw, lower_unknown(lw, (type_id){0}), yes, no, (place_id){0});
        }
        return;
    }
    cond_of_kind(lw, lower_strip(lw, e), yes, no);
    lower_leave(lw);
}

/* ---- as values ---- */

val_id lower_bool(struct lower *lw, CXCursor e)
{
    type_id type = lower_type(lw, e);
    if (lw->is_constant) {
        val_id v = lower_evaluate(lw, e, type);
        lw->has_failed |= builder_val_get(lw->b, v).kind == VAL_UNKNOWN;
        return v;
    }
    block_id yes = builder_block(lw->b), no = builder_block(lw->b), join = builder_block(lw->b);
    lower_cond(lw, e, yes, no);
    builder_jump(lw->b, yes, join);
    builder_jump(lw->b, no, join);
    lw->cur = join;
    return builder_val(lw->b, &(struct unit_val){.kind = VAL_BOOL, .type = type});
}

static val_id phi(struct lower *lw, val_id cond, val_id a, val_id b, type_id type)
{
    if (a.v == b.v) {
        return a;
    }
    struct unit_val v = {.kind = VAL_PHI, .type = type, .a = a.v, .b = b.v, .num = cond.v};
    return builder_val(lw->b, &v);
}

static bool is_void(struct lower *lw, type_id type)
{
    return builder_type_get(lw->b, type).kind == TYPE_VOID;
}

static val_id constant_conditional(struct lower *lw, const struct kids *k)
{
    int64_t chosen;
    val_id which = lower_value(lw, k->v[0]);
    if (!lower_int(lw, which, &chosen)) {
        lw->has_failed = true;
        return which;
    }
    return lower_value(lw, k->v[chosen ? 1 : 2]);
}

val_id lower_conditional(struct lower *lw, CXCursor e)
{
    struct kids k;
    kids_of(lw->arena, e, &k);
    type_id type = lower_type(lw, e);
    if (k.n != 3) {
        lw->is_partial = true;
        return lower_unknown(lw, type);
    }
    if (lw->is_constant) {
        return constant_conditional(lw, &k);
    }
    block_id yes = builder_block(lw->b), no = builder_block(lw->b), join = builder_block(lw->b);
    uint32_t n = lw->branches.n;
    lower_cond(lw, k.v[0], yes, no);
    bool is_plain = lw->branches.n == n + 1 && lw->last_yes.v == yes.v;
    val_id cond = is_plain ? vec_last(&lw->branches) : (val_id){0};
    lw->cur = yes;
    val_id a = lower_rvalue(lw, k.v[1]);
    bool has_a = is_reached(lw, yes) && lw->cur.v != lw->dead.v;
    builder_jump(lw->b, lw->cur, join);
    lw->cur = no;
    val_id b = lower_rvalue(lw, k.v[2]);
    bool has_b = is_reached(lw, no) && lw->cur.v != lw->dead.v;
    builder_jump(lw->b, lw->cur, join);
    lw->cur = join;
    if (is_void(lw, type)) {
        return lower_unknown(lw, type);
    }
    if (!has_a || !has_b) { /* a constant condition, or an arm that does not come back */
        return has_a ? a : b;
    }
    return phi(lw, cond, a, b, type);
}

/* a ?: b has a as its first child and b as its last; between them the parser repeats a. */
val_id lower_elvis(struct lower *lw, const struct kids *k, CXCursor e)
{
    ASSERT(k->n == 4);
    if (lw->is_constant) {
        lw->has_failed = true;
        return lower_unknown(lw, (type_id){0});
    }
    val_id a = lower_rvalue(lw, k->v[0]);
    block_id no = builder_block(lw->b), join = builder_block(lw->b);
    builder_branch(lw->b, lw->cur, a, join, no, lower_place(lw, e));
    lw->cur = no;
    val_id b = lower_rvalue(lw, k->v[3]);
    builder_jump(lw->b, lw->cur, join);
    lw->cur = join;
    return phi(lw, a, a, b, lower_type(lw, e));
}
