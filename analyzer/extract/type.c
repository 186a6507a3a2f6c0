/*
 * Types and records.
 *
 * A type is described by its canonical form, and named by the outermost typedef as written.
 * Pointee, element and parameter types are taken from the sugared form where libclang gives it, so
 * that they keep their names. Records are declared when a type mentions them and get their fields
 * later, from a list: a chain of records can be as long as the program, types are only as deep as
 * written.
 */
#include "extract/context.h"

#include <string.h>

#include "base/file.h"

enum { TYPE_DEPTH = 64, SUGAR_DEPTH = 256 };

/* ---- types ---- */

static bool type_cached(const struct extract *x, CXType t, uint64_t *key, type_id *out)
{
    uint32_t at;
    *key = hash_mix(hash_mix((uintptr_t)t.data[0], (uintptr_t)t.data[1]), t.kind);
    for (; map_get(&x->types, *key, &at); *key = hash_mix(*key, 1)) {
        if (!clang_equalTypes(x->type_keys.v[at], t))
            continue;
        *out = x->type_ids.v[at];
        return true;
    }
    return false;
}

static enum type_kind kind_of(enum CXTypeKind kind)
{
    if (kind == CXType_Bool)
        return TYPE_BOOL;
    if (kind >= CXType_Char_U && kind <= CXType_Int128)
        return TYPE_INT;
    switch (kind) {
    case CXType_Void:
        return TYPE_VOID;
    case CXType_Float:
    case CXType_Double:
    case CXType_LongDouble:
    case CXType_Float128:
    case CXType_Half:
    case CXType_Float16:
    case CXType_Complex:
        return TYPE_FLOAT;
    case CXType_Enum:
        return TYPE_ENUM;
    case CXType_Pointer:
    case CXType_BlockPointer:
        return TYPE_POINTER;
    case CXType_ConstantArray:
    case CXType_IncompleteArray:
    case CXType_VariableArray:
    case CXType_Vector:
    case CXType_ExtVector:
        return TYPE_ARRAY;
    case CXType_Record:
        return TYPE_RECORD;
    case CXType_FunctionProto:
    case CXType_FunctionNoProto:
        return TYPE_FUNCTION;
    default:
        return TYPE_UNKNOWN;
    }
}

static bool is_unsigned_kind(enum CXTypeKind kind)
{
    return kind >= CXType_Bool && kind <= CXType_UInt128 && kind != CXType_Char_S;
}

/* Without typedefs, attributes and "struct"; notes the first typedef's name. */
static CXType desugar(struct extract *x, CXType t, str_id *name)
{
    for (int i = 0; i < SUGAR_DEPTH; i++) {
        switch (t.kind) {
        case CXType_Typedef: {
            CXSTRING spelling = clang_getTypedefName(t);
            if (name->v == 0)
                *name = builder_str(x->b, clang_getCString(spelling));
            t = clang_getTypedefDeclUnderlyingType(clang_getTypeDeclaration(t));
            break;
        }
        case CXType_Elaborated:
            t = clang_Type_getNamedType(t);
            break;
        case CXType_Attributed:
            t = clang_Type_getModifiedType(t);
            break;
        case CXType_Unexposed: /* typeof, parentheses, decay */
            return clang_getCanonicalType(t);
        default:
            return t;
        }
    }
    return clang_getCanonicalType(t);
}

static uint8_t quals_of(CXType t, CXType canonical)
{
    uint8_t quals = 0;
    if (clang_isConstQualifiedType(t) || clang_isConstQualifiedType(canonical))
        quals |= QUAL_CONST;
    if (clang_isVolatileQualifiedType(t) || clang_isVolatileQualifiedType(canonical))
        quals |= QUAL_VOLATILE;
    return quals;
}

/* Types that the interface has no name for are asked nothing: that of a builtin function that is
 * not called, as broken code leaves it, has no size, and libclang runs into the weeds. */
static uint64_t size_of(CXType canonical)
{
    if (canonical.kind == CXType_FunctionProto || canonical.kind == CXType_FunctionNoProto ||
        canonical.kind == CXType_Void || canonical.kind == CXType_Unexposed ||
        canonical.kind == CXType_Overload || canonical.kind == CXType_Dependent)
        return 0;
    long long size = clang_Type_getSizeOf(canonical);
    return size > 0 ? (uint64_t)size : 0;
}

static uint64_t pointer_size(const struct extract *x)
{
    CXTargetInfo target = clang_getTranslationUnitTargetInfo(x->tu);
    int bits = clang_TargetInfo_getPointerWidth(target);
    clang_TargetInfo_dispose(target);
    return bits > 0 ? (uint64_t)bits / 8 : 0;
}

