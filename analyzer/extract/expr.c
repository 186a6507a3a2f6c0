/*
 * Expressions to values. Each kind of expression is one case of lower_value(); what has its own
 * story lies in binary.c, cond.c, call.c, atomic.c and access.c.
 *
 * An expression of a kind that C does not have, or that the parser could not understand, is
 * unknown; what can be seen of its operands is still evaluated.
 */
#include <string.h>

#include "extract/lower.h"

bool lower_enter(struct lower *lw)
{
    if (lw->depth >= LOWER_DEPTH_MAX) {
        lw->has_failed = true;
        return false;
    }
    lw->depth++;
    return true;
}

val_id lower_unknown(struct lower *lw, type_id type)
{
    return builder_val(lw->b, &(struct unit_val){.kind = VAL_UNKNOWN, .type = type});
}

type_id lower_type(struct lower *lw, CXCursor e)
{
    return extract_type(lw->x, clang_getCursorType(e));
}

type_id lower_value_type(struct lower *lw, CXCursor e)
{
    return extract_param_type(lw->x, clang_getCursorType(e));
}

/* libclang places a member access at the member's name; the expression starts further left. */
place_id lower_place(struct lower *lw, CXCursor e)
{
    for (;;) {
        enum CXCursorKind kind = clang_getCursorKind(e);
        if (kind != CXCursor_MemberRefExpr && kind != CXCursor_UnexposedExpr) {
            break;
        }
        CXCursor first = kid_first(e);
        if (clang_Cursor_isNull(first) || !is_expr(first)) {
            break;
        }
        struct kids k;
        if (kind == CXCursor_UnexposedExpr && (kids_of(lw->arena, e, &k), k.n > 1)) {
            break; /* a builtin with operands */
        }
        e = first;
    }
    return extract_place(lw->x, clang_getCursorLocation(e));
}

bool lower_int(struct lower *lw, val_id v, int64_t *num)
{
    struct unit_val val = builder_val_get(lw->b, v);
    *num = val.num;
    return v.v != 0 && val.kind == VAL_INT;
}

val_id lower_evaluate(struct lower *lw, CXCursor e, type_id type)
{
    CXEvalResult r = clang_Cursor_Evaluate(e);
    if (!r) {
        return lower_unknown(lw, type);
    }
    val_id v = lower_unknown(lw, type);
    switch (clang_EvalResult_getKind(r)) {
    case CXEval_Int:
        v = builder_int(lw->b, clang_EvalResult_getAsLongLong(r), type);
        break;
    case CXEval_Float:
        v = builder_val(lw->b, &(struct unit_val){.kind = VAL_FLOAT, .type = type});
        break;
    default:
        break;
    }
    clang_EvalResult_dispose(r);
    return v;
}

/* ---- looking through what is not shown ---- */

/* What a pointer points to or an array is made of; invalid for other types. */
static CXType element_of(CXType t)
{
    t = clang_getCanonicalType(t);
    return t.kind == CXType_Pointer ? clang_getPointeeType(t) : clang_getArrayElementType(t);
}

static bool is_va_list_tag(struct lower *lw, CXType t)
{
    uint32_t is_va = 0;
    if (t.kind == CXType_Invalid) {
        return false;
    }
    t = clang_getCanonicalType(t);
    uint64_t key = (uint64_t)(uintptr_t)t.data[0];
    if (t.kind == CXType_Record && !map_get(&lw->va_types, key, &is_va)) {
        CXSTRING name = clang_getCursorSpelling(clang_getTypeDeclaration(t));
        const char *s = clang_getCString(name);
        is_va = s && strcmp(s, "__va_list_tag") == 0;
        map_set(&lw->va_types, key, is_va);
    }
    return is_va != 0;
}

/* va_arg(ap, T) looks like a cast of ap to T; only the type of ap tells. */
static bool is_va_arg(struct lower *lw, CXCursor e, CXCursor operand)
{
    CXType from = clang_getCursorType(operand);
    if (from.kind >= CXType_FirstBuiltin && from.kind <= CXType_LastBuiltin) {
        return false;
    }
    return is_va_list_tag(lw, element_of(from)) &&
           !is_va_list_tag(lw, element_of(clang_getCursorType(e)));
}

/* The operand when e is no more than a cast that the parser added; else a null cursor. */
static CXCursor transparent(struct lower *lw, CXCursor e)
{
    struct kids k;
    switch (clang_getCursorKind(e)) {
    case CXCursor_ParenExpr:
        return kid_first(e);
    case CXCursor_UnaryOperator:
        if (clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_Extension) {
            return kid_first(e);
        }
        break;
    case CXCursor_UnexposedExpr:
        if (clang_getCursorType(e).kind == CXType_Dependent) {
            break; /* what the parser could not understand */
        }
        kids_of(lw->arena, e, &k);
        if (k.n == 1 && is_expr(k.v[0]) && !is_va_arg(lw, e, k.v[0])) {
            return k.v[0];
        }
        break;
    default:
        break;
    }
    return clang_getNullCursor();
}

