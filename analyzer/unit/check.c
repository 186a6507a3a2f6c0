/*
 * The check that decoded tables are sound, in three passes: the null entries and strings, every
 * entry by itself (ids, runs, enumerations), then what spans entries: the layout of functions, and
 * the graph of values, paths and ops, which must be free of cycles, not too deep, and must not
 * reach from one function into another.
 */
#include "unit/check.h"

#include <string.h>

struct checker {
    const struct unit *u;
    uint32_t *func_of_op, *func_of_local;
    uint8_t *val_depth, *path_depth, *op_depth; /* 0: not visited yet */
    uint32_t *val_func, *path_func; /* the function whose ops and locals it mentions */
    uint32_t *val_params, *path_params; /* parameters it mentions: highest index + 1 */
};
enum { ON_STACK = 255 };

#define NEED(cond)                                                                                 \
    do {                                                                                           \
        if (!(cond))                                                                               \
            return false;                                                                          \
    } while (0)
#define HAS(table, id) ((id) < c->u->n_##table)

static bool is_run(struct range r, uint32_t n_table)
{
    return r.first <= n_table && r.n <= n_table - r.first && (r.n == 0 || r.first > 0);
}
static bool in_run(struct range r, uint32_t id)
{
    return id >= r.first && id - r.first < r.n;
}

/* ---- every entry by itself ---- */

static bool check_info(const struct checker *c, uint32_t i)
{
    const struct unit_info *e = &c->u->info[i];
    return c->u->n_info == 2 && e->status <= UNIT_FAILED && HAS(files, e->main_file.v) &&
           HAS(str_ends, e->why.v) && HAS(str_ends, e->directory.v);
}

static bool check_files(const struct checker *c, uint32_t i)
{
    return HAS(str_ends, c->u->files[i].name.v);
}

static bool check_places(const struct checker *c, uint32_t i)
{
    const struct unit_place *e = &c->u->places[i];
    return HAS(files, e->file.v) && e->macro.v < i && c->u->places[e->macro.v].macro.v == 0;
}

static bool check_types(const struct checker *c, uint32_t i)
{
    const struct unit_type *e = &c->u->types[i];
    return e->kind <= TYPE_FUNCTION && HAS(str_ends, e->name.v) && e->elem.v < i &&
           HAS(records, e->record.v) && is_run(e->params, c->u->n_type_params);
}

static bool check_type_params(const struct checker *c, uint32_t i)
{
    return HAS(types, c->u->type_params[i].type.v);
}

static bool check_records(const struct checker *c, uint32_t i)
{
    const struct unit_record *e = &c->u->records[i];
    return HAS(str_ends, e->name.v) && HAS(places, e->place.v) && is_run(e->fields, c->u->n_fields);
}

static bool check_fields(const struct checker *c, uint32_t i)
{
    const struct unit_field *e = &c->u->fields[i];
    return HAS(str_ends, e->name.v) && HAS(types, e->type.v) && HAS(records, e->record.v) &&
           in_run(c->u->records[e->record.v].fields, i);
}

static bool check_syms(const struct checker *c, uint32_t i)
{
    const struct unit_sym *e = &c->u->syms[i];
    return HAS(str_ends, e->name.v) && e->kind > SYM_NONE && e->kind <= SYM_VAR &&
           e->linkage <= LINK_LOCAL_STATIC && HAS(types, e->type.v) && HAS(places, e->place.v) &&
           HAS(funcs, e->func.v) && HAS(str_ends, e->alias.v);
}

static bool is_func_sym(const struct checker *c, uint32_t sym)
{
    return HAS(syms, sym) && c->u->syms[sym].kind == SYM_FUNC;
}