type_id extract_param_type(struct extract *x, CXType t)
{
    type_id id = extract_type(x, t);
    struct unit_type u = builder_type_get(x->b, id);
    if (u.kind != TYPE_ARRAY && u.kind != TYPE_FUNCTION)
        return id;
    struct unit_type pointer = {
        .kind = TYPE_POINTER,
        .elem = u.kind == TYPE_ARRAY ? u.elem : id,
        .size = pointer_size(x),
    };
    return builder_type(x->b, &pointer, NULL, 0);
}

static type_id function_type(struct extract *x, struct unit_type *u, CXType t)
{
    VEC(type_id) params = {0};
    int n = clang_getNumArgTypes(t);
    u->elem = extract_type(x, clang_getResultType(t));
    u->variadic = clang_isFunctionTypeVariadic(t) != 0;
    for (int i = 0; i < n; i++) {
        type_id param = extract_param_type(x, clang_getArgType(t, (unsigned)i));
        vec_push(x->arena, &params, param);
    }
    return builder_type(x->b, u, params.v, params.n);
}

static type_id atomic_type(struct extract *x, const struct unit_type *outer, CXType value)
{
    struct unit_type u = builder_type_get(x->b, extract_type(x, value));
    if (u.kind == TYPE_FUNCTION) /* not C */
        return (type_id){0};
    u.quals |= outer->quals | QUAL_ATOMIC;
    if (outer->name.v != 0)
        u.name = outer->name;
    return builder_type(x->b, &u, NULL, 0);
}

static bool is_unsigned_enum(CXType canonical)
{
    CXType underlying = clang_getEnumDeclIntegerType(clang_getTypeDeclaration(canonical));
    return is_unsigned_kind(clang_getCanonicalType(underlying).kind);
}

static type_id make_type(struct extract *x, CXType t)
{
    struct unit_type u = {0};
    CXType plain = desugar(x, t, &u.name), canonical = clang_getCanonicalType(t);
    u.quals = quals_of(t, canonical);
    if (canonical.kind == CXType_Atomic)
        return atomic_type(x, &u, clang_Type_getValueType(canonical));
    u.kind = (uint8_t)kind_of(canonical.kind);
    u.size = size_of(canonical);
    u.is_unsigned = is_unsigned_kind(canonical.kind);
    if (u.kind == TYPE_POINTER) {
        u.elem = extract_type(x, clang_getPointeeType(plain));
    } else if (u.kind == TYPE_ARRAY) {
        long long n = clang_getNumElements(plain);
        u.elem = extract_type(x, clang_getElementType(plain));
        u.count = n > 0 ? (uint64_t)n : 0;
    } else if (u.kind == TYPE_RECORD) {
        u.record = extract_record(x, clang_getTypeDeclaration(canonical));
    } else if (u.kind == TYPE_ENUM) {
        u.is_unsigned = is_unsigned_enum(canonical);
    } else if (u.kind == TYPE_FUNCTION) {
        return function_type(x, &u, t);
    }
    return builder_type(x->b, &u, NULL, 0);
}

type_id extract_type(struct extract *x, CXType t)
{
    uint64_t key;
    type_id id = {0};
    if (t.kind == CXType_Invalid || type_cached(x, t, &key, &id))
        return id;
    if (x->type_depth >= TYPE_DEPTH)
        return id;
    x->type_depth++;
    id = make_type(x, t);
    x->type_depth--;
    type_id old;
    if (type_cached(x, t, &key, &old)) /* finds a free key: its parts may have taken the first */
        return old;
    vec_push(x->arena, &x->type_keys, t);
    vec_push(x->arena, &x->type_ids, id);
    map_set(&x->types, key, x->type_keys.n - 1);
    return id;
}

/* ---- records ---- */

/* The tag, or the typedef that names a nameless record; else its place does. */
static str_id record_name(struct extract *x, CXCursor decl, uint32_t *flags)
{
    CXSTRING spelling = clang_getTypeSpelling(clang_getCursorType(decl));
    const char *s = clang_getCString(spelling);
    if (strstr(s, "(unnamed") == NULL && strstr(s, "(anonymous") == NULL) {
        if (strncmp(s, "struct ", 7) == 0)
            s += 7;
        else if (strncmp(s, "union ", 6) == 0)
            s += 6;
        return builder_str(x->b, s);
    }
    unsigned line = 0, col = 0;
    CXFile file = NULL;
    clang_getFileLocation(clang_getCursorLocation(decl), &file, &line, &col, NULL);
    CXSTRING name = clang_getFileName(file);
    const char *path = clang_getCString(name);
    *flags |= RECORD_ANONYMOUS;
    return builder_str(x->b, arena_printf(x->arena, "anon:%s:%u:%u",
                                          path != NULL ? path_base(path) : "", line, col));
}

