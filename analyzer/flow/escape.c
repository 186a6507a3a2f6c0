/*
 * Answers about names: the name's object is what its last dereferenced pointer can hold; how that
 * object is reached (flow/reach.h) and which of its kind a thread has (flow/slot.h) make the
 * answer. Ownership is asked of the function alone (flow/own.h).
 */
#include "flow/escape.h"

#include <stdlib.h>

#include "flow/context.h"
#include "flow/reach.h"
#include "flow/taken.h"

enum { MAX_OBJECTS = 256, MAX_DEREFS = 8 };
enum { IN_COMMON = 128 }; /* beside the bits of REACH_ */

/* What a name can mean. */
struct objects {
    mem_id *v; /* sorted */
    uint32_t n;
    bool open;
    bool has_parts; /* addresses of members, used as their whole records */
    uint8_t bits;   /* how they are reached, all together */
};

struct escapes {
    const struct flow_facts *flow;
    struct locs *locs;
    struct owners owners;
    struct slots slots;
    struct reach reach;
    struct taken taken;
    struct map memo; /* function (of parameters), name -> sets */
    struct map fresh; /* gsym -> is_fresh_pointer() */
    VEC(struct objects) sets;
    struct arena scratch;
};

struct escapes *flow_escapes(const struct flow_facts *f)
{
    if (f->lazy->escapes)
        return f->lazy->escapes;
    struct escapes *e = arena_new(f->arena, struct escapes);
    e->flow = f;
    e->locs = flow_locs(f);
    e->owners.arena = f->arena;
    owners_init(&e->owners, f);
    e->slots = (struct slots){.flow = f, .owners = &e->owners, .arena = f->arena};
    slots_init(&e->slots);
    e->reach = (struct reach){
        .flow = f, .arena = f->arena, .owners = &e->owners, .slots = &e->slots};
    reach_init(&e->reach);
    e->taken = (struct taken){.flow = f, .owners = &e->owners, .arena = f->arena};
    taken_init(&e->taken);
    map_init(&e->memo, f->arena);
    map_init(&e->fresh, f->arena);
    f->lazy->escapes = e;
    return e;
}

/* ---- from names to objects ---- */

struct gather {
    mem_id v[MAX_OBJECTS];
    uint32_t n;
    bool open;
};

/* A name taken apart: what is dereferenced last, and the selectors inside of the object. */
struct name {
    const struct loc *root;
    loc_id pointer;   /* 0: the object is the root variable itself */
    uint32_t derefs;
    gfield_id first;  /* first field after the last dereference */
    bool has_index;   /* some index that is not constant */
};

static struct name name_of(const struct escapes *e, loc_id id)
{
    struct name out = {0};
    const struct loc *l = loc_get(e->locs, id);

    for (; l->parent.v; l = loc_get(e->locs, l->parent)) {
        out.has_index |= l->kind == LOC_ANY;
        if (l->kind == LOC_FIELD && !out.derefs)
            out.first.v = l->id;
        if (l->kind == LOC_DEREF && out.derefs++ == 0)
            out.pointer = l->parent;
    }
    out.root = l;
    ASSERT(!out.pointer.v == !out.derefs);
    return out;
}

static void add_object(struct gather *out, mem_id m)
{
    if (!m.v || (out->n && out->v[out->n - 1].v == m.v))
        return;
    if (out->n >= MAX_OBJECTS)
        out->open = true;
    else
        out->v[out->n++] = m;
}

static void add_set(struct escapes *e, struct obj_set set, uint32_t type, struct gather *out)
{
    out->open |= set.open;
    for (uint32_t i = 0; i < set.n && out->n < MAX_OBJECTS; i++)
        add_object(out, reach_obj(&e->reach, set.v[i], type));
    out->open |= set.n > MAX_OBJECTS;
}

