/*
 * Objects: the path that an expression names, and the loads and stores on it.
 *
 * A pointer is first a value; what it points to is made from that value (lower_pointee): the
 * address of an object gives the object, a loaded pointer gives the path that it was loaded from
 * with a DEREF, a call's result or anything computed becomes the root of a new path.
 */
#include "base/file.h"
#include "extract/lower.h"

static struct unit_sel index_sel(struct lower *lw, val_id idx)
{
    int64_t num = 0;
    if (!idx.v || lower_int(lw, idx, &num)) {
        return (struct unit_sel){.kind = SEL_INDEX_CONST, .num = num};
    }
    struct unit_val v = builder_val_get(lw->b, idx);
    if (v.kind == VAL_UNKNOWN) {
        return (struct unit_sel){.kind = SEL_INDEX_UNKNOWN};
    }
    return (struct unit_sel){.kind = SEL_INDEX_VAL, .id = idx.v};
}

static path_id add_index(struct lower *lw, path_id base, struct unit_sel sel, type_id elem)
{
    path_id p = builder_path_add(lw->b, base, sel, elem);
    if (p.v != base.v) {
        map_set(&lw->index_bases, p.v, base.v);
    }
    return p;
}

static path_id add_deref(struct lower *lw, path_id base, val_id idx, type_id elem)
{
    path_id p = builder_path_add(lw->b, base, (struct unit_sel){.kind = SEL_DEREF}, elem);
    int64_t num = 0;
    if (!idx.v || (lower_int(lw, idx, &num) && num == 0)) {
        return p;
    }
    return add_index(lw, p, index_sel(lw, idx), elem);
}

/* Whether &array or its decay was meant, as far as the wanted element type can tell. */
static bool is_array_of(struct lower *lw, type_id array, type_id elem)
{
    struct unit_type a = builder_type_get(lw->b, array), e = builder_type_get(lw->b, elem);
    if (a.kind != TYPE_ARRAY || array.v == elem.v) {
        return false;
    }
    return e.kind != TYPE_ARRAY || a.size == 0 || e.size != a.size;
}

static path_id from_address(struct lower *lw, path_id p, val_id idx, type_id elem)
{
    struct unit_path path = builder_path_get(lw->b, p);
    int64_t num = 0;
    if (is_array_of(lw, path.type, elem)) {
        return add_index(lw, p, index_sel(lw, idx), elem);
    }
    if (!idx.v || (lower_int(lw, idx, &num) && num == 0)) {
        return p;
    }
    uint32_t base = 0;
    if (map_get(&lw->index_bases, p.v, &base)) { /* &a[i] moved on: a[i + idx] */
        struct unit_sel last = builder_sel_get(lw->b, p, path.sels.n - 1);
        struct unit_sel sel = {.kind = SEL_INDEX_UNKNOWN};
        if (last.kind == SEL_INDEX_CONST && lower_int(lw, idx, &num)) {
            sel = (struct unit_sel){.kind = SEL_INDEX_CONST, .num = last.num + num};
        } else if (last.kind == SEL_INDEX_VAL) {
            sel = index_sel(lw, lower_bin_val(lw, OPER_ADD, (val_id){last.id}, idx, (type_id){0}));
        }
        return add_index(lw, (path_id){base}, sel, elem);
    }
    return add_index(lw, p, index_sel(lw, idx), elem);
}

/* Pointer arithmetic on elements of another size than elem says nothing about elements. */
static bool is_same_step(struct lower *lw, type_id pointer, type_id elem)
{
    struct unit_type p = builder_type_get(lw->b, pointer);
    if (p.kind != TYPE_POINTER) {
        return false;
    }
    return p.elem.v == elem.v ||
           builder_type_get(lw->b, p.elem).size == builder_type_get(lw->b, elem).size;
}

