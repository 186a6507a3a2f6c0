/*
 * Questions to the finished solution. What the program itself loads, stores, passes or returns has
 * a node; for other paths and values the answer is put together from what they are made of, and
 * kept.
 */
#include "link/internal.h"

#include <stdlib.h>

enum { MAX_STEPS = 4096 };

const struct frozen_set *frozen_get(const struct program *p, uint32_t node)
{
    ASSERT(node < p->flow->n_nodes);
    return &p->flow->sets[p->flow->rep[node]];
}

static struct obj_set node_set(const struct program *p, uint32_t node)
{
    const struct frozen_set *set = frozen_get(p, node);

    return (struct obj_set){.v = set->objs, .n = set->n, .open = set->is_open};
}

/* ---- unions ---- */

struct gather {
    struct arena *a;
    VEC(obj_id) objs;
    bool is_open;
};

static void gather_set(struct gather *g, struct obj_set set)
{
    for (uint32_t i = 0; i < set.n; i++) {
        vec_push(g->a, &g->objs, set.v[i]);
    }
    g->is_open |= set.open;
}

static int compare_objs(const void *x, const void *y)
{
    const obj_id *a = x, *b = y;

    return (a->v > b->v) - (a->v < b->v);
}

static struct obj_set gather_done(const struct program *p, struct gather *g)
{
    obj_id *out = arena_array(p->arena, obj_id, g->objs.n);
    uint32_t n = 0;

    if (g->objs.n > 1) {
        qsort(g->objs.v, g->objs.n, sizeof *g->objs.v, compare_objs);
    }
    for (uint32_t i = 0; i < g->objs.n; i++) {
        if (n == 0 || out[n - 1].v != g->objs.v[i].v) {
            out[n++] = g->objs.v[i];
        }
    }
    return (struct obj_set){.v = out, .n = n, .open = g->is_open};
}

static struct obj_set keep(const struct program *p, struct map *memo, uint64_t key,
                           struct obj_set set)
{
    struct value_flow *fl = p->flow;

    map_set(memo, key, fl->query_sets.n);
    vec_push(p->arena, &fl->query_sets, set);
    return set;
}

/* ---- what a pointer points to ---- */

static uint32_t target_node(const struct program *p, obj_id o)
{
    const struct flow_obj *obj = &p->flow->objs[o.v];

    return obj->kind == OBJ_ADDR || obj->kind == OBJ_RESULT || obj->kind == OBJ_OUT ? obj->node.v
                                                                                     : 0;
}

static void gather_pointees(const struct program *p, uint32_t pointer, struct gather *g)
{
    struct obj_set set = node_set(p, pointer);

    g->is_open |= set.open;
    for (uint32_t i = 0; i < set.n; i++) {
        uint8_t kind = p->flow->objs[set.v[i].v].kind;
        uint32_t target = target_node(p, set.v[i]);

        if (target != 0) {
            gather_set(g, node_set(p, target));
        } else if (kind == OBJ_FUNC) {
            vec_push(g->a, &g->objs, set.v[i]);
        } else {
            g->is_open |= kind != OBJ_INT;
        }
    }
}

struct obj_set flow_path(const struct program *p, gfunc_id f, path_id path)
{
    struct value_flow *fl = p->flow;
    struct vref known = ref_load(p, f, p->funcs[f.v].unit, path, false);
    struct place_ref r = ref_path(p, f, p->funcs[f.v].unit, path, false);
    uint64_t key = (uint64_t)f.v << 32 | path.v;
    uint32_t at, pointer;
    struct arena scratch;
    struct gather g = {.a = &scratch};
    struct obj_set out;

    if (known.node != 0) {
        return node_set(p, known.node);
    }
    if (map_get(&fl->memo_paths, key, &at)) {
        return fl->query_sets.v[at];
    }
    arena_init(&scratch);
    pointer = r.node != 0 && r.derefs > 0 ? ref_pointer(p, r, false) : 0;
    if (pointer != 0) {
        gather_pointees(p, pointer, &g);
    } else if (known.obj > OPEN_OBJ) {
        vec_push(&scratch, &g.objs, (obj_id){known.obj});
    } else {
        g.is_open = true;
    }
    out = keep(p, &fl->memo_paths, key, gather_done(p, &g));
    arena_release(&scratch);
    return out;
}

/* ---- values ---- */

static struct obj_set leaf_value(const struct program *p, gfunc_id f, val_id id, struct arena *a)
{
    const struct unit *u = program_unit(p, f);
    const struct unit_val *v = &u->vals[id.v];
    struct vref ref = ref_value(p, f, p->funcs[f.v].unit, id, false);

