/*
 * Atomics in their three spellings: <stdatomic.h> and __c11_atomic_*, __atomic_*, __sync_*. The
 * first two reach libclang as an unnamed expression whose builtin is found in the text at its
 * place; its operands come in the parser's own order: pointer, order, value, failure order, second
 * value.
 */
#include <string.h>

#include "extract/lower.h"

enum result_kind { GIVES_OLD, GIVES_NEW, GIVES_BOOL, GIVES_NOTHING };

struct atomic_kind {
    const char *name;
    uint8_t flags, oper, result;
    bool takes_pointer; /* __atomic_load(p, ret, order): operands are passed by address */
};

enum { RMW = OPF_LOADS | OPF_STORES };
static const struct atomic_kind kinds[] = {
    {"load", OPF_LOADS, OPER_NONE, GIVES_OLD, true},
    {"load_n", OPF_LOADS, OPER_NONE, GIVES_OLD, false},
    {"store", OPF_STORES, OPER_NONE, GIVES_NOTHING, true},
    {"store_n", OPF_STORES, OPER_NONE, GIVES_NOTHING, false},
    {"init", OPF_STORES, OPER_NONE, GIVES_NOTHING, false},
    {"exchange", RMW, OPER_XCHG, GIVES_OLD, true},
    {"exchange_n", RMW, OPER_XCHG, GIVES_OLD, false},
    {"compare_exchange", RMW, OPER_CAS, GIVES_BOOL, true},
    {"compare_exchange_n", RMW, OPER_CAS, GIVES_BOOL, false},
    {"compare_exchange_strong", RMW, OPER_CAS, GIVES_BOOL, false},
    {"compare_exchange_weak", RMW, OPER_CAS, GIVES_BOOL, false},
    {"fetch_add", RMW, OPER_ADD, GIVES_OLD, false},
    {"fetch_sub", RMW, OPER_SUB, GIVES_OLD, false},
    {"fetch_and", RMW, OPER_AND, GIVES_OLD, false},
    {"fetch_or", RMW, OPER_OR, GIVES_OLD, false},
    {"fetch_xor", RMW, OPER_XOR, GIVES_OLD, false},
    {"fetch_nand", RMW, OPER_NAND, GIVES_OLD, false},
    {"fetch_min", RMW, OPER_NONE, GIVES_OLD, false},
    {"fetch_max", RMW, OPER_NONE, GIVES_OLD, false},
    {"add_fetch", RMW, OPER_ADD, GIVES_NEW, false},
    {"sub_fetch", RMW, OPER_SUB, GIVES_NEW, false},
    {"and_fetch", RMW, OPER_AND, GIVES_NEW, false},
    {"or_fetch", RMW, OPER_OR, GIVES_NEW, false},
    {"xor_fetch", RMW, OPER_XOR, GIVES_NEW, false},
    {"nand_fetch", RMW, OPER_NAND, GIVES_NEW, false},
    {"test_and_set", RMW, OPER_XCHG, GIVES_OLD, false},
    {"clear", OPF_STORES, OPER_NONE, GIVES_NOTHING, false},
};

static const char *const prefixes[] = {"__c11_atomic_", "__scoped_atomic_", "__atomic_"};

/* The part of a builtin's name behind its family's prefix; empty when it is in no family. */
static struct slice operation(struct slice name)
{
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (slice_starts(name, prefixes[i])) {
            size_t n = strlen(prefixes[i]);
            return (struct slice){name.s + n, name.n - n};
        }
    }
    return (struct slice){NULL, 0};
}

bool is_atomic_name(struct slice name)
{
    return operation(name).n > 0;
}

static const struct atomic_kind *find_kind(struct slice op)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (slice_is(op, kinds[i].name)) {
            return &kinds[i];
        }
    }
    return NULL;
}

/* __ATOMIC_RELAXED ... __ATOMIC_SEQ_CST and memory_order_* are 0 ... 5; not constant: the
 * strongest. */
static uint8_t order_of(struct lower *lw, CXCursor e)
{
    int64_t num;
    if (lower_int(lw, lower_value(lw, e), &num) && num >= 0 && num <= 5) {
        return (uint8_t)(ORDER_RELAXED + num);
    }
    return ORDER_SEQ_CST;
}

struct access {
    const struct atomic_kind *kind;
    CXCursor e, pointer, val, second; /* null when there is none; second: new value of a CAS */
    uint8_t order;
};

static path_id target_path(struct lower *lw, CXCursor pointer)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(lower_strip(lw, pointer)));
    type_id elem = {0};
    if (type.kind == CXType_Pointer) {
        elem = extract_type(lw->x, clang_getPointeeType(type));
    } else if (clang_getArrayElementType(type).kind != CXType_Invalid) {
        elem = extract_type(lw->x, clang_getArrayElementType(type));
    }
    return lower_pointee(lw, lower_value(lw, pointer), (val_id){0}, elem);
}

