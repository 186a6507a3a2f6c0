/*
 * Which variables and fields hold which objects is filled in until nothing changes. Then each op
 * that lets an object out becomes an event, or a link when it is stored in another tracked one;
 * whether an event can come before an op is a forward flow over the blocks, ended by the call that
 * allocates the object anew.
 */
#include "flow/own.h"

#include <string.h>

enum { MAX_ROUNDS = 12, MAX_CONTENTS = 256, MAX_FUNC_ROUNDS = 6 };
enum { MAX_ORDER_WORK = 1 << 22 }; /* blocks times events: above, published is published */

static const struct own_bits NOTHING = {0}, OTHER = {.other = true};

/* ---- filling variables and fields ---- */

static void grow(struct own_func *f, struct own_bits *to, struct own_bits b)
{
    struct own_bits now = own_both(*to, b);
    f->changed |= now.mask != to->mask || now.other != to->other;
    f->changed |= now.self != to->self || now.behind != to->behind;
    *to = now;
}

static void grow_content(struct owners *o, struct own_func *f, uint32_t thing, gfield_id field,
                         struct own_bits b)
{
    for (uint32_t i = 0; i < f->contents.n; i++) {
        struct own_content *c = &f->contents.v[i];
        if (c->of == thing && c->field.v == field.v) {
            grow(f, &c->bits, b);
            return;
        }
    }
    ASSERT(thing < f->n);
    if (f->contents.n >= MAX_CONTENTS) {
        f->opaque |= UINT64_C(1) << thing;
        return;
    }
    vec_push(o->arena, &f->contents,
             ((struct own_content){.of = thing, .field = field, .bits = b}));
    f->changed = true;
}

static void fill(struct owners *o, struct own_func *f, const struct own_place *p, struct own_bits b)
{
    if (p->kind == IN_VAR) {
        uint32_t thing = f->local_thing[p->var];
        if (thing && f->things[thing - 1].kind == OWN_LOCAL && p->field.v)
            grow_content(o, f, thing - 1, p->field, b);
        else
            grow(f, &f->holds[p->var], b);
        return;
    }
    for (uint32_t t = 0; p->kind == IN_OBJECT && t < f->n; t++)
        if (p->bits.mask >> t & 1)
            grow_content(o, f, t, p->field, b);
}

/* Can an object of this type be or hold a pointer? */
static bool may_hold_pointer(const struct unit *u, type_id t)
{
    const struct unit_type *type = &u->types[t.v];
    if (type->kind == TYPE_FLOAT || type->kind == TYPE_BOOL || type->kind == TYPE_ENUM)
        return false;
    return type->kind != TYPE_INT || type->size >= sizeof(void *);
}

static bool is_pointer_store(const struct unit *u, const struct unit_op *op)
{
    bool stores = op->kind == OP_STORE || (op->kind == OP_ATOMIC && (op->flags & OPF_STORES));
    return stores && (may_hold_pointer(u, op->type) || (op->flags & OPF_RECORD));
}

static struct own_bits stored_value(const struct owners *o, const struct own_func *f,
                                    const struct unit_op *op)
{
    const struct unit_val *v = &f->shape->unit->vals[op->val.v];
    if (!(op->flags & OPF_RECORD))
        return own_value(o, f, op->val);
    if (v->kind != VAL_LOAD)
        return OTHER;
    /* A copied record brings what its fields hold. */
    struct own_place p = own_place_at(o, f, f->shape->unit->ops[v->a].path, 0);
    p.field = (gfield_id){0};
    return own_held(f, &p);
}

static void mark_opaque(struct own_func *f, uint64_t mask)
{
    f->changed |= (mask & ~f->opaque) != 0;
    f->opaque |= mask;
}

static void fill_by_call(struct owners *o, struct own_func *f, site_id site)
{
    const struct program *p = o->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct unit_op *op = &f->shape->unit->ops[s->op.v];

    for (uint32_t i = 0; i < op->args.n && i < OWN_PARAMS; i++) {
        struct own_bits arg = own_arg(o, f, op, i, 0);
        if (!arg.mask)
            continue;
        const struct cat_func *cat = o->flow->site_cat[site.v];
        if (!s->n_edges && (!cat || (cat->memory.writes >> i & 1)))
            mark_opaque(f, arg.mask);
        for (uint32_t e = 0; e < s->n_edges; e++)
            if (o->summaries[p->edges[s->first_edge + e].to.v].filled >> i & 1)
                mark_opaque(f, arg.mask);
    }
}