    if (ref.node != 0) {
        return node_set(p, ref.node);
    }
    if (ref.obj > OPEN_OBJ) {
        obj_id *one = arena_new(a, obj_id);

        one->v = ref.obj;
        return (struct obj_set){.v = one, .n = 1};
    }
    if (v->kind == VAL_LOAD) {
        return flow_path(p, f, u->ops[v->a].path);
    }
    return (struct obj_set){.open = true};
}

static void gather_value(const struct program *p, gfunc_id f, val_id root, struct gather *g)
{
    const struct unit *u = program_unit(p, f);
    VEC(uint32_t) work = {0};
    uint32_t steps = 0;

    vec_push(g->a, &work, root.v);
    while (work.n > 0 && steps++ < MAX_STEPS) {
        uint32_t id = work.v[--work.n];
        const struct unit_val *v = &u->vals[id];

        if (is_phi_like(u, v) &&
            ref_value(p, f, p->funcs[f.v].unit, (val_id){id}, false).node == 0) {
            vec_push(g->a, &work, v->a);
            vec_push(g->a, &work, v->b);
            g->is_open |= v->kind == VAL_BIN;
        } else {
            gather_set(g, leaf_value(p, f, (val_id){id}, g->a));
        }
    }
    g->is_open |= work.n > 0;
}

struct obj_set flow_value(const struct program *p, gfunc_id f, val_id v)
{
    struct value_flow *fl = p->flow;
    struct vref ref;
    uint64_t key = (uint64_t)f.v << 32 | v.v;
    uint32_t at;
    struct arena scratch;
    struct gather g = {.a = &scratch};
    struct obj_set out;

    ASSERT(f.v != 0 && v.v < program_unit(p, f)->n_vals);
    ref = ref_value(p, f, p->funcs[f.v].unit, v, false);
    if (ref.node != 0) {
        return node_set(p, ref.node);
    }
    if (map_get(&fl->memo_values, key, &at)) {
        return fl->query_sets.v[at];
    }
    arena_init(&scratch);
    gather_value(p, f, v, &g);
    out = keep(p, &fl->memo_values, key, gather_done(p, &g));
    arena_release(&scratch);
    return out;
}

/* ---- nodes and objects ---- */

const struct flow_obj *flow_object(const struct program *p, obj_id o)
{
    ASSERT(o.v < p->flow->n_objs);
    return &p->flow->objs[o.v];
}

node_id flow_node(const struct program *p, gfunc_id f, path_id path)
{
    struct place_ref r = ref_path(p, f, p->funcs[f.v].unit, path, false);
    uint32_t pointer, node = 0;
    struct obj_set set;

    if (r.node == 0 || r.derefs == 0) {
        return (node_id){r.node};
    }
    pointer = ref_pointer(p, r, false);
    if (pointer == 0) {
        return (node_id){0};
    }
    set = node_set(p, pointer);
    if (set.n == 1 && !set.open && target_node(p, set.v[0]) != 0) {
        return (node_id){target_node(p, set.v[0])};
    }
    (void)map_get(&p->flow->derefs, pointer, &node);
    return (node_id){node};
}

gfield_id flow_node_field(const struct program *p, node_id n)
{
    const struct value_flow *fl = p->flow;
    bool is_field = n.v >= fl->first_field && n.v < fl->first_local;

    return (gfield_id){is_field ? n.v - fl->first_field : 0};
}

gsym_id flow_node_sym(const struct program *p, node_id n)
{
    return (gsym_id){n.v < p->n_syms ? n.v : 0};
}

uint32_t flow_object_count(const struct program *p)
{
    return p->flow->n_objs;
}

uint32_t flow_node_count(const struct program *p)
{
    return p->flow->n_nodes;
}

node_id flow_sym_node(const struct program *p, gsym_id sym)
{
    ASSERT(sym.v < p->n_syms);
    return (node_id){sym.v};
}

node_id flow_field_node(const struct program *p, gfield_id field)
{
    ASSERT(field.v < p->n_fields);
    return (node_id){field.v ? p->flow->first_field + field.v : 0};
}

node_id flow_local_node(const struct program *p, gfunc_id f, uint32_t index)
{
    const struct unit_func *fn = program_func(p, f);

    ASSERT(index < fn->locals.n);
    return (node_id){node_local(p, p->funcs[f.v].unit, fn->locals.first + index)};
}

node_id flow_site_node(const struct program *p, site_id s)
{
    return (node_id){node_site(p, s)};
}

gfunc_id flow_node_func(const struct program *p, node_id n)
{
    return node_owner(p, n.v);
}

struct obj_set flow_node_value(const struct program *p, node_id n)
{
    return node_set(p, n.v);
}
