/*
 * Questions are asked backwards from a value, through the variables of its function, to the
 * parameters of the function, and from there to all callers and creators; each parameter is judged
 * once, cycles count as no.
 */
#include "flow/slot.h"

#include <string.h>

#include "flow/context.h"

enum { UNASKED, ASKING, NO, YES };
enum { MAX_DEPTH = 24, MAX_STARTS = 64 };

/* ---- who calls, who starts, who stores ---- */

static void sum_up(uint32_t *first, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        first[i + 1] += first[i];
}

static void index_callers(struct slots *s)
{
    const struct program *p = s->flow->program;
    uint32_t *fill = arena_array(s->arena, uint32_t, p->n_funcs + 1);

    s->caller_first = arena_array(s->arena, uint32_t, p->n_funcs + 1);
    s->callers = arena_array(s->arena, site_id, p->n_edges + 1);
    for (uint32_t i = 1; i < p->n_sites; i++)
        for (uint32_t e = 0; e < p->sites[i].n_edges; e++)
            s->caller_first[p->edges[p->sites[i].first_edge + e].to.v + 1]++;
    sum_up(s->caller_first, p->n_funcs);
    for (uint32_t i = 1; i < p->n_sites; i++)
        for (uint32_t e = 0; e < p->sites[i].n_edges; e++) {
            uint32_t to = p->edges[p->sites[i].first_edge + e].to.v;
            s->callers[s->caller_first[to] + fill[to]++] = (site_id){i};
        }
}

/* A job is handed in and that is it; who makes a pool gets the pool back. */
static bool is_pool(const struct slots *s, const struct cat_registers *r, site_id site)
{
    const struct program *p = s->flow->program;
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    return r->domain == DOM_POOL && u->types[call_op(p, site)->type.v].kind == TYPE_POINTER;
}

/* Calls visit for each function that a catalogued call starts elsewhere. */
static void each_start(struct slots *s,
                       void (*visit)(struct slots *, gfunc_id, struct slot_start, uint32_t *),
                       uint32_t *fill)
{
    const struct program *p = s->flow->program;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = s->flow->site_cat[i];
        for (uint32_t k = 0; cat && k < cat->n_registers; k++) {
            const struct cat_registers *r = &cat->registers[k];
            val_id cb = site_arg(p, (site_id){i}, r->cb);
            if (!cb.v || r->domain == DOM_SYNC || r->domain == DOM_ONCE)
                continue;
            struct obj_set set = flow_value(p, p->sites[i].caller, cb);
            for (uint32_t o = 0; o < set.n; o++) {
                const struct flow_obj *obj = flow_object(p, set.v[o]);
                bool pool = is_pool(s, r, (site_id){i});
                struct slot_start start = {{i}, r->data, r->data_param,
                                           r->domain == DOM_THREAD, pool};
                if (obj->kind == OBJ_FUNC && obj->func.v)
                    visit(s, obj->func, start, fill);
            }
        }
    }
}

static void count_start(struct slots *s, gfunc_id f, struct slot_start start, uint32_t *fill)
{
    (void)start;
    (void)fill;
    s->start_first[f.v + 1]++;
}

static void put_start(struct slots *s, gfunc_id f, struct slot_start start, uint32_t *fill)
{
    s->starts[s->start_first[f.v] + fill[f.v]++] = start;
}

static void index_starts(struct slots *s)
{
    uint32_t n = s->flow->program->n_funcs;
    uint32_t *fill = arena_array(s->arena, uint32_t, n + 1);

    s->start_first = arena_array(s->arena, uint32_t, n + 1);
    each_start(s, count_start, fill);
    sum_up(s->start_first, n);
    s->starts = arena_array(s->arena, struct slot_start, s->start_first[n] + 1);
    each_start(s, put_start, fill);
}