static void fill_all(struct owners *o, struct own_func *f)
{
    const struct unit *u = f->shape->unit;
    const struct unit_func *fn = f->shape->func;
    const struct prog_func *pf = &o->flow->program->funcs[f->func.v];

    for (uint32_t i = 0; i < fn->ops.n; i++) {
        const struct unit_op *op = &u->ops[fn->ops.first + i];
        if (!is_pointer_store(u, op))
            continue;
        struct own_place to = own_place_at(o, f, op->path, 0);
        fill(o, f, &to, stored_value(o, f, op));
    }
    for (uint32_t i = 0; i < pf->n_sites; i++)
        fill_by_call(o, f, (site_id){pf->first_site + i});
}

/* ---- what lets objects out ---- */

static uint64_t params_of(const struct own_func *f)
{
    uint32_t n = f->shape->func->n_params;
    return n >= OWN_PARAMS ? UINT64_C(0xffff) : (UINT64_C(1) << n) - 1;
}

static void add_event(struct owners *o, struct own_func *f, op_id op, uint64_t mask)
{
    ASSERT(f->n == OWN_MAX || mask >> f->n == 0);
    if (mask)
        vec_push(o->arena, &f->events, ((struct own_event){op, mask}));
}

/* A record that is chained to others of its kind, in a chain that hangs on a thread's own slot. */
static bool chains_up(const struct owners *o, const struct own_func *f, op_id id)
{
    const struct program *p = o->flow->program;
    const struct unit *u = f->shape->unit;
    const struct unit_op *op = &u->ops[id.v];
    const struct unit_path *path = &u->paths[op->path.v];
    const struct unit_type *type = &u->types[path->type.v];

    if (op->kind != OP_STORE || !path->sels.n || type->kind != TYPE_POINTER)
        return false;
    const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - 1];
    const struct unit_type *pointee = &u->types[type->elem.v];
    uint32_t unit = p->funcs[f->func.v].unit;
    return last->kind == SEL_FIELD && pointee->kind == TYPE_RECORD &&
           p->unit_records[unit][u->fields[last->id].record.v].v ==
               p->unit_records[unit][pointee->record.v].v;
}

/* mask gets stored into the objects to. */
static void let_into(struct owners *o, struct own_func *f, op_id op, uint64_t mask,
                     struct own_bits to, struct own_summary *sum)
{
    uint64_t params = params_of(f);
    uint64_t tracked = to.mask & ~params;

    if (to.other || (to.behind && !chains_up(o, f, op)))
        add_event(o, f, op, mask);
    else if (to.mask & params)
        add_event(o, f, op, mask & ~params);
    for (uint32_t i = 0; i < OWN_PARAMS; i++)
        if (mask & params & UINT64_C(1) << i)
            sum->into[i] |= (uint16_t)(to.mask & params & ~(UINT64_C(1) << i));
    if (tracked & ~mask)
        vec_push(o->arena, &f->links, ((struct own_link){op, mask, tracked}));
}

static void let_by_store(struct owners *o, struct own_func *f, op_id id, struct own_summary *sum)
{
    const struct unit_op *op = &f->shape->unit->ops[id.v];
    struct own_bits v = stored_value(o, f, op);
    struct own_place to = own_place_at(o, f, op->path, 0);
    const struct unit_path *path = &f->shape->unit->paths[op->path.v];

    if (to.kind == IN_OBJECT)
        sum->filled |= (uint16_t)(to.bits.mask & params_of(f));
    if (!v.mask)
        return;
    if (path->root == ROOT_SYM) {
        const struct program *p = o->flow->program;
        gsym_id sym = p->unit_syms[p->funcs[f->func.v].unit][path->id];
        if (p->syms[sym.v].flags & SYM_THREAD_LOCAL)
            return;
    }
    if (to.kind == IN_OBJECT) {
        let_into(o, f, id, v.mask, to.bits, sum);
    } else if (to.kind == IN_VAR) {
        uint32_t thing = f->local_thing[to.var];
        if (thing && f->things[thing - 1].kind == OWN_LOCAL)
            let_into(o, f, id, v.mask, (struct own_bits){.mask = UINT64_C(1) << (thing - 1)}, sum);
    }
}