record_id extract_record(struct extract *x, CXCursor record_decl)
{
    CXCursor canonical = clang_getCanonicalCursor(record_decl);
    uint32_t id;
    if (cursor_map_get(&x->records, canonical, &id))
        return (record_id){id};
    CXCursor def = clang_getCursorDefinition(record_decl);
    CXCursor named = clang_Cursor_isNull(def) ? canonical : def;
    CXSourceLocation loc = clang_getCursorLocation(named);
    struct unit_record r = {.place = extract_place(x, loc)};
    if (clang_getCursorKind(named) == CXCursor_UnionDecl)
        r.flags |= RECORD_UNION;
    if (is_system_location(loc))
        r.flags |= RECORD_SYSTEM;
    r.name = record_name(x, named, &r.flags);
    r.size = size_of(clang_getCursorType(named));
    record_id new = builder_record(x->b, &r);
    cursor_map_put(&x->records, canonical, new.v);
    while (x->record_defs.n < new.v)
        vec_push(x->arena, &x->record_defs, clang_getNullCursor());
    vec_push(x->arena, &x->record_defs, def);
    return new;
}

struct field_list {
    struct arena *arena;
    VEC(CXCursor) fields;
};
static enum CXVisitorResult collect_field(CXCursor c, CXClientData data)
{
    struct field_list *list = data;
    vec_push(list->arena, &list->fields, c);
    return CXVisit_Continue;
}

static struct unit_field describe_field(struct extract *x, CXCursor c)
{
    struct unit_field f = {.type = extract_type(x, clang_getCursorType(c))};
    CXSTRING name = clang_getCursorSpelling(c);
    const char *s = clang_getCString(name);
    if (s != NULL && strchr(s, '(') == NULL) /* not "(anonymous struct at ...)" */
        f.name = builder_str(x->b, s);
    long long offset = clang_Cursor_getOffsetOfField(c);
    f.bit_offset = offset > 0 ? (uint64_t)offset : 0;
    if (clang_Cursor_isBitField(c)) {
        int width = clang_getFieldDeclBitWidth(c);
        f.bit_width = width > 0 ? (uint32_t)width : 0;
    }
    return f;
}

static void fill_record(struct extract *x, record_id r)
{
    CXCursor def = x->record_defs.v[r.v];
    if (clang_Cursor_isNull(def))
        return;
    x->record_defs.v[r.v] = clang_getNullCursor();
    struct field_list list = {.arena = x->arena};
    clang_Type_visitFields(clang_getCursorType(def), collect_field, &list);
    struct unit_field *fields = arena_array(x->arena, struct unit_field, list.fields.n);
    for (uint32_t i = 0; i < list.fields.n; i++)
        fields[i] = describe_field(x, list.fields.v[i]);
    builder_record_fields(x->b, r, fields, list.fields.n);
    if (clang_Cursor_hasAttrs(def))
        extract_attrs(x, def, ATTR_ON_RECORD, r.v);
    for (uint32_t i = 0; i < list.fields.n; i++) {
        field_id id = builder_field_at(x->b, r, i);
        uint32_t old;
        if (!cursor_map_get(&x->fields, list.fields.v[i], &old))
            cursor_map_put(&x->fields, list.fields.v[i], id.v);
        if (clang_Cursor_hasAttrs(list.fields.v[i]))
            extract_attrs(x, list.fields.v[i], ATTR_ON_FIELD, id.v);
    }
}

field_id extract_field(struct extract *x, CXCursor field_decl)
{
    uint32_t id = 0;
    if (cursor_map_get(&x->fields, field_decl, &id))
        return (field_id){id};
    CXCursor parent = clang_getCursorSemanticParent(field_decl);
    enum CXCursorKind kind = clang_getCursorKind(parent);
    if (kind != CXCursor_StructDecl && kind != CXCursor_UnionDecl)
        return (field_id){0};
    fill_record(x, extract_record(x, parent));
    (void)cursor_map_get(&x->fields, field_decl, &id);
    return (field_id){id};
}

/* Filling a record declares others, which come to the end of the same list. */
void extract_finish_records(struct extract *x)
{
    for (; x->records_done < x->record_defs.n; x->records_done++)
        fill_record(x, (record_id){x->records_done});
}
