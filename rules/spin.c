/*
 * The way is found on blocks: those of the loop that only do quiet things (reads, stores to the
 * function's own variables, locks, short sleeps, looks, calls of functions that only do such
 * things), from the header back to it. At a branch on what a look returned only the side for "not
 * yet" is followed, so a loop that goes on with what it got is none of these.
 *
 * Then each test that leads off the way is asked for what it depends on. A counter, a pointer that
 * moves on or the time bounds the loop: no finding. Memory that nothing on the way writes is what
 * it waits for.
 */
#include "rules/spin_quiet.h"

#include <string.h>

#include "flow/shape.h"

enum { MAX_DEPTH = 10, LINUX_EAGAIN = 11, MAX_PATH = 48, MAX_TESTS = 24, MAX_STEPS = 4000,
       MAX_PURE_OPS = 12 };

struct test { /* on the way: this was found to be so, and nobody changes it */
    path_id path, other; /* compared with this one; 0: with num */
    enum oper oper; /* OPER_NE with 0: is not zero */
    int64_t num;
    bool holds;
};
struct turn { /* one loop that is asked about */
    struct spins *p;
    gfunc_id func;
    const struct func_shape *s;
    loop_id loop;
    bool *way;  /* [block] on some quiet way around */
    bool *path; /* [block] on the way that is looked at */
    struct test tests[MAX_TESTS];
    uint32_t order[MAX_PATH]; /* its blocks, as they come */
    uint32_t n_tests, length, steps;
    uint32_t asked, nested; /* depends(): index of a local + 1; calls of itself */
    struct spin out;
    bool has_shared, has_look, has_writer, is_bounded, reads_locked;
};

/* ---- the way around ---- */
struct known {
    bool is_known;
    int64_t num;
};

static bool is_errno(const struct unit *u, path_id id)
{
    const struct unit_path *p = &u->paths[id.v];
    return p->root == ROOT_CALL && u->ops[p->id].callee.v &&
           !strcmp(unit_str(u, u->syms[u->ops[p->id].callee.v].name), "__errno_location");
}

static struct known compare(enum oper oper, int64_t a, int64_t b)
{
    switch (oper) {
    case OPER_EQ: return (struct known){true, a == b};
    case OPER_NE: return (struct known){true, a != b};
    case OPER_LT: return (struct known){true, a < b};
    case OPER_LE: return (struct known){true, a <= b};
    case OPER_GT: return (struct known){true, a > b};
    case OPER_GE: return (struct known){true, a >= b};
    default: return (struct known){0};
    }
}

/* The last store to the local before the load, on the way that is looked at. */
static op_id stored_on_path(const struct turn *t, op_id load)
{
    const struct unit *u = t->s->unit;
    uint32_t local = shape_local(t->s, &u->paths[u->ops[load.v].path.v]);
    op_id found = {0};

    if (local == UINT32_MAX)
        return found;
    for (uint32_t k = t->length; k-- > 0 && !found.v;)
        for (uint32_t i = t->s->store_first[local]; i < t->s->store_first[local + 1]; i++) {
            op_id store = t->s->stores[i];
            bool is_later = t->order[k] == shape_block_of(t->s, load) && store.v > load.v;
            if (shape_block_of(t->s, store) == t->order[k] && !is_later)
                found = store;
        }
    return found;
}

/* The value while nothing has happened yet. */
static struct known value_yet(const struct turn *t, val_id id, uint32_t depth)
{
    const struct unit *u = t->s->unit;
    const struct unit_val *v = &u->vals[id.v];
    int64_t num;

