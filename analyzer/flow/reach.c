/*
 * Starts at global variables and at what threads and callbacks are given, and goes on through what
 * the value flow says that variables and fields hold. A record type of which some instance is
 * reachable makes what its fields hold reachable: fields are not told apart by instance.
 */
#include "flow/reach.h"

#include <string.h>

#include "flow/context.h"

#define REC_WORK (UINT64_C(1) << 63)
#define SEVERAL UINT32_MAX
enum { MAX_NESTING = 16 };

/* ---- types ---- */

uint32_t reach_scalar(const struct reach *r)
{
    return r->flow->program->n_records + 1;
}

uint32_t reach_rec_of(const struct reach *r, uint32_t unit, type_id t)
{
    const struct unit *u = r->flow->program->units[unit];

    for (uint32_t i = 0; i < MAX_NESTING && u->types[t.v].kind == TYPE_ARRAY; i++)
        t = u->types[t.v].elem;
    if (u->types[t.v].kind != TYPE_RECORD)
        return 0;
    return r->flow->program->unit_records[unit][u->types[t.v].record.v].v;
}

uint32_t reach_pointee(const struct reach *r, uint32_t unit, type_id t)
{
    const struct unit *u = r->flow->program->units[unit];

    for (uint32_t i = 0; i < MAX_NESTING && u->types[t.v].kind == TYPE_ARRAY; i++)
        t = u->types[t.v].elem;
    if (u->types[t.v].kind != TYPE_POINTER)
        return REC_ANY;
    uint32_t rec = reach_rec_of(r, unit, u->types[t.v].elem);
    uint8_t kind = u->types[u->types[t.v].elem.v].kind;
    if (rec || kind == TYPE_VOID || kind == TYPE_UNKNOWN || kind == TYPE_RECORD)
        return rec;
    return reach_scalar(r);
}

uint32_t reach_field_pointee(const struct reach *r, gfield_id f)
{
    const struct unit *u = r->flow->program->units[r->field_unit[f.v]];
    return reach_pointee(r, r->field_unit[f.v], u->fields[r->field_local[f.v].v].type);
}

static void index_fields(struct reach *r)
{
    const struct program *p = r->flow->program;
    uint32_t *fill = arena_array(r->arena, uint32_t, (size_t)p->n_records + 2);
    bool *known = arena_array(r->arena, bool, p->n_fields + 1);

    r->field_unit = arena_array(r->arena, uint32_t, p->n_fields + 1);
    r->field_local = arena_array(r->arena, field_id, p->n_fields + 1);
    r->field_rec = arena_array(r->arena, grec_id, p->n_fields + 1);
    r->rec_first = arena_array(r->arena, uint32_t, (size_t)p->n_records + 2);
    r->rec_fields = arena_array(r->arena, gfield_id, p->n_fields + 1);
    for (uint32_t unit = 0; unit < p->n_units; unit++)
        for (uint32_t i = 1; i < p->units[unit]->n_fields; i++) {
            uint32_t g = p->unit_fields[unit][i].v;
            if (!g || known[g])
                continue;
            known[g] = true;
            r->field_unit[g] = unit;
            r->field_local[g] = (field_id){i};
            r->field_rec[g] = p->unit_records[unit][p->units[unit]->fields[i].record.v];
            r->rec_first[r->field_rec[g].v + 1]++;
        }
    for (uint32_t i = 0; i <= p->n_records; i++)
        r->rec_first[i + 1] += r->rec_first[i];
    for (uint32_t g = 1; g < p->n_fields; g++)
        if (known[g]) {
            uint32_t rec = r->field_rec[g].v;
            r->rec_fields[r->rec_first[rec] + fill[rec]++] = (gfield_id){g};
        }
}

/* ---- objects ---- */

static mem_id intern(struct reach *r, uint64_t key, struct mem m)
{
    uint32_t at;

    if (!map_get(&r->by_key, key, &at)) {
        at = r->mems.n;
        map_set(&r->by_key, key, at);
        vec_push(r->arena, &r->mems, m);
    }
    return (mem_id){at};
}

static void add_type(struct reach *r, mem_id m, uint32_t rec)
{
    ASSERT(m.v && m.v < r->mems.n);
    if (!rec || rec >= reach_scalar(r) ||
        !map_put_new(&r->type_seen, (uint64_t)m.v << 32 | rec, 1))
        return;
    vec_push(r->arena, &r->types, ((struct mem_type){rec, r->mems.v[m.v].first_type}));
    r->mems.v[m.v].first_type = r->types.n;
}

