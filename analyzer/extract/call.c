/*
 * Calls: the callee, its arguments in order, and whether control comes back. Builtins that are no
 * calls at run time (expectations, questions about constants) leave no op.
 */
#include <string.h>

#include "extract/lower.h"

/* Functions that do not return, should their declaration not say so. */
static bool is_noreturn_name(const char *name)
{
    static const char *const names[] = {
        "abort", "exit", "_exit", "_Exit", "quick_exit", "longjmp", "_longjmp", "siglongjmp",
        "__longjmp_chk", "pthread_exit", "thrd_exit", "__assert_fail", "__assert",
        "__builtin_unreachable", "__builtin_trap", "__builtin_abort", "__builtin_exit",
        "__builtin__exit", "__builtin_longjmp", "__stack_chk_fail",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* (*fp)(x) is fp(x): a function made of a pointer becomes the pointer again at once. */
static CXCursor callee_of(struct lower *lw, CXCursor e)
{
    for (;;) {
        e = lower_strip(lw, e);
        if (clang_getCursorKind(e) != CXCursor_UnaryOperator) {
            return e;
        }
        enum CXUnaryOperatorKind kind = clang_getCursorUnaryOperatorKind(e);
        bool is_function = is_kind_canonical(e, CXType_FunctionProto) ||
                           is_kind_canonical(e, CXType_FunctionNoProto);
        bool is_looked_through = kind == CXUnaryOperator_Deref ? is_function
                                                               : kind == CXUnaryOperator_AddrOf;
        if (!is_looked_through) {
            return e;
        }
        e = kid_first(e);
    }
}

static bool is_function_ref(CXCursor e, CXCursor *decl)
{
    if (clang_getCursorKind(e) != CXCursor_DeclRefExpr) {
        return false;
    }
    *decl = clang_getCursorReferenced(e);
    return clang_getCursorKind(*decl) == CXCursor_FunctionDecl;
}

/* Builtins without a run-time call; false when name is none of them. */
static bool transparent_builtin(struct lower *lw, CXCursor e, struct slice name,
                                const struct kids *k, val_id *result)
{
    if (slice_starts(name, "__builtin_expect") || slice_is(name, "__builtin_assume_aligned")) {
        if (k->n < 2) {
            return false;
        }
        *result = lower_value(lw, k->v[1]);
        return true;
    }
    if (slice_is(name, "__builtin_constant_p") || slice_is(name, "__builtin_object_size") ||
        slice_is(name, "__builtin_dynamic_object_size") ||
        slice_is(name, "__builtin_classify_type")) {
        *result = lower_unknown(lw, lower_type(lw, e)); /* the operand is not evaluated */
        return true;
    }
    return lower_atomic_call(lw, e, name, k->v + 1, k->n - 1, result);
}

static bool is_noreturn(struct lower *lw, sym_id callee, const char *name)
{
    return (callee.v && (builder_sym_at(lw->b, callee)->flags & SYM_NORETURN)) ||
           is_noreturn_name(name);
}

/* What a call through a pointer is made with: value and, when it was loaded, where from. */
static void indirect_callee(struct lower *lw, CXCursor callee, struct unit_op *op)
{
    op->val = lower_value(lw, callee);
    struct unit_val v = builder_val_get(lw->b, op->val);
    if (v.kind == VAL_FUNC) {
        op->callee = (sym_id){v.a};
        op->val = (val_id){0};
    } else if (v.kind == VAL_LOAD) {
        op->path = builder_op_at(lw->b, (op_id){v.a})->path;
    }
}

static void add_arguments(struct lower *lw, const struct kids *k, val_id *args)
{
    ASSERT(k->n > 0);
    for (uint32_t i = 1; i < k->n; i++) {
        args[i - 1] = lower_rvalue(lw, k->v[i]);
    }
}

static val_id emit_call(struct lower *lw, CXCursor e, const struct unit_op *op, const val_id *args,
                        uint32_t n, const char *name)
{
    op_id id = lower_emit(lw, op, args, n);
    if (!id.v) {
        return lower_unknown(lw, op->type);
    }
    if (is_noreturn(lw, op->callee, name)) {
        builder_noreturn(lw->b, lw->cur, lower_place(lw, e));
        lower_dead_end(lw);
    }
    struct unit_val v = {.kind = VAL_CALL, .type = op->type, .a = id.v};
    return builder_val(lw->b, &v);
}

val_id lower_call(struct lower *lw, CXCursor e)
{
    struct kids k;
    kids_of(lw->arena, e, &k);
    type_id type = lower_type(lw, e);
    if (k.n == 0) {
        lw->is_partial = true;
        return lower_unknown(lw, type);
    }
    struct unit_op op = {.kind = OP_CALL, .type = type};
    CXCursor callee = callee_of(lw, k.v[0]), decl = clang_getNullCursor();
    bool is_direct = is_function_ref(callee, &decl);
    CXSTRING spelling = clang_getCursorSpelling(decl);
    const char *name = is_direct ? clang_getCString(spelling) : "";
    name = name ? name : "";
    if (is_direct && name[0] == '_' && name[1] == '_') {
        val_id result;
        struct slice word = {name, strlen(name)};
        if (transparent_builtin(lw, e, word, &k, &result)) {
            return result;
        }
    }
    if (lw->is_constant) {
        lw->has_failed = true;
        return lower_unknown(lw, type);
    }
    if (is_direct) {
        op.callee = extract_sym(lw->x, decl);
    } else {
        indirect_callee(lw, callee, &op);
    }
    val_id *args = arena_array(lw->arena, val_id, k.n);
    add_arguments(lw, &k, args);
    op.place = lower_place(lw, e);
    return emit_call(lw, e, &op, args, k.n - 1, name);
}
