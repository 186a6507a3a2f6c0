#include "flow/retry.h"

#include <string.h>

#include "flow/shape.h"

enum { LINUX_EAGAIN = 11, MAX_STATES = 512, ENV_PATHS = 8 };

static bool site_waits(const struct flow_facts *f, site_id site)
{
    const struct site *s = &f->program->sites[site.v];
    const struct cat_func *cat = f->site_cat[site.v];

    if (!s->n_edges)
        return cat && (cat->waits || (cat->blocks && cat->blocks->device == DEV_TIMER));
    return s->callee.v && f->funcs[f->program->edges[s->first_edge].to.v].waits;
}

bool loop_waits(const struct flow_facts *f, gfunc_id func, loop_id loop)
{
    const struct prog_func *pf = &f->program->funcs[func.v];
    const struct func_shape *s = flow_shape(f, func);

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        uint32_t block = shape_block_of(s, f->program->sites[site.v].op);
        if (site_waits(f, site) && shape_in_loop(s, block, loop))
            return true;
    }
    return false;
}

/* ---- errno ---- */
static bool is_errno_path(const struct unit *u, path_id id)
{
    const struct unit_path *path = &u->paths[id.v];
    if (path->root != ROOT_CALL)
        return false;
    const struct unit_op *call = &u->ops[path->id];
    return call->callee.v &&
           !strcmp(unit_str(u, u->syms[call->callee.v].name), "__errno_location");
}

/* Is v errno, or a local that was set to it? */
static bool is_errno(const struct func_shape *s, val_id v)
{
    const struct unit *u = s->unit;
    const struct unit_val *val = &u->vals[v.v];
    if (val->kind != VAL_LOAD)
        return false;
    if (is_errno_path(u, u->ops[val->a].path))
        return true;
    op_id store = shape_reaching_store(s, (op_id){val->a});
    if (!store.v)
        return false;
    const struct unit_val *from = &u->vals[u->ops[store.v].val.v];
    return from->kind == VAL_LOAD && is_errno_path(u, u->ops[from->a].path);
}

/* The successor that is taken when errno is EAGAIN, or -1 when the block does not test for it. */
static int again_successor(const struct func_shape *s, const struct unit_block *b)
{
    const struct unit *u = s->unit;
    if (b->term == TERM_SWITCH && is_errno(s, b->val)) {
        for (uint32_t i = 0; i < b->succs.n; i++)
            if (u->succs[b->succs.first + i].lo == LINUX_EAGAIN &&
                !(u->succs[b->succs.first + i].flags & SUCC_DEFAULT))
                return (int)i;
        return -1;
    }
    const struct unit_val *v = &u->vals[b->val.v];
    if (b->term != TERM_BRANCH || v->kind != VAL_BIN || (v->oper != OPER_EQ && v->oper != OPER_NE))
        return -1;
    val_id left = {v->a}, right = {v->b};
    if (u->vals[left.v].kind == VAL_INT) {
        left.v = v->b;
        right.v = v->a;
    }
    if (u->vals[right.v].kind != VAL_INT || u->vals[right.v].num != LINUX_EAGAIN ||
        !is_errno(s, left))
        return -1;
    return v->oper == OPER_EQ ? 0 : 1;
}

/* ---- the way back to the call, with what is known on it ---- */
struct env { /* what was set to a constant on the way */
    uint32_t n;
    path_id path[ENV_PATHS];
    int64_t num[ENV_PATHS];
};
struct state {
    uint32_t block;
    struct env env;
};
struct known {
    bool is_known;
    int64_t num;
};

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

static struct known value_in(const struct func_shape *s, const struct env *env, val_id id,
                             uint32_t depth)
{
    const struct unit_val *v = &s->unit->vals[id.v];
    if (!id.v || depth > 8)
        return (struct known){0};
    if (v->kind == VAL_INT)
        return (struct known){true, v->num};
    if (v->kind == VAL_LOAD) {
        for (uint32_t i = 0; i < env->n; i++)
            if (env->path[i].v == s->unit->ops[v->a].path.v)
                return (struct known){true, env->num[i]};
        return is_errno(s, id) ? (struct known){true, LINUX_EAGAIN} : (struct known){0};
    }
    if (v->kind == VAL_UN && v->oper == OPER_NOT) {
        struct known a = value_in(s, env, (val_id){v->a}, depth + 1);
        return (struct known){a.is_known, !a.num};
    }
    if (v->kind == VAL_BIN) {
        struct known a = value_in(s, env, (val_id){v->a}, depth + 1);
        struct known b = value_in(s, env, (val_id){v->b}, depth + 1);
        return a.is_known && b.is_known ? compare((enum oper)v->oper, a.num, b.num)
                                        : (struct known){0};
    }
    return (struct known){0};
}

static void env_drop(struct env *env, uint32_t i)
{
    env->n--;
    env->path[i] = env->path[env->n];
    env->num[i] = env->num[env->n];
}

static void env_set(struct env *env, path_id path, struct known v)
{
    uint32_t i = 0;
    while (i < env->n && env->path[i].v != path.v)
        i++;
    if (!v.is_known && i < env->n)
        env_drop(env, i);
    if (!v.is_known || i == ENV_PATHS)
        return;
    if (i == env->n)
        env->n++;
    env->path[i] = path;
    env->num[i] = v.num;
}

/* Nobody else writes a local whose address is not taken. */
static bool is_private(const struct func_shape *s, path_id path)
{
    uint32_t local = shape_local(s, &s->unit->paths[path.v]);
    return local != UINT32_MAX &&
           !(s->unit->locals[s->func->locals.first + local].flags & LOCAL_ADDR_TAKEN);
}