path_id lower_pointee(struct lower *lw, val_id pointer, val_id idx, type_id elem)
{
    ASSERT(pointer.v != 0);
    struct unit_val v = builder_val_get(lw->b, pointer);
    int64_t zero = 1;
    bool is_at_start = !idx.v || (lower_int(lw, idx, &zero) && zero == 0);
    switch (v.kind) {
    case VAL_ADDR:
        return from_address(lw, (path_id){v.a}, idx, elem);
    case VAL_LOAD:
        return add_deref(lw, builder_op_at(lw->b, (op_id){v.a})->path, idx, elem);
    case VAL_CALL:
        return add_deref(lw, builder_path(lw->b, ROOT_CALL, v.a, v.type), idx, elem);
    case VAL_FUNC:
        return builder_path(lw->b, ROOT_FUNC, v.a, elem);
    case VAL_STR:
        return add_index(lw, builder_path(lw->b, ROOT_STR, v.a, v.type), index_sel(lw, idx), elem);
    case VAL_BIN:
        if ((v.oper == OPER_ADD || v.oper == OPER_SUB) && is_same_step(lw, v.type, elem)) {
            val_id step = {v.b};
            if (v.oper == OPER_SUB) {
                step = lower_un_val(lw, OPER_NEG, step, (type_id){0});
            }
            if (!is_at_start) {
                step = lower_bin_val(lw, OPER_ADD, step, idx, (type_id){0});
            }
            return lower_pointee(lw, (val_id){v.a}, step, elem);
        }
        break;
    default:
        break;
    }
    return add_deref(lw, builder_path(lw->b, ROOT_VAL, pointer.v, v.type), idx, elem);
}

/* ---- members ---- */

struct member_search {
    CXCursor record; /* the record that has the field */
    CXCursor chain[16];
    uint32_t n;
    bool is_found;
};

static bool find_member(struct member_search *s, CXType type);

static enum CXVisitorResult visit_member(CXCursor field, CXClientData data)
{
    struct member_search *s = data;
    CXType type = clang_getCanonicalType(clang_getCursorType(field));
    if (type.kind != CXType_Record || !clang_Cursor_isAnonymousRecordDecl(
                                          clang_getTypeDeclaration(type))) {
        return CXVisit_Continue;
    }
    if (s->n == sizeof s->chain / sizeof *s->chain) {
        return CXVisit_Continue;
    }
    s->chain[s->n++] = field;
    if (find_member(s, type)) {
        return CXVisit_Break;
    }
    s->n--;
    return CXVisit_Continue;
}

/* Bounded by the length of the chain. */
static bool find_member(struct member_search *s, CXType type)
{
    if (clang_equalCursors(clang_getTypeDeclaration(type), s->record)) {
        s->is_found = true;
        return true;
    }
    clang_Type_visitFields(type, visit_member, s);
    return s->is_found;
}

static path_id add_field(struct lower *lw, path_id base, CXCursor field)
{
    type_id type = extract_type(lw->x, clang_getCursorType(field));
    struct unit_sel sel = {.kind = SEL_FIELD, .id = extract_field(lw->x, field).v};
    return builder_path_add(lw->b, base, sel, type);
}

/* The anonymous members between a record and a field that is reached through them. */
static path_id add_anonymous(struct lower *lw, path_id base, CXType record, CXCursor field)
{
    struct member_search s = {.record = clang_getCursorSemanticParent(field)};
    record = clang_getCanonicalType(record);
    if (record.kind != CXType_Record || !find_member(&s, record)) {
        return base;
    }
    for (uint32_t i = 0; i < s.n; i++) {
        base = add_field(lw, base, s.chain[i]);
    }
    return base;
}

static path_id member(struct lower *lw, CXCursor e)
{
    CXCursor base = kid_first(e), field = clang_getCursorReferenced(e);
    if (clang_Cursor_isNull(base) || clang_getCursorKind(field) != CXCursor_FieldDecl) {
        lw->is_partial = true;
        return lower_temp(lw, e, lower_unknown(lw, lower_type(lw, e)));
    }
    CXType type = clang_getCanonicalType(clang_getCursorType(base));
    CXType elem = type.kind == CXType_Pointer ? clang_getPointeeType(type)
                                              : clang_getArrayElementType(type);
    path_id path;
    if (elem.kind != CXType_Invalid) { /* -> */
        type = elem;
        path = lower_pointee(lw, lower_value(lw, base), (val_id){0}, extract_type(lw->x, type));
    } else {
        path = lower_lvalue(lw, base);
    }
    path = add_anonymous(lw, path, type, field);
    struct unit_sel sel = {.kind = SEL_FIELD, .id = extract_field(lw->x, field).v};
    return builder_path_add(lw->b, path, sel, lower_type(lw, e));
}

