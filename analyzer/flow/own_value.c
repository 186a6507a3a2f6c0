/*
 * What a value can be among the objects that a function tracks, by walking the value: calls that
 * allocate, callees that return a parameter, variables and fields that hold one.
 */
#include "flow/own.h"

enum { MAX_DEPTH = 40 };

static const struct own_bits NOTHING = {0}, OTHER = {.other = true}, SELF = {.self = true};

/* ---- places ---- */


static struct own_bits value_at(const struct owners *o, const struct own_func *f, val_id v,
                                uint32_t depth);
static struct own_bits call_at(const struct owners *o, const struct own_func *f, op_id op,
                               uint32_t depth);

static struct own_bits content_of(const struct own_func *f, uint32_t thing, gfield_id field)
{
    ASSERT(thing < f->n);
    struct own_bits out = {.other = (f->opaque >> thing & 1) || f->things[thing].kind == OWN_PARAM};

    for (uint32_t i = 0; i < f->contents.n; i++) {
        const struct own_content *c = &f->contents.v[i];
        if (c->of == thing && (c->field.v == field.v || c->field.v == 0 || field.v == 0))
            out = own_both(out, c->bits);
    }
    return out;
}

struct own_bits own_contents(const struct own_func *f, struct own_bits objects,
                                   gfield_id field)
{
    struct own_bits out = {.other = objects.other, .behind = objects.self || objects.behind};

    for (uint32_t t = 0; t < f->n; t++)
        if (objects.mask >> t & 1)
            out = own_both(out, content_of(f, t, field));
    return out;
}

struct own_bits own_held(const struct own_func *f, const struct own_place *p)
{
    if (p->kind == IS_VALUE)
        return p->bits;
    if (p->kind == IN_OBJECT)
        return own_contents(f, p->bits, p->field);
    uint32_t thing = f->local_thing[p->var];
    struct own_bits out = f->holds[p->var];
    /* The parameter's own bit says what it points to, not what the variable holds. */
    if (thing && f->things[thing - 1].kind == OWN_LOCAL)
        out = own_both(out, content_of(f, thing - 1, p->field));
    return out;
}

static bool is_thread_local(const struct owners *o, const struct own_func *f, uint32_t id)
{
    const struct program *p = o->flow->program;
    gsym_id sym = p->unit_syms[p->funcs[f->func.v].unit][id];
    return p->syms[sym.v].flags & SYM_THREAD_LOCAL;
}

static struct own_place root_place(const struct owners *o, const struct own_func *f,
                                   const struct unit_path *path, uint32_t depth)
{
    struct own_place p = {.kind = IN_OBJECT, .bits = OTHER};
    const struct unit_func *fn = f->shape->func;

    switch ((enum path_root)path->root) {
    case ROOT_PARAM:
        if (path->id < fn->n_params)
            p = (struct own_place){.kind = IN_VAR, .var = path->id};
        break;
    case ROOT_LOCAL:
        if (path->id >= fn->locals.first && path->id < fn->locals.first + fn->locals.n)
            p = (struct own_place){.kind = IN_VAR, .var = path->id - fn->locals.first};
        break;
    case ROOT_CALL:
        p = (struct own_place){.kind = IS_VALUE, .bits = call_at(o, f, (op_id){path->id}, depth)};
        break;
    case ROOT_VAL:
        p = (struct own_place){.kind = IS_VALUE, .bits = value_at(o, f, (val_id){path->id}, depth)};
        break;
    case ROOT_SYM:
        if (is_thread_local(o, f, path->id))
            p = (struct own_place){.kind = IS_VALUE, .bits = SELF};
        break;
    case ROOT_NONE:
    case ROOT_STR:
    case ROOT_FUNC:
        break;
    }
    return p;
}

struct own_place own_place_at(const struct owners *o, const struct own_func *f, path_id id,
                                 uint32_t depth)
{
    const struct unit *u = f->shape->unit;
    const struct unit_path *path = &u->paths[id.v];
    struct own_place p = root_place(o, f, path, depth);
    uint32_t unit = o->flow->program->funcs[f->func.v].unit;

    for (uint32_t i = 0; i < path->sels.n; i++) {
        const struct unit_sel *sel = &u->sels[path->sels.first + i];
        if (sel->kind == SEL_FIELD)
            p.field = o->flow->program->unit_fields[unit][sel->id];
        if (sel->kind != SEL_DEREF)
            continue;
        p = (struct own_place){.kind = IN_OBJECT, .bits = own_held(f, &p)};
    }
    if (path->flags & PATH_REST)
        p = (struct own_place){.kind = IN_OBJECT, .bits = OTHER};
    return p;
}

/* ---- values ---- */

static struct own_bits address_of(const struct own_func *f, const struct own_place *p)
{
    if (p->kind != IN_VAR)
        return p->bits;
    uint32_t thing = f->local_thing[p->var];
    if (!thing || f->things[thing - 1].kind != OWN_LOCAL)
        return OTHER;
    return (struct own_bits){.mask = UINT64_C(1) << (thing - 1)};
}

static site_id site_of(const struct owners *o, const struct own_func *f, op_id op)
{
    return program_site(o->flow->program, f->func, op);
}

struct own_bits own_arg(const struct owners *o, const struct own_func *f,
                              const struct unit_op *op, uint32_t i, uint32_t depth)
{
    if (i >= op->args.n)
        return OTHER;
    return value_at(o, f, f->shape->unit->args[op->args.first + i].val, depth);
}

