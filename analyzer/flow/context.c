/*
 * Evaluation of values in a context. A load of a local is followed to the one store that it sees; a
 * load of an unmodified parameter is what the context passes; all else is asked of the value flow,
 * which knows no context. Every recursion is cut at MAX_DEPTH, and every question at MAX_STEPS:
 * values come from the user's code, and `x = y ^ y; z = x ^ x; ...` has as many ways as two to its
 * length.
 */
#include "flow/context.h"

#include <string.h>

#include "flow/shape.h"

enum { MAX_DEPTH = 40, MAX_STEPS = 4096 };

/* One question: where it is asked, and how many steps it has taken. */
struct question {
    const struct flow_facts *f;
    gfunc_id func;
    const struct context *ctx;
    const struct unit *u;
    uint32_t steps;
};

static const struct absval any = {.kind = ABS_ANY};

static struct absval abs_int(int64_t n)
{
    return (struct absval){.kind = ABS_INT, .num = n};
}

val_id site_arg(const struct program *p, site_id site, int index)
{
    const struct unit_op *op = call_op(p, site);
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    if (index < 0 || (uint32_t)index >= op->args.n)
        return (val_id){0};
    return u->args[op->args.first + (uint32_t)index].val;
}

const struct unit_op *call_op(const struct program *p, site_id site)
{
    ASSERT(site.v && site.v < p->n_sites);
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    return &u->ops[p->sites[site.v].op.v];
}

/* ---- arithmetic ---- */
static int truth(struct absval v) /* 1, 0, or -1: not known */
{
    switch (v.kind) {
    case ABS_INT: return v.num != 0;
    case ABS_NONNULL:
    case ABS_FUNC:
    case ABS_POSITIVE: return 1;
    default: return -1;
    }
}

static struct absval eval_compare_zero(enum oper oper, struct absval a)
{
    bool positive = a.kind == ABS_POSITIVE;
    switch (oper) {
    case OPER_EQ: return abs_int(0);
    case OPER_NE: return abs_int(1);
    case OPER_GT:
    case OPER_GE: return positive ? abs_int(1) : any;
    case OPER_LT:
    case OPER_LE: return positive ? abs_int(0) : any;
    default: return any;
    }
}

static struct absval eval_ints(enum oper oper, int64_t a, int64_t b)
{
    switch (oper) {
    case OPER_ADD: return abs_int((int64_t)((uint64_t)a + (uint64_t)b));
    case OPER_SUB: return abs_int((int64_t)((uint64_t)a - (uint64_t)b));
    case OPER_MUL: return abs_int((int64_t)((uint64_t)a * (uint64_t)b));
    case OPER_DIV: return b && !(a == INT64_MIN && b == -1) ? abs_int(a / b) : any;
    case OPER_REM: return b && !(a == INT64_MIN && b == -1) ? abs_int(a % b) : any;
    case OPER_AND: return abs_int(a & b);
    case OPER_OR: return abs_int(a | b);
    case OPER_XOR: return abs_int(a ^ b);
    case OPER_SHL: return b >= 0 && b < 63 ? abs_int((int64_t)((uint64_t)a << b)) : any;
    case OPER_SHR: return b >= 0 && b < 63 ? abs_int(a >> b) : any;
    case OPER_EQ: return abs_int(a == b);
    case OPER_NE: return abs_int(a != b);
    case OPER_LT: return abs_int(a < b);
    case OPER_LE: return abs_int(a <= b);
    case OPER_GT: return abs_int(a > b);
    case OPER_GE: return abs_int(a >= b);
    default: return any;
    }
}