/* The node that holds what a variable or field holds; 0: it takes looking through a pointer. */
static node_id node_of_variable(const struct escapes *e, gfunc_id func, const struct loc *l)
{
    const struct program *p = e->flow->program;

    switch ((enum loc_kind)l->kind) {
    case LOC_GLOBAL: return flow_sym_node(p, (gsym_id){l->id});
    case LOC_FIELD: return flow_field_node(p, (gfield_id){l->id});
    case LOC_RESULT: return flow_site_node(p, (site_id){l->id});
    case LOC_UNKNOWN: return (node_id){l->id};
    case LOC_LOCAL:
        if (l->func.v && l->id < program_func(p, l->func)->locals.n)
            return flow_local_node(p, l->func, l->id);
        break;
    case LOC_PARAM:
        if (func.v && l->id < program_func(p, func)->n_params)
            return flow_local_node(p, func, l->id);
        break;
    case LOC_NONE:
    case LOC_RETURN:
    case LOC_STRING:
    case LOC_DEREF:
    case LOC_INDEX:
    case LOC_ANY: break;
    }
    return (node_id){0};
}

/* What the pointer of this name can point to, as memory of the type. */
static void pointees(struct escapes *e, gfunc_id func, loc_id pointer, uint32_t type,
                     uint32_t depth, struct gather *out)
{
    const struct loc *l = loc_get(e->locs, pointer);

    while (l->kind == LOC_INDEX || l->kind == LOC_ANY) {
        pointer = l->parent;
        l = loc_get(e->locs, pointer);
    }
    node_id node = node_of_variable(e, func, l);
    if (node.v) {
        add_set(e, flow_node_value(e->flow->program, node), type, out);
        return;
    }
    if (l->kind != LOC_DEREF || depth >= MAX_DEREFS) {
        out->open = true;
        return;
    }
    struct gather *through = arena_new(&e->scratch, struct gather);
    pointees(e, func, l->parent, REC_ANY, depth + 1, through);
    out->open |= through->open;
    for (uint32_t i = 0; i < through->n; i++)
        add_set(e, reach_content(&e->reach, through->v[i]), type, out);
}

static uint32_t type_of_name(const struct escapes *e, const struct name *n)
{
    return n->first.v ? e->reach.field_rec[n->first.v].v : reach_scalar(&e->reach);
}

/* "Some object's field" */
static bool is_nameless(const struct name *n)
{
    return !n->pointer.v && n->root->kind == LOC_UNKNOWN && (!n->root->id || n->first.v);
}

/* The one object of the record, when the program has just one; 0 else. */
static mem_id only_of_type(struct escapes *e, const struct name *n)
{
    mem_id m = n->first.v ? reach_only_of(&e->reach, type_of_name(e, n)) : (mem_id){0};
    return m.v && reach_is_single(&e->reach, m) ? m : (mem_id){0};
}

/* A member's address that is used as the record around it: that record, when there is just one. */
static void prefer_only(struct escapes *e, const struct name *n, struct gather *out)
{
    for (uint32_t i = 0; i < out->n; i++) {
        gfield_id f = flow_node_field(e->flow->program, e->reach.mems.v[out->v[i].v].node);
        mem_id only = {0};
        if (f.v && n->pointer.v && n->first.v &&
            e->reach.field_rec[f.v].v == type_of_name(e, n))
            only = only_of_type(e, n);
        if (only.v)
            out->v[i] = only;
    }
}

static void gather_objects(struct escapes *e, gfunc_id func, const struct name *n,
                           struct gather *out)
{
    const struct program *p = e->flow->program;

    if (is_nameless(n)) {
        add_object(out, only_of_type(e, n));
        out->open = true;
    } else if (n->pointer.v) {
        pointees(e, func, n->pointer, type_of_name(e, n), 0, out);
    } else {
        node_id node = {0};
        if (n->root->kind == LOC_GLOBAL || n->root->kind == LOC_LOCAL ||
            n->root->kind == LOC_PARAM || n->root->kind == LOC_UNKNOWN)
            node = node_of_variable(e, func, n->root);
        if (!flow_node_sym(p, node).v && !flow_node_field(p, node).v && !flow_node_func(p, node).v)
            node.v = 0; /* what some pointer points to */
        add_object(out, reach_var(&e->reach, node));
        out->open |= !node.v;
    }
    prefer_only(e, n, out);
}

static int by_id(const void *x, const void *y)
{
    const mem_id *a = x, *b = y;
    return (a->v > b->v) - (a->v < b->v);
}