    if (!id.v || depth > MAX_DEPTH)
        return (struct known){0};
    switch (v->kind) {
    case VAL_INT: return (struct known){true, v->num};
    case VAL_CALL: {
        site_id site = program_site(t->p->ctx->program, t->func, (op_id){v->a});
        if (site.v && quiet_not_yet(t->p->ctx->flow, site, &num))
            return (struct known){true, num};
        return (struct known){0};
    }
    case VAL_LOAD: {
        if (is_errno(u, u->ops[v->a].path))
            return (struct known){true, LINUX_EAGAIN};
        op_id store = t->length ? stored_on_path(t, (op_id){v->a})
                                : shape_reaching_store(t->s, (op_id){v->a});
        if (!store.v || (!t->length && u->vals[u->ops[store.v].val.v].kind == VAL_INT))
            return (struct known){0};
        return value_yet(t, u->ops[store.v].val, depth + 1);
    }
    case VAL_UN: {
        struct known a = value_yet(t, (val_id){v->a}, depth + 1);
        return v->oper == OPER_NOT ? (struct known){a.is_known, !a.num} : (struct known){0};
    }
    case VAL_BIN: {
        struct known a = value_yet(t, (val_id){v->a}, depth + 1);
        struct known b = value_yet(t, (val_id){v->b}, depth + 1);
        return a.is_known && b.is_known ? compare((enum oper)v->oper, a.num, b.num)
                                        : (struct known){0};
    }
    default: return (struct known){0};
    }
}

static bool may_take(const struct unit_block *b, const struct unit_succ *succs, uint32_t i,
                     struct known v)
{
    if (!v.is_known || (b->term != TERM_BRANCH && b->term != TERM_SWITCH))
        return true;
    return b->term == TERM_BRANCH ? (v.num != 0) == (i == 0)
                                  : succ_takes(succs, b->succs.n, i, v.num);
}

/* Does the block lead to the header, or to a block that does? */
static bool leads_back(const struct turn *t, uint32_t block, const bool *back, uint32_t header)
{
    const struct unit *u = t->s->unit;
    const struct unit_block *b = &u->blocks[t->s->func->blocks.first + block];
    struct known v = value_yet(t, b->val, 0);

    for (uint32_t i = 0; i < b->succs.n; i++) {
        uint32_t to = u->succs[b->succs.first + i].to.v - t->s->func->blocks.first;
        if ((to == header || back[to]) && may_take(b, &u->succs[b->succs.first], i, v))
            return true;
    }
    return false;
}

/* Marks in t->way the quiet blocks from which the header is reached again, and which it reaches. */
static bool find_way(struct turn *t, struct arena *scratch)
{
    const struct func_shape *s = t->s;
    uint32_t first = s->func->blocks.first, n = s->func->blocks.n, top = 0;
    uint32_t header = s->unit->loops[t->loop.v].header.v - first;
    bool *reached = arena_array(scratch, bool, n + 1);
    uint32_t *stack = arena_array(scratch, uint32_t, n + 1);
    bool comes_back = false, changed = true;

    stack[top++] = header;
    reached[header] = true;
    while (top) {
        uint32_t at = stack[--top];
        const struct unit_block *b = &s->unit->blocks[first + at];
        struct quiet q = {.p = t->p};
        if (!quiet_block(&q, t->func, at, NULL)) {
            reached[at] = false;
            continue;
        }
        t->way[at] = true; /* for now: quiet and reached */
        struct known v = value_yet(t, b->val, 0);
        for (uint32_t i = 0; i < b->succs.n && !s->ends[at]; i++) {
            uint32_t to = s->unit->succs[b->succs.first + i].to.v - first;
            if (!may_take(b, &s->unit->succs[b->succs.first], i, v) ||
                !shape_in_loop(s, to, t->loop))
                continue;
            comes_back |= to == header;
            if (!reached[to]) {
                reached[to] = true;
                stack[top++] = to;
            }
        }
    }
    if (!comes_back)
        return false;
    bool *back = arena_array(scratch, bool, n + 1);
    while (changed) {
        changed = false;
        for (uint32_t b = 0; b < n; b++)
            if (t->way[b] && !back[b] && leads_back(t, b, back, header))
                changed = back[b] = true;
    }
    for (uint32_t b = 0; b < n; b++)
        t->way[b] &= back[b];
    return t->way[header];
}