static val_id operand(struct lower *lw, CXCursor e, bool is_pointer)
{
    if (clang_Cursor_isNull(e)) {
        return (val_id){0};
    }
    return is_pointer ? lower_load(lw, target_path(lw, e), e) : lower_rvalue(lw, e);
}

static val_id result_of(struct lower *lw, const struct access *a, op_id id, val_id by)
{
    type_id type = lower_type(lw, a->e);
    if (!id.v || a->kind->result == GIVES_NOTHING) {
        return lower_unknown(lw, type);
    }
    struct unit_val v = {.kind = VAL_LOAD, .type = type, .a = id.v};
    val_id old = builder_val(lw->b, &v);
    if (a->kind->result == GIVES_NEW) {
        return lower_bin_val(lw, (enum oper)a->kind->oper, old, by, type);
    }
    return old;
}

static val_id emit_access(struct lower *lw, const struct access *a)
{
    ASSERT(a->kind != NULL);
    bool is_cas = a->kind->oper == OPER_CAS;
    bool is_sync = clang_getCursorKind(a->e) == CXCursor_CallExpr;
    path_id path = target_path(lw, a->pointer), expected = {0};
    val_id by;
    if (is_cas && !is_sync) { /* reads and may write what was expected */
        expected = target_path(lw, a->val);
        (void)lower_load(lw, expected, a->val);
        by = operand(lw, a->second, a->kind->takes_pointer);
    } else {
        if (is_cas) {
            (void)lower_rvalue(lw, a->val);
        }
        by = operand(lw, is_cas ? a->second : a->val, a->kind->takes_pointer);
    }
    struct unit_op op = {.kind = OP_ATOMIC, .oper = a->kind->oper, .order = a->order,
                         .flags = a->kind->flags, .path = path, .val = by};
    op.place = lower_place(lw, a->e);
    op.type = builder_path_get(lw->b, path).type;
    op_id id = lower_emit(lw, &op, NULL, 0);
    val_id result = result_of(lw, a, id, by);
    if (expected.v && id.v) {
        struct unit_val seen = {.kind = VAL_LOAD, .type = op.type, .a = id.v};
        lower_store(lw, expected, builder_val(lw->b, &seen), 0, OPER_NONE, op.place);
    }
    return result;
}

/* What a kind without a name must be, from its number of operands. */
static const struct atomic_kind *guess_kind(CXCursor e, uint32_t n)
{
    bool is_void = is_kind_canonical(e, CXType_Void);
    const char *name = n <= 2 ? (is_void ? "init" : "load_n") : is_void ? "store_n" : "exchange_n";
    return find_kind((struct slice){name, strlen(name)});
}

val_id lower_atomic_expr(struct lower *lw, CXCursor e, struct slice name, const struct kids *k)
{
    ASSERT(k->n >= 2);
    struct slice what = operation(name);
    const struct atomic_kind *kind = find_kind(what);
    struct access a = {.kind = kind ? kind : guess_kind(e, k->n), .e = e, .pointer = k->v[0],
                       .order = ORDER_SEQ_CST};
    struct atomic_kind plain = *a.kind;
    plain.takes_pointer = plain.takes_pointer && !slice_starts(name, "__c11_");
    a.kind = &plain;
    a.val = a.second = clang_getNullCursor();
    if (slice_is(what, "init")) {
        a.val = k->v[1];
        a.order = ORDER_RELAXED;
        return emit_access(lw, &a);
    }
    a.order = order_of(lw, k->v[1]);
    if (plain.oper == OPER_CAS) {
        a.val = k->n > 2 ? k->v[2] : a.val;
        a.second = k->n > 4 ? k->v[4] : a.second;
        return clang_Cursor_isNull(a.val) ? lower_unknown(lw, lower_type(lw, e))
                                          : emit_access(lw, &a);
    }
    bool is_generic_load = plain.takes_pointer && plain.flags == OPF_LOADS;
    bool is_generic_xchg = plain.takes_pointer && plain.oper == OPER_XCHG;
    if (k->n > 2 && !is_generic_load) {
        a.val = k->v[2];
    }
    val_id v = emit_access(lw, &a);
    CXCursor out = is_generic_load && k->n > 2 ? k->v[2]
                   : is_generic_xchg && k->n > 3 ? k->v[3] : clang_getNullCursor();
    if (!clang_Cursor_isNull(out)) { /* the result goes through a pointer */
        lower_store(lw, target_path(lw, out), v, 0, OPER_NONE, lower_place(lw, e));
    }
    return v;
}

