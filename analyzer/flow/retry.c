#include "flow/retry.h"

#include <string.h>

#include "flow/shape.h"

enum { LINUX_EAGAIN = 11, MAX_STATES = 512, ENV_LOCALS = 8 };

bool loop_waits(const struct flow_facts *f, gfunc_id func, loop_id loop)
{
    const struct prog_func *pf = &f->program->funcs[func.v];
    const struct func_shape *s = flow_shape(f, func);

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        const struct cat_func *cat = f->site_cat[pf->first_site + i];
        op_id op = f->program->sites[pf->first_site + i].op;
        if (!cat || !shape_in_loop(s, shape_block_of(s, op), loop))
            continue;
        if (cat->waits || (cat->blocks && cat->blocks->device == DEV_TIMER))
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
struct env { /* locals that were set to constants on the way */
    uint32_t n;
    uint32_t local[ENV_LOCALS];
    int64_t num[ENV_LOCALS];
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
        uint32_t local = shape_local(s, &s->unit->paths[s->unit->ops[v->a].path.v]);
        for (uint32_t i = 0; i < env->n; i++)
            if (env->local[i] == local)
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

static void env_set(struct env *env, uint32_t local, struct known v)
{
    uint32_t i = 0;
    while (i < env->n && env->local[i] != local)
        i++;
    if (!v.is_known) {
        if (i < env->n) {
            env->n--;
            env->local[i] = env->local[env->n];
            env->num[i] = env->num[env->n];
        }
        return;
    }
    if (i == ENV_LOCALS)
        return;
    if (i == env->n)
        env->n++;
    env->local[i] = local;
    env->num[i] = v.num;
}

static void run_block(const struct func_shape *s, uint32_t block, struct env *env)
{
    const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + block];
    for (uint32_t i = 0; i < b->ops.n; i++) {
        const struct unit_op *op = &s->unit->ops[b->ops.first + i];
        uint32_t local = op->kind == OP_STORE ? shape_local(s, &s->unit->paths[op->path.v])
                                              : UINT32_MAX;
        if (local != UINT32_MAX)
            env_set(env, local, value_in(s, env, op->val, 0));
    }
}

static uint64_t state_key(const struct state *st)
{
    uint64_t h = hash_mix(st->block, st->env.n);
    for (uint32_t i = 0; i < st->env.n; i++) /* the order of stores counts: more states, no fewer */
        h = hash_mix(hash_mix(h, st->env.local[i]), (uint64_t)st->env.num[i]);
    return h;
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
        struct known cond = b->term == TERM_BRANCH ? value_in(s, &st.env, b->val, 0)
                                                   : (struct known){0};
        for (uint32_t i = 0; i < b->succs.n && !s->ends[st.block]; i++) {
            uint32_t to = u->succs[b->succs.first + i].to.v - first;
            if ((cond.is_known && (cond.num != 0) != (i == 0)) || !shape_in_loop(s, to, loop))
                continue;
            vec_push(&scratch, &work, ((struct state){.block = to, .env = st.env}));
        }
    }
    arena_release(&scratch);
    return found;
}

/* ---- does the test speak of this call? ---- */
static bool is_fd_call(const struct flow_facts *f, gfunc_id func, op_id op)
{
    site_id site = program_site(f->program, func, op);
    const struct cat_func *cat = site.v ? f->site_cat[site.v] : NULL;
    return cat && cat->blocks && cat->blocks->fd >= 0;
}

/* The last descriptor call before op in its block, 0 when there is none. */
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
