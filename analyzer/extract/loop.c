/*
 * Loops: their blocks, and what their source says about how often they run. The clauses are judged
 * by what they did while they were lowered (lw->stores, lw->branches), not by how they are written.
 */
#include "extract/lower.h"

/* Where the notes of a loop's parts start. */
struct marks {
    uint32_t init, cond, body, inc; /* indexes of lw->stores */
    uint32_t branches, branches_end;
};

/* The path that a value was loaded from, plus or minus a constant. */
static path_id loaded_path(struct lower *lw, val_id id)
{
    struct unit_val v = builder_val_get(lw->b, id);
    int64_t num;
    if (v.kind == VAL_BIN && (v.oper == OPER_ADD || v.oper == OPER_SUB) &&
        lower_int(lw, (val_id){v.b}, &num)) {
        v = builder_val_get(lw->b, (val_id){v.a});
    }
    if (v.kind != VAL_LOAD) {
        return (path_id){0};
    }
    const struct unit_op *op = builder_op_at(lw->b, (op_id){v.a});
    return op->kind == OP_LOAD ? op->path : (path_id){0};
}

static uint32_t count_stores(struct lower *lw, path_id path, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++) {
        n += lw->stores.v[i].path.v == path.v;
    }
    return n;
}

static bool is_comparison(enum oper oper)
{
    return oper >= OPER_EQ && oper <= OPER_GE;
}

static enum oper mirrored(enum oper oper)
{
    switch (oper) {
    case OPER_LT: return OPER_GT;
    case OPER_GT: return OPER_LT;
    case OPER_LE: return OPER_GE;
    case OPER_GE: return OPER_LE;
    default: return oper;
    }
}

struct test {
    enum oper oper;
    path_id var;
    val_id var_val, bound;
};

/* The first condition that compares something that the loop changes. */
static bool find_test(struct lower *lw, const struct marks *m, struct test *t)
{
    for (uint32_t i = m->branches; i < m->branches_end; i++) {
        val_id id = lw->branches.v[i];
        struct unit_val v = builder_val_get(lw->b, id);
        if (v.kind == VAL_BIN && is_comparison((enum oper)v.oper)) {
            *t = (struct test){(enum oper)v.oper, loaded_path(lw, (val_id){v.a}), {v.a}, {v.b}};
            if (t->var.v && count_stores(lw, t->var, m->cond, lw->stores.n) > 0) {
                return true;
            }
            *t = (struct test){mirrored((enum oper)v.oper), loaded_path(lw, (val_id){v.b}),
                               {v.b}, {v.a}};
        } else {
            *t = (struct test){OPER_NE, loaded_path(lw, id), id,
                               builder_int(lw->b, 0, (type_id){0})};
        }
        if (t->var.v && count_stores(lw, t->var, m->cond, lw->stores.n) > 0) {
            return true;
        }
    }
    return false;
}

static bool is_private(struct lower *lw, path_id path)
{
    struct unit_path p = builder_path_get(lw->b, path);
    uint32_t local = p.id;
    if (p.sels.n > 0 || (p.root != ROOT_LOCAL && p.root != ROOT_PARAM)) {
        return false;
    }
    if (p.root == ROOT_PARAM && !map_get(&lw->param_locals, p.id, &local)) {
        return false;
    }
    return !(builder_local_at(lw->b, (local_id){local})->flags & LOCAL_ADDR_TAKEN);
}

/* From start by step while start OPER bound; -1 when it does not end that way. */
static int64_t count_trips(enum oper oper, int64_t start, int64_t bound, int64_t step)
{
    const int64_t big = INT64_C(1) << 40; /* beyond that nothing is exact, and nothing overflows */
    if (step == 0 || start > big || start < -big || bound > big || bound < -big || step > big ||
        step < -big) {
        return -1;
    }
    int64_t span = bound - start;
    if (oper == OPER_GT || oper == OPER_GE || (oper == OPER_NE && step < 0)) {
        span = -span;
        step = -step;
    }
    switch (oper) {
    case OPER_LT:
    case OPER_GT:
        return span <= 0 ? 0 : step > 0 ? (span + step - 1) / step : -1;
    case OPER_LE:
    case OPER_GE:
        return span < 0 ? 0 : step > 0 ? span / step + 1 : -1;
    case OPER_NE:
        return step > 0 && span >= 0 && span % step == 0 ? span / step : -1;
    default:
        return -1;
    }
}

/* X = X + c or X = X - c as the only change of X in the loop. */
static bool only_step(struct lower *lw, const struct marks *m, path_id var, int64_t *step)
{
    ASSERT(m->cond <= m->inc && m->inc <= lw->stores.n);
    if (count_stores(lw, var, m->cond, lw->stores.n) != 1) {
        return false;
    }
    for (uint32_t i = m->inc; i < lw->stores.n; i++) {
        struct unit_val v = builder_val_get(lw->b, lw->stores.v[i].val);
        if (lw->stores.v[i].path.v != var.v || v.kind != VAL_BIN ||
            loaded_path(lw, (val_id){v.a}).v != var.v ||
            !lower_int(lw, (val_id){v.b}, step)) {
            continue;
        }
        if (v.oper == OPER_SUB) {
            *step = -*step;
        }
        return v.oper == OPER_ADD || v.oper == OPER_SUB;
    }
    return false;
}

static bool start_value(struct lower *lw, const struct marks *m, path_id var, int64_t *start)
{
    for (uint32_t i = m->cond; i-- > m->init;) {
        if (lw->stores.v[i].path.v == var.v) {
            return lower_int(lw, lw->stores.v[i].val, start);
        }
    }
    return false;
}

