/*
 * Statements to blocks. lw->cur is the block that is being written; a statement leaves in it the
 * block where the next one starts, which is a fresh, unreachable one behind a jump or return.
 */
#include "extract/lower.h"

void lower_dead_end(struct lower *lw)
{
    lw->cur = builder_block(lw->b);
    lw->dead = lw->cur;
}

static void if_statement(struct lower *lw, CXCursor s)
{
    struct kids k;
    block_id join = builder_block(lw->b);
    for (;;) { /* else-if chains are long and lean to the right */
        kids_of(lw->arena, s, &k);
        block_id yes = builder_block(lw->b), no = k.n > 2 ? builder_block(lw->b) : join;
        if (k.n >= 2 && is_expr(k.v[0])) {
            lower_cond(lw, k.v[0], yes, no);
        } else { /* the condition is missing */
            lw->is_partial = true;
            builder_branch(lw->b, lw->cur, lower_unknown(lw, (type_id){0}), yes, no,
                           extract_cursor_place(lw->x, s));
        }
        lw->cur = yes;
        if (k.n > 0) {
            lower_stmt(lw, k.v[k.n >= 2 ? 1 : 0]);
        }
        builder_jump(lw->b, lw->cur, join);
        lw->cur = no;
        if (k.n < 3 || clang_getCursorKind(k.v[2]) != CXCursor_IfStmt) {
            break;
        }
        s = k.v[2];
    }
    if (k.n > 2) {
        lower_stmt(lw, k.v[2]);
        builder_jump(lw->b, lw->cur, join);
    }
    lw->cur = join;
}

static void return_statement(struct lower *lw, CXCursor s)
{
    CXCursor e = kid_first(s);
    val_id v = {0};
    if (!clang_Cursor_isNull(e)) {
        v = lower_rvalue(lw, e);
        if (is_kind_canonical(e, CXType_Void)) {
            v = (val_id){0}; /* return f(); where f returns nothing */
        }
    }
    place_id place = extract_cursor_place(lw->x, s);
    lower_run_cleanups(lw, lw->cur, lw->cleanups, NULL, place);
    builder_return(lw->b, lw->cur, v, place);
    lower_dead_end(lw);
}

static void declarations(struct lower *lw, CXCursor s)
{
    struct kids k;
    kids_of(lw->arena, s, &k);
    for (uint32_t i = 0; i < k.n; i++) {
        if (clang_getCursorKind(k.v[i]) == CXCursor_VarDecl) {
            lower_local_decl(lw, k.v[i]);
        }
    }
}

static void children(struct lower *lw, CXCursor s)
{
    struct kids k;
    kids_of(lw->arena, s, &k);
    for (uint32_t i = 0; i < k.n; i++) {
        if (is_expr(k.v[i]) || clang_isStatement(clang_getCursorKind(k.v[i]))) {
            lower_stmt(lw, k.v[i]);
        }
    }
}

/* The closing brace. */
static place_id end_place(struct lower *lw, CXCursor s)
{
    CXSourceLocation end = clang_getRangeEnd(clang_getCursorExtent(s));
    return extract_place(lw->x, end);
}

/* The last statement's value, when it is an expression (behind labels and attributes too). */
static val_id last_value(struct lower *lw, CXCursor s)
{
    while (clang_getCursorKind(s) == CXCursor_LabelStmt ||
           clang_getCursorKind(s) == CXCursor_UnexposedStmt) {
        if (clang_getCursorKind(s) == CXCursor_LabelStmt) {
            lower_label(lw, s);
        }
        s = kid_first(s);
    }
    if (clang_Cursor_isNull(s) || !is_expr(s)) {
        if (!clang_Cursor_isNull(s)) {
            lower_stmt(lw, s);
        }
        return lower_unknown(lw, (type_id){0});
    }
    return lower_rvalue(lw, s);
}

val_id lower_compound(struct lower *lw, CXCursor s, bool is_value)
{
    struct kids k;
    kids_of(lw->arena, s, &k);
    struct cleanup *outer = lw->cleanups;
    val_id v = {0};
    for (uint32_t i = 0; i < k.n; i++) {
        if (is_value && i + 1 == k.n) {
            v = last_value(lw, k.v[i]);
        } else {
            lower_stmt(lw, k.v[i]);
        }
    }
    if (lw->cleanups != outer) {
        lower_run_cleanups(lw, lw->cur, lw->cleanups, outer, end_place(lw, s));
        lw->cleanups = outer;
    }
    return v.v ? v : lower_unknown(lw, (type_id){0});
}

static void labelled(struct lower *lw, CXCursor s)
{
    lower_label(lw, s);
    CXCursor inner = kid_first(s);
    if (!clang_Cursor_isNull(inner)) {
        lower_stmt(lw, inner);
    }
}

static void stmt_of_kind(struct lower *lw, CXCursor s)
{
    enum CXCursorKind kind = clang_getCursorKind(s);
    switch (kind) {
    case CXCursor_CompoundStmt: (void)lower_compound(lw, s, false); break;
    case CXCursor_DeclStmt: declarations(lw, s); break;
    case CXCursor_IfStmt: if_statement(lw, s); break;
    case CXCursor_WhileStmt: lower_while(lw, s); break;
    case CXCursor_DoStmt: lower_do(lw, s); break;
    case CXCursor_ForStmt: lower_for(lw, s); break;
    case CXCursor_SwitchStmt: lower_switch(lw, s); break;
    case CXCursor_CaseStmt:
    case CXCursor_DefaultStmt: lower_case(lw, s); break;
    case CXCursor_LabelStmt: labelled(lw, s); break;
    case CXCursor_GotoStmt: lower_goto(lw, s); break;
    case CXCursor_IndirectGotoStmt: lower_computed_goto(lw, s); break;
    case CXCursor_BreakStmt: lower_break(lw, s, false); break;
    case CXCursor_ContinueStmt: lower_break(lw, s, true); break;
    case CXCursor_ReturnStmt: return_statement(lw, s); break;
    case CXCursor_GCCAsmStmt:
    case CXCursor_MSAsmStmt: lower_asm(lw, s); break;
    case CXCursor_NullStmt: break;
    default:
        if (is_expr(s)) {
            lower_effect(lw, s);
        } else if (clang_isStatement(kind)) { /* attributes, pragmas: around a statement */
            children(lw, s);
        }
        break;
    }
}

void lower_stmt(struct lower *lw, CXCursor s)
{
    ASSERT(lw->cur.v != 0 && !lw->is_constant);
    if (!lower_enter(lw)) {
        return;
    }
    stmt_of_kind(lw, s);
    lower_leave(lw);
}