static bool is_part(const struct escapes *e, mem_id m, uint32_t rec)
{
    gfield_id f = flow_node_field(e->flow->program, e->reach.mems.v[m.v].node);
    return f.v && rec && e->reach.field_rec[f.v].v == rec;
}

static struct objects finished(struct escapes *e, const struct name *n, struct gather *g)
{
    struct objects out = {.v = arena_array(e->flow->arena, mem_id, g->n), .open = g->open};

    if (g->n > 1)
        qsort(g->v, g->n, sizeof *g->v, by_id);
    for (uint32_t i = 0; i < g->n; i++) {
        if (out.n && out.v[out.n - 1].v == g->v[i].v)
            continue;
        out.v[out.n++] = g->v[i];
        out.bits |= reach_bits(&e->reach, g->v[i]);
        out.has_parts |= is_part(e, g->v[i], type_of_name(e, n));
    }
    return out;
}

/* Found once for each name; names of parameters mean something else in each function. */
static struct objects objects_of(struct escapes *e, gfunc_id func, loc_id loc)
{
    struct name n = name_of(e, loc);
    uint64_t key = (uint64_t)(n.root->kind == LOC_PARAM ? func.v : 0) << 32 | loc.v;
    uint32_t at;

    if (map_get(&e->memo, key, &at))
        return e->sets.v[at];
    arena_init(&e->scratch);
    struct gather *g = arena_new(&e->scratch, struct gather);
    gather_objects(e, func, &n, g);
    struct objects out = finished(e, &n, g);
    arena_release(&e->scratch);
    map_set(&e->memo, key, e->sets.n);
    vec_push(e->flow->arena, &e->sets, out);
    return out;
}

/* ---- sharing ---- */

static bool is_tls(const struct escapes *e, const struct loc *root)
{
    return root->kind == LOC_GLOBAL &&
           (e->flow->program->syms[root->id].flags & SYM_THREAD_LOCAL);
}

/* Does the record hold pointers to records of its own type? */
static bool is_chained(const struct escapes *e, uint32_t rec)
{
    if (!rec || rec >= reach_scalar(&e->reach))
        return false;
    for (uint32_t i = e->reach.rec_first[rec]; i < e->reach.rec_first[rec + 1]; i++)
        if (reach_field_pointee(&e->reach, e->reach.rec_fields[i]) == rec)
            return true;
    return false;
}

static bool is_once(struct escapes *e, uint32_t site)
{
    const struct site *s = &e->flow->program->sites[site];
    return slot_op_runs_once(&e->slots, s->caller, s->op);
}

static enum share one_or_some(struct escapes *e, gfunc_id func, const struct name *n,
                              const struct objects *o)
{
    if (n->root->kind == LOC_GLOBAL && n->derefs <= 2 &&
        !(n->has_index && n->derefs) &&
        (n->derefs == 0 || !is_chained(e, type_of_name(e, n))))
        return SHARE_ONE;
    if (n->root->kind == LOC_RESULT && n->derefs == 1 && o->n == 1 && is_once(e, n->root->id))
        return SHARE_ONE;
    if (n->root->kind == LOC_PARAM && n->derefs == 1 &&
        slot_param_is_same(&e->slots, func, n->root->id))
        return SHARE_ONE;
    return o->n == 1 && reach_is_single(&e->reach, o->v[0]) ? SHARE_ONE : SHARE_SOME;
}

/* The object that the thread's own argument points to. */
static bool is_own_argument(struct escapes *e, gfunc_id func, const struct name *n)
{
    return n->root->kind == LOC_PARAM && n->derefs == 1 &&
           slot_param_is_own(&e->slots, func, n->root->id);
}

static enum share share_of(struct escapes *e, gfunc_id func, const struct name *n,
                           const struct objects *o)
{
    uint8_t bits = o->bits & (REACH_GLOBAL | REACH_EACH | REACH_HANDED);

    if (n->root->kind == LOC_STRING)
        return SHARE_PRIVATE;
    if (!o->n)
        return SHARE_UNKNOWN;
    if (!bits)
        return o->open && n->derefs ? SHARE_UNKNOWN : SHARE_PRIVATE;
    if (!(bits & (REACH_GLOBAL | REACH_HANDED)) ||
        (!(bits & REACH_GLOBAL) && is_own_argument(e, func, n)))
        return SHARE_EACH;
    return one_or_some(e, func, n, o);
}

