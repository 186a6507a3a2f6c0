/*
 * One function's body: its parameters and locals, their initialisers and cleanups, and the frame
 * around the statements.
 */
#include "extract/lower.h"

local_id lower_new_local(struct lower *lw, const char *name, type_id type, place_id place,
                         uint32_t flags)
{
    struct unit_local l = {.name = builder_str(lw->b, name), .type = type, .place = place,
                           .flags = flags};
    return builder_local(lw->b, &l);
}

static void note_var(struct lower *lw, CXCursor decl, path_id path, local_id local)
{
    struct local_var var = {path, local};
    cursor_map_put(&lw->locals, decl, lw->vars.n);
    vec_push(lw->arena, &lw->vars, var);
}

static bool is_static_storage(CXCursor decl)
{
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(decl);
    return storage == CX_SC_Static || storage == CX_SC_Extern ||
           storage == CX_SC_PrivateExtern ||
           clang_getCursorKind(clang_getCursorSemanticParent(decl)) != CXCursor_FunctionDecl;
}

path_id lower_var_path(struct lower *lw, CXCursor decl)
{
    uint32_t i = 0;
    if (cursor_map_get(&lw->locals, decl, &i)) {
        return lw->vars.v[i].path;
    }
    type_id type = extract_type(lw->x, clang_getCursorType(decl));
    bool is_param = clang_getCursorKind(decl) == CXCursor_ParmDecl;
    if (!is_param && is_static_storage(decl)) {
        return builder_path(lw->b, ROOT_SYM, extract_sym(lw->x, decl).v, type);
    }
    if (is_param || lw->is_constant) { /* of a function type in a cast, or of another function */
        lw->has_failed |= lw->is_constant;
        return builder_path(lw->b, ROOT_VAL, lower_unknown(lw, type).v, type);
    }
    /* used before its declaration was reached: a jump into its scope, or broken code */
    CXSTRING name = clang_getCursorSpelling(decl);
    const char *s = clang_getCString(name);
    local_id local = lower_new_local(lw, s ? s : "", type, extract_cursor_place(lw->x, decl), 0);
    path_id path = builder_path(lw->b, ROOT_LOCAL, local.v, type);
    note_var(lw, decl, path, local);
    return path;
}

/* ---- cleanups ---- */

void lower_run_cleanups(struct lower *lw, block_id block, const struct cleanup *from,
                        const struct cleanup *to, place_id place)
{
    block_id saved = lw->cur;
    lw->cur = block;
    for (const struct cleanup *c = from; c != to; c = c->outer) {
        ASSERT(c != NULL);
        struct unit_val v = {.kind = VAL_ADDR, .a = c->path.v};
        val_id arg = builder_val(lw->b, &v);
        struct unit_op op = {.kind = OP_CALL, .flags = OPF_IMPLICIT, .callee = c->fn,
                             .place = place};
        op.type = builder_type_get(lw->b, builder_sym_at(lw->b, c->fn)->type).elem;
        lower_addr_taken(lw, c->path, place);
        (void)lower_emit(lw, &op, &arg, 1);
    }
    lw->cur = saved;
}

static void add_cleanup(struct lower *lw, CXCursor var, local_id local, path_id path)
{
    struct extract_attr_info info = extract_attrs_read(lw->x, var);
    if (!info.cleanup.v) {
        return;
    }
    sym_id fn = extract_function_named(lw->x, builder_str_get(lw->b, info.cleanup));
    if (!fn.v) {
        lw->is_partial = true;
        return;
    }
    struct cleanup *c = arena_new(lw->arena, struct cleanup);
    c->outer = lw->cleanups;
    c->fn = fn;
    c->path = path;
    c->place = extract_cursor_place(lw->x, var);
    c->depth = c->outer ? c->outer->depth + 1 : 1;
    lw->cleanups = c;
    builder_local_at(lw->b, local)->cleanup = c->fn;
}

/* ---- declarations ---- */

