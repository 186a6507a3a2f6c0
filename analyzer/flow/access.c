/*
 * One pass over the ops of each function, bottom-up over the call graph: own accesses, then those
 * of the callees on what is passed to them. A record that is copied or filled as a whole becomes
 * accesses of its fields, so that one field is one thing to compare.
 */
#include "flow/access.h"

#include <string.h>

#include "flow/escape.h"
#include "flow/shape.h"

enum { MAX_FIELDS = 24, MAX_CALLEES = 8 };

struct func_accesses {
    VEC(struct access) list;
    VEC(uint32_t) passed; /* indexes of those in terms of parameters */
    bool is_cut, is_done;
};
struct accesses {
    struct arena *arena;
    const struct flow_facts *flow;
    struct locs *locs;
    struct locks *locks;
    struct escapes *escapes;
    struct func_accesses *funcs; /* [gfunc] */
    gfield_id *unit_of;          /* [gfield] of bit-fields: the first in the same memory unit */
};
struct scan { /* one function */
    struct accesses *a;
    gfunc_id func;
    const struct func_shape *shape;
    struct func_accesses *out;
    struct map seen; /* hash of what makes accesses equal to index */
    uint16_t flags;  /* for all of it */
};

/* ---- adding ---- */
static bool is_param_name(const struct scan *s, loc_id loc)
{
    return loc_get(s->a->locs, loc_get(s->a->locs, loc)->root)->kind == LOC_PARAM;
}

static bool is_visible(const struct scan *s, loc_id loc)
{
    const struct loc *o = loc_get(s->a->locs, loc);
    const struct loc *root = loc_get(s->a->locs, o->root);

    if (root->kind == LOC_STRING || root->kind == LOC_NONE)
        return false;
    if (root->kind == LOC_PARAM && o->depth == 0)
        return false;
    if (root->kind != LOC_LOCAL)
        return true;
    for (; o->depth; o = loc_get(s->a->locs, o->parent))
        if (o->kind == LOC_DEREF)
            return true;
    const struct unit *u = program_unit(s->a->flow->program, root->func);
    uint32_t first = program_func(s->a->flow->program, root->func)->locals.first;
    return u->locals[first + root->id].flags & LOCAL_ADDR_TAKEN;
}

static op_id site_op_id(const struct scan *s, site_id site)
{
    return s->a->flow->program->sites[site.v].op;
}

/* Adjacent bit-fields are one memory location (C11 3.14): writing one writes the others. */
static void find_bit_units(struct accesses *a)
{
    const struct program *p = a->flow->program;

    a->unit_of = arena_array(a->arena, gfield_id, p->n_fields + 1);
    for (uint32_t i = 0; i < p->n_units; i++) {
        const struct unit *u = p->units[i];
        for (uint32_t f = 2; f < u->n_fields; f++) {
            const struct unit_field *prev = &u->fields[f - 1], *this = &u->fields[f];
            if (!prev->bit_width || !this->bit_width || prev->record.v != this->record.v ||
                this->bit_offset != prev->bit_offset + prev->bit_width)
                continue;
            gfield_id before = p->unit_fields[i][f - 1], here = p->unit_fields[i][f];
            gfield_id first = a->unit_of[before.v].v ? a->unit_of[before.v] : before;
            a->unit_of[before.v] = a->unit_of[here.v] = first;
        }
    }
}

static void join_bits(struct scan *s, struct access *x)
{
    const struct loc *o = loc_get(s->a->locs, x->loc);

    if (o->kind != LOC_FIELD || x->part.v || !s->a->unit_of[o->id].v)
        return;
    ASSERT(o->id <= s->a->flow->program->n_fields);
    x->part = (gfield_id){o->id};
    x->loc = loc_select(s->a->locs, o->parent, LOC_FIELD, s->a->unit_of[o->id].v, 0);
}

static void push(struct scan *s, struct access *x)
{
    join_bits(s, x);
    uint16_t kept = ACCESS_WEAK | ACCESS_OUT | ACCESS_SLOT | ACCESS_TAKEN;
    if (!(x->flags & ACCESS_OUT) &&
        escape_is_published(s->a->escapes, s->func, x->via.v ? site_op_id(s, x->via) : x->op,
                            x->loc))
        x->flags |= ACCESS_OUT;
    uint64_t key = hash_mix((uint64_t)x->loc.v << 32 | x->locks.v,
                            (uint64_t)x->kind << 32 | (x->flags & kept));
    key = hash_mix(key, x->part.v);
    uint32_t at;

    if (x->via.v && map_get(&s->seen, key, &at))
        return;
    if (x->via.v && s->out->list.n >= 8 * ACCESS_MAX) {
        s->out->is_cut = true;
        return;
    }
    (void)map_put_new(&s->seen, key, s->out->list.n);
    vec_push(s->a->arena, &s->out->list, *x);
    if (!is_param_name(s, x->loc))
        return;
    if (s->out->passed.n < ACCESS_MAX)
        vec_push(s->a->arena, &s->out->passed, s->out->list.n - 1);
    else
        s->out->is_cut = true;
}