/* The field that an op writes, 0 when it writes none. */
static gfield_id written_field(const struct program *p, uint32_t unit, const struct unit_op *op)
{
    const struct unit *u = p->units[unit];
    const struct unit_path *path = &u->paths[op->path.v];
    bool stores = op->kind == OP_STORE || (op->kind == OP_ATOMIC && (op->flags & OPF_STORES));

    if (!stores || !path->sels.n)
        return (gfield_id){0};
    const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - 1];
    return last->kind == SEL_FIELD ? p->unit_fields[unit][last->id] : (gfield_id){0};
}

static void index_stores(struct slots *s)
{
    const struct program *p = s->flow->program;
    uint32_t *fill = arena_array(s->arena, uint32_t, p->n_fields + 1);

    s->store_first = arena_array(s->arena, uint32_t, p->n_fields + 1);
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 1; i < p->n_funcs; i++) {
            const struct unit_func *fn = program_func(p, (gfunc_id){i});
            for (uint32_t k = 0; k < fn->ops.n; k++) {
                op_id op = {fn->ops.first + k};
                const struct unit_op *o = &program_unit(p, (gfunc_id){i})->ops[op.v];
                gfield_id f = written_field(p, p->funcs[i].unit, o);
                if (!f.v)
                    continue;
                if (pass)
                    s->stores[s->store_first[f.v] + fill[f.v]++] = (struct slot_store){{i}, op};
                else
                    s->store_first[f.v + 1]++;
            }
        }
        if (!pass) {
            sum_up(s->store_first, p->n_fields);
            s->stores = arena_array(s->arena, struct slot_store, s->store_first[p->n_fields] + 1);
        }
    }
}

void slots_init(struct slots *s)
{
    const struct program *p = s->flow->program;

    ASSERT(s->arena && s->owners && s->owners->summaries);
    index_callers(s);
    index_starts(s);
    index_stores(s);
    s->param_memo = arena_array(s->arena, uint8_t, ((size_t)p->n_funcs + 1) * OWN_PARAMS);
    s->varies_memo = arena_array(s->arena, uint8_t, ((size_t)p->n_funcs + 1) * OWN_PARAMS);
    s->once_memo = arena_array(s->arena, uint8_t, p->n_funcs + 1);
    s->field_memo = arena_array(s->arena, uint8_t, p->n_fields + 1);
}

/* ---- once ---- */

static bool is_main(const struct program *p, gfunc_id f)
{
    return strcmp(p->funcs[f.v].name, "main") == 0;
}

bool slot_op_runs_once(struct slots *s, gfunc_id func, op_id op)
{
    return !shape_loop_of(flow_shape(s->flow, func), op).v && slot_runs_once(s, func);
}

bool slot_runs_once(struct slots *s, gfunc_id func)
{
    const struct program *p = s->flow->program;
    uint32_t first = s->caller_first[func.v], n = s->caller_first[func.v + 1] - first;
    uint8_t *memo = &s->once_memo[func.v];

    ASSERT(func.v && func.v < p->n_funcs);

    if (*memo == UNASKED) {
        *memo = ASKING;
        bool once = is_main(p, func) && n == 0;
        uint32_t start = s->start_first[func.v], n_starts = s->start_first[func.v + 1] - start;
        if (n == 0 && n_starts == 1 && s->starts[start].is_thread) {
            const struct site *site = &p->sites[s->starts[start].site.v];
            once = slot_op_runs_once(s, site->caller, site->op);
        } else if (n == 1 && n_starts == 0) {
            const struct site *site = &p->sites[s->callers[first].v];
            once = slot_op_runs_once(s, site->caller, site->op);
        }
        *memo = once ? YES : NO;
    }
    return *memo == YES;
}

/* ---- values ---- */

struct ask {
    struct slots *slots;
    gfunc_id func;
    const struct func_shape *shape;
    uint32_t depth;
};

static bool is_own(struct ask *a, val_id v);