static struct own_bits call_at(const struct owners *o, const struct own_func *f, op_id id,
                               uint32_t depth)
{
    const struct program *p = o->flow->program;
    const struct unit_op *op = &f->shape->unit->ops[id.v];
    site_id site = site_of(o, f, id);
    if (!site.v || depth > MAX_DEPTH)
        return OTHER;
    uint32_t thing = f->site_thing[site.v - p->funcs[f->func.v].first_site];
    if (thing)
        return (struct own_bits){.mask = UINT64_C(1) << (thing - 1)};
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = o->flow->site_cat[site.v];
    if (!s->n_edges && cat && cat->returns_arg >= 0)
        return own_arg(o, f, op, (uint32_t)cat->returns_arg, depth + 1);
    if (!s->n_edges && cat && cat->alloc == ALLOC_REALLOC)
        return own_arg(o, f, op, 0, depth + 1);
    if (!s->n_edges && own_is_slot(o, site))
        return SELF;
    if (s->n_edges != 1)
        return OTHER;
    const struct own_summary *sum = &o->summaries[p->edges[s->first_edge].to.v];
    struct own_bits out = {.other = !sum->returned && !sum->self, .self = sum->self};
    for (uint32_t i = 0; i < OWN_PARAMS; i++)
        if (sum->returned >> i & 1)
            out = own_both(out, own_arg(o, f, op, i, depth + 1));
    return out;
}

static bool is_pointer_like(const struct unit *u, val_id v)
{
    const struct unit_val *val = &u->vals[v.v];
    uint8_t kind = u->types[val->type.v].kind;
    return kind == TYPE_POINTER || kind == TYPE_ARRAY || val->kind == VAL_ADDR;
}

static struct own_bits arithmetic(const struct owners *o, const struct own_func *f,
                                  const struct unit_val *v, uint32_t depth)
{
    const struct unit *u = f->shape->unit;
    bool a = is_pointer_like(u, (val_id){v->a}), b = is_pointer_like(u, (val_id){v->b});

    if (v->oper != OPER_ADD && v->oper != OPER_SUB)
        return v->oper >= OPER_EQ ? NOTHING : OTHER;
    struct own_bits out = NOTHING;
    if (a || !b)
        out = value_at(o, f, (val_id){v->a}, depth + 1);
    if (b || !a)
        out = own_both(out, value_at(o, f, (val_id){v->b}, depth + 1));
    return out;
}

static struct own_bits value_at(const struct owners *o, const struct own_func *f, val_id id,
                                uint32_t depth)
{
    const struct unit *u = f->shape->unit;
    const struct unit_val *v = &u->vals[id.v];
    struct own_place p;

    if (!id.v || depth > MAX_DEPTH)
        return OTHER;
    switch ((enum val_kind)v->kind) {
    case VAL_INT:
    case VAL_BOOL:
    case VAL_FLOAT: return NOTHING;
    case VAL_CALL: return call_at(o, f, (op_id){v->a}, depth + 1);
    case VAL_LOAD:
        p = own_place_at(o, f, u->ops[v->a].path, depth + 1);
        return own_held(f, &p);
    case VAL_ADDR:
        p = own_place_at(o, f, (path_id){v->a}, depth + 1);
        return address_of(f, &p);
    case VAL_PHI:
        return own_both(value_at(o, f, (val_id){v->a}, depth + 1),
                    value_at(o, f, (val_id){v->b}, depth + 1));
    case VAL_BIN: return arithmetic(o, f, v, depth);
    case VAL_UNKNOWN:
    case VAL_STR:
    case VAL_FUNC:
    case VAL_UN: break;
    }
    return OTHER;
}

struct own_bits own_value(const struct owners *o, const struct own_func *f, val_id v)
{
    return value_at(o, f, v, 0);
}

/* ---- names ---- */

static struct own_place name_root(struct owners *o, struct own_func *f, const struct loc *root)
{
    const struct program *p = o->flow->program;
    uint32_t n = f->shape->func->locals.n, first = n ? flow_local_node(p, f->func, 0).v : 0;

    if (root->kind == LOC_RESULT && p->sites[root->id].caller.v == f->func.v)
        return (struct own_place){.kind = IS_VALUE,
                                  .bits = call_at(o, f, p->sites[root->id].op, 0)};
    if (root->kind == LOC_PARAM && root->id < f->shape->func->n_params)
        return (struct own_place){.kind = IN_VAR, .var = root->id};
    if (root->kind == LOC_LOCAL && root->func.v == f->func.v && root->id < n)
        return (struct own_place){.kind = IN_VAR, .var = root->id};
    if (root->kind == LOC_UNKNOWN && root->id && root->id >= first && root->id - first < n)
        return (struct own_place){.kind = IN_VAR, .var = root->id - first};
    return (struct own_place){.kind = IN_OBJECT, .bits = OTHER};
}

struct own_bits own_of_loc(struct owners *o, struct own_func *f, const struct locs *l, loc_id loc)
{
    ASSERT(loc.v);
    const struct loc *chain[LOC_MAX_SELECTORS + 1];
    const struct loc *root = loc_get(l, loc);
    uint32_t n = 0;

    for (; root->parent.v && n <= LOC_MAX_SELECTORS; root = loc_get(l, root->parent))
        chain[n++] = root;
    struct own_place at = name_root(o, f, root);
    while (n-- > 0) {
        if (chain[n]->kind == LOC_FIELD)
            at.field.v = chain[n]->id;
        else if (chain[n]->kind == LOC_DEREF)
            at = (struct own_place){.kind = IN_OBJECT, .bits = own_held(f, &at)};
    }
    if (at.kind != IN_VAR)
        return at.kind == IN_OBJECT ? at.bits : OTHER;
    uint32_t thing = f->local_thing[at.var]; /* without one nobody else can ever see it */
    return (struct own_bits){.mask = thing ? UINT64_C(1) << (thing - 1) : 0};
}
