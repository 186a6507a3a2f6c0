/*
 * From code to names. A local that has one value at the op is replaced by that value; one that has
 * several (a list cursor) names itself: within the function all uses of it agree, which is what
 * comparing a lock with the field beside it needs.
 */
#include "flow/loc_table.h"

enum { MAX_NESTING = 24, MAX_STEPS = 64 };

/* ---- what a local holds ---- */
enum reach { REACH_STORE, REACH_INITIAL, REACH_SEVERAL };

static op_id store_before(const struct func_shape *s, uint32_t block, uint32_t end, uint32_t local)
{
    for (uint32_t i = end; i-- > s->unit->blocks[s->func->blocks.first + block].ops.first;) {
        const struct unit_op *op = &s->unit->ops[i];
        if (op->kind == OP_STORE && shape_local(s, &s->unit->paths[op->path.v]) == local)
            return (op_id){i};
    }
    return (op_id){0};
}

/* Which store a use of the local at the op sees. */
static enum reach reaching(const struct func_shape *s, uint32_t local, op_id at, op_id *store)
{
    uint32_t n = s->store_first[local + 1] - s->store_first[local];
    bool is_param = local < s->func->n_params;

    if (s->unit->locals[s->func->locals.first + local].flags & LOCAL_ADDR_TAKEN)
        return n == 0 && is_param ? REACH_INITIAL : REACH_SEVERAL;
    if (n == 0)
        return is_param ? REACH_INITIAL : REACH_SEVERAL;
    if (n == 1 && !is_param) {
        *store = s->stores[s->store_first[local]];
        return REACH_STORE;
    }
    if (!at.v)
        return REACH_SEVERAL;
    uint32_t block = shape_block_of(s, at), end = at.v;
    for (uint32_t steps = 0; steps < MAX_STEPS; steps++) {
        *store = store_before(s, block, end, local);
        if (store->v)
            return REACH_STORE;
        uint32_t n_preds = s->pred_first[block + 1] - s->pred_first[block];
        if (n_preds == 0)
            return is_param ? REACH_INITIAL : REACH_SEVERAL;
        if (n_preds != 1)
            break;
        block = s->preds[s->pred_first[block]];
        const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + block];
        end = b->ops.first + b->ops.n;
    }
    return REACH_SEVERAL;
}

static struct loc_val local_value(struct locs *l, gfunc_id func, uint32_t local, op_id at)
{
    const struct func_shape *s = flow_shape(l->flow, func);
    op_id store = {0};
    struct loc_val v = {0};

    switch (reaching(s, local, at, &store)) {
    case REACH_INITIAL:
        return (struct loc_val){.loc = loc_root_of(l, LOC_PARAM, func, local)};
    case REACH_STORE:
        if (!(s->unit->ops[store.v].flags & OPF_COMPOUND))
            v = loc_of_val(l, func, s->unit->ops[store.v].val, store);
        break;
    case REACH_SEVERAL:
        break;
    }
    if (!v.loc.v || v.loc.v == l->unknown.v)
        v = (struct loc_val){.loc = loc_root_of(l, LOC_LOCAL, func, local)};
    return v;
}

/* ---- values ---- */
loc_id loc_pointee(struct locs *l, struct loc_val v)
{
    if (!v.loc.v)
        return (loc_id){0};
    return v.is_addr ? v.loc : loc_select(l, v.loc, LOC_DEREF, 0, 0);
}

static struct loc_val call_value(struct locs *l, gfunc_id func, op_id op)
{
    const struct program *p = l->flow->program;
    site_id site = program_site(p, func, op);
    const struct site *s = &p->sites[site.v];

    if (!site.v)
        return (struct loc_val){0};
    if (s->n_edges == 1 && p->edges[s->first_edge].kind != EDGE_SIGNATURE) {
        struct loc_val v = l->returns[p->edges[s->first_edge].to.v];
        if (v.loc.v) {
            if (!v.is_addr && loc_get(l, v.loc)->kind == LOC_PARAM) {
                const struct unit_op *call = &program_unit(p, func)->ops[op.v];
                uint32_t i = loc_get(l, v.loc)->id;
                if (i < call->args.n) {
                    val_id arg = program_unit(p, func)->args[call->args.first + i].val;
                    return loc_of_val(l, func, arg, op);
                }
            }
            v.loc = loc_substitute(l, v.loc, site);
            if (v.loc.v)
                return v;
        }
    }
    return (struct loc_val){.loc = loc_root_of(l, LOC_RESULT, func, site.v)};
}