static bool check_attrs(const struct checker *c, uint32_t i)
{
    const struct unit_attr *e = &c->u->attrs[i];
    NEED(e->kind < ATTR_KINDS && HAS(str_ends, e->args.v) && HAS(places, e->place.v));
    switch (e->target_kind) {
    case ATTR_ON_SYM:
        return HAS(syms, e->target);
    case ATTR_ON_FIELD:
        return HAS(fields, e->target);
    case ATTR_ON_LOCAL:
        return HAS(locals, e->target);
    case ATTR_ON_RECORD:
        return HAS(records, e->target);
    default:
        return false;
    }
}

static bool check_funcs(const struct checker *c, uint32_t i)
{
    const struct unit_func *e = &c->u->funcs[i];
    return is_func_sym(c, e->sym.v) && HAS(places, e->place.v) && e->quality <= QUALITY_FAILED &&
           HAS(str_ends, e->why.v) && e->n_params <= e->locals.n &&
           is_run(e->locals, c->u->n_locals) && is_run(e->blocks, c->u->n_blocks) &&
           e->blocks.n > 0 && is_run(e->ops, c->u->n_ops) && is_run(e->loops, c->u->n_loops);
}

static bool check_locals(const struct checker *c, uint32_t i)
{
    const struct unit_local *e = &c->u->locals[i];
    return HAS(str_ends, e->name.v) && HAS(types, e->type.v) && HAS(places, e->place.v) &&
           HAS(syms, e->cleanup.v);
}

static bool check_paths(const struct checker *c, uint32_t i)
{
    const struct unit_path *e = &c->u->paths[i];
    NEED(HAS(types, e->type.v) && is_run(e->sels, c->u->n_sels));
    NEED(e->sels.n <= PATH_MAX_SELECTORS);
    switch (e->root) {
    case ROOT_SYM:
        return HAS(syms, e->id) && c->u->syms[e->id].kind == SYM_VAR;
    case ROOT_NONE:
    case ROOT_PARAM: /* compared with its function's later */
        return true;
    case ROOT_LOCAL:
        return e->id > 0 && HAS(locals, e->id);
    case ROOT_CALL:
        return HAS(ops, e->id) && c->u->ops[e->id].kind == OP_CALL;
    case ROOT_VAL:
        return HAS(vals, e->id);
    case ROOT_STR:
        return HAS(str_ends, e->id);
    case ROOT_FUNC:
        return is_func_sym(c, e->id);
    default:
        return false;
    }
}

static bool check_sels(const struct checker *c, uint32_t i)
{
    const struct unit_sel *e = &c->u->sels[i];
    switch (e->kind) {
    case SEL_FIELD:
        return HAS(fields, e->id);
    case SEL_INDEX_VAL:
        return HAS(vals, e->id);
    default:
        return e->kind <= SEL_INDEX_UNKNOWN;
    }
}

static bool check_vals(const struct checker *c, uint32_t i)
{
    const struct unit_val *e = &c->u->vals[i];
    NEED(HAS(types, e->type.v) && e->oper < OPERS);
    switch (e->kind) {
    case VAL_STR:
        return HAS(str_ends, e->a);
    case VAL_FUNC:
        return is_func_sym(c, e->a);
    case VAL_ADDR:
        return HAS(paths, e->a);
    case VAL_LOAD:
        return HAS(ops, e->a) &&
               (c->u->ops[e->a].kind == OP_LOAD || c->u->ops[e->a].kind == OP_ATOMIC);
    case VAL_CALL:
        return HAS(ops, e->a) && c->u->ops[e->a].kind == OP_CALL;
    case VAL_PHI:
        return HAS(vals, e->a) && HAS(vals, e->b) && e->num >= 0 && e->num < c->u->n_vals;
    case VAL_BIN:
        return HAS(vals, e->a) && HAS(vals, e->b);
    case VAL_UN:
        return HAS(vals, e->a);
    default:
        return e->kind <= VAL_BOOL;
    }
}