/* A range designator gives one value to many elements: it is evaluated once. */
static void init_leaf_store(void *ctx, path_id path, CXType type, CXCursor value)
{
    struct lower *lw = ctx;
    (void)type;
    if (!lw->leaf_val.v || !clang_equalCursors(lw->leaf, value)) {
        lw->leaf_val = lower_rvalue(lw, value);
        lw->leaf = value;
    }
    lower_store(lw, path, lw->leaf_val, OPF_INIT, OPER_NONE, lower_place(lw, value));
}

void lower_initialise(struct lower *lw, path_id path, CXType type, CXCursor init, place_id place)
{
    CXCursor plain = init_strip(init);
    if (clang_getCursorKind(plain) == CXCursor_InitListExpr) {
        type_id id = builder_path_get(lw->b, path).type;
        unsigned kind = builder_type_get(lw->b, id).kind;
        if (kind == TYPE_RECORD || kind == TYPE_ARRAY) { /* what the list leaves out is zero */
            lower_store(lw, path, builder_int(lw->b, 0, id), OPF_INIT, OPER_NONE, place);
        }
        lw->leaf_val = (val_id){0};
        init_walk(lw->x, path, type, plain, init_leaf_store, lw);
        return;
    }
    val_id v = lower_rvalue(lw, init);
    lower_store(lw, path, v, OPF_INIT, OPER_NONE, place);
}

/* The sizes of a variable length array are evaluated where it is declared. */
static void vla_sizes(struct lower *lw, const struct kids *k, CXCursor init)
{
    for (uint32_t i = 0; i < k->n; i++) {
        if (is_expr(k->v[i]) && !clang_equalCursors(k->v[i], init)) {
            (void)lower_rvalue(lw, k->v[i]);
        }
    }
}

static bool is_vla(CXType type)
{
    type = clang_getCanonicalType(type);
    for (unsigned depth = 0; depth < 64; depth++) {
        if (type.kind == CXType_VariableArray) {
            return true;
        }
        if (type.kind != CXType_ConstantArray) {
            return false;
        }
        type = clang_getCanonicalType(clang_getArrayElementType(type));
    }
    return false;
}

static bool has_attributes(const struct kids *k)
{
    for (uint32_t i = 0; i < k->n; i++) {
        if (clang_isAttribute(clang_getCursorKind(k->v[i]))) {
            return true;
        }
    }
    return false;
}

static enum CXChildVisitResult visit_label_address(CXCursor c, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(c) == CXCursor_AddrLabelExpr) {
        lower_addr_label(data, c);
    }
    return CXChildVisit_Recurse;
}

static void static_local(struct lower *lw, CXCursor var)
{
    path_id path = lower_var_path(lw, var);
    CXCursor init = clang_Cursor_getVarDeclInitializer(var);
    if (!clang_Cursor_isNull(init)) {
        clang_visitChildren(init, visit_label_address, lw); /* tables for computed gotos */
        extract_init(lw->x, path, clang_getCursorType(var), init);
    }
}

void lower_local_decl(struct lower *lw, CXCursor var)
{
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(var);
    if (storage == CX_SC_Extern || storage == CX_SC_PrivateExtern) {
        return;
    }
    if (storage == CX_SC_Static) {
        static_local(lw, var);
        return;
    }
    struct kids k;
    kids_of(lw->arena, var, &k);
    CXCursor init = clang_Cursor_getVarDeclInitializer(var);
    bool has_vla = is_vla(clang_getCursorType(var));
    if (has_vla) {
        vla_sizes(lw, &k, init);
    }
    path_id path = lower_var_path(lw, var);
    uint32_t i = 0;
    if (!cursor_map_get(&lw->locals, var, &i)) {
        lw->is_partial = true; /* libclang takes it for something else than a local */
        return;
    }
    local_id local = lw->vars.v[i].local;
    builder_local_at(lw->b, local)->flags |= has_vla ? LOCAL_VLA : 0;
    struct unit_op op = {.kind = OP_DECL, .path = path, .place = extract_cursor_place(lw->x, var)};
    op.type = builder_path_get(lw->b, path).type;
    (void)lower_emit(lw, &op, NULL, 0);
    if (!clang_Cursor_isNull(init)) {
        lower_initialise(lw, path, clang_getCursorType(var), init, op.place);
    }
    if (has_attributes(&k)) {
        extract_attrs(lw->x, var, ATTR_ON_LOCAL, local.v);
        add_cleanup(lw, var, local, path);
    }
}