static bool is_step_of(const struct unit *u, uint32_t local_path, const struct unit_val *v)
{
    if (v->kind != VAL_BIN || (v->oper != OPER_ADD && v->oper != OPER_SUB))
        return false;
    const struct unit_val *x = &u->vals[v->a];
    return x->kind == VAL_LOAD && u->ops[x->a].path.v == local_path;
}

/* One store that reaches, or all stores: own ones, and steps from there (a range of its own). */
static bool local_is_own(struct ask *a, op_id load, uint32_t local)
{
    const struct unit *u = a->shape->unit;
    op_id one = shape_reaching_store(a->shape, load);
    uint32_t own = 0;

    if (one.v && !is_step_of(u, u->ops[one.v].path.v, &u->vals[u->ops[one.v].val.v]))
        return is_own(a, u->ops[one.v].val);
    uint32_t first = a->shape->store_first[local], end = a->shape->store_first[local + 1];
    if (local < a->shape->func->n_params) {
        if (!slot_param_is_own(a->slots, a->func, local))
            return false;
        own++;
    }
    for (uint32_t i = first; i < end; i++) {
        const struct unit_op *op = &u->ops[a->shape->stores[i].v];
        if (is_step_of(u, op->path.v, &u->vals[op->val.v]))
            continue;
        if (!is_own(a, op->val))
            return false;
        own++;
    }
    return own > 0;
}

/* A field of the record that is this thread's alone: arg->id. */
static bool loads_own_field(struct ask *a, const struct unit_path *path)
{
    const struct unit *u = a->shape->unit;
    uint32_t derefs = 0;

    for (uint32_t i = 0; i < path->sels.n; i++)
        derefs += u->sels[path->sels.first + i].kind == SEL_DEREF;
    if (derefs != 1 || u->sels[path->sels.first].kind != SEL_DEREF)
        return false;
    if (path->root == ROOT_PARAM && path->id < a->shape->func->n_params)
        return slot_param_is_own(a->slots, a->func, path->id);
    if (path->root == ROOT_VAL)
        return is_own(a, (val_id){path->id});
    uint32_t local = path->id - a->shape->func->locals.first;
    if (path->root != ROOT_LOCAL || local >= a->shape->func->locals.n)
        return false;
    uint32_t first = a->shape->store_first[local], end = a->shape->store_first[local + 1];
    for (uint32_t i = first; i < end; i++)
        if (!is_own(a, u->ops[a->shape->stores[i].v].val))
            return false;
    return end > first;
}

static bool load_is_own(struct ask *a, op_id id)
{
    const struct program *p = a->slots->flow->program;
    const struct unit *u = a->shape->unit;
    const struct unit_op *op = &u->ops[id.v];
    const struct unit_path *path = &u->paths[op->path.v];
    uint32_t local = shape_local(a->shape, path);

    if (op->kind == OP_ATOMIC) /* fetch-and-add: nobody else gets this number */
        return (op->flags & OPF_LOADS) && (op->flags & OPF_STORES) &&
               (op->oper == OPER_ADD || op->oper == OPER_SUB);
    if (local != UINT32_MAX)
        return local_is_own(a, id, local);
    if (path->root == ROOT_SYM && !path->sels.n) {
        gsym_id sym = p->unit_syms[p->funcs[a->func.v].unit][path->id];
        return p->syms[sym.v].flags & SYM_THREAD_LOCAL;
    }
    return loads_own_field(a, path);
}

static bool call_is_own(struct ask *a, op_id op)
{
    static const char *const ids[] = {"pthread_self", "gettid",        "thrd_current",
                                      "g_thread_self", "uv_thread_self", "omp_get_thread_num"};
    const struct program *p = a->slots->flow->program;
    site_id site = program_site(p, a->func, op);
    const struct site *s = &p->sites[site.v];

    if (!site.v || !s->callee.v)
        return false;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (strcmp(p->syms[s->callee.v].name, ids[i]) == 0)
            return true;
    struct own_func *f = own_get(a->slots->owners, a->func);
    return f->site_thing[site.v - p->funcs[a->func.v].first_site] != 0;
}