static bool check_ops(const struct checker *c, uint32_t i)
{
    const struct unit_op *e = &c->u->ops[i];
    return e->kind > OP_NONE && e->kind <= OP_ASM && e->oper < OPERS && e->order <= ORDER_SEQ_CST &&
           HAS(places, e->place.v) && HAS(paths, e->path.v) && HAS(vals, e->val.v) &&
           (e->callee.v == 0 || is_func_sym(c, e->callee.v)) && is_run(e->args, c->u->n_args) &&
           HAS(types, e->type.v);
}

static bool check_args(const struct checker *c, uint32_t i)
{
    return HAS(vals, c->u->args[i].val.v);
}

static bool check_blocks(const struct checker *c, uint32_t i)
{
    const struct unit_block *e = &c->u->blocks[i];
    NEED(is_run(e->ops, c->u->n_ops) && HAS(vals, e->val.v) && HAS(loops, e->loop.v));
    NEED(is_run(e->succs, c->u->n_succs) && HAS(places, e->place.v));
    switch (e->term) {
    case TERM_JUMP:
        return e->succs.n == 1;
    case TERM_BRANCH:
        return e->succs.n == 2;
    case TERM_RETURN:
    case TERM_NORETURN:
        return e->succs.n == 0;
    default:
        return e->term <= TERM_COMPUTED;
    }
}

static bool check_succs(const struct checker *c, uint32_t i)
{
    return c->u->succs[i].to.v > 0 && HAS(blocks, c->u->succs[i].to.v);
}

static bool check_loops(const struct checker *c, uint32_t i)
{
    const struct unit_loop *e = &c->u->loops[i];
    return HAS(blocks, e->header.v) && e->parent.v < i && e->kind <= LOOP_GOTO &&
           HAS(places, e->place.v) && HAS(vals, e->bound.v) && HAS(paths, e->induction.v);
}

static bool check_inits(const struct checker *c, uint32_t i)
{
    const struct unit_init *e = &c->u->inits[i];
    return HAS(paths, e->path.v) && HAS(vals, e->val.v) && HAS(places, e->place.v) &&
           c->u->paths[e->path.v].root == ROOT_SYM;
}

static bool check_comments(const struct checker *c, uint32_t i)
{
    const struct unit_comment *e = &c->u->comments[i];
    return HAS(places, e->place.v) && HAS(str_ends, e->text.v);
}

static bool check_diags(const struct checker *c, uint32_t i)
{
    const struct unit_diag *e = &c->u->diags[i];
    return e->kind <= DIAG_NOTE && HAS(places, e->place.v) && HAS(str_ends, e->text.v) &&
           HAS(funcs, e->func.v);
}

static bool check_str_ends(const struct checker *c, uint32_t i)
{
    const uint32_t *ends = c->u->str_ends;
    return ends[i] > ends[i - 1] && ends[i] <= c->u->n_str_bytes &&
           c->u->str_bytes[ends[i] - 1] == '\0';
}

static bool check_strings(const struct unit *u, struct err *err)
{
    if (u->n_str_ends == 0 || u->n_str_bytes == 0 || u->str_ends[0] != 1 || u->str_bytes[0] != '\0')
        return err_set(err, "a unit whose string table has no empty string");
    if (u->str_ends[u->n_str_ends - 1] != u->n_str_bytes)
        return err_set(err, "a unit whose string table ends too early");
    return true;
}