static struct absval eval_bin(enum oper oper, struct absval a, struct absval b)
{
    if (a.kind == ABS_INT && b.kind == ABS_INT)
        return eval_ints(oper, a.num, b.num);
    bool a_set = a.kind == ABS_NONNULL || a.kind == ABS_FUNC || a.kind == ABS_POSITIVE;
    bool b_set = b.kind == ABS_NONNULL || b.kind == ABS_FUNC || b.kind == ABS_POSITIVE;
    if (a_set && b.kind == ABS_INT && (b.num == 0 || (a.kind == ABS_POSITIVE && b.num < 0)))
        return eval_compare_zero(oper, a);
    if (b_set && a.kind == ABS_INT && a.num == 0 && (oper == OPER_EQ || oper == OPER_NE))
        return abs_int(oper == OPER_NE);
    if ((oper == OPER_ADD || oper == OPER_SUB) && a.kind == ABS_NONNULL)
        return a; /* pointer arithmetic stays inside its object */
    return any;
}

/* ---- loads and calls ---- */
static struct absval eval(struct question *q, val_id v, uint32_t depth);

/* The parameter whose object a path goes through: the parameter itself, a local that is set once
 * to it, or to its container (parameter minus an offset). UINT32_MAX: none. */
static uint32_t param_behind(const struct func_shape *s, const struct unit_path *path)
{
    const struct unit *u = s->unit;
    struct unit_path whole = *path;
    whole.sels.n = 0;
    uint32_t local = shape_local(s, &whole);
    if (path->root == ROOT_PARAM)
        return path->id;
    if (local == UINT32_MAX)
        return UINT32_MAX;
    op_id *stores = &s->stores[s->store_first[local]];
    if (s->store_first[local + 1] - s->store_first[local] != 1)
        return UINT32_MAX;
    const struct unit_val *v = &u->vals[u->ops[stores->v].val.v];
    if (v->kind == VAL_BIN && (v->oper == OPER_SUB || v->oper == OPER_ADD))
        v = &u->vals[v->a];
    if (v->kind != VAL_LOAD)
        return UINT32_MAX;
    const struct unit_path *from = &u->paths[u->ops[v->a].path.v];
    return from->root == ROOT_PARAM && !from->sels.n ? from->id : UINT32_MAX;
}

/* p->field, when the context knows what the caller stored there and this function stores nothing
 * to it. */
static struct absval load_field(const struct flow_facts *f, gfunc_id func,
                                const struct context *ctx, const struct unit_path *path)
{
    const struct func_shape *s = flow_shape(f, func);
    const struct unit_sel *sel = &s->unit->sels[path->sels.first];

    if (!ctx || path->sels.n != 2 || sel[0].kind != SEL_DEREF || sel[1].kind != SEL_FIELD)
        return any;
    uint32_t param = param_behind(s, path);
    if (param >= ctx->n)
        return any;
    const struct absval *object = &ctx->v[param];
    gfield_id field = f->program->unit_fields[f->program->funcs[func.v].unit][sel[1].id];
    for (uint32_t i = 0; i < object->n_fields; i++) {
        if (object->fields[i].field.v != field.v)
            continue;
        struct op_list stores = shape_stores(s, path->root, path->id);
        for (uint32_t k = 0; k < stores.n; k++)
            if (&s->unit->paths[s->unit->ops[stores.v[k].op.v].path.v] == path)
                return any;
        return abs_int(object->fields[i].num);
    }
    return any;
}

/* A process id kept in a field or a global: the function stores there once, what fork returned. */
static struct absval load_pid(struct question *q, const struct func_shape *s, op_id load,
                              uint32_t depth)
{
    const struct unit_path *path = &s->unit->paths[s->unit->ops[load.v].path.v];
    struct op_list stores = shape_stores(s, path->root, path->id);
    op_id only = {0};

    for (uint32_t i = 0; i < stores.n; i++) {
        if (s->unit->ops[stores.v[i].op.v].path.v != s->unit->ops[load.v].path.v)
            continue;
        if (only.v)
            return any;
        only = stores.v[i].op;
    }
    if (!only.v || only.v > load.v ||
        s->unit->vals[s->unit->ops[only.v].val.v].kind != VAL_CALL)
        return any;
    struct absval v = eval(q, s->unit->ops[only.v].val, depth + 1);
    bool is_pid = v.kind == ABS_POSITIVE || (q->ctx && q->ctx->child_of.v);
    return is_pid ? v : any;
}