static path_id subscript(struct lower *lw, CXCursor e)
{
    struct kids k;
    kids_of(lw->arena, e, &k);
    if (k.n < 2) {
        lw->is_partial = true;
        return lower_temp(lw, e, lower_unknown(lw, lower_type(lw, e)));
    }
    bool is_swapped = !is_kind_canonical(k.v[0], CXType_Pointer) &&
                      is_kind_canonical(k.v[1], CXType_Pointer);
    val_id pointer = lower_value(lw, k.v[is_swapped]);
    val_id idx = lower_rvalue(lw, k.v[!is_swapped]);
    return lower_pointee(lw, pointer, idx, lower_type(lw, e));
}

/* After *p++, *++p, *(p = q) the pointer variable itself has changed. */
static path_id deref(struct lower *lw, CXCursor e)
{
    CXCursor operand = lower_strip(lw, kid_first(e));
    type_id type = lower_type(lw, e);
    path_id target = {0};
    switch (clang_getCursorKind(operand)) {
    case CXCursor_UnaryOperator:
        switch (clang_getCursorUnaryOperatorKind(operand)) {
        case CXUnaryOperator_PostInc:
        case CXUnaryOperator_PostDec: {
            (void)lower_inc_dec(lw, operand, &target);
            path_id p = builder_path_add(lw->b, target, (struct unit_sel){.kind = SEL_DEREF}, type);
            return add_index(lw, p, (struct unit_sel){.kind = SEL_INDEX_UNKNOWN}, type);
        }
        case CXUnaryOperator_PreInc:
        case CXUnaryOperator_PreDec:
            (void)lower_inc_dec(lw, operand, &target);
            break;
        default:
            break;
        }
        break;
    case CXCursor_CompoundAssignOperator:
        (void)lower_compound_assign(lw, operand, &target);
        break;
    default:
        break;
    }
    if (target.v) {
        return builder_path_add(lw->b, target, (struct unit_sel){.kind = SEL_DEREF}, type);
    }
    return lower_pointee(lw, lower_value(lw, operand), (val_id){0}, type);
}

/* ---- objects ---- */

path_id lower_temp(struct lower *lw, CXCursor e, val_id val)
{
    type_id type = lower_type(lw, e);
    if (lw->is_constant) {
        lw->has_failed = true;
        return builder_path(lw->b, ROOT_VAL, val.v, type);
    }
    place_id place = lower_place(lw, e);
    local_id local = lower_new_local(lw, "", type, place, LOCAL_COMPOUND_LITERAL);
    path_id path = builder_path(lw->b, ROOT_LOCAL, local.v, type);
    lower_store(lw, path, val, OPF_INIT, OPER_NONE, place);
    return path;
}

/* "literal:<base name>:<line>:<col>" */
static str_id literal_name(struct lower *lw, CXCursor e)
{
    CXFile file = NULL;
    unsigned line = 0, col = 0;
    clang_getExpansionLocation(clang_getCursorLocation(e), &file, &line, &col, NULL);
    CXSTRING name = clang_getFileName(file);
    const char *s = clang_getCString(name);
    s = arena_printf(lw->arena, "literal:%s:%u:%u", path_base(s ? s : ""), line, col);
    return builder_str(lw->b, s);
}