static bool is_lock_type(const struct unit *u, type_id type)
{
    const char *name = unit_str(u, u->types[type.v].name);
    return !strncmp(name, "pthread_", 8) || !strcmp(name, "sem_t") || !strcmp(name, "mtx_t");
}

/* One access, or those of the fields when it is of a whole record. */
static void push_all(struct scan *s, struct access x, const struct unit *u, type_id type)
{
    const struct unit_type *t = &u->types[type.v];
    uint32_t unit = s->a->flow->program->funcs[s->func.v].unit;

    if (is_lock_type(u, type))
        return;
    x.type = type;
    if (t->kind != TYPE_RECORD || !u->records[t->record.v].fields.n ||
        x.kind == ACCESS_FREE) {
        push(s, &x);
        return;
    }
    const struct range fields = u->records[t->record.v].fields;
    loc_id whole = x.loc;
    x.flags |= ACCESS_RECORD;
    for (uint32_t i = 0; i < fields.n && i < MAX_FIELDS; i++) {
        const struct unit_field *f = &u->fields[fields.first + i];
        uint32_t field = s->a->flow->program->unit_fields[unit][fields.first + i].v;
        if (is_lock_type(u, f->type))
            continue;
        x.loc = loc_select(s->a->locs, whole, LOC_FIELD, field, 0);
        x.type = f->type;
        push(s, &x);
    }
}

/* ---- own ops ---- */
static bool has_index(const struct unit *u, const struct unit_path *path)
{
    for (uint32_t i = 0; i < path->sels.n; i++)
        if (u->sels[path->sels.first + i].kind >= SEL_INDEX_CONST)
            return true;
    return false;
}

/* An element of an array, by an index that each thread has for its own? */
static bool is_slot(struct scan *s, path_id path, op_id op)
{
    const struct unit_path *pt = &s->shape->unit->paths[path.v];
    return (has_index(s->shape->unit, pt) || pt->root == ROOT_LOCAL) &&
           escape_own_slot(s->a->escapes, s->func, path, op);
}

/* Is the value read here only compared, to decide the branch that follows? */
static bool only_decides(const struct scan *s, op_id op)
{
    const struct unit *u = s->shape->unit;
    const struct unit_block *b =
        &u->blocks[s->shape->func->blocks.first + shape_block_of(s->shape, op)];
    if (b->term != TERM_BRANCH || op.v + 1 != b->ops.first + b->ops.n)
        return false;
    const struct unit_val *v = &u->vals[b->val.v];
    while (v->kind == VAL_UN || (v->kind == VAL_BIN && u->vals[v->b].kind == VAL_INT))
        v = &u->vals[v->a];
    return v->kind == VAL_LOAD && v->a == op.v;
}

static void own_access(struct scan *s, op_id at)
{
    const struct unit *u = s->shape->unit;
    const struct unit_op *op = &u->ops[at.v];
    struct access x = {.func = s->func, .op = at, .order = op->order, .flags = s->flags};

    if (op->kind == OP_LOAD)
        x.kind = ACCESS_READ;
    else if (op->kind == OP_STORE)
        x.kind = ACCESS_WRITE;
    else
        x.kind = op->flags & OPF_STORES ? ACCESS_ATOMIC_WRITE : ACCESS_ATOMIC_READ;
    if (shape_local(s->shape, &u->paths[op->path.v]) != UINT32_MAX &&
        !(u->locals[s->shape->func->locals.first +
                    shape_local(s->shape, &u->paths[op->path.v])].flags & LOCAL_ADDR_TAKEN))
        return;
    x.loc = loc_of_path(s->a->locs, s->func, op->path, at);
    if (!is_visible(s, x.loc) || escape_is_owned(s->a->escapes, s->func, at, x.loc))
        return;
    if (escape_is_taken(s->a->escapes, s->func, at, op->path))
        x.flags |= ACCESS_TAKEN;
    if (is_slot(s, op->path, at))
        x.flags |= ACCESS_SLOT;
    x.locks = lockset_at(s->a->locks, s->func, at);
    if (op->flags & OPF_COMPOUND)
        x.flags |= ACCESS_COMPOUND;
    if (op->flags & OPF_VOLATILE)
        x.flags |= ACCESS_VOLATILE;
    if (op->kind == OP_STORE && u->vals[op->val.v].kind == VAL_INT)
        x.flags |= ACCESS_CONST;
    if (op->kind == OP_LOAD && only_decides(s, at))
        x.flags |= ACCESS_TESTED;
    push_all(s, x, u, u->paths[op->path.v].type);
}

