/*
 * Judged by the graph: any test that leaves the loop may be the one on the result.
 *
 * A function of the program's own takes like recv() when every way through it comes to a call that
 * takes, outside of any loop, from a descriptor that its parameter says; and when what it returns
 * is what that call returned, or a constant that no other test than one of the result chooses.
 */
#include "flow/drain.h"

#include <string.h>

#include "flow/context.h"

enum { MAX_VALUES = 8, MAX_NESTED = 3 };
enum taker_state { TAKER_UNASKED, TAKER_ASKED, TAKER_NO, TAKER_YES };

struct taker { /* a function that takes like recv() */
    enum taker_state state;
    site_id take;
    uint32_t fd_param;
    int len_param; /* -1: it says itself how much */
};
struct drains {
    struct taker *of; /* [gfunc] */
};

bool drain_same_fd(const struct func_shape *s, loop_id loop, val_id fd)
{
    const struct unit *u = s->unit;
    const struct unit_val *v = &u->vals[fd.v];

    if (v->kind != VAL_LOAD && v->kind != VAL_ADDR)
        return false;
    const struct unit_path *path = &u->paths[v->kind == VAL_LOAD ? u->ops[v->a].path.v : v->a];
    for (uint32_t i = 0; i < path->sels.n; i++)
        if (u->sels[path->sels.first + i].kind != SEL_DEREF &&
            u->sels[path->sels.first + i].kind != SEL_FIELD)
            return false;
    struct op_list stores = shape_stores(s, path->root, path->id);
    for (uint32_t i = 0; i < stores.n; i++)
        if (u->paths[u->ops[stores.v[i].op.v].path.v].sels.n <= path->sels.n &&
            shape_in_loop(s, shape_block_of(s, stores.v[i].op), loop))
            return false;
    return true;
}

/* Does v come from the result of the call? */
static bool mentions(const struct func_shape *s, val_id v, op_id call, uint32_t depth)
{
    const struct unit *u = s->unit;
    const struct unit_val *val = &u->vals[v.v];
    if (!v.v || depth > 8)
        return false;
    switch (val->kind) {
    case VAL_CALL: return val->a == call.v;
    case VAL_LOAD: {
        op_id store = shape_reaching_store(s, (op_id){val->a});
        return store.v && mentions(s, u->ops[store.v].val, call, depth + 1);
    }
    case VAL_BIN:
        return mentions(s, (val_id){val->a}, call, depth + 1) ||
               mentions(s, (val_id){val->b}, call, depth + 1);
    case VAL_UN: return mentions(s, (val_id){val->a}, call, depth + 1);
    default: return false;
    }
}

bool drain_ends_on_result(const struct func_shape *s, loop_id loop, op_id call)
{
    for (uint32_t i = 0; i < s->func->blocks.n; i++) {
        const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + i];
        if (!shape_in_loop(s, i, loop) || b->term != TERM_BRANCH)
            continue;
        for (uint32_t k = 0; k < b->succs.n; k++) {
            uint32_t to = s->unit->succs[b->succs.first + k].to.v - s->func->blocks.first;
            if (!shape_in_loop(s, to, loop) && mentions(s, b->val, call, 0))
                return true;
        }
    }
    return false;
}

static bool is_errno(const struct func_shape *s, val_id v, uint32_t depth)
{
    const struct unit *u = s->unit;
    const struct unit_val *val = &u->vals[v.v];

    if (!v.v || depth > 8)
        return false;
    if (val->kind == VAL_BIN)
        return is_errno(s, (val_id){val->a}, depth + 1) || is_errno(s, (val_id){val->b}, depth + 1);
    if (val->kind != VAL_LOAD)
        return false;
    const struct unit_path *path = &u->paths[u->ops[val->a].path.v];
    return path->root == ROOT_CALL && u->ops[path->id].callee.v &&
           !strcmp(unit_str(u, u->syms[u->ops[path->id].callee.v].name), "__errno_location");
}

/* The store whose value a load of something else than a local sees: the function's only one to that
 * path, just before it in the same block. */
