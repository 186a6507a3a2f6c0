/*
 * What a path or a value of a unit is in terms of nodes and objects.
 *
 * Field-based: the last field of a path decides, whatever it is reached through; indexes do not
 * count. Dereferences after it go through what the node points to: one node for "what P points to"
 * serves all loads through P. Values that join others (?:, pointer arithmetic) get a node of their
 * own, once.
 */
#include "link/internal.h"

enum { MAX_DEPTH = 200, MAX_STEPS = 4096 };

static const struct vref OPEN_VALUE = {.obj = OPEN_OBJ};

/* ---- objects ---- */

static uint32_t func_obj(const struct program *p, gsym_id sym, bool create)
{
    struct value_flow *fl = p->flow;
    gfunc_id func = p->syms[sym.v].func;

    if (func.v != 0) {
        sym = p->funcs[func.v].sym;
        fl->addr_taken[func.v] |= create;
    }
    if (fl->func_objs[sym.v] == 0 && create) {
        fl->func_objs[sym.v] = solver_obj(
            &fl->solver, &(struct flow_obj){.kind = OBJ_FUNC, .func = func, .sym = sym});
    }
    return fl->func_objs[sym.v];
}

static uint32_t addr_obj(const struct program *p, uint32_t node, bool create)
{
    struct value_flow *fl = p->flow;
    uint32_t obj = 0;

    if (!map_get(&fl->addr_objs, node, &obj) && create) {
        struct flow_obj o = {.kind = OBJ_ADDR, .node = {node}};

        o.sym.v = node < p->n_syms ? node : 0;
        obj = solver_obj(&fl->solver, &o);
        map_set(&fl->addr_objs, node, obj);
    }
    return obj;
}

static uint32_t int_obj(const struct program *p, int64_t num, bool create)
{
    struct value_flow *fl = p->flow;
    uint32_t obj = 0;

    if (!map_get(&fl->int_objs, (uint64_t)num, &obj) && create) {
        obj = solver_obj(&fl->solver, &(struct flow_obj){.kind = OBJ_INT, .num = num});
        map_set(&fl->int_objs, (uint64_t)num, obj);
    }
    return obj;
}

static uint32_t str_obj(const struct program *p, bool create)
{
    struct value_flow *fl = p->flow;

    if (fl->str_obj == 0 && create) {
        fl->str_obj = solver_obj(&fl->solver, &(struct flow_obj){.kind = OBJ_STR});
    }
    return fl->str_obj;
}

uint32_t ref_const_node(const struct program *p, uint32_t obj, uint32_t cause)
{
    struct value_flow *fl = p->flow;
    uint8_t kind = fl->solver.objs.v[obj].kind;
    bool is_shared = kind == OBJ_INT || kind == OBJ_STR || obj == OPEN_OBJ;
    uint32_t node;

    if (is_shared && map_get(&fl->const_nodes, obj, &node)) {
        return node;
    }
    node = solver_node(&fl->solver);
    solver_base(&fl->solver, node, obj, cause);
    if (is_shared) {
        map_set(&fl->const_nodes, obj, node);
    }
    return node;
}

/* ---- composite values ---- */

static uint64_t value_key(gfunc_id f, uint32_t unit, uint32_t v)
{
    uint64_t high = f.v ? f.v : UINT32_C(0x80000000) | unit;

    return high << 32 | v;
}

static bool is_pointer_value(const struct unit *u, uint32_t v)
{
    const struct unit_val *val = &u->vals[v];
    uint8_t kind = u->types[val->type.v].kind;

    return kind == TYPE_POINTER || kind == TYPE_ARRAY || val->kind == VAL_ADDR ||
           val->kind == VAL_STR || val->kind == VAL_FUNC;
}

static bool is_pointer_arithmetic(const struct unit *u, const struct unit_val *v)
{
    return v->kind == VAL_BIN && (v->oper == OPER_ADD || v->oper == OPER_SUB) &&
           (is_pointer_value(u, v->a) || is_pointer_value(u, v->b)) &&
           !(is_pointer_value(u, v->a) && is_pointer_value(u, v->b));
}

bool is_phi_like(const struct unit *u, const struct unit_val *v)
{
    return v->kind == VAL_PHI || is_pointer_arithmetic(u, v);
}