/* ---- library calls ---- */
static type_id pointee_type(const struct unit *u, val_id val)
{
    const struct unit_val *v = &u->vals[val.v];
    type_id type = v->kind == VAL_ADDR ? u->paths[v->a].type : u->types[v->type.v].elem;
    while (u->types[type.v].kind == TYPE_ARRAY)
        type = u->types[type.v].elem;
    return type;
}

/* The place that a pointer argument was computed from, for the test of own slots; 0: none. */
static path_id argument_path(const struct scan *s, val_id val)
{
    const struct unit *u = s->shape->unit;
    const struct unit_val *v = &u->vals[val.v];

    if (v->kind == VAL_LOAD) {
        op_id store = shape_reaching_store(s->shape, (op_id){v->a});
        if (store.v)
            v = &u->vals[u->ops[store.v].val.v];
    }
    return (path_id){v->kind == VAL_ADDR ? v->a : 0};
}

static void library_access(struct scan *s, site_id site, uint32_t arg, enum access_kind kind)
{
    const struct unit *u = s->shape->unit;
    const struct unit_op *op = &u->ops[s->a->flow->program->sites[site.v].op.v];
    op_id at = s->a->flow->program->sites[site.v].op;
    struct access x = {.func = s->func, .op = at, .kind = kind,
                       .flags = s->flags | ACCESS_LIBRARY};
    val_id val = u->args[op->args.first + arg].val;

    x.loc = loc_pointee(s->a->locs, loc_of_arg(s->a->locs, site, arg));
    if (!x.loc.v || !is_visible(s, x.loc))
        return;
    if (escape_is_owned(s->a->escapes, s->func, at, x.loc))
        return;
    if (escape_passes_taken(s->a->escapes, site, arg))
        x.flags |= ACCESS_TAKEN;
    path_id path = argument_path(s, val);
    if (path.v && is_slot(s, path, at))
        x.flags |= ACCESS_SLOT;
    x.locks = lockset_at(s->a->locks, s->func, at);
    push_all(s, x, u, pointee_type(u, val));
}

static void library_call(struct scan *s, site_id site, const struct cat_func *cat)
{
    const struct unit *u = s->shape->unit;
    uint32_t n = u->ops[s->a->flow->program->sites[site.v].op.v].args.n;

    for (uint32_t i = 0; i < n && i < 32; i++) {
        if (cat->memory.reads >> i & 1)
            library_access(s, site, i, ACCESS_READ);
        if (cat->memory.writes >> i & 1)
            library_access(s, site, i, ACCESS_WRITE);
        if (cat->memory.frees >> i & 1)
            library_access(s, site, i, ACCESS_FREE);
    }
}

/* ---- callees ---- */
static bool passes_own_slot(struct scan *s, site_id site, const struct loc *root)
{
    const struct unit *u = s->shape->unit;
    const struct unit_op *op = &u->ops[s->a->flow->program->sites[site.v].op.v];
    if (root->id >= op->args.n)
        return false;
    path_id path = argument_path(s, u->args[op->args.first + root->id].val);
    return path.v && has_index(u, &u->paths[path.v]) &&
           escape_own_slot(s->a->escapes, s->func, path, s->a->flow->program->sites[site.v].op);
}

/* In the object that the parameter points to, not behind further pointers? */
static bool is_shallow(const struct scan *s, loc_id loc)
{
    const struct loc *o = loc_get(s->a->locs, loc);
    uint32_t derefs = 0;

    for (; o->depth; o = loc_get(s->a->locs, o->parent))
        derefs += o->kind == LOC_DEREF;
    return derefs == 1;
}