static op_id stored_before(const struct func_shape *s, op_id load)
{
    const struct unit *u = s->unit;
    path_id id = u->ops[load.v].path;
    struct op_list stores = shape_stores(s, u->paths[id.v].root, u->paths[id.v].id);
    op_id found = {0};

    for (uint32_t i = 0; i < stores.n; i++) {
        if (u->ops[stores.v[i].op.v].path.v != id.v)
            continue;
        if (found.v)
            return (op_id){0};
        found = stores.v[i].op;
    }
    bool is_before = found.v && found.v < load.v &&
                     shape_block_of(s, found) == shape_block_of(s, load);
    return is_before ? found : (op_id){0};
}

static bool is_result(const struct func_shape *s, val_id v, op_id call, uint32_t depth);

/* One of the two that ?: chooses from: the result, or a constant in its place. */
static bool is_side(const struct func_shape *s, val_id v, op_id call, uint32_t depth)
{
    return s->unit->vals[v.v].kind == VAL_INT || is_result(s, v, call, depth);
}

static bool is_result(const struct func_shape *s, val_id v, op_id call, uint32_t depth)
{
    const struct unit *u = s->unit;
    const struct unit_val *val = &u->vals[v.v];

    if (!v.v || depth > 8)
        return false;
    if (val->kind == VAL_CALL)
        return val->a == call.v;
    if (val->kind == VAL_LOAD) {
        op_id store = shape_reaching_store(s, (op_id){val->a});
        store = store.v ? store : stored_before(s, (op_id){val->a});
        return store.v && is_result(s, u->ops[store.v].val, call, depth + 1);
    }
    if (val->kind == VAL_BIN && val->oper >= OPER_EQ && val->oper <= OPER_GE)
        return is_result(s, (val_id){val->a}, call, depth + 1) ||
               is_result(s, (val_id){val->b}, call, depth + 1);
    if (val->kind == VAL_PHI)
        return is_side(s, (val_id){val->a}, call, depth + 1) &&
               is_side(s, (val_id){val->b}, call, depth + 1) &&
               (u->vals[val->a].kind != VAL_INT || u->vals[val->b].kind != VAL_INT ||
                is_result(s, (val_id){(uint32_t)val->num}, call, depth + 1));
    return val->kind == VAL_UN && is_result(s, (val_id){val->a}, call, depth + 1);
}

bool drain_is_errno(const struct func_shape *s, val_id v)
{
    return is_errno(s, v, 0);
}

bool drain_is_result(const struct func_shape *s, val_id v, op_id call)
{
    return is_result(s, v, call, 0);
}

/* ---- the program's own functions that take ---- */
static bool takes_from_peer(const struct cat_func *cat)
{
    static const char *const names[] = {"accept", "accept4", "read", "recv", "recvfrom", "recvmsg",
                                        "readv", "SSL_read", "gnutls_record_recv"};
    for (uint32_t i = 0; cat && i < sizeof names / sizeof *names; i++)
        if (!strcmp(cat->name, names[i]))
            return true;
    return false;
}

/* The parameter that the value is a part of, by fields and pointers; -1: none. */
static int root_param(const struct func_shape *s, val_id v)
{
    const struct unit *u = s->unit;

    for (uint32_t depth = 0; v.v && depth < MAX_VALUES; depth++) {
        const struct unit_val *val = &u->vals[v.v];
        if (val->kind != VAL_LOAD && val->kind != VAL_ADDR)
            return -1;
        const struct unit_path *path =
            &u->paths[val->kind == VAL_LOAD ? u->ops[val->a].path.v : val->a];
        if (path->root == ROOT_PARAM && path->id < s->func->n_params) {
            uint32_t flags = u->locals[s->func->locals.first + path->id].flags;
            return flags & (LOCAL_MODIFIED_PARAM | LOCAL_ADDR_TAKEN) ? -1 : (int)path->id;
        }
        if (path->root != ROOT_LOCAL || path->sels.n || val->kind != VAL_LOAD)
            return -1;
        op_id store = shape_reaching_store(s, (op_id){val->a});
        v = store.v ? u->ops[store.v].val : (val_id){0};
    }
    return -1;
}

static struct taker taker_of(const struct flow_facts *f, gfunc_id func, uint32_t depth);