static struct absval eval_load(struct question *q, op_id load, uint32_t depth)
{
    const struct func_shape *s = flow_shape(q->f, q->func);
    const struct unit_path *path = &s->unit->paths[s->unit->ops[load.v].path.v];
    uint32_t local = shape_local(s, path);
    if (local == UINT32_MAX) {
        struct absval field = load_field(q->f, q->func, q->ctx, path);
        return field.kind == ABS_ANY ? load_pid(q, s, load, depth) : field;
    }
    uint32_t flags = s->unit->locals[s->func->locals.first + local].flags;
    if (local < s->func->n_params && !(flags & LOCAL_MODIFIED_PARAM))
        return q->ctx && local < q->ctx->n ? q->ctx->v[local] : any;
    op_id store = shape_reaching_store(s, load);
    if (!store.v)
        return any;
    return eval(q, s->unit->ops[store.v].val, depth + 1);
}

bool context_returns_pid(const struct flow_facts *f, site_id site)
{
    const struct cat_func *cat = f->site_cat[site.v];
    const struct site *s = &f->program->sites[site.v];
    if (!s->n_edges)
        return cat && (cat->process == PROC_FORK || cat->process == PROC_VFORK);
    const struct func_facts *callee = &f->funcs[f->program->edges[s->first_edge].to.v];
    return !s->unresolved && (callee->returns_pid || callee->tells_child);
}

/* What the call of fork, or of a function that tells the child, returned. */
static struct absval forked(const struct flow_facts *f, const struct context *ctx, site_id site)
{
    const struct site *s = &f->program->sites[site.v];
    const struct func_facts *callee =
        s->n_edges ? &f->funcs[f->program->edges[s->first_edge].to.v] : NULL;
    bool is_child = ctx && ctx->child_of.v == site.v;

    if (callee && callee->tells_child)
        return abs_int(is_child ? callee->child_result : callee->parent_result);
    return is_child ? abs_int(0) : (struct absval){.kind = ABS_POSITIVE};
}

static struct absval eval_un(enum oper oper, struct absval a)
{
    if (oper == OPER_NOT && truth(a) >= 0)
        return abs_int(!truth(a));
    if (a.kind == ABS_INT && oper == OPER_NEG)
        return abs_int((int64_t)(0 - (uint64_t)a.num));
    if (a.kind == ABS_INT && oper == OPER_BNOT)
        return abs_int(~a.num);
    return any;
}

static struct absval eval_phi(struct question *q, const struct unit_val *v, uint32_t depth)
{
    int which = truth(eval(q, (val_id){(uint32_t)v->num}, depth + 1));
    if (which >= 0)
        return eval(q, (val_id){which ? v->a : v->b}, depth + 1);
    struct absval a = eval(q, (val_id){v->a}, depth + 1);
    struct absval b = eval(q, (val_id){v->b}, depth + 1);
    if (a.kind == ABS_INT && b.kind == ABS_INT && a.num == b.num)
        return a;
    bool is_a = a.kind == ABS_NONNULL || a.kind == ABS_FUNC; /* not numbers: 1 or -1, plus 1 */
    bool is_b = b.kind == ABS_NONNULL || b.kind == ABS_FUNC;
    return is_a && is_b ? (struct absval){.kind = ABS_NONNULL} : any;
}

static struct absval eval(struct question *q, val_id id, uint32_t depth)
{
    const struct program *p = q->f->program;
    const struct unit_val *v = &q->u->vals[id.v];