/* The object whose member lies num bytes behind its start: what container_of() computes. */
static loc_id container(const struct locs *l, loc_id member, int64_t num)
{
    while (num > 0 && loc_get(l, member)->kind == LOC_FIELD) {
        num -= (int64_t)l->offsets[loc_get(l, member)->id];
        member = loc_get(l, member)->parent;
    }
    return num == 0 ? member : (loc_id){0};
}

static bool is_pointer(const struct unit *u, val_id v)
{
    uint8_t kind = u->types[u->vals[v.v].type.v].kind;
    return kind == TYPE_POINTER || kind == TYPE_ARRAY || u->vals[v.v].kind == VAL_ADDR;
}

static struct loc_val arithmetic(struct locs *l, gfunc_id func, const struct unit_val *v, op_id at)
{
    const struct unit *u = program_unit(l->flow->program, func);
    val_id a = {v->a}, b = {v->b};

    if (v->oper != OPER_ADD && v->oper != OPER_SUB)
        return (struct loc_val){0};
    if (!is_pointer(u, a)) {
        val_id swap = a;
        a = b;
        b = swap;
    }
    if (!is_pointer(u, a) || is_pointer(u, b))
        return (struct loc_val){0};
    struct loc_val base = loc_of_val(l, func, a, at);
    const struct unit_val *n = &u->vals[b.v];
    if (v->oper == OPER_SUB) {
        loc_id whole = {0};
        if (n->kind == VAL_INT && base.is_addr)
            whole = container(l, base.loc, n->num);
        return (struct loc_val){.loc = whole, .is_addr = true};
    }
    loc_id object = loc_pointee(l, base);
    if (!object.v)
        return (struct loc_val){0};
    bool is_const = n->kind == VAL_INT;
    object = loc_select(l, object, is_const ? LOC_INDEX : LOC_ANY, 0, is_const ? n->num : 0);
    return (struct loc_val){.loc = object, .is_addr = true};
}

static struct loc_val choice(struct locs *l, gfunc_id func, const struct unit_val *v, op_id at)
{
    const struct unit *u = program_unit(l->flow->program, func);
    struct loc_val a = loc_of_val(l, func, (val_id){v->a}, at);
    struct loc_val b = loc_of_val(l, func, (val_id){v->b}, at);

    if (u->vals[v->a].kind == VAL_INT)
        return b;
    if (u->vals[v->b].kind == VAL_INT || (a.loc.v == b.loc.v && a.is_addr == b.is_addr))
        return a;
    return (struct loc_val){0};
}

static struct loc_val loaded(struct locs *l, gfunc_id func, op_id load)
{
    const struct func_shape *s = flow_shape(l->flow, func);
    path_id path = s->unit->ops[load.v].path;
    uint32_t local = shape_local(s, &s->unit->paths[path.v]);

    if (local != UINT32_MAX)
        return local_value(l, func, local, load);
    struct loc_val v = {.loc = loc_of_path(l, func, path, load)};
    const struct loc *o = v.loc.v ? loc_get(l, v.loc) : NULL;
    if (o && o->kind == LOC_GLOBAL && l->targets[o->id])
        v = (struct loc_val){.loc = loc_root_of(l, LOC_GLOBAL, func, l->targets[o->id]),
                             .is_addr = true};
    return v;
}

/* Pointers that only ever hold the address of one variable stand for that variable. */
void locs_find_targets(struct locs *l)
{
    const struct program *p = l->flow->program;

    for (uint32_t f = 1; f < p->n_funcs; f++) {
        const struct unit *u = program_unit(p, (gfunc_id){f});
        const struct range ops = program_func(p, (gfunc_id){f})->ops;
        for (uint32_t i = ops.first; i < ops.first + ops.n; i++) {
            const struct unit_path *path = &u->paths[u->ops[i].path.v];
            if (u->ops[i].kind != OP_LOAD || path->root != ROOT_SYM || path->sels.n ||
                u->types[path->type.v].kind != TYPE_POINTER)
                continue;
            struct obj_set set = flow_path(p, (gfunc_id){f}, u->ops[i].path);
            const struct flow_obj *o = set.n == 1 && !set.open ? flow_object(p, set.v[0]) : NULL;
            if (!o || o->kind != OBJ_ADDR || !o->sym.v)
                continue;
            const struct unit *at = p->units[p->syms[o->sym.v].unit];
            const struct unit_sym *sym = &at->syms[p->syms[o->sym.v].sym.v];
            if (at->types[sym->type.v].kind != TYPE_ARRAY)
                l->targets[p->unit_syms[p->funcs[f].unit][path->id].v] = o->sym.v;
        }
    }
}