/* &data[i].x, &arg->part: an element by an own index, or a part of what is its own. */
static bool address_is_own(struct ask *a, const struct unit_path *path)
{
    const struct unit *u = a->shape->unit;
    const struct unit_sel *sels = &u->sels[path->sels.first];

    for (uint32_t i = 0; i < path->sels.n; i++)
        if (sels[i].kind == SEL_INDEX_VAL && is_own(a, (val_id){sels[i].id}))
            return true;
    return loads_own_field(a, path);
}

static bool is_own(struct ask *a, val_id id)
{
    const struct unit *u = a->shape->unit;
    const struct unit_val *v = &u->vals[id.v];
    bool own = false;

    if (!id.v || a->depth > MAX_DEPTH)
        return false;
    a->depth++;
    switch ((enum val_kind)v->kind) {
    case VAL_LOAD: own = load_is_own(a, (op_id){v->a}); break;
    case VAL_CALL: own = call_is_own(a, (op_id){v->a}); break;
    case VAL_ADDR: own = address_is_own(a, &u->paths[v->a]); break;
    case VAL_BIN:
        if (v->oper == OPER_ADD || v->oper == OPER_SUB || v->oper == OPER_MUL)
            own = is_own(a, (val_id){v->a}) || is_own(a, (val_id){v->b});
        break;
    case VAL_PHI: own = is_own(a, (val_id){v->a}) && is_own(a, (val_id){v->b}); break;
    case VAL_UNKNOWN:
    case VAL_INT:
    case VAL_FLOAT:
    case VAL_STR:
    case VAL_FUNC:
    case VAL_UN:
    case VAL_BOOL: break;
    }
    a->depth--;
    return own;
}

static struct ask ask_in(struct slots *s, gfunc_id func)
{
    ASSERT(func.v);
    return (struct ask){.slots = s, .func = func, .shape = flow_shape(s->flow, func)};
}

bool slot_value_is_own(struct slots *s, gfunc_id func, val_id v)
{
    struct ask a = ask_in(s, func);
    return is_own(&a, v);
}

/* Only indexes count here: that a whole argument is own is asked by name. */
static bool has_own_index(struct ask *a, path_id id)
{
    const struct unit *u = a->shape->unit;
    const struct unit_path *path = &u->paths[id.v];

    for (uint32_t i = 0; i < path->sels.n; i++) {
        const struct unit_sel *sel = &u->sels[path->sels.first + i];
        if (sel->kind == SEL_INDEX_VAL && is_own(a, (val_id){sel->id}))
            return true;
    }
    return false;
}

static bool points_to_own_element(struct ask *a, val_id v)
{
    const struct unit *u = a->shape->unit;
    const struct unit_val *val = &u->vals[v.v];

    if (val->kind == VAL_ADDR)
        return has_own_index(a, (path_id){val->a});
    return val->kind == VAL_BIN && is_own(a, v);
}

bool slot_path_is_own(struct slots *s, gfunc_id func, path_id id)
{
    struct ask a = ask_in(s, func);
    const struct unit *u = a.shape->unit;
    const struct unit_path *path = &u->paths[id.v];

    if (has_own_index(&a, id))
        return true;
    if (path->root == ROOT_VAL)
        return points_to_own_element(&a, (val_id){path->id});
    uint32_t first = a.shape->func->locals.first;
    if (path->root != ROOT_LOCAL || !path->sels.n || path->id < first ||
        path->id - first >= a.shape->func->locals.n ||
        u->sels[path->sels.first].kind != SEL_DEREF)
        return false;
    uint32_t local = path->id - first;
    for (uint32_t i = a.shape->store_first[local]; i < a.shape->store_first[local + 1]; i++)
        if (!points_to_own_element(&a, u->ops[a.shape->stores[i].v].val))
            return false;
    return a.shape->store_first[local] < a.shape->store_first[local + 1];
}

/* ---- what a creation hands over ---- */