/* At file scope a compound literal is an unnamed static object. */
static path_id static_literal(struct lower *lw, CXCursor e, CXCursor init)
{
    struct unit_sym s = {.kind = SYM_VAR, .linkage = LINK_INTERNAL, .flags = SYM_DEFINED};
    s.type = lower_type(lw, e);
    s.place = lower_place(lw, e);
    s.name = literal_name(lw, e);
    path_id path = builder_path(lw->b, ROOT_SYM, builder_sym(lw->b, &s).v, s.type);
    extract_init(lw->x, path, clang_getCursorType(e), init);
    return path;
}

static path_id compound_literal(struct lower *lw, CXCursor e)
{
    CXCursor init = kid_last_expr(e);
    if (lw->is_constant) {
        return static_literal(lw, e, init);
    }
    type_id type = lower_type(lw, e);
    place_id place = lower_place(lw, e);
    local_id local = lower_new_local(lw, "", type, place, LOCAL_COMPOUND_LITERAL);
    path_id path = builder_path(lw->b, ROOT_LOCAL, local.v, type);
    if (!clang_Cursor_isNull(init)) {
        lower_initialise(lw, path, clang_getCursorType(e), init, place);
    }
    return path;
}

static path_id string_path(struct lower *lw, CXCursor e)
{
    struct unit_val v = builder_val_get(lw->b, lower_value(lw, e));
    return builder_path(lw->b, ROOT_STR, v.kind == VAL_STR ? v.a : 0, lower_type(lw, e));
}

static path_id declared(struct lower *lw, CXCursor e)
{
    CXCursor decl = clang_getCursorReferenced(e);
    switch (clang_getCursorKind(decl)) {
    case CXCursor_FunctionDecl:
        return builder_path(lw->b, ROOT_FUNC, extract_sym(lw->x, decl).v, lower_type(lw, e));
    case CXCursor_VarDecl:
    case CXCursor_ParmDecl:
        return lower_var_path(lw, decl);
    default:
        return lower_temp(lw, e, lower_value(lw, e));
    }
}

/* Expressions that are no lvalues themselves, but whose value lies in an object all the same. */
static path_id other_object(struct lower *lw, CXCursor e)
{
    struct kids k;
    path_id target = {0};
    if (clang_getCursorKind(e) == CXCursor_BinaryOperator) {
        switch (clang_getCursorBinaryOperatorKind(e)) {
        case CXBinaryOperator_Assign:
            (void)lower_assign(lw, e, &target);
            return target;
        case CXBinaryOperator_Comma:
            kids_of(lw->arena, e, &k);
            if (k.n == 2) {
                lower_effect(lw, k.v[0]);
                return lower_lvalue(lw, k.v[1]);
            }
            break;
        default:
            break;
        }
    }
    val_id v = lower_value(lw, e);
    struct unit_val val = builder_val_get(lw->b, v);
    if (val.kind == VAL_ADDR) { /* _Generic and the like, that name an array */
        return (path_id){val.a};
    }
    if (val.kind == VAL_LOAD) {
        return builder_op_at(lw->b, (op_id){val.a})->path;
    }
    return lower_temp(lw, e, v);
}

path_id lower_lvalue(struct lower *lw, CXCursor e)
{
    e = lower_strip(lw, e);
    if (!lower_enter(lw)) {
        return builder_path(lw->b, ROOT_VAL, lower_unknown(lw, (type_id){0}).v, (type_id){0});
    }
    path_id path;
    switch (clang_getCursorKind(e)) {
    case CXCursor_DeclRefExpr:
        path = declared(lw, e);
        break;
    case CXCursor_MemberRefExpr:
        path = member(lw, e);
        break;
    case CXCursor_ArraySubscriptExpr:
        path = subscript(lw, e);
        break;
    case CXCursor_CompoundLiteralExpr:
        path = compound_literal(lw, e);
        break;
    case CXCursor_StringLiteral:
        path = string_path(lw, e);
        break;
    case CXCursor_UnaryOperator:
        if (clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_Deref) {
            path = deref(lw, e);
            break;
        }
        path = other_object(lw, e);
        break;
    default:
        path = other_object(lw, e);
        break;
    }
    lower_leave(lw);
    ASSERT(path.v != 0);
    return path;
}