static struct loc_val value_of(struct locs *l, gfunc_id func, val_id val, op_id at)
{
    const struct unit_val *v = &program_unit(l->flow->program, func)->vals[val.v];

    switch ((enum val_kind)v->kind) {
    case VAL_ADDR:
        return (struct loc_val){.loc = loc_of_path(l, func, (path_id){v->a}, at), .is_addr = true};
    case VAL_LOAD:
        return loaded(l, func, (op_id){v->a});
    case VAL_CALL:
        return call_value(l, func, (op_id){v->a});
    case VAL_BIN:
        return arithmetic(l, func, v, at);
    case VAL_PHI:
        return choice(l, func, v, at);
    case VAL_STR:
        return (struct loc_val){.loc = loc_root_of(l, LOC_STRING, func, 0), .is_addr = true};
    default:
        return (struct loc_val){0};
    }
}

struct loc_val loc_of_val(struct locs *l, gfunc_id func, val_id val, op_id at)
{
    struct loc_val v = {0};
    if (val.v && l->nesting < MAX_NESTING) {
        l->nesting++;
        v = value_of(l, func, val, at);
        l->nesting--;
    }
    if (v.loc.v == l->unknown.v)
        v = (struct loc_val){0};
    return v;
}

/* ---- paths ---- */
static loc_id root_of(struct locs *l, gfunc_id func, const struct unit_path *path, op_id at,
                      bool is_deref)
{
    const struct program *p = l->flow->program;
    const struct func_shape *s = flow_shape(l->flow, func);
    struct unit_path whole = *path;
    uint32_t local;
    loc_id root;

    whole.sels.n = 0;
    switch ((enum path_root)path->root) {
    case ROOT_SYM:
        root = loc_root_of(l, LOC_GLOBAL, func, p->unit_syms[p->funcs[func.v].unit][path->id].v);
        if (is_deref && l->targets[loc_get(l, root)->id])
            return loc_root_of(l, LOC_GLOBAL, func, l->targets[loc_get(l, root)->id]);
        return is_deref ? loc_select(l, root, LOC_DEREF, 0, 0) : root;
    case ROOT_PARAM:
    case ROOT_LOCAL:
        local = shape_local(s, &whole);
        if (local == UINT32_MAX)
            return l->unknown;
        if (is_deref)
            return loc_pointee(l, local_value(l, func, local, at));
        if (local < s->func->n_params && path->root == ROOT_PARAM)
            return loc_root_of(l, LOC_PARAM, func, local);
        return loc_root_of(l, LOC_LOCAL, func, local);
    case ROOT_CALL:
        return loc_pointee(l, call_value(l, func, (op_id){path->id}));
    case ROOT_VAL:
        return loc_pointee(l, loc_of_val(l, func, (val_id){path->id}, at));
    case ROOT_STR:
        return loc_root_of(l, LOC_STRING, func, 0);
    default:
        return l->unknown;
    }
}

static loc_id add_selector(struct locs *l, gfunc_id func, loc_id base, const struct unit_sel *sel)
{
    const struct program *p = l->flow->program;
    switch ((enum sel_kind)sel->kind) {
    case SEL_DEREF:
        return loc_select(l, base, LOC_DEREF, 0, 0);
    case SEL_FIELD:
        return loc_select(l, base, LOC_FIELD,
                          p->unit_fields[p->funcs[func.v].unit][sel->id].v, 0);
    case SEL_INDEX_CONST:
        return loc_select(l, base, LOC_INDEX, 0, sel->num);
    default:
        return loc_select(l, base, LOC_ANY, 0, 0);
    }
}

loc_id loc_of_path(struct locs *l, gfunc_id func, path_id path, op_id at)
{
    const struct unit *u = program_unit(l->flow->program, func);
    const struct unit_path *pt = &u->paths[path.v];
    const struct unit_sel *sels = &u->sels[pt->sels.first];
    bool is_deref = pt->sels.n && sels[0].kind == SEL_DEREF;
    loc_id id = l->nesting < MAX_NESTING ? root_of(l, func, pt, at, is_deref) : l->unknown;

    if (!id.v)
        id = l->unknown;
    for (uint32_t i = is_deref; i < pt->sels.n; i++)
        id = add_selector(l, func, id, &sels[i]);
    if (pt->flags & PATH_REST)
        id = loc_widen(l, id);
    if (id.v == l->unknown.v)
        id = loc_root_of(l, LOC_UNKNOWN, func, flow_node(l->flow->program, func, path).v);
    return id;
}