/* The callback's data leaves this thread's control, wherever the callback runs. */
static bool is_handed_over(const struct cat_func *cat, uint32_t arg)
{
    for (uint32_t i = 0; cat && i < cat->n_registers; i++) {
        const struct cat_registers *r = &cat->registers[i];
        if (r->domain != DOM_SYNC && r->domain != DOM_ONCE && r->data == (int)arg)
            return true;
    }
    return false;
}

/* write(fd, &item, sizeof item) sends the pointer away. */
static bool sends(const struct cat_func *cat, uint32_t arg)
{
    return cat && cat->blocks && cat->blocks->fd >= 0 && (cat->memory.reads >> arg & 1);
}

static void let_by_callee(struct owners *o, struct own_func *f, site_id site, gfunc_id callee,
                          struct own_summary *sum)
{
    const struct site *s = &o->flow->program->sites[site.v];
    const struct unit_op *op = &f->shape->unit->ops[s->op.v];
    const struct own_summary *c = &o->summaries[callee.v];

    for (uint32_t i = 0; i < op->args.n && i < OWN_PARAMS; i++) {
        struct own_bits arg = own_arg(o, f, op, i, 0);
        if (c->filled >> i & 1)
            sum->filled |= (uint16_t)(arg.mask & params_of(f));
        if (!arg.mask)
            continue;
        if (c->published >> i & 1)
            add_event(o, f, s->op, arg.mask);
        for (uint32_t j = 0; j < OWN_PARAMS; j++)
            if (c->into[i] >> j & 1)
                let_into(o, f, s->op, arg.mask, own_arg(o, f, op, j, 0), sum);
    }
}

static void let_by_call(struct owners *o, struct own_func *f, site_id site, struct own_summary *sum)
{
    const struct program *p = o->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct unit_op *op = &f->shape->unit->ops[s->op.v];
    const struct cat_func *cat = o->flow->site_cat[site.v];

    for (uint32_t i = 0; i < op->args.n; i++) {
        if (!is_handed_over(cat, i) && !sends(cat, i))
            continue;
        struct own_bits arg = own_arg(o, f, op, i, 0);
        uint64_t mask = is_handed_over(cat, i) ? arg.mask : 0;
        for (uint32_t t = 0; t < f->n; t++) {
            if (!(arg.mask >> t & 1))
                continue;
            struct own_bits one = {.mask = UINT64_C(1) << t};
            mask |= own_contents(f, one, (gfield_id){0}).mask;
            if (f->things[t].kind == OWN_LOCAL)
                mask |= f->holds[f->things[t].index].mask;
        }
        add_event(o, f, s->op, mask);
    }
    for (uint32_t e = 0; e < s->n_edges; e++)
        let_by_callee(o, f, site, p->edges[s->first_edge + e].to, sum);
}

/* Everything that is ever published: events, and what is linked to it. */
static uint64_t ever_published(const struct own_func *f)
{
    uint64_t out = 0, before = 1;

    for (uint32_t i = 0; i < f->events.n; i++)
        out |= f->events.v[i].mask;
    for (uint32_t round = 0; round < OWN_MAX && before != out; round++) {
        before = out;
        for (uint32_t i = 0; i < f->links.n; i++)
            if (f->links.v[i].parent & out)
                out |= f->links.v[i].child;
    }
    return out;
}

static void judge_returns(const struct owners *o, const struct own_func *f, uint64_t published,
                          struct own_summary *sum)
{
    const struct unit *u = f->shape->unit;
    struct own_bits all = NOTHING;

    for (uint32_t b = 0; b < f->shape->func->blocks.n; b++) {
        const struct unit_block *block = &u->blocks[f->shape->func->blocks.first + b];
        if (block->term == TERM_RETURN && block->val.v)
            all = own_both(all, own_value(o, f, block->val));
    }
    sum->returned = (uint16_t)(all.mask & params_of(f));
    uint64_t allocs = 0;
    for (uint32_t t = 0; t < f->n; t++)
        if (f->things[t].kind == OWN_ALLOC)
            allocs |= UINT64_C(1) << t;
    sum->fresh = all.mask && !all.other && !all.self && !all.behind && !(all.mask & ~allocs) &&
                 !(all.mask & published);
    sum->self = all.self && !all.other && !all.behind && !all.mask;
}