enum share escape_share(struct escapes *e, gfunc_id func, loc_id loc)
{
    struct name n = name_of(e, loc);

    if (is_nameless(&n) && !only_of_type(e, &n).v) {
        uint8_t bits = n.first.v ? e->reach.rec_bits[type_of_name(e, &n)] : 0;
        return bits & REACH_GLOBAL ? SHARE_SOME : SHARE_UNKNOWN;
    }
    struct objects o = objects_of(e, func, loc);
    return share_of(e, func, &n, &o);
}

bool escape_is_thread_local(struct escapes *e, gfunc_id func, loc_id loc)
{
    struct name n = name_of(e, loc);

    if (n.pointer.v || !is_tls(e, n.root))
        return false;
    mem_id m = reach_var(&e->reach, node_of_variable(e, func, n.root));
    return reach_bits(&e->reach, m) == 0;
}

bool escape_between_processes(struct escapes *e, gfunc_id func, loc_id loc)
{
    return objects_of(e, func, loc).bits & REACH_SHARED_MAP;
}

/* ---- aliases ---- */

static bool has_type(const struct reach *r, mem_id m, uint32_t rec)
{
    for (uint32_t t = r->mems.v[m.v].first_type; t; t = r->types.v[t - 1].next)
        if (r->types.v[t - 1].rec == rec)
            return true;
    return false;
}

/* Members' addresses in x, used as their whole record (container_of), and such records in y. */
static uint8_t parts_in_common(struct escapes *e, const struct objects *x, const struct objects *y,
                               uint32_t rec)
{
    uint8_t bits = 0;

    for (uint32_t i = 0; x->has_parts && i < x->n; i++)
        for (uint32_t k = 0; is_part(e, x->v[i], rec) && k < y->n; k++)
            if (has_type(&e->reach, y->v[k], rec))
                bits |= IN_COMMON | reach_bits(&e->reach, x->v[i]) |
                        reach_bits(&e->reach, y->v[k]);
    return bits;
}

/* How the objects that both have are reached, with IN_COMMON; 0 when there are none. */
static uint8_t in_common(struct escapes *e, const struct objects *a, const struct objects *b,
                         uint32_t rec)
{
    uint8_t bits = 0;

    for (uint32_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->v[i].v == b->v[k].v)
            bits |= IN_COMMON | reach_bits(&e->reach, a->v[i]);
        bool step_a = a->v[i].v <= b->v[k].v, step_b = b->v[k].v <= a->v[i].v;
        i += step_a;
        k += step_b;
    }
    return bits | parts_in_common(e, a, b, rec) | parts_in_common(e, b, a, rec);
}

/* Everything on the way from the thread's own argument was made for it. */
static bool is_all_own(struct escapes *e, gfunc_id func, const struct name *n)
{
    if (n->root->kind != LOC_PARAM || !n->derefs ||
        !slot_param_is_own(&e->slots, func, n->root->id))
        return false;
    for (const struct loc *l = loc_get(e->locs, n->pointer); l->parent.v;
         l = loc_get(e->locs, l->parent))
        if (l->kind == LOC_FIELD && !slot_field_is_own(&e->slots, (gfield_id){l->id}))
            return false;
    return true;
}

/* Frames of two threads, or their thread-local variables, whose address has not got out. */
static bool is_of_instance(struct escapes *e, gfunc_id func, const struct name *n)
{
    if (n->pointer.v)
        return false;
    if (n->root->kind == LOC_LOCAL || n->root->kind == LOC_PARAM)
        return true;
    return is_tls(e, n->root) &&
           !reach_bits(&e->reach, reach_var(&e->reach, node_of_variable(e, func, n->root)));
}

static bool is_in_frame(const struct name *n)
{
    return !n->pointer.v && (n->root->kind == LOC_LOCAL || n->root->kind == LOC_PARAM);
}