CXCursor lower_strip(struct lower *lw, CXCursor e)
{
    for (;;) {
        CXCursor inner = transparent(lw, e);
        if (clang_Cursor_isNull(inner)) {
            return e;
        }
        e = inner;
    }
}

/* ---- leaves ---- */

/* The bytes of a literal that libclang spells as C does; returns how many there are. */
static size_t unescape(const char *s, size_t n, char *out)
{
    static const char letters[] = "abfnrtve", values[] = "\a\b\f\n\r\t\v\033";
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] != '\\' || i + 1 == n) {
            out[used++] = s[i];
            continue;
        }
        i++;
        const char *letter = strchr(letters, s[i]);
        if (s[i] >= '0' && s[i] <= '7') { /* three octal digits */
            unsigned byte = 0;
            size_t end = i + 3;
            for (; i < end && i < n && s[i] >= '0' && s[i] <= '7'; i++) {
                byte = byte * 8 + (unsigned)(s[i] - '0');
            }
            i--;
            out[used++] = (char)byte;
        } else {
            out[used++] = letter ? values[letter - letters] : s[i];
        }
    }
    return used;
}

static val_id string_value(struct lower *lw, CXCursor e)
{
    struct unit_val v = {.kind = VAL_STR, .type = lower_type(lw, e)};
    CXSTRING spelling = clang_getCursorSpelling(e);
    const char *text = clang_getCString(spelling);
    const char *open = text ? strchr(text, '"') : NULL; /* behind a prefix, as in L"" */
    size_t n = open ? strlen(open) : 0;
    if (n >= 2) {
        char *bytes = arena_alloc(lw->arena, n);
        size_t used = unescape(open + 1, n - 2, bytes);
        v.a = builder_strn(lw->b, bytes, used).v;
    }
    return builder_val(lw->b, &v);
}

static val_id declared_value(struct lower *lw, CXCursor e)
{
    CXCursor decl = clang_getCursorReferenced(e);
    struct unit_val v = {.kind = VAL_FUNC};
    switch (clang_getCursorKind(decl)) {
    case CXCursor_EnumConstantDecl:
        return builder_int(lw->b, clang_getEnumConstantDeclValue(decl), lower_type(lw, e));
    case CXCursor_FunctionDecl:
        v.a = extract_sym(lw->x, decl).v;
        v.type = lower_type(lw, e);
        return builder_val(lw->b, &v);
    case CXCursor_VarDecl:
    case CXCursor_ParmDecl:
        return lower_load(lw, lower_lvalue(lw, e), e);
    default:
        lw->is_partial = true;
        return lower_unknown(lw, lower_type(lw, e));
    }
}

/* Of an expression that is not understood: its operands' effects. */
static val_id operands_only(struct lower *lw, const struct kids *k, type_id type)
{
    for (uint32_t i = 0; i < k->n; i++) {
        if (is_expr(k->v[i])) {
            (void)lower_rvalue(lw, k->v[i]);
        }
    }
    return lower_unknown(lw, type);
}

/* ---- expressions that libclang has no kind for ---- */

static bool is_offsetof(const struct kids *k)
{
    for (uint32_t i = 0; i < k->n; i++) {
        if (clang_getCursorKind(k->v[i]) == CXCursor_MemberRef) {
            return true;
        }
    }
    return k->n > 0 && clang_getCursorKind(k->v[0]) == CXCursor_TypeRef;
}

static val_id choose_value(struct lower *lw, const struct kids *k)
{
    int64_t chosen = 0;
    val_id which = lower_evaluate(lw, k->v[0], (type_id){0});
    bool is_first = !lower_int(lw, which, &chosen) || chosen != 0;
    return lower_value(lw, k->v[is_first ? 1 : 2]);
}