mem_id reach_var(struct reach *r, node_id node)
{
    const struct program *p = r->flow->program;
    uint32_t before = r->mems.n;
    mem_id m = intern(r, node.v, (struct mem){.node = node});

    if (!node.v || r->mems.n == before)
        return m;
    gfield_id field = flow_node_field(p, node);
    gsym_id sym = flow_node_sym(p, node);
    if (field.v) { /* the address of a member leads to the whole record */
        add_type(r, m, r->field_rec[field.v].v);
        add_type(r, m, reach_rec_of(r, r->field_unit[field.v],
                                    p->units[r->field_unit[field.v]]
                                        ->fields[r->field_local[field.v].v].type));
    } else if (sym.v) {
        uint32_t unit = p->syms[sym.v].unit;
        add_type(r, m, reach_rec_of(r, unit, p->units[unit]->syms[p->syms[sym.v].sym.v].type));
    }
    return m;
}

/* Is what the call returned told apart by type? */
static bool is_split(const struct reach *r, const struct flow_obj *o)
{
    gfunc_id in = r->flow->program->sites[o->site.v].caller;
    return o->kind == OBJ_RESULT && r->owners->summaries[in.v].fresh;
}

mem_id reach_obj(struct reach *r, obj_id id, uint32_t type)
{
    const struct flow_obj *o = flow_object(r->flow->program, id);

    if (o->kind == OBJ_ADDR)
        return reach_var(r, o->node);
    if (o->kind != OBJ_RESULT && o->kind != OBJ_OUT)
        return (mem_id){0};
    if (!is_split(r, o))
        type = REC_ANY;
    uint32_t before = r->mems.n;
    mem_id m = intern(r, UINT64_C(1) << 63 | (uint64_t)id.v << 31 | type,
                      (struct mem){.obj = id, .type = type});
    if (r->mems.n != before)
        add_type(r, m, type);
    return m;
}

uint8_t reach_bits(struct reach *r, mem_id m)
{
    ASSERT(m.v < r->mems.n);
    const struct mem *mem = &r->mems.v[m.v];
    uint8_t bits = mem->bits;

    if (mem->obj.v && mem->type != REC_ANY)
        bits |= r->mems.v[reach_obj(r, mem->obj, REC_ANY).v].bits;
    return bits;
}

struct obj_set reach_content(const struct reach *r, mem_id m)
{
    const struct mem *mem = &r->mems.v[m.v];
    node_id node = mem->obj.v ? flow_object(r->flow->program, mem->obj)->node : mem->node;

    return node.v ? flow_node_value(r->flow->program, node) : (struct obj_set){0};
}

static bool is_array(const struct program *p, uint32_t unit, type_id t)
{
    return p->units[unit]->types[t.v].kind == TYPE_ARRAY;
}

/* Members whose address is taken stand for their whole records, which are there too. */
mem_id reach_only_of(struct reach *r, uint32_t rec)
{
    if (!rec || rec >= reach_scalar(r))
        return (mem_id){0};
    if (!r->rec_only) {
        r->rec_only = arena_array(r->arena, mem_id, (size_t)r->flow->program->n_records + 2);
        for (uint32_t i = 1; i < r->mems.n; i++) {
            const struct mem *m = &r->mems.v[i];
            if (flow_node_field(r->flow->program, m->node).v)
                continue;
            for (uint32_t t = m->first_type; t; t = r->types.v[t - 1].next) {
                mem_id *only = &r->rec_only[r->types.v[t - 1].rec];
                only->v = only->v && only->v != i ? SEVERAL : i;
            }
        }
    }
    mem_id only = r->rec_only[rec];
    return only.v == SEVERAL ? (mem_id){0} : only;
}

/* calloc(n, size), malloc(n * size): pointers into it need not be to the same element. */
static bool makes_array(const struct reach *r, site_id site)
{
    const struct program *p = r->flow->program;
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    const struct cat_func *cat = r->flow->site_cat[site.v];
    const struct unit_val *a = &u->vals[site_arg(p, site, 0).v];
    const struct unit_val *b = &u->vals[site_arg(p, site, 1).v];

    if (!cat || cat->alloc == ALLOC_NONE || cat->alloc == ALLOC_STRDUP)
        return false;
    if (cat->alloc == ALLOC_CALLOC)
        return !(a->kind == VAL_INT && a->num == 1) && !(b->kind == VAL_INT && b->num == 1);
    return cat->alloc == ALLOC_REALLOC || (cat->alloc == ALLOC_MALLOC && a->kind != VAL_INT);
}

