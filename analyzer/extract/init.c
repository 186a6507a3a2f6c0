/*
 * Static initialisers: what a table of handlers, a vtable or a global pointer starts with.
 * Functions, addresses and strings are always kept; plain numbers only the first few of each
 * object, so that a generated table of a million numbers costs nothing.
 */
#include <string.h>

#include "extract/context.h"
#include "extract/lower.h"

enum { INTS_KEPT = 64 };

struct init_state {
    struct extract *x;
    uint32_t n_ints;
};

/* The inside of PTHREAD_MUTEX_INITIALIZER and its like differs from machine to machine. What is
 * kept of it: the kind of a mutex that is not a plain one. */
static bool is_private_to_libc(const struct extract *x, path_id path, val_id val)
{
    struct unit_path p = builder_path_get(x->b, path);
    if (p.sels.n == 0)
        return false;
    struct unit_sel last = builder_sel_get(x->b, path, p.sels.n - 1);
    if (last.kind != SEL_FIELD || last.id == 0)
        return false;
    struct unit_field f = builder_field_get(x->b, (field_id){last.id});
    const char *name = builder_str_get(x->b, f.name);
    struct unit_val v = builder_val_get(x->b, val);
    if (strcmp(name, "__kind") == 0 && v.kind == VAL_INT && v.num != 0)
        return false;
    return strncmp(name, "__", 2) == 0;
}

static void keep_leaf(void *ctx, path_id path, CXType type, CXCursor value)
{
    struct init_state *state = ctx;
    struct extract *x = state->x;
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    bool is_int = kind == CXType_Enum || (kind >= CXType_Bool && kind <= CXType_Int128);
    bool is_float = kind >= CXType_Float && kind <= CXType_LongDouble;
    if (is_float || (is_int && state->n_ints >= INTS_KEPT))
        return;
    val_id val = lower_constant(x, value);
    if (val.v == 0 || is_private_to_libc(x, path, val))
        return;
    switch (builder_val_get(x->b, val).kind) {
    case VAL_UNKNOWN:
    case VAL_FLOAT:
        return;
    case VAL_INT:
    case VAL_BOOL:
        if (state->n_ints++ >= INTS_KEPT)
            return;
        break;
    default:
        break;
    }
    builder_init_value(x->b, path, val, extract_cursor_place(x, value));
}

void extract_init(struct extract *x, path_id path, CXType type, CXCursor init)
{
    struct init_state state = {.x = x};
    ASSERT(builder_path_get(x->b, path).root == ROOT_SYM);
    init_walk(x, path, type, init, keep_leaf, &state);
}