static int64_t trips(struct lower *lw, const struct marks *m, const struct test *t)
{
    int64_t start, bound, step;
    if (builder_val_get(lw->b, t->var_val).kind != VAL_LOAD || !is_private(lw, t->var) ||
        !lower_int(lw, t->bound, &bound) || !only_step(lw, m, t->var, &step) ||
        !start_value(lw, m, t->var, &start)) {
        return -1;
    }
    return count_trips(t->oper, start, bound, step);
}

static void announce(struct lower *lw, block_id header, enum loop_kind kind, bool is_forever,
                     const struct marks *m, CXCursor s)
{
    struct unit_loop l = {.kind = (uint8_t)kind, .trips = -1};
    struct test t;
    l.place = extract_cursor_place(lw->x, s);
    if (is_forever) {
        l.flags = LOOP_FOREVER;
    } else if (find_test(lw, m, &t)) {
        l.induction = t.var;
        l.bound = t.bound;
        if (kind == LOOP_FOR && m->branches_end == m->branches + 1) {
            l.trips = trips(lw, m, &t);
        }
    }
    builder_loop(lw->b, header, &l);
}

static void body(struct lower *lw, CXCursor s, block_id on_break, block_id on_continue)
{
    struct jump_target target = {lw->targets, on_break, on_continue, lw->cleanups};
    lw->targets = &target;
    if (!clang_Cursor_isNull(s)) {
        lower_stmt(lw, s);
    }
    ASSERT(lw->targets == &target);
    lw->targets = target.outer;
}

static block_id open_block(struct lower *lw)
{
    block_id b = builder_block(lw->b);
    builder_jump(lw->b, lw->cur, b);
    lw->cur = b;
    return b;
}

static struct marks mark(struct lower *lw)
{
    struct marks m = {lw->stores.n, lw->stores.n, lw->stores.n, lw->stores.n, lw->branches.n,
                      lw->branches.n};
    return m;
}

void lower_while(struct lower *lw, CXCursor s)
{
    struct kids k;
    kids_of(lw->arena, s, &k);
    block_id header = open_block(lw), in = builder_block(lw->b), exit = builder_block(lw->b);
    struct marks m = mark(lw);
    bool has_cond = k.n >= 2 && is_expr(k.v[0]);
    if (has_cond) {
        lower_cond(lw, k.v[0], in, exit);
    } else {
        lw->is_partial = true;
        builder_branch(lw->b, lw->cur, lower_unknown(lw, (type_id){0}), in, exit,
                       extract_cursor_place(lw->x, s));
    }
    m.branches_end = lw->branches.n;
    lw->cur = in;
    body(lw, k.n > 0 ? k.v[k.n - 1] : clang_getNullCursor(), exit, header);
    builder_jump(lw->b, lw->cur, header);
    announce(lw, header, LOOP_WHILE, has_cond && !is_reached(lw, exit), &m, s);
    lw->cur = exit;
}

void lower_do(struct lower *lw, CXCursor s)
{
    struct kids k;
    kids_of(lw->arena, s, &k);
    block_id header = open_block(lw), again = builder_block(lw->b), exit = builder_block(lw->b);
    struct marks m = mark(lw);
    body(lw, k.n > 0 ? k.v[0] : clang_getNullCursor(), exit, again);
    builder_jump(lw->b, lw->cur, again);
    lw->cur = again;
    m.branches = lw->branches.n;
    bool has_cond = k.n >= 2 && is_expr(k.v[1]);
    if (has_cond) {
        lower_cond(lw, k.v[1], header, exit);
    } else {
        lw->is_partial = true;
        builder_branch(lw->b, lw->cur, lower_unknown(lw, (type_id){0}), header, exit,
                       extract_cursor_place(lw->x, s));
    }
    m.branches_end = lw->branches.n;
    announce(lw, header, LOOP_DO, has_cond && !is_reached(lw, exit), &m, s);
    lw->cur = exit;
}

void lower_for(struct lower *lw, CXCursor s)
{
    struct for_clauses c = for_clauses(lw, s);
    struct cleanup *outer = lw->cleanups;
    struct marks m = mark(lw);
    if (!clang_Cursor_isNull(c.init)) {
        lower_stmt(lw, c.init);
    }
    block_id header = open_block(lw), in = builder_block(lw->b), next = builder_block(lw->b),
             exit = builder_block(lw->b);
    m.cond = lw->stores.n;
    m.branches = lw->branches.n;
    bool has_cond = !clang_Cursor_isNull(c.cond);
    if (has_cond) {
        lower_cond(lw, c.cond, in, exit);
    } else {
        builder_jump(lw->b, lw->cur, in);
    }
    m.branches_end = lw->branches.n;
    lw->cur = in;
    body(lw, c.body, exit, next);
    builder_jump(lw->b, lw->cur, next);
    lw->cur = next;
    m.inc = lw->stores.n;
    if (!clang_Cursor_isNull(c.inc)) {
        lower_effect(lw, c.inc);
    }
    builder_jump(lw->b, lw->cur, header);
    announce(lw, header, LOOP_FOR, !has_cond || !is_reached(lw, exit), &m, s);
    lw->cur = exit;
    if (lw->cleanups != outer) {
        lower_run_cleanups(lw, lw->cur, lw->cleanups, outer, extract_cursor_place(lw->x, s));
        lw->cleanups = outer;
    }
}