static struct own_summary let_out(struct owners *o, struct own_func *f)
{
    const struct unit *u = f->shape->unit;
    const struct unit_func *fn = f->shape->func;
    const struct prog_func *pf = &o->flow->program->funcs[f->func.v];
    struct own_summary sum = {0};

    for (uint32_t i = 0; i < fn->ops.n; i++)
        if (is_pointer_store(u, &u->ops[fn->ops.first + i]))
            let_by_store(o, f, (op_id){fn->ops.first + i}, &sum);
    for (uint32_t i = 0; i < pf->n_sites; i++)
        let_by_call(o, f, (site_id){pf->first_site + i}, &sum);
    uint64_t published = ever_published(f);
    sum.published = (uint16_t)(published & params_of(f));
    judge_returns(o, f, published, &sum);
    return sum;
}

/* ---- one function ---- */

static uint32_t add_thing(struct own_func *f, enum own_kind kind, uint32_t index, op_id def)
{
    if (f->n >= OWN_MAX)
        return 0;
    f->things[f->n] = (struct own_thing){.kind = (uint8_t)kind, .index = index, .def = def};
    return ++f->n;
}

static void find_things(struct owners *o, struct own_func *f)
{
    const struct prog_func *pf = &o->flow->program->funcs[f->func.v];
    const struct unit_func *fn = f->shape->func;

    for (uint32_t i = 0; i < fn->n_params && i < OWN_PARAMS; i++) {
        uint32_t t = add_thing(f, OWN_PARAM, i, (op_id){0});
        f->holds[i].mask = UINT64_C(1) << (t - 1);
    }
    for (uint32_t i = 0; i < fn->locals.n; i++) {
        bool taken = f->shape->unit->locals[fn->locals.first + i].flags & LOCAL_ADDR_TAKEN;
        if (taken)
            f->local_thing[i] = (uint8_t)add_thing(f, OWN_LOCAL, i, (op_id){0});
        if (i < fn->n_params && i >= OWN_PARAMS)
            f->holds[i].other = true;
    }
    for (uint32_t i = 0; i < pf->n_sites; i++)
        if (own_allocates(o, (site_id){pf->first_site + i})) {
            op_id op = o->flow->program->sites[pf->first_site + i].op;
            uint32_t t = add_thing(f, OWN_ALLOC, 0, op);
            f->site_thing[i] = (uint8_t)t;
        }
}

static struct own_func *analyse(struct owners *o, gfunc_id func, struct own_summary *sum)
{
    const struct program *p = o->flow->program;
    struct own_func *f = arena_new(o->arena, struct own_func);

    f->func = func;
    f->shape = flow_shape(o->flow, func);
    f->local_thing = arena_array(o->arena, uint8_t, f->shape->func->locals.n + 1);
    f->holds = arena_array(o->arena, struct own_bits, f->shape->func->locals.n + 1);
    f->site_thing = arena_array(o->arena, uint8_t, p->funcs[func.v].n_sites + 1);
    find_things(o, f);
    f->changed = true;
    for (uint32_t round = 0; f->changed && round < MAX_ROUNDS; round++) {
        f->changed = false;
        fill_all(o, f);
    }
    if (f->changed)
        f->opaque = UINT64_MAX;
    *sum = let_out(o, f);
    return f;
}

static bool summary_equal(const struct own_summary *a, const struct own_summary *b)
{
    bool same = a->published == b->published && a->returned == b->returned &&
                a->filled == b->filled && a->fresh == b->fresh && a->self == b->self;
    for (uint32_t i = 0; same && i < OWN_PARAMS; i++)
        same = a->into[i] == b->into[i];
    return same;
}

/* Does some function of the SCC call one of it? */
static bool is_recursive(const struct program *p, uint32_t scc)
{
    const struct prog_func *f = &p->funcs[p->scc_funcs[p->scc_first[scc]].v];

    if (p->scc_first[scc + 1] - p->scc_first[scc] > 1)
        return true;
    for (uint32_t i = 0; i < f->n_sites; i++) {
        const struct site *s = &p->sites[f->first_site + i];
        for (uint32_t e = 0; e < s->n_edges; e++)
            if (p->funcs[p->edges[s->first_edge + e].to.v].scc == scc)
                return true;
    }
    return false;
}