/* ---- what its end depends on ---- */
static void depends(struct turn *t, val_id id, uint32_t depth);
static void depends_on_arg(struct turn *t, val_id v, uint32_t depth);

static void note_memory(struct turn *t, path_id id)
{
    const struct unit *u = t->s->unit;
    const struct program *p = t->p->ctx->program;
    const struct unit_path *path = &u->paths[id.v];
    node_id node = flow_node(p, t->func, id);
    uint32_t writer = node.v ? t->p->writer[node.v] : 0;

    for (uint32_t i = 0; i < path->sels.n; i++) /* also of a table that never changes */
        if (u->sels[path->sels.first + i].kind == SEL_INDEX_VAL)
            depends(t, (val_id){u->sels[path->sels.first + i].id}, MAX_DEPTH / 2);
    if (path->root == ROOT_SYM && (u->types[path->type.v].quals & QUAL_CONST))
        return;
    t->has_shared = true;
    t->has_writer |= writer && writer != t->func.v;
    if (!t->out.what && path->root == ROOT_SYM)
        t->out.what = p->syms[p->unit_syms[p->funcs[t->func.v].unit][path->id].v].name;
    for (uint32_t i = 0; i < path->sels.n; i++) {
        const struct unit_sel *sel = &u->sels[path->sels.first + i];
        if (sel->kind == SEL_FIELD && unit_str(u, u->fields[sel->id].name)[0])
            t->out.what = unit_str(u, u->fields[sel->id].name);
    }
}

/* Is the object, or a pointer on the way to it, stored to on the way? */
static bool path_changes(const struct turn *t, path_id id)
{
    const struct unit *u = t->s->unit;
    const struct unit_path *p = &u->paths[id.v];
    struct op_list list = shape_stores(t->s, p->root, p->id);

    for (uint32_t i = 0; i < list.n; i++) {
        const struct unit_path *to = &u->paths[u->ops[list.v[i].op.v].path.v];
        bool is_part = to->sels.n <= p->sels.n && t->path[shape_block_of(t->s, list.v[i].op)];
        for (uint32_t k = 0; k < to->sels.n && is_part; k++) {
            const struct unit_sel *a = &u->sels[to->sels.first + k];
            const struct unit_sel *b = &u->sels[p->sels.first + k];
            is_part = a->kind == b->kind && a->id == b->id && a->num == b->num;
        }
        if (is_part)
            return true;
    }
    return false;
}

/* A local that the way itself changes: by what? */
static bool changes_local(struct turn *t, uint32_t local, uint32_t depth)
{
    const struct func_shape *s = t->s;
    bool changes = false;
    for (uint32_t i = s->store_first[local]; i < s->store_first[local + 1]; i++) {
        const struct unit_op *op = &s->unit->ops[s->stores[i].v];
        if (!t->path[shape_block_of(s, s->stores[i])] || op->kind != OP_STORE)
            continue;
        changes = true;
        uint32_t outer = t->asked;
        if ((op->flags & OPF_COMPOUND) || outer == local + 1) { /* from its own last value */
            t->is_bounded = true;
            continue;
        }
        t->asked = outer ? outer : local + 1;
        depends(t, op->val, depth + 1);
        t->asked = outer;
    }
    return changes;
}

static void depends_on_load(struct turn *t, op_id load, uint32_t depth)
{
    const struct unit *u = t->s->unit;
    const struct unit_op *op = &u->ops[load.v];
    const struct unit_path *path = &u->paths[op->path.v];
    uint32_t local = shape_local(t->s, path);

    if (op->kind == OP_ATOMIC) {
        note_memory(t, op->path);
        return;
    }
    if (is_errno(u, op->path))
        return;
    if (local != UINT32_MAX) {
        if (op->flags & OPF_VOLATILE)
            t->has_shared = true;
        (void)changes_local(t, local, depth);
        return;
    }
    for (uint32_t i = 0; path->root == ROOT_CALL && i < u->ops[path->id].args.n; i++)
        depends_on_arg(t, u->args[u->ops[path->id].args.first + i].val, depth + 1);
    if (quiet_is_own(u, op->path)) {
        t->is_bounded |= path_changes(t, op->path);
        t->has_shared |= (op->flags & OPF_VOLATILE) != 0;
        return;
    }
    if (path_changes(t, op->path)) {
        t->is_bounded = true; /* the pointer moves on */
        return;
    }
    if (path->root == ROOT_SYM || path->root == ROOT_LOCAL || path->root == ROOT_PARAM)
        note_memory(t, op->path);
}

