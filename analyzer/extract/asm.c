/*
 * Inline assembly: its operands are read before it, and written after it where their constraint in
 * the source says so. libclang shows the operands only; the constraint stands before them in the
 * text.
 */
#include "extract/lower.h"

/* '=' written, '+' read and written, 0 read: the first character of the string before
 * "(operand". */
static char constraint(struct lower *lw, CXCursor e)
{
    size_t n = 0, before = 0;
    const char *at = text_at(lw->x->tu, e, &n, &before);
    if (!at) {
        return 0;
    }
    const char *start = at - before, *p = at;
    while (p > start && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\n' || p[-1] == '(')) {
        p--;
    }
    if (p == at || p == start || p[-1] != '"') {
        return 0;
    }
    p--;
    while (p > start && p[-1] != '"') {
        p--;
    }
    return *p == '=' || *p == '+' ? *p : 0;
}

static bool is_object(CXCursor e)
{
    switch (clang_getCursorKind(e)) {
    case CXCursor_DeclRefExpr:
    case CXCursor_MemberRefExpr:
    case CXCursor_ArraySubscriptExpr:
        return true;
    case CXCursor_UnaryOperator:
        return clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_Deref;
    default:
        return false;
    }
}

/* A member access is placed at its member; its text starts at its base. */
static CXCursor leftmost(CXCursor e)
{
    while (clang_getCursorKind(e) == CXCursor_MemberRefExpr ||
           clang_getCursorKind(e) == CXCursor_UnexposedExpr) {
        CXCursor first = kid_first(e);
        if (clang_Cursor_isNull(first) || !is_expr(first)) {
            break;
        }
        e = first;
    }
    return e;
}

void lower_asm(struct lower *lw, CXCursor s)
{
    struct kids k;
    kids_of(lw->arena, s, &k);
    path_id *written = arena_array(lw->arena, path_id, k.n + 1u);
    place_id *places = arena_array(lw->arena, place_id, k.n + 1u);
    uint32_t n_written = 0;
    for (uint32_t i = 0; i < k.n; i++) {
        if (!is_expr(k.v[i])) {
            continue;
        }
        CXCursor operand = lower_strip(lw, k.v[i]);
        char how = is_object(operand) ? constraint(lw, leftmost(k.v[i])) : 0;
        if (how != 0) {
            written[n_written] = lower_lvalue(lw, operand);
            places[n_written++] = lower_place(lw, operand);
        }
        ASSERT(n_written <= k.n);
        if (how == '+') {
            (void)lower_load(lw, written[n_written - 1], operand);
        } else if (how == 0) {
            (void)lower_rvalue(lw, operand);
        }
    }
    struct unit_op op = {.kind = OP_ASM, .place = extract_cursor_place(lw->x, s)};
    (void)lower_emit(lw, &op, NULL, 0);
    for (uint32_t i = 0; i < n_written; i++) {
        type_id type = builder_path_get(lw->b, written[i]).type;
        lower_store(lw, written[i], lower_unknown(lw, type), 0, OPER_NONE, places[i]);
    }
}