    if (depth > MAX_DEPTH || !id.v || q->steps++ >= MAX_STEPS)
        return any;
    switch (v->kind) {
    case VAL_INT: return abs_int(v->num);
    case VAL_STR:
    case VAL_ADDR: return (struct absval){.kind = ABS_NONNULL};
    case VAL_FUNC: {
        gsym_id sym = p->unit_syms[p->funcs[q->func.v].unit][v->a];
        gfunc_id body = p->syms[sym.v].func;
        return body.v ? (struct absval){.kind = ABS_FUNC, .func = body}
                      : (struct absval){.kind = ABS_NONNULL};
    }
    case VAL_LOAD: return eval_load(q, (op_id){v->a}, depth);
    case VAL_CALL: {
        site_id site = program_site(p, q->func, (op_id){v->a});
        if (!site.v || !context_returns_pid(q->f, site))
            return any;
        return forked(q->f, q->ctx, site);
    }
    case VAL_BIN: {
        struct absval a = eval(q, (val_id){v->a}, depth + 1);
        return eval_bin((enum oper)v->oper, a, eval(q, (val_id){v->b}, depth + 1));
    }
    case VAL_UN: return eval_un((enum oper)v->oper, eval(q, (val_id){v->a}, depth + 1));
    case VAL_PHI: return eval_phi(q, v, depth);
    default: return any;
    }
}

static struct question ask(const struct flow_facts *f, gfunc_id func, const struct context *ctx)
{
    return (struct question){.f = f, .func = func, .ctx = ctx,
                             .u = program_unit(f->program, func)};
}

struct absval context_eval(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                           val_id v)
{
    struct question q = ask(f, func, ctx);
    return eval(&q, v, 0);
}

/* ---- bits ---- */
/* Bits that every assignment to the field sets and none takes away; nothing for other paths. The
 * socket types of an address list are plain types, without SOCK_NONBLOCK. */
static struct known_bits loaded_bits(const struct flow_facts *f, gfunc_id func,
                                     const struct unit_path *path)
{
    const struct unit *u = program_unit(f->program, func);
    struct known_bits out = {0, 0};
    if (!path->sels.n)
        return out;
    const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - 1];
    if (last->kind != SEL_FIELD)
        return out;
    gfield_id g = f->program->unit_fields[f->program->funcs[func.v].unit][last->id];
    out.set = f->field_bits[g.v];
    if (!strcmp(unit_str(u, u->fields[last->id].name), "ai_socktype"))
        out.clear = ~(uint64_t)0xf;
    return out;
}

static struct known_bits bits(struct question *q, val_id id, uint32_t depth)
{
    static const struct known_bits none = {0, 0};
    const struct unit *u = q->u;
    const struct unit_val *v = &u->vals[id.v];

    if (depth > MAX_DEPTH || !id.v || q->steps >= MAX_STEPS)
        return none;
    struct absval whole = eval(q, id, depth);
    if (whole.kind == ABS_INT)
        return (struct known_bits){(uint64_t)whole.num, ~(uint64_t)whole.num};
    if (whole.kind == ABS_BITS)
        return (struct known_bits){(uint64_t)whole.num, 0};
    if (v->kind == VAL_LOAD) {
        op_id store = shape_reaching_store(flow_shape(q->f, q->func), (op_id){v->a});
        if (store.v)
            return bits(q, u->ops[store.v].val, depth + 1);
        return loaded_bits(q->f, q->func, &u->paths[u->ops[v->a].path.v]);
    }
    if (v->kind == VAL_PHI) {
        int which = truth(eval(q, (val_id){(uint32_t)v->num}, depth + 1));
        if (which >= 0)
            return bits(q, (val_id){which ? v->a : v->b}, depth + 1);
        struct known_bits a = bits(q, (val_id){v->a}, depth + 1);
        struct known_bits b = bits(q, (val_id){v->b}, depth + 1);
        return (struct known_bits){a.set & b.set, a.clear & b.clear};
    }
    if (v->kind == VAL_UN && v->oper == OPER_BNOT) {
        struct known_bits a = bits(q, (val_id){v->a}, depth + 1);
        return (struct known_bits){a.clear, a.set};
    }
    if (v->kind == VAL_BIN && (v->oper == OPER_OR || v->oper == OPER_AND)) {
        struct known_bits a = bits(q, (val_id){v->a}, depth + 1);
        struct known_bits b = bits(q, (val_id){v->b}, depth + 1);
        if (v->oper == OPER_OR)
            return (struct known_bits){a.set | b.set, a.clear & b.clear};
        return (struct known_bits){a.set & b.set, a.clear | b.clear};
    }
    return none;
}