/* An argument that differs from turn to turn: the call is about another object each time. */
static void depends_on_arg(struct turn *t, val_id v, uint32_t depth)
{
    const struct unit *u = t->s->unit;
    const struct unit_val *val = &u->vals[v.v];

    if (!v.v || depth > MAX_DEPTH)
        return;
    if (val->kind == VAL_LOAD)
        t->is_bounded |= path_changes(t, u->ops[val->a].path);
    else if (val->kind == VAL_ADDR)
        t->is_bounded |= path_changes(t, (path_id){val->a});
    else if (val->kind == VAL_BIN || val->kind == VAL_UN) {
        depends_on_arg(t, (val_id){val->a}, depth + 1);
        depends_on_arg(t, (val_id){val->kind == VAL_BIN ? val->b : 0}, depth + 1);
    }
}

static void depends_on_call(struct turn *t, op_id call)
{
    const struct program *p = t->p->ctx->program;
    site_id site = program_site(p, t->func, call);
    const struct cat_func *cat = site.v ? t->p->ctx->flow->site_cat[site.v] : NULL;
    struct quiet q = {.p = t->p};

    if (!site.v)
        return;
    if (!p->sites[site.v].n_edges) {
        t->is_bounded |= cat && cat->spin == SPIN_PLAIN; /* the time */
        t->has_shared |= cat && cat->spin == SPIN_READ;
        return;
    }
    if (!t->out.what)
        t->out.what = arena_printf(t->p->ctx->arena, "%s()",
                                   p->syms[p->sites[site.v].callee.v].name);
    const struct unit_op *op = &t->s->unit->ops[call.v];
    for (uint32_t i = 0; i < op->args.n; i++) /* another object each time? */
        depends_on_arg(t, t->s->unit->args[op->args.first + i].val, 0);
    if (quiet_call(&q, site, NULL) && q.reads_shared)
        t->has_shared = t->has_writer = true;
}

static void depends(struct turn *t, val_id id, uint32_t depth)
{
    const struct unit_val *v = &t->s->unit->vals[id.v];

    if (!id.v || depth > MAX_DEPTH || t->nested >= 2 * MAX_DEPTH)
        return;
    t->nested++;
    switch (v->kind) {
    case VAL_LOAD: depends_on_load(t, (op_id){v->a}, depth + 1); break;
    case VAL_CALL: depends_on_call(t, (op_id){v->a}); break;
    case VAL_ADDR: depends_on_arg(t, id, depth + 1); break;
    case VAL_UN: depends(t, (val_id){v->a}, depth + 1); break;
    case VAL_BIN:
    case VAL_PHI:
        depends(t, (val_id){v->a}, depth + 1);
        depends(t, (val_id){v->b}, depth + 1);
        break;
    default: break;
    }
    t->nested--;
}

/* Asks every test on the way that can lead off it. */
static bool find_ends(struct turn *t)
{
    const struct func_shape *s = t->s;
    uint32_t first = s->func->blocks.first;
    bool has_end = false;

    for (uint32_t b = 0; b < s->func->blocks.n; b++) {
        const struct unit_block *block = &s->unit->blocks[first + b];
        bool leaves = false;
        for (uint32_t i = 0; t->path[b] && i < block->succs.n; i++)
            leaves |= !t->way[s->unit->succs[block->succs.first + i].to.v - first];
        if (leaves)
            depends(t, block->val, 0);
        has_end |= leaves;
    }
    return has_end;
}