bool reach_is_single(struct reach *r, mem_id m)
{
    const struct program *p = r->flow->program;
    const struct mem *mem = &r->mems.v[m.v];

    if (mem->obj.v) {
        const struct flow_obj *o = flow_object(p, mem->obj);
        const struct site *s = &p->sites[o->site.v];
        return o->kind == OBJ_RESULT && !makes_array(r, o->site) &&
               slot_op_runs_once(r->slots, s->caller, s->op);
    }
    gsym_id sym = flow_node_sym(p, mem->node);
    if (sym.v) {
        uint32_t unit = p->syms[sym.v].unit;
        return !is_array(p, unit, p->units[unit]->syms[p->syms[sym.v].sym.v].type);
    }
    gfunc_id func = flow_node_func(p, mem->node);
    if (!func.v)
        return false;
    const struct unit_func *fn = program_func(p, func);
    uint32_t local = mem->node.v - flow_local_node(p, func, 0).v;
    type_id type = program_unit(p, func)->locals[fn->locals.first + local].type;
    return slot_runs_once(r->slots, func) && !is_array(p, p->funcs[func.v].unit, type);
}

/* ---- what types objects are used as ---- */

static void note_types(struct reach *r, node_id node, uint32_t rec)
{
    struct obj_set set = flow_node_value(r->flow->program, node);

    if (rec == REC_ANY || !set.n ||
        !map_put_new(&r->set_seen, hash_mix((uint64_t)(uintptr_t)set.v, rec), 1))
        return;
    for (uint32_t i = 0; i < set.n; i++) {
        mem_id as = reach_obj(r, set.v[i], rec), any = reach_obj(r, set.v[i], REC_ANY);
        if (as.v)
            add_type(r, as, rec);
        if (any.v && r->mems.v[any.v].obj.v)
            add_type(r, any, rec);
    }
}

static void note_all_types(struct reach *r)
{
    const struct program *p = r->flow->program;

    for (uint32_t f = 1; f < p->n_funcs; f++) {
        const struct unit_func *fn = program_func(p, (gfunc_id){f});
        const struct unit *u = program_unit(p, (gfunc_id){f});
        for (uint32_t i = 0; i < fn->locals.n; i++) {
            type_id type = u->locals[fn->locals.first + i].type;
            uint32_t rec = reach_rec_of(r, p->funcs[f].unit, type);
            node_id node = flow_local_node(p, (gfunc_id){f}, i);
            if (rec)
                add_type(r, reach_var(r, node), rec);
            else
                note_types(r, node, reach_pointee(r, p->funcs[f].unit, type));
        }
    }
    for (uint32_t g = 1; g < p->n_fields; g++)
        if (r->field_rec[g].v)
            note_types(r, flow_field_node(p, (gfield_id){g}),
                       reach_field_pointee(r, (gfield_id){g}));
    for (uint32_t i = 1; i < p->n_syms; i++) {
        uint32_t unit = p->syms[i].unit;
        if (p->syms[i].kind == SYM_VAR)
            note_types(r, flow_sym_node(p, (gsym_id){i}),
                       reach_pointee(r, unit, p->units[unit]->syms[p->syms[i].sym.v].type));
    }
}

/* ---- spreading ---- */

static void mark_mem(struct reach *r, mem_id m, uint8_t bits)
{
    if (!m.v || (r->mems.v[m.v].bits | bits) == r->mems.v[m.v].bits)
        return;
    r->mems.v[m.v].bits |= bits;
    vec_push(r->arena, &r->work, m.v);
}

static void mark_rec(struct reach *r, uint32_t rec, uint8_t bits)
{
    if (!rec || rec >= reach_scalar(r) || (r->rec_bits[rec] | bits) == r->rec_bits[rec])
        return;
    r->rec_bits[rec] |= bits;
    vec_push(r->arena, &r->work, REC_WORK | rec);
}

static void mark_set(struct reach *r, struct obj_set set, uint32_t type, uint8_t bits)
{
    for (uint32_t i = 0; i < set.n; i++)
        mark_mem(r, reach_obj(r, set.v[i], type), bits);
}

/* What lies behind a thread's own object is not its own, unless made for it. */
static uint8_t bits_behind(struct reach *r, uint8_t bits, gfield_id field)
{
    if ((bits & REACH_EACH) && !(field.v && slot_field_is_own(r->slots, field)))
        bits = (uint8_t)((bits & ~REACH_EACH) | REACH_HANDED);
    return bits;
}