struct known_bits context_bits(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                               val_id v)
{
    struct question q = ask(f, func, ctx);
    return bits(&q, v, 0);
}

/* ---- descriptors ---- */
static const struct abs_fd fd_unknown = {.kind = FD_ANY, .origin = UINT32_MAX};

static struct abs_fd fd_of_origins(const struct flow_facts *f, struct obj_set set)
{
    struct abs_fd fd = fd_unknown;
    bool first = true, conflict = false;

    fd.sure = !set.open;
    for (uint32_t i = 0; i < set.n; i++) {
        uint32_t index = f->obj_origin[set.v[i].v];
        if (!index)
            continue;
        const struct fd_origin *o = &f->origins[index - 1];
        uint8_t mode = o->made_blocking ? FD_MODE_UNKNOWN : o->mode;
        conflict |= !first && fd.mode != mode;
        fd.kind = first || fd.kind == o->kind ? (uint8_t)o->kind : FD_ANY;
        fd.mode = mode;
        fd.watched |= o->watched;
        fd.any_event |= o->kind == FD_EVENT;
        if (first)
            fd.origin = index - 1;
        first = false;
    }
    if (conflict)
        fd.mode = FD_MODE_UNKNOWN;
    return fd;
}

static struct abs_fd eval_fd(struct question *q, val_id id, uint32_t depth)
{
    const struct unit_val *v = &q->u->vals[id.v];

    if (!id.v || depth > MAX_DEPTH)
        return fd_unknown;
    if (v->kind == VAL_LOAD) {
        struct absval a = eval_load(q, (op_id){v->a}, depth);
        if (a.kind == ABS_FD)
            return a.fd;
        op_id store = shape_reaching_store(flow_shape(q->f, q->func), (op_id){v->a});
        if (store.v) {
            struct abs_fd fd = eval_fd(q, q->u->ops[store.v].val, depth + 1);
            if (fd.origin != UINT32_MAX || fd.ready)
                return fd;
        }
    }
    return fd_of_origins(q->f, flow_value(q->f->program, q->func, id));
}

struct abs_fd context_fd(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                         val_id v)
{
    struct question q = ask(f, func, ctx);
    return eval_fd(&q, v, 0);
}

uint64_t context_hash(const struct context *ctx)
{
    uint64_t h = ctx ? hash_mix(ctx->n, ctx->child_of.v) : hash_mix(0, 0);
    for (uint32_t i = 0; ctx && i < ctx->n; i++) {
        const struct absval *v = &ctx->v[i];
        h = hash_mix(h, v->kind);
        if (v->kind == ABS_INT || v->kind == ABS_BITS)
            h = hash_mix(h, (uint64_t)v->num);
        else if (v->kind == ABS_FUNC)
            h = hash_mix(h, v->func.v);
        for (uint32_t k = 0; k < v->n_fields; k++)
            h = hash_mix(hash_mix(h, v->fields[k].field.v), (uint64_t)v->fields[k].num);
        if (v->kind == ABS_FD)
            h = hash_mix(h, (uint64_t)v->fd.mode | (uint64_t)v->fd.kind << 8 |
                                (uint64_t)v->fd.ready << 16 | (uint64_t)v->fd.watched << 17 |
                                (uint64_t)v->fd.origin << 32);
    }
    return h;
}

/* ---- which blocks can run ---- */
/* `flags & BIT` with a bit that is always set. A field that is only ever set to one value may
 * still hold the zero it was born with, so a plain `if (field)` says nothing. */
static bool tests_set_bit(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                          val_id v)
{
    const struct unit_val *val = &program_unit(f->program, func)->vals[v.v];
    return val->kind == VAL_BIN && val->oper == OPER_AND && context_bits(f, func, ctx, v).set;
}