/* ---- what it does in a turn ---- */
static enum spin_on look_kind(const struct cat_func *cat)
{
    if (cat->process == PROC_WAIT)
        return SPIN_ON_CHILD;
    if (cat->waits)
        return SPIN_ON_POLL;
    if (!strcmp(cat->name, "kill"))
        return SPIN_ON_PROCESS;
    return cat->lock ? SPIN_ON_LOCK : SPIN_ON_CALL;
}

static void find_looks(struct turn *t)
{
    const struct program *p = t->p->ctx->program;
    const struct prog_func *pf = &p->funcs[t->func.v];
    struct quiet q = {.p = t->p, .out = &t->out};
    int64_t num;

    for (uint32_t i = 0; i < t->length; i++)
        (void)quiet_block(&q, t->func, t->order[i], NULL);
    t->reads_locked = q.reads_locked;
    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        const struct cat_func *cat = t->p->ctx->flow->site_cat[site.v];
        if (!t->path[shape_block_of(t->s, p->sites[site.v].op)] ||
            !quiet_not_yet(t->p->ctx->flow, site, &num))
            continue;
        t->has_look = true;
        t->out.on = look_kind(cat);
        t->out.what = arena_printf(t->p->ctx->arena, "%s()", cat->name);
    }
}

/* A lock or barrier made by hand: it changes an atomic word, and then waits for one. */
static bool is_primitive(const struct turn *t)
{
    for (uint32_t i = 0; i < t->s->func->ops.n; i++) {
        const struct unit_op *op = &t->s->unit->ops[t->s->func->ops.first + i];
        if (op->kind == OP_ATOMIC && (op->flags & OPF_STORES) && (op->flags & OPF_LOADS))
            return true;
    }
    return false;
}

static enum confidence sureness(const struct turn *t)
{
    const struct spin *o = &t->out;
    bool waits = o->sleep_ms >= 0 || o->yields || o->locks;

    if (o->sleep_ms < 0 && is_primitive(t))
        return CONF_LOW;
    if (t->has_look)
        return o->sleep_ms > 10 ? CONF_MEDIUM : CONF_HIGH;
    if (!t->has_writer)
        return waits ? CONF_MEDIUM : CONF_LOW;
    return o->relaxes || o->sleep_ms > 10 ? CONF_MEDIUM : CONF_HIGH;
}

/* ---- one way after the other ---- */
/* The test of a branch as one of memory that nobody writes on the way; false: some other. */
static bool test_of(const struct turn *t, const struct unit_block *b, struct test *out)
{
    const struct unit *u = t->s->unit;
    const struct unit_val *v = &u->vals[b->val.v];

    if (b->term != TERM_BRANCH)
        return false;
    *out = (struct test){.oper = OPER_NE};
    bool holds = true;
    for (; v->kind == VAL_UN && v->oper == OPER_NOT; v = &u->vals[v->a])
        holds = !holds;
    if (v->kind == VAL_BIN && u->vals[v->b].kind == VAL_INT) {
        out->oper = (enum oper)v->oper;
        out->num = u->vals[v->b].num;
        v = &u->vals[v->a];
    } else if (v->kind == VAL_BIN && u->vals[v->b].kind == VAL_LOAD &&
               u->vals[v->a].kind == VAL_LOAD) {
        out->oper = (enum oper)v->oper;
        out->other = u->ops[u->vals[v->b].a].path;
        v = &u->vals[v->a];
    }
    if (out->oper == OPER_EQ) {
        out->oper = OPER_NE;
        holds = !holds;
    }
    if (v->kind != VAL_LOAD || is_errno(u, u->ops[v->a].path))
        return false;
    op_id copy = stored_on_path(t, (op_id){v->a}); /* p = q->head; if (p) */
    if (copy.v && u->vals[u->ops[copy.v].val.v].kind == VAL_LOAD)
        v = &u->vals[u->ops[copy.v].val.v];
    out->path = u->ops[v->a].path;
    out->holds = holds;
    return true;
}