bool escape_surely_other(struct escapes *e, gfunc_id func_a, loc_id a, gfunc_id func_b, loc_id b,
                         bool two_instances)
{
    ASSERT(func_a.v && func_b.v && a.v && b.v);
    struct name na = name_of(e, a), nb = name_of(e, b);

    if (is_in_frame(&na) && is_in_frame(&nb))
        return true;
    return two_instances && func_a.v == func_b.v && is_all_own(e, func_a, &na) &&
           is_all_own(e, func_b, &nb);
}

static enum alias alias_of_objects(struct escapes *e, gfunc_id func_a, const struct name *na,
                                   const struct objects *a, gfunc_id func_b,
                                   const struct name *nb, const struct objects *b)
{
    /* Sets that are known in part are taken for known: most are open by pointer arithmetic, or
     * because a callback might be called by others too. */
    uint8_t bits = in_common(e, a, b, type_of_name(e, na));
    if (!bits)
        return a->n && b->n ? ALIAS_NO : ALIAS_UNKNOWN;
    if (!(bits & ~(IN_COMMON | REACH_SHARED_MAP)))
        return a->open || b->open ? ALIAS_UNKNOWN : ALIAS_NO;
    bool one = !(na->has_index && nb->has_index) &&
               one_or_some(e, func_a, na, a) == SHARE_ONE &&
               one_or_some(e, func_b, nb, b) == SHARE_ONE;
    return one ? ALIAS_SAME : ALIAS_SOME;
}

/* Fields of different names are different memory; what else pointers lead to, objects must tell. */
static bool fit_by_name(const struct escapes *e, loc_id a, loc_id b)
{
    gfield_id x = loc_last_field(e->locs, a), y = loc_last_field(e->locs, b);

    if (loc_is_fixed(e->locs, a) && loc_is_fixed(e->locs, b))
        return loc_may_alias(e->locs, a, b);
    return !x.v || !y.v || x.v == y.v;
}

/* A pointer to the member itself (p = &s.count) against a name of the member. */
static bool is_pointer_to(const struct escapes *e, const struct name *n, const struct objects *o,
                          loc_id other)
{
    gfield_id field = loc_last_field(e->locs, other);

    if (n->first.v || !n->pointer.v || !field.v)
        return false;
    for (uint32_t i = 0; i < o->n; i++)
        if (e->reach.mems.v[o->v[i].v].node.v &&
            flow_node_field(e->flow->program, e->reach.mems.v[o->v[i].v].node).v == field.v)
            return true;
    return false;
}

/* ---- pointers that each have an object of their own ---- */

/* Is the value what a call has just allocated, or NULL? */
static bool is_fresh_value(struct escapes *e, gfunc_id func, val_id v)
{
    const struct program *p = e->flow->program;
    const struct unit_val *val = &program_unit(p, func)->vals[v.v];
    site_id site = val->kind == VAL_CALL ? program_site(p, func, (op_id){val->a}) : (site_id){0};
    const struct site *s = &p->sites[site.v];

    if (val->kind == VAL_INT)
        return val->num == 0;
    if (!site.v)
        return false;
    for (uint32_t i = 0; i < s->n_edges; i++)
        if (!e->owners.summaries[p->edges[s->first_edge + i].to.v].fresh)
            return false;
    const struct cat_func *cat = e->flow->site_cat[site.v];
    return s->n_edges || (cat && (cat->alloc == ALLOC_MALLOC || cat->alloc == ALLOC_CALLOC));
}

/* What the op says against it: stores something else, or hands out the variable's address. */
static bool breaks_fresh(struct escapes *e, gfunc_id func, const struct unit_op *op, gsym_id sym)
{
    const struct program *p = e->flow->program;
    const struct unit *u = program_unit(p, func);
    const gsym_id *syms = p->unit_syms[p->funcs[func.v].unit];
    const struct unit_path *path = &u->paths[op->path.v];
    bool is_it = path->root == ROOT_SYM && !path->sels.n && syms[path->id].v == sym.v;

    if (is_it && (op->kind == OP_ADDR || op->kind == OP_ATOMIC ||
                  (op->kind == OP_STORE && !is_fresh_value(e, func, op->val))))
        return true;
    for (uint32_t i = 0; op->kind == OP_CALL && i < op->args.n; i++) {
        const struct unit_val *v = &u->vals[u->args[op->args.first + i].val.v];
        const struct unit_path *of = &u->paths[v->kind == VAL_ADDR ? v->a : 0];
        if (v->kind == VAL_ADDR && of->root == ROOT_SYM && !of->sels.n && syms[of->id].v == sym.v)
            return true;
    }
    return false;
}