/* ---- calls ---- */
static struct loc_val argument(struct locs *l, site_id site, uint32_t index)
{
    const struct program *p = l->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct unit *u = program_unit(p, s->caller);
    const struct unit_op *op = &u->ops[s->op.v];
    uint64_t key = (uint64_t)site.v << 32 | index;
    uint32_t at;

    if (map_get(&l->args, key, &at))
        return l->arg_vals.v[at];
    struct loc_val v = {0};
    if (index < op->args.n)
        v = loc_of_val(l, s->caller, u->args[op->args.first + index].val, s->op);
    if (!l->nesting) { /* within others it may have been cut short */
        map_set(&l->args, key, l->arg_vals.n);
        vec_push(l->arena, &l->arg_vals, v);
    }
    return v;
}

struct loc_val loc_of_arg(struct locs *l, site_id site, uint32_t index)
{
    return argument(l, site, index);
}

loc_id loc_rebase(struct locs *l, loc_id id, loc_id prefix, loc_id onto)
{
    loc_id chain[LOC_MAX_SELECTORS + 2];
    uint32_t n = 0;

    for (; id.v != prefix.v; id = loc_get(l, id)->parent) {
        ASSERT(n < LOC_MAX_SELECTORS + 1 && loc_is_selector(loc_get(l, id)));
        chain[n++] = id;
    }
    while (n--) {
        struct loc o = *loc_get(l, chain[n]);
        onto = loc_select(l, onto, o.kind, o.id, o.num);
    }
    return onto;
}

static struct loc_val site_result(struct locs *l, site_id site)
{
    const struct site *s = &l->flow->program->sites[site.v];
    return call_value(l, s->caller, s->op);
}

/* The selector that is applied to the root, 0 for a root. */
static loc_id first_selector(const struct locs *l, loc_id id)
{
    loc_id first = {0};
    for (; loc_is_selector(loc_get(l, id)); id = loc_get(l, id)->parent)
        first = id;
    return first;
}

loc_id loc_substitute(struct locs *l, loc_id id, site_id site)
{
    const struct loc *root = loc_get(l, loc_get(l, id)->root);
    if (root->kind != LOC_PARAM && root->kind != LOC_RETURN)
        return id;
    loc_id first = first_selector(l, id);
    if (!first.v || loc_get(l, first)->kind != LOC_DEREF)
        return (loc_id){0};
    loc_id onto = loc_pointee(l, root->kind == LOC_PARAM ? argument(l, site, root->id)
                                                         : site_result(l, site));
    return loc_rebase(l, id, first, onto.v ? onto : l->unknown);
}

/* ---- what functions return ---- */
static bool same_val(struct loc_val a, struct loc_val b)
{
    return a.loc.v == b.loc.v && a.is_addr == b.is_addr;
}

/* All returns but those of null agree, and mean something to the caller. */
static struct loc_val returned(struct locs *l, gfunc_id func)
{
    const struct unit *u = program_unit(l->flow->program, func);
    const struct unit_func *f = program_func(l->flow->program, func);
    struct loc_val all = {0};

    for (uint32_t b = f->blocks.first; b < f->blocks.first + f->blocks.n; b++) {
        const struct unit_block *block = &u->blocks[b];
        if (block->term != TERM_RETURN || !block->val.v)
            continue;
        if (u->vals[block->val.v].kind == VAL_INT)
            continue;
        op_id at = {block->ops.n ? block->ops.first + block->ops.n - 1 : 0};
        struct loc_val v = loc_of_val(l, func, block->val, at);
        if (!v.loc.v || (all.loc.v && !same_val(all, v)))
            return (struct loc_val){0};
        all = v;
    }
    if (!all.loc.v)
        return all;
    const struct loc *root = loc_get(l, loc_get(l, all.loc)->root);
    bool is_known = root->kind == LOC_GLOBAL || root->kind == LOC_PARAM;
    return is_known ? all : (struct loc_val){0};
}

void locs_find_returns(struct locs *l)
{
    const struct program *p = l->flow->program;
    for (uint32_t i = 0; i < p->scc_first[p->n_sccs]; i++) {
        gfunc_id func = p->scc_funcs[i];
        const struct unit *u = program_unit(p, func);
        const struct unit_sym *sym = &u->syms[program_func(p, func)->sym.v];
        if (u->types[u->types[sym->type.v].elem.v].kind == TYPE_POINTER)
            l->returns[func.v] = returned(l, func);
    }
}