/* Is the loop l, or one around it, the loop of `inner`? */
static bool encloses(const struct func_shape *s, op_id outer, op_id inner)
{
    loop_id l = shape_loop_of(s, inner);
    return !l.v || shape_in_loop(s, shape_block_of(s, outer), l);
}

static bool varies(struct ask *a, val_id v, op_id at);
static bool param_varies(struct slots *s, gfunc_id func, uint32_t param);

/* Does the local change between two runs of the op? */
static bool local_varies(struct ask *a, uint32_t local, op_id load, op_id at)
{
    const struct unit *u = a->shape->unit;
    op_id one = shape_reaching_store(a->shape, load);
    loop_id l = shape_loop_of(a->shape, at);

    if (one.v && !is_step_of(u, u->ops[one.v].path.v, &u->vals[u->ops[one.v].val.v]))
        return varies(a, u->ops[one.v].val, at);
    for (uint32_t i = a->shape->store_first[local]; i < a->shape->store_first[local + 1]; i++) {
        op_id store = a->shape->stores[i];
        const struct unit_op *op = &u->ops[store.v];
        if (l.v && shape_in_loop(a->shape, shape_block_of(a->shape, store), l) &&
            (is_step_of(u, op->path.v, &u->vals[op->val.v]) || varies(a, op->val, at)))
            return true;
    }
    return local < a->shape->func->n_params && param_varies(a->slots, a->func, local);
}

static bool path_varies(struct ask *a, const struct unit_path *path, op_id at)
{
    const struct unit *u = a->shape->unit;
    const struct unit_sel *sels = &u->sels[path->sels.first];
    uint32_t derefs = 0;

    for (uint32_t i = 0; i < path->sels.n; i++) {
        derefs += sels[i].kind == SEL_DEREF;
        if (sels[i].kind == SEL_INDEX_CONST && slot_op_runs_once(a->slots, a->func, at))
            return true; /* another creation names another element */
        if (sels[i].kind == SEL_INDEX_VAL && varies(a, (val_id){sels[i].id}, at))
            return true;
    }
    if (derefs != 1)
        return false;
    if (path->root == ROOT_VAL)
        return varies(a, (val_id){path->id}, at);
    uint32_t local = path->root == ROOT_PARAM ? path->id
                                              : path->id - a->shape->func->locals.first;
    if ((path->root != ROOT_PARAM && path->root != ROOT_LOCAL) || local >= a->shape->func->locals.n)
        return false;
    for (uint32_t i = a->shape->store_first[local]; i < a->shape->store_first[local + 1]; i++)
        if (!varies(a, u->ops[a->shape->stores[i].v].val, at))
            return false;
    return a->shape->store_first[local] < a->shape->store_first[local + 1] ||
           (path->root == ROOT_PARAM && param_varies(a->slots, a->func, local));
}

/* Is v another pointer or number each time that the op `at` runs? */
static bool varies(struct ask *a, val_id id, op_id at)
{
    const struct unit *u = a->shape->unit;
    const struct unit_val *v = &u->vals[id.v];
    bool out = false;

    if (!id.v || a->depth > MAX_DEPTH)
        return false;
    a->depth++;
    switch ((enum val_kind)v->kind) {
    case VAL_LOAD: {
        uint32_t local = shape_local(a->shape, &u->paths[u->ops[v->a].path.v]);
        out = local != UINT32_MAX && local_varies(a, local, (op_id){v->a}, at);
        break;
    }
    case VAL_CALL:
        out = call_is_own(a, (op_id){v->a}) && encloses(a->shape, (op_id){v->a}, at);
        break;
    case VAL_ADDR: out = path_varies(a, &u->paths[v->a], at); break;
    case VAL_BIN:
        if (v->oper == OPER_ADD || v->oper == OPER_SUB || v->oper == OPER_MUL)
            out = varies(a, (val_id){v->a}, at) || varies(a, (val_id){v->b}, at);
        break;
    case VAL_PHI: out = varies(a, (val_id){v->a}, at) && varies(a, (val_id){v->b}, at); break;
    case VAL_UNKNOWN:
    case VAL_INT:
    case VAL_FLOAT:
    case VAL_STR:
    case VAL_FUNC:
    case VAL_UN:
    case VAL_BOOL: break;
    }
    a->depth--;
    return out;
}