/* ---- calls ---- */

static val_id fence(struct lower *lw, CXCursor e, uint8_t order)
{
    struct unit_op op = {.kind = OP_FENCE, .order = order, .place = lower_place(lw, e)};
    (void)lower_emit(lw, &op, NULL, 0);
    return lower_unknown(lw, (type_id){0});
}

/* __sync_fetch_and_add_4 and __sync_fetch_and_add are one. */
static struct slice without_size(struct slice name)
{
    static const char *const sizes[] = {"_16", "_1", "_2", "_4", "_8"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t n = strlen(sizes[i]);
        if (name.n > n && memcmp(name.s + name.n - n, sizes[i], n) == 0) {
            name.n -= n;
            return name;
        }
    }
    return name;
}

static const struct atomic_kind sync_kinds[] = {
    {"fetch_and_add", RMW, OPER_ADD, GIVES_OLD, false},
    {"fetch_and_sub", RMW, OPER_SUB, GIVES_OLD, false},
    {"fetch_and_or", RMW, OPER_OR, GIVES_OLD, false},
    {"fetch_and_and", RMW, OPER_AND, GIVES_OLD, false},
    {"fetch_and_xor", RMW, OPER_XOR, GIVES_OLD, false},
    {"fetch_and_nand", RMW, OPER_NAND, GIVES_OLD, false},
    {"add_and_fetch", RMW, OPER_ADD, GIVES_NEW, false},
    {"sub_and_fetch", RMW, OPER_SUB, GIVES_NEW, false},
    {"or_and_fetch", RMW, OPER_OR, GIVES_NEW, false},
    {"and_and_fetch", RMW, OPER_AND, GIVES_NEW, false},
    {"xor_and_fetch", RMW, OPER_XOR, GIVES_NEW, false},
    {"nand_and_fetch", RMW, OPER_NAND, GIVES_NEW, false},
    {"bool_compare_and_swap", RMW, OPER_CAS, GIVES_BOOL, false},
    {"val_compare_and_swap", RMW, OPER_CAS, GIVES_OLD, false},
    {"lock_test_and_set", RMW, OPER_XCHG, GIVES_OLD, false},
    {"swap", RMW, OPER_XCHG, GIVES_OLD, false},
    {"lock_release", OPF_STORES, OPER_NONE, GIVES_NOTHING, false},
};

static bool sync_call(struct lower *lw, CXCursor e, struct slice what, const CXCursor *args,
                      uint32_t n, val_id *result)
{
    if (slice_is(what, "synchronize")) {
        *result = fence(lw, e, ORDER_SEQ_CST);
        return true;
    }
    what = without_size(what);
    for (size_t i = 0; i < sizeof sync_kinds / sizeof *sync_kinds; i++) {
        const struct atomic_kind *kind = &sync_kinds[i];
        bool is_cas = kind->oper == OPER_CAS;
        if (!slice_is(what, kind->name) || n < (is_cas ? 3u : 1u)) {
            continue;
        }
        CXCursor none = clang_getNullCursor();
        struct access a = {.kind = kind, .e = e, .pointer = args[0], .order = ORDER_SEQ_CST,
                           .val = n > 1 && kind->flags == RMW ? args[1] : none,
                           .second = is_cas ? args[2] : none};
        if (slice_is(what, "lock_test_and_set")) {
            a.order = ORDER_ACQUIRE;
        } else if (slice_is(what, "lock_release")) {
            a.order = ORDER_RELEASE;
        }
        *result = emit_access(lw, &a);
        return true;
    }
    return false;
}

bool lower_atomic_call(struct lower *lw, CXCursor e, struct slice name, const CXCursor *args,
                       uint32_t n, val_id *result)
{
    if (slice_starts(name, "__sync_")) {
        struct slice what = {name.s + 7, name.n - 7};
        return sync_call(lw, e, what, args, n, result);
    }
    struct slice what = operation(name);
    if (slice_is(what, "thread_fence") || slice_is(what, "signal_fence")) {
        *result = fence(lw, e, n > 0 ? order_of(lw, args[0]) : (uint8_t)ORDER_SEQ_CST);
        return true;
    }
    const struct atomic_kind *kind = find_kind(what);
    if (!kind || n < 2 || (!slice_is(what, "test_and_set") && !slice_is(what, "clear"))) {
        return false;
    }
    struct access a = {.kind = kind, .e = e, .pointer = args[0], .order = order_of(lw, args[1])};
    a.val = a.second = clang_getNullCursor();
    *result = emit_access(lw, &a);
    return true;
}