/* The value that decides where the block goes. */
static struct absval deciding(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                              const struct unit_block *b)
{
    if (b->term != TERM_BRANCH && b->term != TERM_SWITCH)
        return any;
    struct absval v = context_eval(f, func, ctx, b->val);
    if (b->term == TERM_BRANCH && truth(v) < 0 && tests_set_bit(f, func, ctx, b->val))
        v = abs_int(1);
    return v;
}

static bool is_taken(const struct unit_block *b, const struct unit_succ *succs, uint32_t i,
                     struct absval v)
{
    if (b->term == TERM_BRANCH)
        return truth(v) < 0 || truth(v) == (i == 0);
    if (b->term != TERM_SWITCH)
        return true;
    if (v.kind == ABS_INT)
        return succ_takes(succs, b->succs.n, i, v.num);
    return v.kind != ABS_POSITIVE || (succs[i].flags & SUCC_DEFAULT) || succs[i].hi > 0;
}

static void find_blocks(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                        uint32_t start, bool *reached)
{
    const struct func_shape *s = flow_shape(f, func);
    const struct unit *u = s->unit;
    uint32_t first = s->func->blocks.first, n = s->func->blocks.n, top = 0;
    struct arena scratch;

    arena_init(&scratch);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    memset(reached, 0, n * sizeof *reached);
    if (n) {
        ASSERT(start < n);
        reached[start] = true;
        stack[top++] = start;
    }
    while (top) {
        uint32_t index = stack[--top];
        const struct unit_block *b = &u->blocks[first + index];
        const struct unit_succ *succs = &u->succs[b->succs.first];
        if (s->ends[index])
            continue;
        struct absval v = deciding(f, func, ctx, b);
        for (uint32_t i = 0; i < b->succs.n; i++) {
            uint32_t to = succs[i].to.v - first;
            if (reached[to] || !is_taken(b, succs, i, v))
                continue;
            reached[to] = true;
            stack[top++] = to;
        }
    }
    arena_release(&scratch);
}

void context_blocks_after(const struct flow_facts *f, site_id site, bool *reached)
{
    const struct site *s = &f->program->sites[site.v];
    find_blocks(f, s->caller, NULL, shape_block_of(flow_shape(f, s->caller), s->op), reached);
}

/* The same questions are asked again and again: by every call on a descriptor, by every rule that
 * walks the same chains. The answers are kept, in a table that is emptied when it is full. */
enum { MEMO_BYTES = 1 << 22 };
struct block_memo {
    struct map index; /* function and context to where its answer starts in blocks */
    VEC(bool) blocks;
};

void context_keep_blocks(struct flow_facts *f)
{
    f->lazy->blocks = arena_new(f->arena, struct block_memo);
    map_init(&f->lazy->blocks->index, f->arena);
}

static void keep_blocks(const struct flow_facts *f, uint64_t key, const bool *reached, uint32_t n)
{
    struct block_memo *m = f->lazy->blocks;
    if (m->blocks.n > MEMO_BYTES) {
        memset(m->index.vals, 0, m->index.n_slots * sizeof *m->index.vals);
        m->index.n = 0;
        m->blocks.n = 0;
    }
    map_set(&m->index, key, m->blocks.n);
    for (uint32_t i = 0; i < n; i++)
        vec_push(f->arena, &m->blocks, reached[i]);
}

void context_blocks(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                    bool *reached)
{
    ASSERT(func.v && func.v < f->program->n_funcs);
    const struct block_memo *m = f->lazy->blocks; /* NULL: facts still change */
    uint32_t n = program_func(f->program, func)->blocks.n, start = 0, at;
    uint64_t key = m ? hash_mix(context_hash(ctx), func.v) : 0;

    if (m && map_get(&m->index, key, &at)) {
        if (n)
            memcpy(reached, &m->blocks.v[at], n * sizeof *reached);
        return;
    }
    if (ctx && ctx->child_of.v)
        start = shape_block_of(flow_shape(f, func), f->program->sites[ctx->child_of.v].op);
    find_blocks(f, func, ctx, start, reached);
    if (m)
        keep_blocks(f, key, reached, n);
}