/* All leaves of a tree of choices and pointer arithmetic flow into node. */
static void flatten(const struct program *p, gfunc_id f, uint32_t unit, val_id root, uint32_t node)
{
    struct arena *a = p->flow->solver.arena;
    const struct unit *u = p->units[unit];
    VEC(uint32_t) work = {0};
    uint32_t steps = 0;

    vec_push(a, &work, root.v);
    while (work.n > 0 && steps++ < MAX_STEPS) {
        uint32_t id = work.v[--work.n];
        const struct unit_val *v = &u->vals[id];

        if (v->kind == VAL_PHI) {
            vec_push(a, &work, v->a);
            vec_push(a, &work, v->b);
        } else if (is_pointer_arithmetic(u, v)) {
            vec_push(a, &work, is_pointer_value(u, v->a) ? v->a : v->b);
            value_into(p, OPEN_VALUE, node, 0);
        } else {
            value_into(p, ref_value(p, f, unit, (val_id){id}, true), node, 0);
        }
    }
    if (work.n > 0) {
        value_into(p, OPEN_VALUE, node, 0);
    }
}

static struct vref composite(const struct program *p, gfunc_id f, uint32_t unit, val_id v,
                             bool create)
{
    struct value_flow *fl = p->flow;
    uint64_t key = value_key(f, unit, v.v);
    uint32_t node = 0;

    if (!map_get(&fl->composites, key, &node) && create) {
        node = solver_node(&fl->solver);
        map_set(&fl->composites, key, node);
        flatten(p, f, unit, v, node);
    }
    return (struct vref){.node = node};
}

/* A function whose name has several definitions: all of them. */
static struct vref ambiguous_func(const struct program *p, gsym_id sym, bool create)
{
    struct value_flow *fl = p->flow;
    struct alternatives alts = fl->alts[sym.v];
    uint64_t key = UINT64_C(0xffffffff) << 32 | sym.v; /* no function has that number */
    uint32_t node = 0;

    if (!map_get(&fl->composites, key, &node) && create) {
        node = solver_node(&fl->solver);
        map_set(&fl->composites, key, node);
        for (uint32_t i = 0; i < alts.n; i++) {
            uint32_t obj = func_obj(p, fl->alt_syms.v[alts.first + i], true);

            solver_base(&fl->solver, node, obj, 0);
        }
    }
    return (struct vref){.node = node};
}

/* ---- paths ---- */

static uint32_t node_of_value(const struct program *p, struct vref v, bool create)
{
    if (v.node != 0 || v.obj == 0) {
        return v.node;
    }
    return create ? ref_const_node(p, v.obj, 0) : 0;
}

static uint32_t root_node(const struct program *p, gfunc_id f, uint32_t unit,
                          const struct unit_path *path, bool create)
{
    switch ((enum path_root)path->root) {
    case ROOT_SYM:
        return p->unit_syms[unit][path->id].v;
    case ROOT_PARAM:
        return f.v ? node_param(p, f, path->id) : 0;
    case ROOT_LOCAL:
        return node_local(p, unit, path->id);
    case ROOT_CALL: {
        site_id s = f.v ? program_site(p, f, (op_id){path->id}) : (site_id){0};

        return s.v ? node_site(p, s) : 0;
    }
    case ROOT_VAL:
        return node_of_value(p, ref_value(p, f, unit, (val_id){path->id}, create), create);
    case ROOT_NONE:
    case ROOT_STR:
    case ROOT_FUNC:
        break;
    }
    return 0;
}

struct place_ref ref_path(const struct program *p, gfunc_id f, uint32_t unit, path_id path,
                          bool create)
{
    const struct unit *u = p->units[unit];
    const struct unit_path *pt = &u->paths[path.v];
    const struct unit_sel *sels = &u->sels[pt->sels.first];
    struct place_ref r = {0};
    uint32_t i = pt->sels.n;

    while (i > 0 && sels[i - 1].kind != SEL_FIELD) {
        r.derefs += sels[--i].kind == SEL_DEREF;
    }
    r.node = i > 0 ? p->flow->first_field + p->unit_fields[unit][sels[i - 1].id].v
                   : root_node(p, f, unit, pt, create);
    if (pt->flags & PATH_REST) {
        r.node = 0; /* where it really leads was cut off */
    }
    return r;
}