static val_id unexposed_value(struct lower *lw, CXCursor e)
{
    struct kids k;
    kids_of(lw->arena, e, &k);
    type_id type = lower_type(lw, e);
    if (clang_getCursorType(e).kind == CXType_Dependent) {
        lw->is_partial = true;
        return operands_only(lw, &k, type);
    }
    if (k.n == 0 || is_offsetof(&k)) { /* or a question about types */
        return lower_evaluate(lw, e, type);
    }
    if (k.n == 1) { /* va_arg */
        (void)lower_value(lw, k.v[0]);
        return lower_unknown(lw, type);
    }
    struct slice name = word_at(lw->x->tu, e);
    if (is_atomic_name(name) ||
        (k.n <= 3 && is_kind_canonical(k.v[0], CXType_Pointer) && !slice_starts(name, "__b"))) {
        return lower_atomic_expr(lw, e, name, &k);
    }
    if (k.n == 4 && is_expr(k.v[3])) {
        return lower_elvis(lw, &k, e);
    }
    if (k.n == 3 && is_expr(k.v[2])) {
        return choose_value(lw, &k);
    }
    return operands_only(lw, &k, type);
}

/* libclang does not say which association is taken: the first whose type is the result's. */
static val_id generic_value(struct lower *lw, CXCursor e)
{
    struct kids k;
    kids_of(lw->arena, e, &k);
    CXType want = clang_getCanonicalType(clang_getCursorType(e));
    CXCursor taken = clang_getNullCursor();
    for (uint32_t i = 1; i < k.n; i++) {
        if (!is_expr(k.v[i])) {
            continue;
        }
        CXType type = clang_getCanonicalType(clang_getCursorType(k.v[i]));
        if (clang_Cursor_isNull(taken) || clang_equalTypes(type, want)) {
            taken = k.v[i];
            if (clang_equalTypes(type, want)) {
                break;
            }
        }
    }
    val_id v = lower_evaluate(lw, e, lower_type(lw, e));
    int64_t num;
    if (lower_int(lw, v, &num) || clang_Cursor_isNull(taken)) {
        return v;
    }
    return lower_value(lw, taken);
}

static val_id statement_value(struct lower *lw, CXCursor e)
{
    CXCursor body = kid_first(e);
    if (lw->is_constant || clang_getCursorKind(body) != CXCursor_CompoundStmt) {
        lw->has_failed |= lw->is_constant;
        lw->is_partial = true;
        return lower_unknown(lw, lower_type(lw, e));
    }
    return lower_compound(lw, body, true);
}

/* ---- operators ---- */

static val_id address_value(struct lower *lw, CXCursor e)
{
    CXCursor operand = lower_strip(lw, kid_first(e));
    if (clang_getCursorKind(operand) == CXCursor_UnaryOperator &&
        clang_getCursorUnaryOperatorKind(operand) == CXUnaryOperator_Deref) {
        return lower_value(lw, kid_first(operand)); /* &*p is p */
    }
    path_id path = lower_lvalue(lw, operand);
    struct unit_path p = builder_path_get(lw->b, path);
    struct unit_val v = {.kind = VAL_ADDR, .type = lower_type(lw, e), .a = path.v};
    if (p.root == ROOT_FUNC) {
        v.kind = VAL_FUNC;
        v.a = p.id;
    }
    return builder_val(lw->b, &v);
}

static val_id unary_value(struct lower *lw, CXCursor e)
{
    path_id target;
    switch (clang_getCursorUnaryOperatorKind(e)) {
    case CXUnaryOperator_PostInc:
    case CXUnaryOperator_PostDec:
    case CXUnaryOperator_PreInc:
    case CXUnaryOperator_PreDec:
        return lower_inc_dec(lw, e, &target);
    case CXUnaryOperator_AddrOf:
        return address_value(lw, e);
    case CXUnaryOperator_Deref:
        return lower_load(lw, lower_lvalue(lw, e), e);
    case CXUnaryOperator_Minus:
        return lower_un_val(lw, OPER_NEG, lower_rvalue(lw, kid_first(e)), lower_value_type(lw, e));
    case CXUnaryOperator_Not:
        return lower_un_val(lw, OPER_BNOT, lower_rvalue(lw, kid_first(e)), lower_value_type(lw, e));
    case CXUnaryOperator_LNot:
        if (is_branching(lower_strip(lw, kid_first(e)))) {
            return lower_bool(lw, e);
        }
        return lower_un_val(lw, OPER_NOT, lower_rvalue(lw, kid_first(e)), lower_value_type(lw, e));
    default:
        return lower_value(lw, kid_first(e));
    }
}

/* a, b, c leans to the left: its operands in order, without recursion. */
static val_id comma_value(struct lower *lw, CXCursor e)
{
    VEC(CXCursor) operands = {0};
    for (;;) {
        struct kids k;
        kids_of(lw->arena, e, &k);
        if (clang_getCursorKind(e) != CXCursor_BinaryOperator ||
            clang_getCursorBinaryOperatorKind(e) != CXBinaryOperator_Comma || k.n != 2) {
            break;
        }
        vec_push(lw->arena, &operands, k.v[1]);
        e = lower_strip(lw, k.v[0]);
    }
    if (operands.n == 0) { /* parts missing */
        lw->is_partial = true;
        return lower_unknown(lw, lower_type(lw, e));
    }
    lower_effect(lw, e);
    for (uint32_t i = operands.n; i-- > 1;) {
        lower_effect(lw, operands.v[i]);
    }
    return lower_value(lw, operands.v[0]);
}