/* Does it agree with what was found before on the way? */
static bool agrees(const struct turn *t, const struct test *now)
{
    for (uint32_t i = 0; i < t->n_tests; i++)
        if (t->tests[i].path.v == now->path.v && t->tests[i].other.v == now->other.v &&
            t->tests[i].oper == now->oper &&
            t->tests[i].num == now->num && t->tests[i].holds != now->holds)
            return false;
    return true;
}

/* Without a pause of any kind: only a loop that is nothing but the look. */
static bool is_pure(const struct turn *t)
{
    uint32_t ops = 0;
    for (uint32_t b = 0; b < t->s->func->blocks.n; b++) {
        if (!shape_in_loop(t->s, b, t->loop))
            continue;
        if (!t->path[b])
            return false;
        ops += t->s->unit->blocks[t->s->func->blocks.first + b].ops.n;
    }
    return ops <= MAX_PURE_OPS;
}

static bool judge_path(struct turn *t)
{
    ASSERT(t->length && t->length <= MAX_PATH);
    t->out = (struct spin){.sleep_ms = -1};
    t->has_shared = t->has_look = t->has_writer = t->is_bounded = false;
    if (!find_ends(t))
        return false;
    find_looks(t);
    if (!t->has_shared && !t->has_look)
        return false;
    t->out.conf = sureness(t);
    if (t->is_bounded) { /* a lock with a time-out, made by hand */
        t->out.is_bounded = true;
        t->out.conf = CONF_MEDIUM;
        return t->has_look && t->out.on == SPIN_ON_LOCK && t->out.sleep_ms > 0;
    }
    if (t->out.sleep_ms >= 0 || t->out.yields || t->has_look)
        return true;
    /* Locking and unlocking alone waits for whoever holds the lock. */
    return t->out.locks ? t->reads_locked : is_pure(t);
}

/* Goes on from block `at` to the header by ways that agree with themselves; true when one of them
 * is a wait. As deep as a path is long. */
static bool try_paths(struct turn *t, uint32_t at, uint32_t header)
{
    const struct unit *u = t->s->unit;
    uint32_t first = t->s->func->blocks.first;
    const struct unit_block *b = &u->blocks[first + at];
    struct test test = {0};
    bool found = false;

    if (t->steps++ > MAX_STEPS || t->length >= MAX_PATH)
        return false;
    ASSERT(!t->path[at] && t->length < MAX_PATH);
    t->path[at] = true;
    t->order[t->length++] = at;
    struct known v = value_yet(t, b->val, 0);
    bool is_test = test_of(t, b, &test), holds = test.holds;
    for (uint32_t i = 0; i < b->succs.n && !found; i++) {
        uint32_t to = u->succs[b->succs.first + i].to.v - first, n_tests = t->n_tests;
        test.holds = holds == (i == 0);
        if (!may_take(b, &u->succs[b->succs.first], i, v) || (is_test && !agrees(t, &test)))
            continue;
        if (to == header) {
            found = judge_path(t);
            continue;
        }
        if (!t->way[to] || t->path[to])
            continue;
        if (is_test && t->n_tests < MAX_TESTS)
            t->tests[t->n_tests++] = test;
        found = try_paths(t, to, header);
        t->n_tests = n_tests;
    }
    t->path[at] = false;
    t->length--;
    return found;
}

bool spin_judge(struct spins *p, gfunc_id func, loop_id loop, struct spin *out)
{
    struct turn t = {.p = p, .func = func, .s = flow_shape(p->ctx->flow, func), .loop = loop};
    const struct unit_loop *l = &t.s->unit->loops[loop.v];
    struct arena scratch;

    ASSERT(func.v && loop.v);
    if (l->flags & LOOP_IRREDUCIBLE)
        return false;
    arena_init(&scratch);
    t.way = arena_array(&scratch, bool, t.s->func->blocks.n + 1);
    t.path = arena_array(&scratch, bool, t.s->func->blocks.n + 1);
    bool turns = find_way(&t, &scratch) &&
                 try_paths(&t, l->header.v - t.s->func->blocks.first,
                           l->header.v - t.s->func->blocks.first);
    arena_release(&scratch);
    *out = t.out;
    return turns;
}