static bool has_index(const struct unit *u, path_id path)
{
    const struct unit_path *p = &u->paths[path.v];
    for (uint32_t i = 0; i < p->sels.n; i++)
        if (u->sels[p->sels.first + i].kind >= SEL_INDEX_CONST)
            return true;
    return false;
}

static void run_block(const struct func_shape *s, uint32_t block, struct env *env)
{
    const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + block];
    for (uint32_t i = 0; i < b->ops.n; i++) {
        const struct unit_op *op = &s->unit->ops[b->ops.first + i];
        if (op->kind == OP_STORE && !has_index(s->unit, op->path))
            env_set(env, op->path, value_in(s, env, op->val, 0));
        for (uint32_t k = env->n; op->kind == OP_CALL && k-- > 0;)
            if (!is_private(s, env->path[k]))
                env_drop(env, k);
    }
}

static uint64_t state_key(const struct state *st)
{
    uint64_t h = hash_mix(st->block, st->env.n);
    for (uint32_t i = 0; i < st->env.n; i++) /* the order of stores counts: more states, no fewer */
        h = hash_mix(hash_mix(h, st->env.path[i].v), (uint64_t)st->env.num[i]);
    return h;
}

static bool may_take(const struct unit_block *b, const struct unit_succ *succs, uint32_t i,
                     struct known cond)
{
    if (!cond.is_known)
        return true;
    if (b->term == TERM_BRANCH)
        return (cond.num != 0) == (i == 0);
    return b->term != TERM_SWITCH || succ_takes(succs, b->succs.n, i, cond.num);
}

/* From block `from`, does control come back to the block of the call without leaving the loop? */
static bool comes_back(const struct func_shape *s, uint32_t from, uint32_t call, loop_id loop)
{
    const struct unit *u = s->unit;
    uint32_t first = s->func->blocks.first, known;
    VEC(struct state) work = {0};
    struct map seen;
    struct arena scratch;
    bool found = false;

    arena_init(&scratch);
    map_init(&seen, &scratch);
    vec_push(&scratch, &work, ((struct state){.block = from}));
    while (work.n && !found && seen.n < MAX_STATES) {
        struct state st = work.v[--work.n];
        if (map_get(&seen, state_key(&st), &known))
            continue;
        map_set(&seen, state_key(&st), 1);
        found = st.block == call;
        run_block(s, st.block, &st.env);
        const struct unit_block *b = &u->blocks[first + st.block];
        struct known cond = value_in(s, &st.env, b->val, 0);
        for (uint32_t i = 0; i < b->succs.n && !s->ends[st.block]; i++) {
            uint32_t to = u->succs[b->succs.first + i].to.v - first;
            if (!may_take(b, &u->succs[b->succs.first], i, cond) || !shape_in_loop(s, to, loop))
                continue;
            vec_push(&scratch, &work, ((struct state){.block = to, .env = st.env}));
        }
    }
    arena_release(&scratch);
    return found;
}

/* ---- does the test speak of this call? ---- */
/* A call that errno may speak of: on a descriptor, through a pointer, or of the program's own.
 * Other library functions (perror, strlen) stand between a call and its test without changing its
 * meaning. */
static bool is_fd_call(const struct flow_facts *f, gfunc_id func, op_id op)
{
    site_id site = program_site(f->program, func, op);
    if (!site.v)
        return false;
    const struct site *s = &f->program->sites[site.v];
    const struct cat_func *cat = f->site_cat[site.v];
    return s->n_edges || !s->callee.v || (cat && cat->blocks && cat->blocks->fd >= 0);
}

/* The last such call in the block, 0 when there is none. */
static op_id last_fd_call(const struct flow_facts *f, gfunc_id func, const struct func_shape *s,
                          uint32_t block)
{
    const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + block];
    for (uint32_t i = b->ops.first + b->ops.n; i-- > b->ops.first;)
        if (s->unit->ops[i].kind == OP_CALL && is_fd_call(f, func, (op_id){i}))
            return (op_id){i};
    return (op_id){0};
}

/* Walking back from the test, is `call` the first descriptor call on some way? */
static bool tests_call(const struct flow_facts *f, gfunc_id func, const struct func_shape *s,
                       uint32_t test, op_id call)
{
    uint32_t n = s->func->blocks.n, top = 0;
    struct arena scratch;
    bool found = false;

    arena_init(&scratch);
    bool *seen = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    stack[top++] = test;
    seen[test] = true;
    while (top && !found) {
        uint32_t b = stack[--top];
        op_id last = last_fd_call(f, func, s, b);
        found = last.v == call.v;
        for (uint32_t i = s->pred_first[b]; !last.v && i < s->pred_first[b + 1]; i++)
            if (!seen[s->preds[i]]) {
                seen[s->preds[i]] = true;
                stack[top++] = s->preds[i];
            }
    }
    arena_release(&scratch);
    return found;
}

bool retries_on_again(const struct flow_facts *f, site_id site)
{
    const struct site *at = &f->program->sites[site.v];
    const struct func_shape *s = flow_shape(f, at->caller);
    loop_id loop = shape_loop_of(s, at->op);
    uint32_t call = shape_block_of(s, at->op), first = s->func->blocks.first;

    if (!loop.v || loop_waits(f, at->caller, loop))
        return false;
    for (uint32_t i = 0; i < s->func->blocks.n; i++) {
        const struct unit_block *b = &s->unit->blocks[first + i];
        int succ = shape_in_loop(s, i, loop) ? again_successor(s, b) : -1;
        if (succ < 0 || !tests_call(f, at->caller, s, i, at->op))
            continue;
        uint32_t to = s->unit->succs[b->succs.first + (uint32_t)succ].to.v - first;
        if (shape_in_loop(s, to, loop) && comes_back(s, to, call, loop))
            return true;
    }
    return false;
}