/* A global pointer that only ever gets memory that was allocated for it. */
static bool is_fresh_pointer(struct escapes *e, gsym_id sym)
{
    const struct program *p = e->flow->program;
    uint32_t known = 1;

    if (map_get(&e->fresh, sym.v, &known))
        return known;
    for (uint32_t f = 1; f < p->n_funcs && known; f++) {
        const struct range ops = program_func(p, (gfunc_id){f})->ops;
        for (uint32_t i = ops.first; i < ops.first + ops.n && known; i++)
            known = !breaks_fresh(e, (gfunc_id){f}, &program_unit(p, (gfunc_id){f})->ops[i], sym);
    }
    map_set(&e->fresh, sym.v, known);
    return known;
}

static bool loads_sym(const struct program *p, gfunc_id func, val_id v, gsym_id sym)
{
    const struct unit *u = program_unit(p, func);
    const struct unit_val *val = &u->vals[v.v];
    const struct unit_path *path = &u->paths[val->kind == VAL_LOAD ? u->ops[val->a].path.v : 0];
    return val->kind == VAL_LOAD && path->root == ROOT_SYM && !path->sels.n &&
           p->unit_syms[p->funcs[func.v].unit][path->id].v == sym.v;
}

/* Does the op put the pointer's value elsewhere, itself or by a function that it is given to? */
static bool copies_pointer(struct escapes *e, gfunc_id func, op_id at, gsym_id sym)
{
    const struct program *p = e->flow->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_op *op = &u->ops[at.v];

    if (op->kind == OP_STORE && loads_sym(p, func, op->val, sym))
        return true;
    for (uint32_t i = 0; op->kind == OP_CALL && i < op->args.n; i++) {
        const struct site *s = &p->sites[program_site(p, func, at).v];
        if (!loads_sym(p, func, u->args[op->args.first + i].val, sym))
            continue;
        for (uint32_t k = 0; k < s->n_edges; k++) {
            const struct own_summary *to =
                &e->owners.summaries[p->edges[s->first_edge + k].to.v];
            if (i >= OWN_PARAMS || (to->published >> i & 1) || (to->returned >> i & 1) ||
                to->into[i])
                return true;
        }
    }
    return false;
}

/* Is the variable the only way to its memory: nobody keeps or returns its value? */
static bool is_only_pointer(struct escapes *e, gsym_id sym)
{
    const struct program *p = e->flow->program;
    uint32_t known = is_fresh_pointer(e, sym);
    uint64_t key = UINT64_C(1) << 32 | sym.v;

    if (!known || map_get(&e->fresh, key, &known))
        return known;
    for (uint32_t f = 1; f < p->n_funcs && known; f++) {
        gfunc_id func = {f};
        const struct unit *u = program_unit(p, func);
        const struct range ops = program_func(p, func)->ops;
        const struct range blocks = program_func(p, func)->blocks;
        for (uint32_t i = ops.first; i < ops.first + ops.n && known; i++)
            known = !copies_pointer(e, func, (op_id){i}, sym);
        for (uint32_t b = blocks.first; b < blocks.first + blocks.n && known; b++)
            known = u->blocks[b].term != TERM_RETURN || !loads_sym(p, func, u->blocks[b].val, sym);
    }
    map_set(&e->fresh, key, known);
    return known;
}

/* Directly behind a global pointer that is the only way to its memory. */
static bool is_behind_only_pointer(struct escapes *e, const struct name *n)
{
    return n->derefs == 1 && n->root->kind == LOC_GLOBAL &&
           loc_get(e->locs, n->pointer) == n->root && is_only_pointer(e, (gsym_id){n->root->id});
}