struct spins *spins_new(struct rule_context *ctx)
{
    const struct program *p = ctx->program;
    struct spins *s = arena_new(ctx->arena, struct spins);

    s->ctx = ctx;
    s->writer = arena_array(ctx->arena, uint32_t, flow_node_count(p) + 1);
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        const struct unit *u = program_unit(p, (gfunc_id){i});
        const struct unit_func *uf = program_func(p, (gfunc_id){i});
        for (uint32_t k = 0; k < uf->ops.n; k++) {
            const struct unit_op *op = &u->ops[uf->ops.first + k];
            if (op->kind != OP_STORE && !(op->kind == OP_ATOMIC && (op->flags & OPF_STORES)))
                continue;
            uint32_t *w = &s->writer[flow_node(p, (gfunc_id){i}, op->path).v];
            *w = *w && *w != i ? UINT32_MAX : i;
        }
    }
    s->writer[0] = 0;
    return s;
}

/* ---- callbacks ---- */
static bool returns_true(const struct unit *u, const struct unit_block *b)
{
    return u->vals[b->val.v].kind == VAL_INT && u->vals[b->val.v].num != 0;
}

struct passing {
    site_id by;
    uint32_t must; /* the block of by */
};
/* Goes on from block `at` to a return, by ways that agree with themselves. As deep as a path is
 * long. */
static bool try_ways(struct turn *t, const struct passing *c, uint32_t at, bool has_passed)
{
    const struct unit *u = t->s->unit;
    uint32_t first = t->s->func->blocks.first;
    const struct unit_block *b = &u->blocks[first + at];
    struct test test = {0};
    bool found = false;

    if (t->steps++ > MAX_STEPS || t->length >= MAX_PATH || !t->way[at])
        return false;
    ASSERT(!t->path[at]);
    t->path[at] = true;
    t->order[t->length++] = at;
    has_passed |= c->by.v && at == c->must;
    if (b->term == TERM_RETURN)
        found = c->by.v ? has_passed : returns_true(u, b);
    struct known v = value_yet(t, b->val, 0);
    bool is_test = test_of(t, b, &test), holds = test.holds;
    for (uint32_t i = 0; i < b->succs.n && !found; i++) {
        uint32_t to = u->succs[b->succs.first + i].to.v - first, n_tests = t->n_tests;
        test.holds = holds == (i == 0);
        if (!may_take(b, &u->succs[b->succs.first], i, v) || (is_test && !agrees(t, &test)) ||
            t->path[to])
            continue;
        if (is_test && t->n_tests < MAX_TESTS)
            t->tests[t->n_tests++] = test;
        found = try_ways(t, c, to, has_passed);
        t->n_tests = n_tests;
    }
    t->path[at] = false;
    t->length--;
    return found;
}

bool spin_passes(struct spins *p, gfunc_id func, site_id by)
{
    struct turn t = {.p = p, .func = func, .s = flow_shape(p->ctx->flow, func)};
    struct passing c = {by, by.v ? shape_block_of(t.s, p->ctx->program->sites[by.v].op) : 0};
    struct arena scratch;

    arena_init(&scratch);
    t.way = arena_array(&scratch, bool, t.s->func->blocks.n + 1);
    t.path = arena_array(&scratch, bool, t.s->func->blocks.n + 1);
    for (uint32_t b = 0; b < t.s->func->blocks.n; b++) {
        struct quiet q = {.p = p, .allowed = by};
        t.way[b] = !t.s->ends[b] && quiet_block(&q, func, b, NULL);
    }
    bool found = try_ways(&t, &c, 0, false);
    arena_release(&scratch);
    return found;
}