void owners_init(struct owners *o, const struct flow_facts *f)
{
    const struct program *p = f->program;

    ASSERT(o->arena && f->program);
    o->flow = f;
    o->summaries = arena_array(o->arena, struct own_summary, p->n_funcs + 1);
    o->funcs = arena_array(o->arena, struct own_func *, p->n_funcs + 1);
    for (uint32_t scc = 0; scc < p->n_sccs; scc++) {
        bool changed = true;
        for (uint32_t round = 0; changed && round < MAX_FUNC_ROUNDS; round++) {
            changed = false;
            for (uint32_t i = p->scc_first[scc]; i < p->scc_first[scc + 1]; i++) {
                gfunc_id func = p->scc_funcs[i];
                struct own_summary now;
                o->funcs[func.v] = analyse(o, func, &now);
                changed |= !summary_equal(&now, &o->summaries[func.v]);
                o->summaries[func.v] = now;
            }
            changed = changed && is_recursive(p, scc);
        }
    }
}

struct own_func *own_get(struct owners *o, gfunc_id func)
{
    ASSERT(func.v && func.v < o->flow->program->n_funcs);
    return o->funcs[func.v];
}

/* ---- order ---- */

/* State of the thing after the ops [first, end) of a block, given the state before. */
static bool state_after(const struct own_func *f, uint32_t thing, uint32_t first, uint32_t end,
                        bool before)
{
    ASSERT(thing < f->n && first <= end);
    op_id def = f->things[thing].def;
    uint32_t last = 0;
    bool state = before;

    if (def.v >= first && def.v < end) {
        last = def.v;
        state = false;
    }
    for (uint32_t i = 0; i < f->events.n; i++) {
        const struct own_event *e = &f->events.v[i];
        if ((e->mask >> thing & 1) && e->op.v >= first && e->op.v < end && e->op.v >= last)
            state = true;
    }
    return state;
}

static void flow_states(struct owners *o, struct own_func *f, uint32_t thing)
{
    const struct unit *u = f->shape->unit;
    uint32_t n = f->shape->func->blocks.n, base = f->shape->func->blocks.first, top = 0;
    uint32_t *stack = arena_array(o->arena, uint32_t, (size_t)n * 2 + 1);
    bool *in = arena_array(o->arena, bool, n + 1), *seen = arena_array(o->arena, bool, n + 1);

    if ((uint64_t)n * f->events.n > MAX_ORDER_WORK) {
        memset(in, true, n);
        f->things[thing].out_at = in;
        return;
    }
    for (uint32_t i = 0; i < f->events.n; i++) {
        uint32_t b = shape_block_of(f->shape, f->events.v[i].op);
        if ((f->events.v[i].mask >> thing & 1) && !seen[b]) {
            seen[b] = true;
            stack[top++] = b;
        }
    }
    while (top) {
        uint32_t b = stack[--top];
        const struct unit_block *block = &u->blocks[base + b];
        if (!state_after(f, thing, block->ops.first, block->ops.first + block->ops.n, in[b]))
            continue;
        for (uint32_t i = 0; i < block->succs.n; i++) {
            uint32_t to = u->succs[block->succs.first + i].to.v - base;
            if (in[to])
                continue;
            in[to] = true;
            stack[top++] = to;
        }
    }
    f->things[thing].out_at = in;
}

static bool is_out(struct owners *o, struct own_func *f, uint32_t thing, op_id op)
{
    if (!f->things[thing].out_at)
        flow_states(o, f, thing);
    uint32_t b = shape_block_of(f->shape, op);
    const struct unit_block *block = &f->shape->unit->blocks[f->shape->func->blocks.first + b];
    return state_after(f, thing, block->ops.first, op.v, f->things[thing].out_at[b]);
}

bool own_published(struct owners *o, struct own_func *f, uint64_t mask, op_id op)
{
    uint64_t seen = 0, todo = mask;

    ASSERT(f->n == OWN_MAX || mask >> f->n == 0);

    while (todo) {
        uint32_t t = (uint32_t)__builtin_ctzll(todo);
        seen |= UINT64_C(1) << t;
        if (is_out(o, f, t, op))
            return true;
        for (uint32_t i = 0; i < f->links.n; i++)
            if (f->links.v[i].child >> t & 1)
                todo |= f->links.v[i].parent;
        todo &= ~seen;
    }
    return false;
}