static uint32_t deref_node(const struct program *p, uint32_t pointer, bool create)
{
    struct value_flow *fl = p->flow;
    uint32_t node = 0;

    if (pointer != 0 && !map_get(&fl->derefs, pointer, &node) && create) {
        node = solver_node(&fl->solver);
        map_set(&fl->derefs, pointer, node);
        solver_load(&fl->solver, node, pointer, 0);
    }
    return node;
}

uint32_t ref_pointer(const struct program *p, struct place_ref r, bool create)
{
    uint32_t node = r.node;

    ASSERT(r.derefs > 0);
    for (uint32_t i = 1; i < r.derefs; i++) {
        node = deref_node(p, node, create);
    }
    return node;
}

static struct vref func_value(const struct program *p, uint32_t unit, uint32_t sym, bool create)
{
    gsym_id gsym = p->unit_syms[unit][sym];

    if (p->flow->alts[gsym.v].n > 0) {
        return ambiguous_func(p, gsym, create);
    }
    return (struct vref){.obj = func_obj(p, gsym, create)};
}

struct vref ref_load(const struct program *p, gfunc_id f, uint32_t unit, path_id path, bool create)
{
    const struct unit_path *pt = &p->units[unit]->paths[path.v];
    struct place_ref r = ref_path(p, f, unit, path, create);

    if (pt->root == ROOT_FUNC) {
        return func_value(p, unit, pt->id, create);
    }
    if (r.node == 0) {
        return OPEN_VALUE;
    }
    if (r.derefs == 0) {
        return (struct vref){.node = r.node};
    }
    return (struct vref){.node = deref_node(p, ref_pointer(p, r, create), create)};
}

static struct vref addr_value(const struct program *p, gfunc_id f, uint32_t unit, val_id v,
                              bool create)
{
    path_id path = {p->units[unit]->vals[v.v].a};
    const struct unit_path *pt = &p->units[unit]->paths[path.v];
    struct place_ref r;

    if (pt->root == ROOT_FUNC) {
        return func_value(p, unit, pt->id, create);
    }
    if (pt->root == ROOT_STR) {
        return (struct vref){.obj = str_obj(p, create)};
    }
    r = ref_path(p, f, unit, path, create);
    if (r.node == 0) {
        return OPEN_VALUE;
    }
    if (r.derefs > 0) { /* &p[i] and &*p are p */
        return (struct vref){.node = ref_pointer(p, r, create)};
    }
    return (struct vref){.obj = addr_obj(p, r.node, create)};
}

static struct vref simple_value(const struct program *p, gfunc_id f, uint32_t unit, val_id id,
                                bool create)
{
    const struct unit *u = p->units[unit];
    const struct unit_val *v = &u->vals[id.v];
    site_id s;

    switch ((enum val_kind)v->kind) {
    case VAL_INT:
        return (struct vref){.obj = int_obj(p, v->num, create)};
    case VAL_STR:
        return (struct vref){.obj = str_obj(p, create)};
    case VAL_FUNC:
        return func_value(p, unit, v->a, create);
    case VAL_ADDR:
        return addr_value(p, f, unit, id, create);
    case VAL_LOAD:
        return ref_load(p, f, unit, u->ops[v->a].path, create);
    case VAL_CALL:
        s = f.v ? program_site(p, f, (op_id){v->a}) : (site_id){0};
        return s.v ? (struct vref){.node = node_site(p, s)} : OPEN_VALUE;
    case VAL_UNKNOWN:
    case VAL_FLOAT:
    case VAL_BIN:
    case VAL_UN:
    case VAL_PHI:
    case VAL_BOOL:
        break;
    }
    return is_phi_like(u, v) ? composite(p, f, unit, id, create) : OPEN_VALUE;
}

struct vref ref_value(const struct program *p, gfunc_id f, uint32_t unit, val_id v, bool create)
{
    struct value_flow *fl = p->flow;
    struct vref r = OPEN_VALUE;

    if (v.v != 0 && fl->depth < MAX_DEPTH) { /* paths over values over paths: nesting of source */
        fl->depth++;
        r = simple_value(p, f, unit, v, create);
        fl->depth--;
    }
    return r;
}