/* What the call takes by, in the terms of its function. */
struct taking {
    site_id take; /* 0: takes nothing */
    val_id fd, len;
};
static struct taking taking_at(const struct flow_facts *f, site_id site, uint32_t depth)
{
    const struct program *p = f->program;
    const struct site *at = &p->sites[site.v];

    if (!at->n_edges && takes_from_peer(f->site_cat[site.v]))
        return (struct taking){site, site_arg(p, site, 0), site_arg(p, site, 2)};
    if (at->n_edges != 1 || !at->callee.v)
        return (struct taking){0};
    gfunc_id callee = p->edges[at->first_edge].to;
    if (!f->funcs[callee.v].does_io)
        return (struct taking){0};
    struct taker t = taker_of(f, callee, depth + 1);
    if (t.state != TAKER_YES)
        return (struct taking){0};
    return (struct taking){t.take, site_arg(p, site, (int)t.fd_param),
                           t.len_param >= 0 ? site_arg(p, site, t.len_param) : (val_id){0}};
}

struct asked { /* one function that is asked whether it takes */
    const struct flow_facts *f;
    const struct func_shape *s;
    bool *takes;  /* [block] holds a call that does */
    bool *before; /* [block] not every way that leads there has taken */
    op_id calls[MAX_VALUES];
    uint32_t n_calls;
};

static bool is_of_a_take(const struct asked *a, val_id v, uint32_t depth);

/* A variable that holds what one or the other call returned, or a constant. */
static bool holds_takes(const struct asked *a, op_id load, uint32_t depth)
{
    const struct unit *u = a->s->unit;
    uint32_t local = shape_local(a->s, &u->paths[u->ops[load.v].path.v]), n = 0;

    if (local == UINT32_MAX || local < a->s->func->n_params ||
        (u->locals[a->s->func->locals.first + local].flags & LOCAL_ADDR_TAKEN))
        return false;
    for (uint32_t i = a->s->store_first[local]; i < a->s->store_first[local + 1]; i++) {
        val_id v = u->ops[a->s->stores[i].v].val;
        if (u->vals[v.v].kind == VAL_INT)
            continue;
        if (!is_of_a_take(a, v, depth + 1))
            return false;
        n++;
    }
    return n > 0;
}

static bool is_of_a_take(const struct asked *a, val_id v, uint32_t depth)
{
    const struct unit_val *val = &a->s->unit->vals[v.v];

    if (!v.v || depth > MAX_NESTED)
        return false;
    if (drain_is_errno(a->s, v))
        return true;
    for (uint32_t i = 0; i < a->n_calls; i++)
        if (drain_is_result(a->s, v, a->calls[i]))
            return true;
    if (val->kind == VAL_BIN && val->oper >= OPER_EQ && val->oper <= OPER_GE)
        return is_of_a_take(a, (val_id){val->a}, depth + 1);
    return val->kind == VAL_LOAD && holds_takes(a, (op_id){val->a}, depth);
}

/* Follows what comes before any take; false: some way returns without one. */
static bool every_way_takes(struct asked *a, struct arena *scratch)
{
    const struct unit *u = a->s->unit;
    uint32_t first = a->s->func->blocks.first, n = 0;
    uint32_t *stack = arena_array(scratch, uint32_t, a->s->func->blocks.n + 1);

    stack[n++] = 0;
    a->before[0] = true;
    while (n) {
        uint32_t at = stack[--n];
        const struct unit_block *b = &u->blocks[first + at];
        if (a->takes[at] || !a->s->returns[at])
            continue;
        if (b->term == TERM_RETURN)
            return false;
        for (uint32_t i = 0; i < b->succs.n; i++) {
            uint32_t to = u->succs[b->succs.first + i].to.v - first;
            if (!a->before[to])
                stack[n++] = to;
            a->before[to] = true;
        }
    }
    return true;
}

