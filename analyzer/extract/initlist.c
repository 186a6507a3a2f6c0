/*
 * Initialiser lists as they are written, mapped to the objects that their values go to: by
 * position, by designators (nested, ranges, old GNU style), and where braces of inner aggregates
 * were left out. The walk follows the standard's "current object": a designator moves it, and what
 * follows goes on from there. Used for local initialisers and for those of globals alike.
 */
#include "extract/lower.h"

enum { RANGE_MAX = 256, INIT_DEPTH_MAX = 200 };

struct walk {
    struct extract *x;
    struct unit_builder *b;
    struct arena *arena;
    init_leaf *leaf;
    void *ctx;
    uint32_t depth;
};

/* One braced list while it is used up. */
struct list {
    const CXCursor *v;
    uint32_t n, next;
    CXCursor instead; /* stands for v[next] when not null: the value behind a designator */
};

/* One aggregate that is being filled. */
struct object {
    path_id path;
    CXType type;         /* canonical */
    bool is_record, is_union;
    CXCursor *fields;
    int64_t n;           /* members or elements; -1 unknown */
};

struct fields {
    struct arena *arena;
    VEC(CXCursor) v;
};

static enum CXVisitorResult take_field(CXCursor f, CXClientData data)
{
    struct fields *fields = data;
    vec_push(fields->arena, &fields->v, f);
    return CXVisit_Continue;
}

static bool is_array(CXType t)
{
    return t.kind == CXType_ConstantArray || t.kind == CXType_IncompleteArray ||
           t.kind == CXType_VariableArray;
}

static bool is_aggregate(CXType t)
{
    return t.kind == CXType_Record || is_array(t);
}

static bool is_char_array(CXType t)
{
    if (!is_array(t)) {
        return false;
    }
    enum CXTypeKind kind = clang_getCanonicalType(clang_getArrayElementType(t)).kind;
    return kind >= CXType_Char_U && kind <= CXType_WChar
           ? kind != CXType_Bool
           : kind == CXType_UShort || kind == CXType_UInt || kind == CXType_Int;
}

static struct object open_object(struct walk *w, path_id path, CXType type)
{
    struct object o = {.path = path, .type = clang_getCanonicalType(type), .n = -1};
    if (is_array(o.type)) {
        long long n = clang_getArraySize(o.type);
        o.n = o.type.kind == CXType_ConstantArray ? n : -1;
        return o;
    }
    struct fields fields = {.arena = w->arena};
    clang_Type_visitFields(o.type, take_field, &fields);
    o.is_record = true;
    o.is_union = clang_getCursorKind(clang_getTypeDeclaration(o.type)) == CXCursor_UnionDecl;
    o.fields = fields.v.v;
    o.n = fields.v.n;
    return o;
}

static bool is_unnamed_bits(CXCursor field)
{
    if (!clang_Cursor_isBitField(field)) {
        return false;
    }
    CXSTRING name = clang_getCursorSpelling(field);
    const char *s = clang_getCString(name);
    return !s || !s[0];
}

static CXType part_type(const struct object *o, int64_t pos)
{
    return o->is_record ? clang_getCursorType(o->fields[pos]) : clang_getArrayElementType(o->type);
}

static path_id part_path(struct walk *w, const struct object *o, int64_t pos)
{
    ASSERT(!o->is_record || (pos >= 0 && pos < o->n));
    struct unit_sel sel = {.kind = SEL_INDEX_CONST, .num = pos};
    if (o->is_record) {
        sel = (struct unit_sel){.kind = SEL_FIELD, .id = extract_field(w->x, o->fields[pos]).v};
    }
    return builder_path_add(w->b, o->path, sel, extract_type(w->x, part_type(o, pos)));
}

CXCursor init_strip(CXCursor init)
{
    for (;;) {
        enum CXCursorKind kind = clang_getCursorKind(init);
        CXCursor first = kind == CXCursor_ParenExpr ? kid_first(init) : clang_getNullCursor();
        if (kind == CXCursor_UnexposedExpr) {
            first = kid_first(init);
            enum CXCursorKind inner = clang_getCursorKind(first);
            if (inner != CXCursor_InitListExpr && inner != CXCursor_StringLiteral) {
                return init;
            }
        }
        if (clang_Cursor_isNull(first)) {
            return init;
        }
        init = first;
    }
}