static void callee_accesses(struct scan *s, site_id site, gfunc_id callee)
{
    const struct func_accesses *from = &s->a->funcs[callee.v];
    op_id at = s->a->flow->program->sites[site.v].op;
    lockset_id before = lockset_at(s->a->locks, s->func, at);

    for (uint32_t i = 0; i < from->passed.n; i++) {
        struct access x = from->list.v[from->passed.v[i]];
        const struct loc *root = loc_get(s->a->locs, loc_get(s->a->locs, x.loc)->root);
        if (x.depth + 1 >= ACCESS_CHAIN)
            continue;
        if (passes_own_slot(s, site, root))
            x.flags |= ACCESS_SLOT;
        if (!(x.flags & ACCESS_OUT) && is_shallow(s, x.loc) && root->kind == LOC_PARAM &&
            escape_passes_taken(s->a->escapes, site, root->id))
            x.flags |= ACCESS_TAKEN;
        x.loc = loc_substitute(s->a->locs, x.loc, site);
        if (!x.loc.v || !is_visible(s, x.loc) ||
            (!(x.flags & ACCESS_OUT) && escape_is_owned(s->a->escapes, s->func, at, x.loc)))
            continue;
        x.locks = lockset_through(s->a->locks, x.locks, before, site);
        x.flags |= s->flags;
        x.via = site;
        x.callee = callee;
        x.next = from->passed.v[i];
        x.depth++;
        push(s, &x);
    }
    s->out->is_cut |= from->is_cut;
}

static void call_accesses(struct scan *s, op_id at)
{
    const struct program *p = s->a->flow->program;
    site_id site = program_site(p, s->func, at);
    const struct site *c = &p->sites[site.v];
    const struct cat_func *cat = s->a->flow->site_cat[site.v];
    uint32_t n = 0;

    if (!site.v)
        return;
    for (uint32_t i = 0; i < c->n_edges && n < MAX_CALLEES; i++) {
        const struct edge *e = &p->edges[c->first_edge + i];
        if (e->kind == EDGE_SIGNATURE)
            continue;
        n++;
        callee_accesses(s, site, e->to);
    }
    if (!c->n_edges && cat && !cat->lock)
        library_call(s, site, cat);
}

/* ---- all functions ---- */
static void scan_function(struct accesses *a, gfunc_id func)
{
    struct arena scratch;
    struct func_accesses made = {.is_done = true};
    struct scan s = {.a = a, .func = func, .shape = flow_shape(a->flow, func), .out = &made};
    const struct unit_func *f = s.shape->func;

    arena_init(&scratch);
    map_init(&s.seen, &scratch);
    s.flags = f->quality == QUALITY_OK ? 0 : ACCESS_WEAK;
    for (uint32_t pass = 0; pass < 2; pass++) /* own ones first: they are nearest */
        for (uint32_t i = f->ops.first; i < f->ops.first + f->ops.n; i++) {
            uint8_t kind = s.shape->unit->ops[i].kind;
            bool is_call = kind == OP_CALL;
            if (is_call != (pass == 1) || !lockset_reaches(a->locks, func, (op_id){i}))
                continue;
            if (is_call)
                call_accesses(&s, (op_id){i});
            else if (kind == OP_LOAD || kind == OP_STORE || kind == OP_ATOMIC)
                own_access(&s, (op_id){i});
        }
    a->funcs[func.v] = made;
    arena_release(&scratch);
}

struct accesses *flow_accesses(const struct flow_facts *f)
{
    ASSERT(f->lazy);
    if (f->lazy->accesses)
        return f->lazy->accesses;
    struct accesses *a = arena_new(f->arena, struct accesses);
    const struct program *p = f->program;
    *a = (struct accesses){.arena = f->arena, .flow = f, .locs = flow_locs(f),
                           .locks = flow_locks(f), .escapes = flow_escapes(f)};
    a->funcs = arena_array(f->arena, struct func_accesses, p->n_funcs + 1);
    find_bit_units(a);
    for (uint32_t i = 0; i < p->scc_first[p->n_sccs]; i++)
        scan_function(a, p->scc_funcs[i]); /* once: recursion adds nothing new */
    f->lazy->accesses = a;
    return a;
}

struct access_list accesses_of(struct accesses *a, gfunc_id func)
{
    const struct func_accesses *f = &a->funcs[func.v];
    ASSERT(func.v && f->is_done);
    return (struct access_list){.v = f->list.v, .n = f->list.n, .is_cut = f->is_cut};
}

uint32_t access_chain(struct accesses *a, const struct access *from, site_id *sites, uint32_t max)
{
    uint32_t n = 0;
    for (; from->via.v && n < max; from = &a->funcs[from->callee.v].list.v[from->next])
        sites[n++] = from->via;
    return n;
}