/* Nothing but numbers: there is no memory to share. */
static bool is_only_number(const struct slots *s, gfunc_id func, val_id v)
{
    const struct program *p = s->flow->program;
    const struct unit *u = program_unit(p, func);
    struct obj_set set = flow_value(p, func, v);
    uint8_t kind = u->types[u->vals[v.v].type.v].kind;

    for (uint32_t i = 0; i < set.n; i++) {
        uint8_t obj = flow_object(p, set.v[i])->kind;
        if (obj != OBJ_INT && obj != OBJ_NONE)
            return false;
    }
    return !set.open || kind == TYPE_INT || kind == TYPE_ENUM;
}

bool slot_gives_own(struct slots *s, site_id site, int data)
{
    const struct site *st = &s->flow->program->sites[site.v];
    val_id v = site_arg(s->flow->program, site, data);
    struct ask a = ask_in(s, st->caller);

    return v.v && (is_only_number(s, st->caller, v) || varies(&a, v, st->op) ||
                   slot_value_is_own(s, st->caller, v)); /* a thread passes its own on */
}

/* A function around the creation: each call of it brings another argument. */
static bool param_varies(struct slots *s, gfunc_id func, uint32_t param)
{
    const struct program *p = s->flow->program;
    uint32_t first = s->caller_first[func.v], end = s->caller_first[func.v + 1];
    if (param >= OWN_PARAMS || first == end)
        return false;
    uint8_t *memo = &s->varies_memo[(size_t)func.v * OWN_PARAMS + param];

    if (*memo != UNASKED)
        return *memo == YES;
    *memo = ASKING;
    bool yes = true;
    for (uint32_t i = first; yes && i < end; i++) {
        const struct site *site = &p->sites[s->callers[i].v];
        struct ask a = ask_in(s, site->caller);
        yes = varies(&a, site_arg(p, s->callers[i], (int)param), site->op);
    }
    *memo = yes ? YES : NO;
    return yes;
}

static bool share_objects(const struct program *p, const struct slot_start *a,
                          const struct slot_start *b)
{
    val_id va = site_arg(p, a->site, a->data), vb = site_arg(p, b->site, b->data);
    if (!va.v || !vb.v)
        return true;
    struct obj_set x = flow_value(p, p->sites[a->site.v].caller, va);
    struct obj_set y = flow_value(p, p->sites[b->site.v].caller, vb);
    uint32_t i = 0, k = 0;

    while (i < x.n && k < y.n) {
        if (x.v[i].v == y.v[k].v)
            return true;
        if (x.v[i].v < y.v[k].v)
            i++;
        else
            k++;
    }
    return x.open || y.open || !x.n || !y.n;
}

/* A creation that runs once, with an object that no other creation of func hands over. */
static bool start_is_alone(struct slots *s, gfunc_id func, uint32_t which)
{
    const struct program *p = s->flow->program;
    const struct slot_start *start = &s->starts[which];
    const struct site *site = &p->sites[start->site.v];

    uint32_t n = s->start_first[func.v + 1] - s->start_first[func.v];
    if (start->is_pool || n > MAX_STARTS || !slot_op_runs_once(s, site->caller, site->op))
        return false;
    for (uint32_t i = s->start_first[func.v]; i < s->start_first[func.v + 1]; i++)
        if (i != which && share_objects(p, start, &s->starts[i]))
            return false;
    return true;
}