static bool is_string(CXCursor e)
{
    return clang_getCursorKind(init_strip(e)) == CXCursor_StringLiteral;
}

/* A designated element is an unnamed expression without type. */
static bool is_designated(CXCursor e)
{
    return clang_getCursorKind(e) == CXCursor_UnexposedExpr &&
           clang_getCursorType(e).kind == CXType_Void;
}

static CXCursor list_at(const struct list *l)
{
    return clang_Cursor_isNull(l->instead) ? l->v[l->next] : l->instead;
}

static void list_advance(struct list *l)
{
    ASSERT(l->next < l->n);
    l->next++;
    l->instead = clang_getNullCursor();
}

static void fill(struct walk *w, path_id path, CXType type, struct list *l, bool is_braced,
                 const struct kids *designators, uint32_t level);

static void braced(struct walk *w, path_id path, CXType type, CXCursor init)
{
    struct kids k;
    kids_of(w->arena, init, &k);
    CXType canonical = clang_getCanonicalType(type);
    if (!is_aggregate(canonical) || (k.n == 1 && is_char_array(canonical) && is_string(k.v[0]))) {
        if (k.n > 0) { /* {x} around one value */
            CXCursor value = init_strip(k.v[0]);
            if (clang_getCursorKind(value) != CXCursor_InitListExpr) {
                w->leaf(w->ctx, path, type, value);
            }
        }
        return;
    }
    struct list l = {.v = k.v, .n = k.n, .instead = clang_getNullCursor()};
    fill(w, path, type, &l, true, NULL, 0);
}

static bool is_whole(CXType part, CXCursor e)
{
    if (part.kind == CXType_Record) {
        CXType value = clang_getCanonicalType(clang_getCursorType(e));
        return value.kind == CXType_Record &&
               clang_equalCursors(clang_getTypeDeclaration(value),
                                  clang_getTypeDeclaration(part));
    }
    CXCursor plain = init_strip(e);
    return (is_char_array(part) && is_string(plain)) ||
           clang_getCursorKind(plain) == CXCursor_CompoundLiteralExpr;
}

/* The next value of l goes to one part, or, braces left out, to the parts of it. */
static void give(struct walk *w, path_id path, CXType type, struct list *l)
{
    CXCursor e = list_at(l);
    CXCursor plain = init_strip(e);
    CXType canonical = clang_getCanonicalType(type);
    if (clang_getCursorKind(plain) == CXCursor_InitListExpr) {
        list_advance(l);
        w->depth++;
        if (w->depth < INIT_DEPTH_MAX) {
            braced(w, path, type, plain);
        }
        w->depth--;
    } else if (!is_aggregate(canonical) || is_whole(canonical, e)) {
        list_advance(l);
        w->leaf(w->ctx, path, type, e);
    } else {
        uint32_t before = l->next;
        w->depth++;
        if (w->depth < INIT_DEPTH_MAX) {
            fill(w, path, type, l, false, NULL, 0);
        }
        w->depth--;
        if (l->next == before) { /* nothing fits: an empty aggregate, or broken code */
            list_advance(l);
        }
    }
}

/* ---- designators ---- */

/* Where a designator points in o: one position, or lo ... hi of an array. */
static bool find_position(struct walk *w, const struct object *o, const struct kids *d,
                          uint32_t level, int64_t *lo, int64_t *hi, uint32_t *used)
{
    CXCursor c = d->v[level];
    *used = 1;
    if (clang_getCursorKind(c) == CXCursor_MemberRef) {
        CXCursor field = clang_getCursorReferenced(c);
        for (int64_t i = 0; o->is_record && i < o->n; i++) {
            if (clang_equalCursors(o->fields[i], field)) {
                *lo = *hi = i;
                return true;
            }
        }
        return false;
    }
    struct unit_val v = builder_val_get(w->b, lower_constant(w->x, c));
    if (o->is_record || v.kind != VAL_INT) {
        return false;
    }
    *lo = *hi = v.num;
    return true;
}