/* ---- the function ---- */

static void parameters(struct lower *lw, CXCursor function, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        CXCursor p = clang_Cursor_getArgument(function, i);
        type_id type = extract_param_type(lw->x, clang_getCursorType(p));
        CXSTRING name = clang_getCursorSpelling(p);
        const char *s = clang_getCString(name);
        local_id local = lower_new_local(lw, s ? s : "", type, extract_cursor_place(lw->x, p), 0);
        map_set(&lw->param_locals, i, local.v);
        note_var(lw, p, builder_path(lw->b, ROOT_PARAM, i, type), local);
        struct kids k;
        kids_of(lw->arena, p, &k);
        if (has_attributes(&k)) {
            extract_attrs(lw->x, p, ATTR_ON_LOCAL, local.v);
        }
    }
}

static CXCursor find_body(struct lower *lw, CXCursor function)
{
    struct kids k;
    kids_of(lw->arena, function, &k);
    for (uint32_t i = k.n; i-- > 0;) {
        if (clang_getCursorKind(k.v[i]) == CXCursor_CompoundStmt) {
            return k.v[i];
        }
    }
    return clang_getNullCursor();
}

static void init_lower(struct lower *lw, struct extract *x, struct arena *scratch)
{
    *lw = (struct lower){.x = x, .b = x->b, .arena = scratch};
    cursor_map_init(&lw->locals, scratch);
    map_init(&lw->label_ids, scratch);
    map_init(&lw->param_locals, scratch);
    map_init(&lw->index_bases, scratch);
    map_init(&lw->reached, scratch);
    map_init(&lw->va_types, scratch);
}

static void end_function(struct lower *lw, CXCursor function)
{
    str_id why = {0};
    enum quality quality = extract_quality(lw->x, function, &why);
    if (lw->has_failed) {
        quality = QUALITY_FAILED;
        why = builder_str(lw->b, "nesting too deep");
    } else if (lw->is_partial && quality == QUALITY_OK) {
        quality = QUALITY_PARTIAL;
        why = builder_str(lw->b, "parts of the code were not understood");
    }
    unsigned line = 0;
    clang_getExpansionLocation(clang_getRangeEnd(clang_getCursorExtent(function)), NULL, &line,
                               NULL, NULL);
    builder_func_end(lw->b, quality, why, line);
}

void lower_function(struct extract *x, CXCursor function)
{
    ASSERT(x != NULL);
    struct arena scratch;
    arena_init(&scratch);
    struct lower lw;
    init_lower(&lw, x, &scratch);
    int n_params = clang_Cursor_getNumArguments(function);
    struct unit_func f = {.n_params = n_params > 0 ? (uint32_t)n_params : 0};
    f.sym = extract_sym(x, function);
    f.place = extract_cursor_place(x, function);
    x->func = builder_func_begin(x->b, &f);
    parameters(&lw, function, f.n_params);
    lw.cur = builder_block(lw.b);
    CXCursor body = find_body(&lw, function);
    if (clang_Cursor_isNull(body)) {
        lw.is_partial = true;
    } else {
        (void)lower_compound(&lw, body, false);
    }
    builder_return(lw.b, lw.cur, (val_id){0}, (place_id){0});
    ASSERT(lw.depth == 0 && !lw.targets && !lw.switches && !lw.cleanups);
    lower_finish_jumps(&lw);
    end_function(&lw, function);
    x->func = (func_id){0};
    arena_release(&scratch);
}