/* Two lists that the same functions work on, each behind a variable of its own. */
static bool are_behind_own_pointers(struct escapes *e, const struct name *a, const struct name *b)
{
    return a->root->kind == LOC_GLOBAL && b->root->kind == LOC_GLOBAL &&
           a->root->id != b->root->id &&
           (is_behind_only_pointer(e, a) || is_behind_only_pointer(e, b));
}

enum alias escape_alias(struct escapes *e, gfunc_id func_a, loc_id a, gfunc_id func_b, loc_id b,
                        bool two_instances)
{
    ASSERT(func_a.v && func_b.v && a.v && b.v);
    struct name na = name_of(e, a), nb = name_of(e, b);

    if (!fit_by_name(e, a, b))
        return ALIAS_NO;
    if (!na.pointer.v && !nb.pointer.v && is_tls(e, na.root) && is_tls(e, nb.root))
        return ALIAS_NO; /* each thread has its own */
    if (two_instances && (is_of_instance(e, func_a, &na) || is_of_instance(e, func_b, &nb)))
        return ALIAS_NO;
    if (two_instances && func_a.v == func_b.v && slot_starts_once(&e->slots, func_a))
        return ALIAS_NO;
    if (two_instances && func_a.v == func_b.v && is_all_own(e, func_a, &na) &&
        is_all_own(e, func_b, &nb))
        return ALIAS_NO;
    if (are_behind_own_pointers(e, &na, &nb))
        return ALIAS_NO;
    if ((is_nameless(&na) && !only_of_type(e, &na).v) ||
        (is_nameless(&nb) && !only_of_type(e, &nb).v))
        return ALIAS_UNKNOWN;
    struct objects oa = objects_of(e, func_a, a), ob = objects_of(e, func_b, b);
    enum alias out = alias_of_objects(e, func_a, &na, &oa, func_b, &nb, &ob);
    if (out == ALIAS_NO && (is_pointer_to(e, &na, &oa, b) || is_pointer_to(e, &nb, &ob, a)))
        out = ALIAS_SOME;
    return out;
}

/* ---- ownership, slots ---- */

bool escape_is_owned(struct escapes *e, gfunc_id func, op_id op, loc_id loc)
{
    ASSERT(op.v && loc.v);
    struct own_func *f = own_get(&e->owners, func);
    struct own_bits b = own_of_loc(&e->owners, f, e->locs, loc);

    if (b.other)
        return false;
    for (uint32_t t = 0; t < f->n; t++)
        if ((b.mask >> t & 1) && f->things[t].kind == OWN_PARAM)
            return false;
    struct name n = name_of(e, loc);
    bool is_frame = !n.pointer.v && n.root->kind == LOC_LOCAL;
    return (b.mask || is_frame) && !own_published(&e->owners, f, b.mask, op);
}

bool escape_is_published(struct escapes *e, gfunc_id func, op_id op, loc_id loc)
{
    struct own_func *f = own_get(&e->owners, func);
    struct own_bits b = own_of_loc(&e->owners, f, e->locs, loc);

    return own_published(&e->owners, f, b.mask, op);
}

bool escape_is_taken(struct escapes *e, gfunc_id func, op_id at, path_id path)
{
    return taken_path(&e->taken, func, at, path);
}

bool escape_passes_taken(struct escapes *e, site_id site, uint32_t arg)
{
    val_id v = site_arg(e->flow->program, site, (int)arg);
    const struct site *s = &e->flow->program->sites[site.v];
    return v.v && taken_value(&e->taken, s->caller, s->op, v);
}

bool escape_own_slot(struct escapes *e, gfunc_id func, path_id path, op_id op)
{
    (void)op;
    return slot_path_is_own(&e->slots, func, path);
}

bool escape_runs_once(struct escapes *e, gfunc_id func, op_id op)
{
    return slot_op_runs_once(&e->slots, func, op);
}

bool escape_gives_own(struct escapes *e, site_id site)
{
    const struct cat_func *cat = e->flow->site_cat[site.v];

    for (uint32_t i = 0; cat && i < cat->n_registers; i++)
        if (cat->registers[i].data >= 0)
            return slot_gives_own(&e->slots, site, cat->registers[i].data);
    return false;
}

bool escape_returns_fresh(struct escapes *e, gfunc_id func)
{
    return e->owners.summaries[func.v].fresh;
}