/* After the take nothing but its result chooses what is returned. */
static bool returns_the_result(const struct asked *a)
{
    const struct unit *u = a->s->unit;
    bool is_chosen = false, has_constant = false, has_result = false;

    for (uint32_t i = 0; i < a->s->func->blocks.n; i++) {
        const struct unit_block *b = &u->blocks[a->s->func->blocks.first + i];
        if (!a->s->returns[i] || (a->before[i] && !a->takes[i]))
            continue;
        if (b->term == TERM_BRANCH || b->term == TERM_SWITCH) {
            bool is_own = is_of_a_take(a, b->val, 0);
            has_result |= is_own;
            is_chosen |= !is_own;
        }
        if (b->term == TERM_RETURN && !is_of_a_take(a, b->val, 0)) {
            if (u->vals[b->val.v].kind != VAL_INT)
                return false;
            has_constant = true;
        } else if (b->term == TERM_RETURN) {
            has_result = true;
        }
    }
    return has_result && !(has_constant && is_chosen);
}

static bool find_takes(struct asked *a, gfunc_id func, struct taker *out, uint32_t depth)
{
    const struct prog_func *pf = &a->f->program->funcs[func.v];

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        op_id op = a->f->program->sites[site.v].op;
        struct taking t = taking_at(a->f, site, depth);
        if (!t.take.v)
            continue;
        int fd = root_param(a->s, t.fd), len = root_param(a->s, t.len);
        if (fd < 0 || shape_loop_of(a->s, op).v || a->n_calls == MAX_VALUES ||
            (a->n_calls && out->fd_param != (uint32_t)fd))
            return false;
        a->takes[shape_block_of(a->s, op)] = true;
        a->calls[a->n_calls++] = op;
        if (!out->take.v) {
            out->take = t.take;
            out->fd_param = (uint32_t)fd;
            out->len_param = len;
        }
    }
    return a->n_calls > 0;
}

static struct taker taker_of(const struct flow_facts *f, gfunc_id func, uint32_t depth)
{
    struct taker *all, out = {.state = TAKER_NO, .len_param = -1};
    struct arena scratch;

    if (!f->lazy->drains) {
        f->lazy->drains = arena_new(f->arena, struct drains);
        f->lazy->drains->of = arena_array(f->arena, struct taker, f->program->n_funcs + 1);
    }
    all = f->lazy->drains->of;
    ASSERT(func.v && func.v < f->program->n_funcs);
    if (all[func.v].state != TAKER_UNASKED || depth > MAX_NESTED)
        return all[func.v].state == TAKER_YES ? all[func.v] : out;
    all[func.v].state = TAKER_ASKED;
    arena_init(&scratch);
    struct asked a = {.f = f, .s = flow_shape(f, func)};
    a.takes = arena_array(&scratch, bool, a.s->func->blocks.n + 1);
    a.before = arena_array(&scratch, bool, a.s->func->blocks.n + 1);
    if (a.s->func->quality == QUALITY_OK && find_takes(&a, func, &out, depth) &&
        every_way_takes(&a, &scratch) && returns_the_result(&a))
        out.state = TAKER_YES;
    arena_release(&scratch);
    all[func.v] = out;
    return out;
}

/* ---- loops ---- */
/* The function's first call that is not before the op; calls are in op order. */
static uint32_t first_site(const struct program *p, const struct prog_func *pf, uint32_t op)
{
    uint32_t lo = 0, hi = pf->n_sites;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (p->sites[pf->first_site + mid].op.v < op)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

struct drain drain_find(const struct flow_facts *f, gfunc_id func, loop_id loop, uint32_t from,
                        uint32_t last)
{
    const struct prog_func *pf = &f->program->funcs[func.v];
    const struct func_shape *s = flow_shape(f, func);
    const struct unit_block *blocks = &s->unit->blocks[s->func->blocks.first];
    uint32_t end = blocks[last].ops.first + blocks[last].ops.n;

    ASSERT(from <= last && last < s->func->blocks.n);
    for (uint32_t i = first_site(f->program, pf, blocks[from].ops.first); i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        const struct site *at = &f->program->sites[site.v];
        if (at->op.v >= end)
            break;
        if (shape_loop_of(s, at->op).v != loop.v)
            continue;
        struct taking t = taking_at(f, site, 0);
        if (t.take.v && drain_same_fd(s, loop, t.fd) && drain_ends_on_result(s, loop, at->op))
            return (struct drain){site, t.take, t.len};
    }
    return (struct drain){0};
}