/* &shared, &all[0] */
static bool is_constant_address(const struct unit *u, const struct unit_path *path)
{
    for (uint32_t i = 0; i < path->sels.n; i++) {
        uint8_t kind = u->sels[path->sels.first + i].kind;
        if (kind != SEL_FIELD && kind != SEL_INDEX_CONST)
            return false;
    }
    return path->root == ROOT_SYM || path->root == ROOT_LOCAL;
}

bool slot_param_is_same(struct slots *s, gfunc_id func, uint32_t param)
{
    const struct program *p = s->flow->program;
    uint32_t first = s->start_first[func.v], n = s->start_first[func.v + 1] - first;

    if (n != 1 || s->starts[first].data_param != (int)param ||
        s->caller_first[func.v] != s->caller_first[func.v + 1])
        return false;
    const struct site *site = &p->sites[s->starts[first].site.v];
    val_id v = site_arg(p, s->starts[first].site, s->starts[first].data);
    const struct func_shape *shape = flow_shape(s->flow, site->caller);
    const struct unit_val *val = &shape->unit->vals[v.v];
    if (val->kind == VAL_LOAD) {
        op_id store = shape_reaching_store(shape, (op_id){val->a});
        val = &shape->unit->vals[store.v ? shape->unit->ops[store.v].val.v : 0];
    }
    if (val->kind == VAL_CALL)
        return slot_op_runs_once(s, site->caller, (op_id){val->a});
    return val->kind == VAL_ADDR && slot_runs_once(s, site->caller) &&
           is_constant_address(shape->unit, &shape->unit->paths[val->a]);
}

bool slot_param_is_own(struct slots *s, gfunc_id func, uint32_t param)
{
    const struct program *p = s->flow->program;
    if (param >= OWN_PARAMS)
        return false;
    uint8_t *memo = &s->param_memo[(size_t)func.v * OWN_PARAMS + param];
    uint32_t n = 0;

    if (*memo != UNASKED)
        return *memo == YES;
    *memo = ASKING;
    bool own = true;
    for (uint32_t i = s->start_first[func.v]; own && i < s->start_first[func.v + 1]; i++, n++) {
        const struct slot_start *start = &s->starts[i];
        own = start->data_param == (int)param && (slot_gives_own(s, start->site, start->data) ||
                                                  start_is_alone(s, func, i));
    }
    for (uint32_t i = s->caller_first[func.v]; own && i < s->caller_first[func.v + 1]; i++, n++) {
        site_id site = s->callers[i];
        own = slot_value_is_own(s, p->sites[site.v].caller, site_arg(p, site, (int)param));
    }
    *memo = own && n > 0 ? YES : NO;
    return *memo == YES;
}

bool slot_starts_once(struct slots *s, gfunc_id func)
{
    uint32_t first = s->start_first[func.v], n = s->start_first[func.v + 1] - first;
    bool is_called = s->caller_first[func.v] != s->caller_first[func.v + 1];
    if (n != 1 || s->starts[first].is_pool || is_called)
        return false;
    const struct site *site = &s->flow->program->sites[s->starts[first].site.v];
    return slot_op_runs_once(s, site->caller, site->op);
}

bool slot_field_is_own(struct slots *s, gfield_id field)
{
    ASSERT(field.v < s->flow->program->n_fields);
    uint8_t *memo = &s->field_memo[field.v];
    uint32_t first = s->store_first[field.v], end = s->store_first[field.v + 1];
    uint32_t real = 0, once = 0;

    if (*memo != UNASKED)
        return *memo == YES;
    *memo = ASKING;
    bool own = true;
    for (uint32_t i = first; own && i < end; i++) {
        const struct slot_store *st = &s->stores[i];
        struct ask a = ask_in(s, st->func);
        const struct unit_op *op = &a.shape->unit->ops[st->op.v];
        if (a.shape->unit->vals[op->val.v].kind == VAL_INT)
            continue;
        own = varies(&a, op->val, st->op) ||
              (++once == 1 && slot_op_runs_once(s, st->func, st->op));
        real++;
    }
    *memo = own && real ? YES : NO;
    return *memo == YES;
}