static void spread_rec(struct reach *r, uint32_t rec)
{
    const struct program *p = r->flow->program;
    uint8_t bits = r->rec_bits[rec];

    ASSERT(rec && rec <= p->n_records && bits);

    for (uint32_t i = r->rec_first[rec]; i < r->rec_first[rec + 1]; i++) {
        gfield_id f = r->rec_fields[i];
        uint32_t unit = r->field_unit[f.v];
        type_id type = p->units[unit]->fields[r->field_local[f.v].v].type;
        node_id node = flow_field_node(p, f);
        uint32_t at;

        mark_rec(r, reach_rec_of(r, unit, type), bits);
        mark_set(r, flow_node_value(p, node), reach_pointee(r, unit, type),
                 bits_behind(r, bits, f));
        if (map_get(&r->by_key, node.v, &at))
            mark_mem(r, (mem_id){at}, bits);
    }
}

static uint32_t content_type(const struct reach *r, const struct mem *m)
{
    const struct program *p = r->flow->program;
    gsym_id sym = flow_node_sym(p, m->node);
    gfield_id field = flow_node_field(p, m->node);

    if (field.v)
        return reach_field_pointee(r, field);
    if (!sym.v)
        return REC_ANY;
    uint32_t unit = p->syms[sym.v].unit;
    return reach_pointee(r, unit, p->units[unit]->syms[p->syms[sym.v].sym.v].type);
}

static void spread_mem(struct reach *r, mem_id id)
{
    struct mem m = r->mems.v[id.v];

    mark_set(r, reach_content(r, id), content_type(r, &m),
             bits_behind(r, m.bits, (gfield_id){0}));
    for (uint32_t t = m.first_type; t; t = r->types.v[t - 1].next)
        mark_rec(r, r->types.v[t - 1].rec, m.bits);
}

static void spread(struct reach *r)
{
    while (r->work.n) {
        uint64_t item = r->work.v[--r->work.n];
        if (item & REC_WORK)
            spread_rec(r, (uint32_t)item);
        else
            spread_mem(r, (mem_id){(uint32_t)item});
    }
}

/* ---- where it starts ---- */

static void start_at_globals(struct reach *r)
{
    const struct program *p = r->flow->program;

    for (uint32_t i = 1; i < p->n_syms; i++)
        if (p->syms[i].kind == SYM_VAR && !(p->syms[i].flags & SYM_THREAD_LOCAL))
            mark_mem(r, reach_var(r, flow_sym_node(p, (gsym_id){i})), REACH_GLOBAL);
}

static void start_at_creations(struct reach *r)
{
    const struct program *p = r->flow->program;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = r->flow->site_cat[i];
        for (uint32_t k = 0; cat && k < cat->n_registers; k++) {
            const struct cat_registers *reg = &cat->registers[k];
            val_id v = site_arg(p, (site_id){i}, reg->data);
            if (!v.v || reg->domain == DOM_SYNC || reg->domain == DOM_ONCE)
                continue;
            bool own = slot_gives_own(r->slots, (site_id){i}, reg->data);
            mark_set(r, flow_value(p, p->sites[i].caller, v), REC_ANY,
                     own ? REACH_EACH : REACH_HANDED);
        }
    }
}

static void start_at_shared_maps(struct reach *r)
{
    const struct program *p = r->flow->program;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        if (!p->sites[i].callee.v)
            continue;
        const char *name = p->syms[p->sites[i].callee.v].name;
        bool maps = strncmp(name, "mmap", 4) == 0, is_shm = strcmp(name, "shmat") == 0;
        if (!maps && !is_shm)
            continue;
        struct cat_cond shared = {.test = CAT_BITS, .arg = 3, .num = 1};
        struct cat_conds when = {.v = &shared, .n = 1};
        if (maps && conds_all(r->flow, (site_id){i}, NULL, when) != TRI_YES)
            continue;
        mark_set(r, flow_node_value(p, flow_site_node(p, (site_id){i})), REC_ANY,
                 REACH_SHARED_MAP);
    }
}

void reach_init(struct reach *r)
{
    const struct program *p = r->flow->program;

    ASSERT(r->arena && r->owners && r->slots);
    map_init(&r->by_key, r->arena);
    map_init(&r->type_seen, r->arena);
    map_init(&r->set_seen, r->arena);
    vec_push(r->arena, &r->mems, (struct mem){0});
    map_set(&r->by_key, 0, 0);
    r->rec_bits = arena_array(r->arena, uint8_t, (size_t)p->n_records + 2);
    index_fields(r);
    note_all_types(r);
    start_at_globals(r);
    start_at_creations(r);
    start_at_shared_maps(r);
    spread(r);
}