/*
 * [1 ... 3] and [1][3] have the same children, and so has [1 ... 3].f as long as libclang shows no
 * dots: two indexes where the array's elements are no arrays are a range.
 */
static bool is_range(const struct object *o, const struct kids *d, uint32_t level)
{
    if (o->is_record || level + 2 >= d->n ||
        clang_getCursorKind(d->v[level + 1]) == CXCursor_MemberRef) {
        return false;
    }
    return !is_array(clang_getCanonicalType(clang_getArrayElementType(o->type)));
}

/* Fills what the designator from `level` on names; returns the position in o to go on from. */
static int64_t designated(struct walk *w, const struct object *o, struct list *l,
                          const struct kids *d, uint32_t level)
{
    int64_t lo = 0, hi = 0;
    uint32_t used = 1;
    if (level + 1 >= d->n || !find_position(w, o, d, level, &lo, &hi, &used)) {
        list_advance(l);
        return o->n >= 0 ? o->n : 0;
    }
    if (is_range(o, d, level)) {
        struct unit_val v = builder_val_get(w->b, lower_constant(w->x, d->v[level + 1]));
        hi = v.kind == VAL_INT && v.num >= lo ? v.num : lo;
        used = 2;
    }
    if (o->n >= 0 && hi >= o->n) {
        hi = o->n - 1;
    }
    uint32_t start = l->next;
    for (int64_t i = lo; i <= hi && i - lo < RANGE_MAX; i++) {
        l->next = start;
        path_id path = part_path(w, o, i);
        if (level + used + 1 < d->n) { /* more designators */
            fill(w, path, part_type(o, i), l, false, d, level + used);
        } else {
            l->instead = d->v[d->n - 1];
            give(w, path, part_type(o, i), l);
        }
        l->instead = clang_getNullCursor();
    }
    return o->is_union ? o->n : hi + 1;
}

/* ---- the walk ---- */

static int64_t skip_unnamed(const struct object *o, int64_t pos)
{
    while (o->is_record && pos < o->n && is_unnamed_bits(o->fields[pos])) {
        pos++;
    }
    return pos;
}

static void fill(struct walk *w, path_id path, CXType type, struct list *l, bool is_braced,
                 const struct kids *designators, uint32_t level)
{
    struct object o = open_object(w, path, type);
    int64_t pos = 0;
    if (!is_aggregate(o.type)) { /* a designator into a scalar: broken code */
        list_advance(l);
        return;
    }
    if (designators) {
        pos = designated(w, &o, l, designators, level);
    }
    while (l->next < l->n) {
        if (clang_Cursor_isNull(l->instead) && is_designated(l->v[l->next])) {
            if (!is_braced) {
                return;
            }
            struct kids d;
            kids_of(w->arena, l->v[l->next], &d);
            pos = designated(w, &o, l, &d, 0);
            continue;
        }
        pos = skip_unnamed(&o, pos);
        if (o.n >= 0 && pos >= o.n) {
            if (!is_braced) {
                return;
            }
            list_advance(l); /* more values than there is room for */
            continue;
        }
        give(w, part_path(w, &o, pos), part_type(&o, pos), l);
        pos = o.is_union ? o.n : pos + 1;
    }
}

void init_walk(struct extract *x, path_id path, CXType type, CXCursor init, init_leaf *leaf,
               void *ctx)
{
    struct arena scratch;
    arena_init(&scratch);
    struct walk w = {.x = x, .b = x->b, .arena = &scratch, .leaf = leaf, .ctx = ctx};
    CXCursor plain = init_strip(init);
    if (clang_getCursorKind(plain) == CXCursor_InitListExpr) {
        braced(&w, path, type, plain);
    } else {
        leaf(ctx, path, type, init);
    }
    ASSERT(w.depth == 0);
    arena_release(&scratch);
}
