/* From the fork on, once with 0 as its result and once with a process id: what only the first
 * reaches is the child's. */
#include "flow/fork_side.h"

#include <string.h>

#include "flow/shape.h"

enum { MAX_DEPTH = 12 };

struct side {
    const struct func_shape *s;
    op_id fork;
    int64_t result;
    bool one_turn; /* not through the header of a loop around the fork */
    bool goes_on;  /* found: a way to the next turn, or out of the function */
};

bool site_forks(const struct flow_facts *f, site_id site)
{
    const struct site *s = &f->program->sites[site.v];
    const struct cat_func *cat = f->site_cat[site.v];

    ASSERT(site.v && site.v < f->program->n_sites);
    if (!s->n_edges)
        return cat && (cat->process == PROC_FORK || cat->process == PROC_VFORK);
    for (uint32_t e = 0; e < s->n_edges; e++)
        if (f->funcs[f->program->edges[s->first_edge + e].to.v].returns_pid)
            return true;
    return false;
}

/* The last store to what is loaded, in the order of the source: the result is tested near the
 * fork. */
static val_id loaded_value(const struct func_shape *s, op_id load)
{
    path_id id = s->unit->ops[load.v].path;
    const struct unit_path *path = &s->unit->paths[id.v];
    struct op_list list = shape_stores(s, path->root, path->id);
    val_id found = {0};

    for (uint32_t i = 0; i < list.n && list.v[i].op.v < load.v; i++)
        if (s->unit->ops[list.v[i].op.v].path.v == id.v)
            found = s->unit->ops[list.v[i].op.v].val;
    return found;
}

static bool compare(enum oper oper, int64_t a, int64_t b, int64_t *out)
{
    switch (oper) {
    case OPER_EQ: *out = a == b; return true;
    case OPER_NE: *out = a != b; return true;
    case OPER_LT: *out = a < b; return true;
    case OPER_LE: *out = a <= b; return true;
    case OPER_GT: *out = a > b; return true;
    case OPER_GE: *out = a >= b; return true;
    default: return false;
    }
}

static bool value(const struct side *k, val_id id, uint32_t depth, int64_t *out)
{
    const struct unit_val *v = &k->s->unit->vals[id.v];
    int64_t a, b;

    if (!id.v || depth > MAX_DEPTH)
        return false;
    switch (v->kind) {
    case VAL_INT: *out = v->num; return true;
    case VAL_CALL: *out = k->result; return v->a == k->fork.v;
    case VAL_LOAD: return value(k, loaded_value(k->s, (op_id){v->a}), depth + 1, out);
    case VAL_UN:
        if (!value(k, (val_id){v->a}, depth + 1, &a))
            return false;
        *out = v->oper == OPER_NOT ? !a : -a;
        return v->oper == OPER_NOT || v->oper == OPER_NEG;
    case VAL_BIN:
        return value(k, (val_id){v->a}, depth + 1, &a) && value(k, (val_id){v->b}, depth + 1, &b) &&
               compare((enum oper)v->oper, a, b, out);
    default: return false;
    }
}

/* Does the value speak of the fork at all? A test of constants alone decides nothing here. */
static bool speaks(const struct side *k, val_id id, uint32_t depth)
{
    const struct unit_val *v = &k->s->unit->vals[id.v];
    if (!id.v || depth > MAX_DEPTH)
        return false;
    switch (v->kind) {
    case VAL_CALL: return v->a == k->fork.v;
    case VAL_LOAD: return speaks(k, loaded_value(k->s, (op_id){v->a}), depth + 1);
    case VAL_UN: return speaks(k, (val_id){v->a}, depth + 1);
    case VAL_BIN:
        return speaks(k, (val_id){v->a}, depth + 1) || speaks(k, (val_id){v->b}, depth + 1);
    default: return false;
    }
}

static bool takes(const struct unit_block *b, const struct unit_succ *succs, uint32_t i,
                  bool is_known, int64_t value)
{
    if (!is_known || (b->term != TERM_BRANCH && b->term != TERM_SWITCH))
        return true;
    return b->term == TERM_BRANCH ? (value != 0) == (i == 0)
                                  : succ_takes(succs, b->succs.n, i, value);
}