static bool check_entries(const struct checker *c, struct err *err)
{
    const struct unit *u = c->u;
    static const char zeros[256];
#define X(name, T)                                                                                 \
    if (u->n_##name == 0)                                                                          \
        return err_set(err, "a unit whose table " #name " has no null entry");                     \
    if ((const void *)u->name != (const void *)u->str_ends &&                                      \
        memcmp(u->name, zeros, sizeof(T)) != 0)                                                    \
        return err_set(err, "a unit whose table " #name " has a null entry with content");         \
    for (uint32_t i = 1; i < u->n_##name; i++)                                                     \
        if (!check_##name(c, i))                                                                   \
            return err_set(err, "a unit whose table " #name " is damaged at %u", i);
    UNIT_TABLES(X)
#undef X
    return true;
}

/* ---- the layout of functions ---- */

static bool check_func_blocks(const struct checker *c, const struct unit_func *f)
{
    const struct unit *u = c->u;
    uint32_t op = f->ops.first;
    for (uint32_t i = f->blocks.first; i < f->blocks.first + f->blocks.n; i++) {
        const struct unit_block *b = &u->blocks[i];
        NEED(b->ops.first == op && b->ops.n <= f->ops.first + f->ops.n - op);
        op += b->ops.n;
        NEED(b->loop.v == 0 || in_run(f->loops, b->loop.v));
        for (uint32_t s = b->succs.first; s < b->succs.first + b->succs.n; s++)
            NEED(in_run(f->blocks, u->succs[s].to.v));
    }
    return op == f->ops.first + f->ops.n;
}

static bool check_func_loops(const struct checker *c, const struct unit_func *f)
{
    for (uint32_t i = f->loops.first; i < f->loops.first + f->loops.n; i++) {
        const struct unit_loop *l = &c->u->loops[i];
        NEED(in_run(f->blocks, l->header.v));
        NEED(l->parent.v == 0 || in_run(f->loops, l->parent.v));
    }
    return true;
}

/* A run of a function stands right behind that of the function before it. */
static bool continues(struct range r, uint32_t *end)
{
    if (r.n == 0)
        return true;
    NEED(r.first == *end);
    *end += r.n;
    return true;
}

static bool check_layout(struct checker *c, struct err *err)
{
    const struct unit *u = c->u;
    uint32_t op = 1, block = 1, local = 1, loop = 1;
    for (uint32_t i = 1; i < u->n_funcs; i++) {
        const struct unit_func *f = &u->funcs[i];
        if (!continues(f->ops, &op) || !continues(f->blocks, &block) ||
            !continues(f->locals, &local) || !continues(f->loops, &loop) ||
            !check_func_blocks(c, f) || !check_func_loops(c, f))
            return err_set(err, "a unit whose function %u is damaged", i);
        for (uint32_t k = 0; k < f->ops.n; k++)
            c->func_of_op[f->ops.first + k] = i;
        for (uint32_t k = f->n_params; k < f->locals.n; k++)
            c->func_of_local[f->locals.first + k] = i;
    }
    if (op != u->n_ops || block != u->n_blocks || local != u->n_locals || loop != u->n_loops)
        return err_set(err, "a unit with code outside of its functions");
    return true;
}

/* Types refer to older ones only, except through records. */
static bool check_type_depths(struct checker *c, struct arena *a, struct err *err)
{
    const struct unit *u = c->u;
    uint8_t *depth = arena_array(a, uint8_t, u->n_types);
    for (uint32_t i = 1; i < u->n_types; i++) {
        const struct unit_type *t = &u->types[i];
        unsigned most = depth[t->elem.v];
        for (uint32_t k = 0; k < t->params.n; k++) {
            uint32_t param = u->type_params[t->params.first + k].type.v;
            if (param >= i)
                return err_set(err, "a unit whose type %u contains itself", i);
            most = depth[param] > most ? depth[param] : most;
        }
        if (most >= UNIT_MAX_DEPTH)
            return err_set(err, "a unit whose type %u is too deep", i);
        depth[i] = (uint8_t)(most + 1);
    }
    return true;
}

/* ---- the graph of values, paths and ops ----
 * Three visitors that call each other; each node is visited once. The level is the way from where
 * the walk began and counts as the builder does, so the recursion ends at UNIT_MAX_DEPTH. */

struct facts {
    unsigned depth;
    uint32_t func, params;
};
static bool visit_val(struct checker *c, uint32_t val, unsigned level, struct facts *into);

static bool join(struct facts *into, unsigned depth, uint32_t func, uint32_t params)
{
    NEED(func == 0 || into->func == 0 || func == into->func);
    into->func = func != 0 ? func : into->func;
    into->depth = depth > into->depth ? depth : into->depth;
    into->params = params > into->params ? params : into->params;
    return true;
}

static bool visit_path_anew(struct checker *c, uint32_t path, unsigned level, struct facts *own);
static bool visit_path(struct checker *c, uint32_t path, unsigned level, struct facts *into)
{
    NEED(c->path_depth[path] != ON_STACK && level <= UNIT_MAX_DEPTH);
    if (c->path_depth[path] == 0) {
        struct facts own = {0};
        c->path_depth[path] = ON_STACK;
        NEED(visit_path_anew(c, path, level, &own) && own.depth < UNIT_MAX_DEPTH);
        c->path_depth[path] = (uint8_t)(own.depth + 1);
        c->path_func[path] = own.func;
        c->path_params[path] = own.params;
    }
    return join(into, c->path_depth[path], c->path_func[path], c->path_params[path]);
}

static bool visit_op(struct checker *c, uint32_t op, unsigned level, struct facts *into)
{
    const struct unit_op *e = &c->u->ops[op];
    NEED(c->op_depth[op] != ON_STACK && level <= UNIT_MAX_DEPTH);
    if (c->op_depth[op] == 0) {
        struct facts own = {0};
        c->op_depth[op] = ON_STACK;
        NEED(visit_path(c, e->path.v, level, &own) && visit_val(c, e->val.v, level, &own));
        for (uint32_t i = 0; i < e->args.n; i++)
            NEED(visit_val(c, c->u->args[e->args.first + i].val.v, level, &own));
        NEED(own.func == 0 || own.func == c->func_of_op[op]);
        NEED(own.params <= c->u->funcs[c->func_of_op[op]].n_params);
        c->op_depth[op] = (uint8_t)own.depth;
    }
    return join(into, c->op_depth[op], c->func_of_op[op], 0);
}

static bool visit_path_anew(struct checker *c, uint32_t path, unsigned level, struct facts *own)
{
    const struct unit_path *e = &c->u->paths[path];
    switch (e->root) {
    case ROOT_PARAM:
        NEED(e->id < UINT32_MAX && join(own, 0, 0, e->id + 1));
        break;
    case ROOT_LOCAL:
        NEED(c->func_of_local[e->id] != 0 && join(own, 0, c->func_of_local[e->id], 0));
        break;
    case ROOT_CALL:
        NEED(visit_op(c, e->id, level + 1, own));
        break;
    case ROOT_VAL:
        NEED(visit_val(c, e->id, level + 1, own));
        break;
    default:
        break;
    }
    for (uint32_t i = 0; i < e->sels.n; i++) {
        const struct unit_sel *s = &c->u->sels[e->sels.first + i];
        NEED(s->kind != SEL_INDEX_VAL || visit_val(c, s->id, level + 1, own));
    }
    return true;
}

static bool visit_val_anew(struct checker *c, uint32_t val, unsigned level, struct facts *own)
{
    const struct unit_val *e = &c->u->vals[val];
    switch (e->kind) {
    case VAL_ADDR:
        return visit_path(c, e->a, level + 1, own);
    case VAL_LOAD:
    case VAL_CALL:
        return visit_op(c, e->a, level + 1, own);
    case VAL_PHI:
        if (e->num != 0 && !visit_val(c, (uint32_t)e->num, level + 1, own))
            return false;
        return visit_val(c, e->a, level + 1, own) && visit_val(c, e->b, level + 1, own);
    case VAL_BIN:
        return visit_val(c, e->a, level + 1, own) && visit_val(c, e->b, level + 1, own);
    case VAL_UN:
        return visit_val(c, e->a, level + 1, own);
    default:
        return true;
    }
}

static bool visit_val(struct checker *c, uint32_t val, unsigned level, struct facts *into)
{
    NEED(c->val_depth[val] != ON_STACK && level <= UNIT_MAX_DEPTH);
    if (c->val_depth[val] == 0) {
        struct facts own = {0};
        c->val_depth[val] = ON_STACK;
        NEED(visit_val_anew(c, val, level, &own) && own.depth < UNIT_MAX_DEPTH);
        c->val_depth[val] = (uint8_t)(own.depth + 1);
        c->val_func[val] = own.func;
        c->val_params[val] = own.params;
    }
    return join(into, c->val_depth[val], c->val_func[val], c->val_params[val]);
}

/* What blocks, loops and initialisers refer to belongs to their function, or to none. */
static bool check_uses(struct checker *c, const struct unit_func *f, uint32_t func)
{
    const struct unit *u = c->u;
    struct facts own = {.func = func};
    for (uint32_t i = f->blocks.first; i < f->blocks.first + f->blocks.n; i++)
        NEED(visit_val(c, u->blocks[i].val.v, 1, &own));
    for (uint32_t i = f->loops.first; i < f->loops.first + f->loops.n; i++)
        NEED(visit_val(c, u->loops[i].bound.v, 1, &own) &&
             visit_path(c, u->loops[i].induction.v, 1, &own));
    return own.params <= f->n_params;
}

static bool check_graph(struct checker *c, struct err *err)
{
    const struct unit *u = c->u;
    for (uint32_t i = 1; i < u->n_ops; i++)
        if (!visit_op(c, i, 1, &(struct facts){0}))
            return err_set(err, "a unit whose op %u refers to itself or elsewhere", i);
    for (uint32_t i = 1; i < u->n_vals; i++)
        if (!visit_val(c, i, 1, &(struct facts){0}))
            return err_set(err, "a unit whose value %u refers to itself or elsewhere", i);
    for (uint32_t i = 1; i < u->n_paths; i++)
        if (!visit_path(c, i, 1, &(struct facts){0}))
            return err_set(err, "a unit whose path %u refers to itself or elsewhere", i);
    for (uint32_t i = 1; i < u->n_funcs; i++)
        if (!check_uses(c, &u->funcs[i], i))
            return err_set(err, "a unit whose function %u refers to another", i);
    for (uint32_t i = 1; i < u->n_inits; i++) {
        struct facts own = {0};
        if (!visit_path(c, u->inits[i].path.v, 1, &own) ||
            !visit_val(c, u->inits[i].val.v, 1, &own) || own.func != 0 || own.params != 0)
            return err_set(err, "a unit whose initialiser %u refers to a function's inside", i);
    }
    return true;
}

static void checker_init(struct checker *c, struct arena *a)
{
    const struct unit *u = c->u;
    c->func_of_op = arena_array(a, uint32_t, u->n_ops);
    c->func_of_local = arena_array(a, uint32_t, u->n_locals);
    c->val_depth = arena_array(a, uint8_t, u->n_vals);
    c->path_depth = arena_array(a, uint8_t, u->n_paths);
    c->op_depth = arena_array(a, uint8_t, u->n_ops);
    c->val_func = arena_array(a, uint32_t, u->n_vals);
    c->path_func = arena_array(a, uint32_t, u->n_paths);
    c->val_params = arena_array(a, uint32_t, u->n_vals);
    c->path_params = arena_array(a, uint32_t, u->n_paths);
}

bool unit_check(const struct unit *u, struct err *err)
{
    struct checker c = {.u = u};
    if (!check_strings(u, err) || !check_entries(&c, err))
        return false;
    if (u->n_info != 2)
        return err_set(err, "a unit with %u info entries", u->n_info);
    struct arena a;
    arena_init(&a);
    checker_init(&c, &a);
    bool ok = check_type_depths(&c, &a, err) && check_layout(&c, err) && check_graph(&c, err);
    arena_release(&a);
    return ok;
}