static val_id binary_value(struct lower *lw, CXCursor e)
{
    path_id target;
    switch (clang_getCursorBinaryOperatorKind(e)) {
    case CXBinaryOperator_Assign:
        return lower_assign(lw, e, &target);
    case CXBinaryOperator_LAnd:
    case CXBinaryOperator_LOr:
        return lower_bool(lw, e);
    case CXBinaryOperator_Comma:
        return comma_value(lw, e);
    default:
        return lower_binary(lw, e);
    }
}

static val_id cast_value(struct lower *lw, CXCursor e)
{
    CXCursor operand = kid_last_expr(e);
    if (clang_Cursor_isNull(operand)) {
        lw->is_partial = true;
        return lower_unknown(lw, lower_type(lw, e));
    }
    CXCursor plain = lower_strip(lw, operand);
    if (clang_getCursorKind(plain) == CXCursor_UnaryOperator &&
        clang_getCursorUnaryOperatorKind(plain) == CXUnaryOperator_AddrOf) {
        val_id v = lower_evaluate(lw, e, lower_type(lw, e)); /* (size_t)&((T *)0)->m */
        int64_t num;
        if (lower_int(lw, v, &num)) {
            return v;
        }
    }
    return lower_value(lw, operand);
}

static val_id value_of_kind(struct lower *lw, CXCursor e)
{
    path_id target;
    struct kids k;
    switch (clang_getCursorKind(e)) {
    case CXCursor_IntegerLiteral:
    case CXCursor_CharacterLiteral:
    case CXCursor_UnaryExpr: /* sizeof, _Alignof: never evaluated */
        return lower_evaluate(lw, e, lower_type(lw, e));
    case CXCursor_FloatingLiteral:
    case CXCursor_ImaginaryLiteral:
        return builder_val(lw->b,
                           &(struct unit_val){.kind = VAL_FLOAT, .type = lower_type(lw, e)});
    case CXCursor_StringLiteral:
        return string_value(lw, e);
    case CXCursor_DeclRefExpr:
        return declared_value(lw, e);
    case CXCursor_MemberRefExpr:
    case CXCursor_ArraySubscriptExpr:
    case CXCursor_CompoundLiteralExpr:
        return lower_load(lw, lower_lvalue(lw, e), e);
    case CXCursor_UnexposedExpr:
        return unexposed_value(lw, e);
    case CXCursor_CallExpr:
        return lower_call(lw, e);
    case CXCursor_UnaryOperator:
        return unary_value(lw, e);
    case CXCursor_BinaryOperator:
        return binary_value(lw, e);
    case CXCursor_CompoundAssignOperator:
        return lower_compound_assign(lw, e, &target);
    case CXCursor_ConditionalOperator:
        return lower_conditional(lw, e);
    case CXCursor_CStyleCastExpr:
        return cast_value(lw, e);
    case CXCursor_GenericSelectionExpr:
        return generic_value(lw, e);
    case CXCursor_StmtExpr:
        return statement_value(lw, e);
    case CXCursor_AddrLabelExpr:
        lower_addr_label(lw, e);
        return lower_unknown(lw, lower_type(lw, e));
    default:
        kids_of(lw->arena, e, &k);
        return operands_only(lw, &k, lower_type(lw, e));
    }
}

val_id lower_value(struct lower *lw, CXCursor e)
{
    e = lower_strip(lw, e);
    if (clang_Cursor_isNull(e) || !is_expr(e)) {
        lw->is_partial = true;
        return lower_unknown(lw, (type_id){0});
    }
    if (!lower_enter(lw)) {
        return lower_unknown(lw, (type_id){0});
    }
    val_id v = value_of_kind(lw, e);
    lower_leave(lw);
    ASSERT(v.v != 0);
    return v;
}

val_id lower_escape(struct lower *lw, val_id v, CXCursor e)
{
    struct unit_val val = builder_val_get(lw->b, v);
    if (val.kind == VAL_ADDR && !lw->is_constant) {
        lower_addr_taken(lw, (path_id){val.a}, lower_place(lw, e));
    }
    return v;
}

val_id lower_rvalue(struct lower *lw, CXCursor e)
{
    return lower_escape(lw, lower_value(lw, e), e);
}

void lower_effect(struct lower *lw, CXCursor e)
{
    (void)lower_value(lw, e);
}