static bool heads_loop_around(const struct side *k, uint32_t block)
{
    const struct func_shape *s = k->s;
    uint32_t first = s->func->blocks.first;
    loop_id l = s->unit->blocks[first + shape_block_of(s, k->fork)].loop;

    for (; l.v; l = s->unit->loops[l.v].parent)
        if (s->unit->loops[l.v].header.v == first + block)
            return true;
    return false;
}

static bool reach(struct side *k, bool *reached)
{
    const struct func_shape *s = k->s;
    uint32_t first = s->func->blocks.first, n = s->func->blocks.n, top = 0;
    uint32_t start = shape_block_of(s, k->fork);
    struct arena scratch;
    bool is_tested = false;

    arena_init(&scratch);
    bool *queued = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    stack[top++] = start;
    queued[start] = true;
    while (top) {
        uint32_t at = stack[--top];
        const struct unit_block *b = &s->unit->blocks[first + at];
        const struct unit_succ *succs = &s->unit->succs[b->succs.first];
        int64_t num = 0;
        bool is_known = speaks(k, b->val, 0) && value(k, b->val, 0, &num);
        is_tested |= is_known;
        k->goes_on |= b->term == TERM_RETURN;
        for (uint32_t i = 0; i < b->succs.n && !s->ends[at]; i++) {
            uint32_t to = succs[i].to.v - first;
            if (!takes(b, succs, i, is_known, num))
                continue;
            if (k->one_turn && heads_loop_around(k, to)) {
                k->goes_on = true;
                continue;
            }
            reached[to] = true;
            if (!queued[to]) {
                queued[to] = true;
                stack[top++] = to;
            }
        }
    }
    arena_release(&scratch);
    return is_tested;
}

bool fork_child_blocks(const struct flow_facts *f, site_id fork, bool *child)
{
    const struct site *site = &f->program->sites[fork.v];
    struct side k = {.s = flow_shape(f, site->caller), .fork = site->op};
    uint32_t n = k.s->func->blocks.n;
    struct arena scratch;
    bool any = false;

    ASSERT(fork.v && site->caller.v);
    arena_init(&scratch);
    bool *parent = arena_array(&scratch, bool, n + 1);
    memset(child, 0, n * sizeof *child);
    bool is_tested = reach(&k, child);
    k.result = 1;
    is_tested &= reach(&k, parent);
    for (uint32_t i = 0; i < n; i++) {
        child[i] = is_tested && child[i] && !parent[i];
        any |= child[i];
    }
    arena_release(&scratch);
    return any;
}

/* ---- what is the child's, unless nobody forks ---- */
static void add_beside(const struct flow_facts *f, site_id fork, bool **beside)
{
    const struct program *p = f->program;
    gfunc_id func = p->sites[fork.v].caller;
    struct side k = {.s = flow_shape(f, func), .fork = p->sites[fork.v].op, .one_turn = true};
    uint32_t n = k.s->func->blocks.n;
    struct arena scratch;

    arena_init(&scratch);
    bool *child = arena_array(&scratch, bool, n + 1), *parent = arena_array(&scratch, bool, n + 1);
    bool is_tested = reach(&k, child);
    k.result = 1;
    k.goes_on = false;
    is_tested &= reach(&k, parent);
    bool is_main = !strcmp(p->funcs[func.v].name, "main");
    for (uint32_t b = 0; b < n && is_main; b++) /* a parent that leaves main() is gone */
        k.goes_on &= !parent[b] || k.s->unit->blocks[k.s->func->blocks.first + b].term !=
                                       TERM_RETURN;
    for (uint32_t b = 0; b < n && is_tested && k.goes_on; b++) {
        if (!child[b] || parent[b])
            continue;
        if (!beside[func.v])
            beside[func.v] = arena_array(f->arena, bool, n + 1);
        beside[func.v][b] = true;
    }
    arena_release(&scratch);
}

const bool *fork_beside_blocks(const struct flow_facts *f, gfunc_id func)
{
    bool **beside = f->lazy->beside_forks;

    ASSERT(func.v && func.v < f->program->n_funcs);
    if (!beside) {
        beside = f->lazy->beside_forks = arena_array(f->arena, bool *, f->program->n_funcs + 1);
        for (uint32_t i = 1; i < f->program->n_sites; i++)
            if (site_forks(f, (site_id){i}))
                add_beside(f, (site_id){i}, beside);
    }
    return beside[func.v];
}
