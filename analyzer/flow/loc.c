/*
 * The table of locations: a trie of roots and selectors, interned, so that comparing names is
 * comparing ids; and what can be read off a name. How code becomes names is in loc_of.c.
 */
#include "flow/loc_table.h"

#include <string.h>

/* ---- interning ---- */
static loc_id intern(struct locs *l, const struct loc *want)
{
    struct loc key = *want;
    key.root = (loc_id){0};
    key.depth = 0;
    uint64_t h = hash_mix(hash_mix((uint64_t)key.kind << 32 | key.parent.v,
                                   (uint64_t)key.func.v << 32 | key.id), (uint64_t)key.num);
    uint32_t at;
    while (map_get(&l->index, h, &at)) {
        const struct loc *o = &l->v.v[at];
        if (o->kind == want->kind && o->parent.v == want->parent.v && o->id == want->id &&
            o->func.v == want->func.v && o->num == want->num)
            return (loc_id){at};
        h = hash_mix(h, 1);
    }
    struct loc made = *want;
    at = l->v.n;
    if (!made.parent.v)
        made.root = (loc_id){at};
    map_set(&l->index, h, at);
    vec_push(l->arena, &l->v, made);
    return (loc_id){at};
}

struct locs *locs_new(const struct flow_facts *f)
{
    struct locs *l = arena_new(f->arena, struct locs);
    const struct program *p = f->program;

    l->flow = f;
    l->arena = f->arena;
    map_init(&l->index, l->arena);
    map_init(&l->args, l->arena);
    vec_push(l->arena, &l->v, (struct loc){0});
    l->unknown = loc_root_of(l, LOC_UNKNOWN, (gfunc_id){0}, 0);
    l->returns = arena_array(l->arena, struct loc_val, p->n_funcs + 1);
    l->targets = arena_array(l->arena, uint32_t, p->n_syms + 1);
    l->offsets = arena_array(l->arena, uint64_t, p->n_fields + 1);
    for (uint32_t unit = 0; unit < p->n_units; unit++)
        for (uint32_t i = 1; i < p->units[unit]->n_fields; i++)
            l->offsets[p->unit_fields[unit][i].v] = p->units[unit]->fields[i].bit_offset / 8;
    return l;
}

struct locs *flow_locs(const struct flow_facts *f)
{
    ASSERT(f->lazy);
    if (!f->lazy->locs) {
        f->lazy->locs = locs_new(f);
        locs_find_targets(f->lazy->locs);
        locs_find_returns(f->lazy->locs);
    }
    return f->lazy->locs;
}

const struct loc *loc_get(const struct locs *l, loc_id id)
{
    ASSERT(id.v < l->v.n);
    return &l->v.v[id.v];
}

loc_id loc_root_of(struct locs *l, enum loc_kind kind, gfunc_id func, uint32_t id)
{
    ASSERT(kind >= LOC_GLOBAL && kind <= LOC_UNKNOWN);
    struct loc o = {.kind = kind, .id = id, .func = kind == LOC_LOCAL ? func : (gfunc_id){0}};
    return intern(l, &o);
}

bool loc_is_selector(const struct loc *o)
{
    return o->kind >= LOC_DEREF;
}

static loc_id push(struct locs *l, loc_id base, enum loc_kind kind, uint32_t id, int64_t num)
{
    const struct loc *b = loc_get(l, base);
    struct loc o = {.kind = kind, .depth = (uint8_t)(b->depth + 1), .parent = base,
                    .root = b->root, .id = id, .num = num};
    return intern(l, &o);
}

/* "Some object's last field": what is left of a name that is too long. */
static loc_id widened(struct locs *l, loc_id id)
{
    struct loc tail[LOC_MAX_SELECTORS];
    uint32_t n = 0;

    for (; loc_is_selector(loc_get(l, id)); id = loc_get(l, id)->parent) {
        tail[n++] = *loc_get(l, id);
        if (tail[n - 1].kind == LOC_FIELD)
            break;
    }
    loc_id out = l->unknown;
    if (n && tail[n - 1].kind == LOC_FIELD)
        while (n--)
            out = push(l, out, tail[n].kind, tail[n].id, tail[n].num);
    return out;
}

loc_id loc_widen(struct locs *l, loc_id id)
{
    return widened(l, id);
}

loc_id loc_select(struct locs *l, loc_id base, enum loc_kind kind, uint32_t id, int64_t num)
{
    ASSERT(base.v && kind >= LOC_DEREF);
    const struct loc *b = loc_get(l, base);
    if (kind != LOC_FIELD && b->kind == LOC_UNKNOWN)
        return base; /* some object: what is in it, or beside it, is no better known */
    if (kind == LOC_INDEX || kind == LOC_ANY) {
        if (b->kind == LOC_INDEX || b->kind == LOC_ANY)
            return b->parent.v && kind == LOC_ANY && b->kind == LOC_ANY
                       ? base : push(l, b->parent, LOC_ANY, 0, 0);
        if (kind == LOC_INDEX && num == 0 && b->kind == LOC_DEREF)
            return base; /* p[0] is *p */
    }
    if (kind == LOC_FIELD && b->kind == LOC_UNKNOWN && b->id)
        base = l->unknown;
    if (b->depth >= LOC_MAX_SELECTORS) {
        if (kind == LOC_FIELD)
            return push(l, l->unknown, kind, id, num);
        base = widened(l, base);
        if (loc_get(l, base)->kind == LOC_UNKNOWN ||
            loc_get(l, base)->depth >= LOC_MAX_SELECTORS)
            return l->unknown;
    }
    return push(l, base, kind, id, num);
}

/* ---- what a name tells ---- */
gfield_id loc_last_field(const struct locs *l, loc_id id)
{
    for (const struct loc *o = loc_get(l, id); loc_is_selector(o); o = loc_get(l, o->parent))
        if (o->kind == LOC_FIELD)
            return (gfield_id){o->id};
    return (gfield_id){0};
}

gsym_id loc_global(const struct locs *l, loc_id id)
{
    const struct loc *root = loc_get(l, loc_get(l, id)->root);
    return (gsym_id){root->kind == LOC_GLOBAL ? root->id : 0};
}

bool loc_has_deref(const struct locs *l, loc_id id)
{
    for (const struct loc *o = loc_get(l, id); loc_is_selector(o); o = loc_get(l, o->parent))
        if (o->kind == LOC_DEREF)
            return true;
    return false;
}

bool loc_is_fixed(const struct locs *l, loc_id id)
{
    return id.v && loc_global(l, id).v && !loc_has_deref(l, id);
}

bool loc_has_prefix(const struct locs *l, loc_id id, loc_id prefix)
{
    for (;;) {
        if (id.v == prefix.v)
            return true;
        const struct loc *o = loc_get(l, id);
        if (!loc_is_selector(o))
            return false;
        id = o->parent;
    }
}

static bool is_index(const struct loc *o)
{
    return o->kind == LOC_INDEX || o->kind == LOC_ANY;
}

static bool same_selector(const struct loc *a, const struct loc *b)
{
    if (is_index(a) && is_index(b))
        return a->kind == LOC_ANY || b->kind == LOC_ANY || a->num == b->num;
    return a->kind == b->kind && a->id == b->id && a->num == b->num;
}

/* Equal but for indexes that are not constant. */
static bool similar(const struct locs *l, loc_id a, loc_id b)
{
    while (a.v != b.v) {
        const struct loc *x = loc_get(l, a), *y = loc_get(l, b);
        if (is_index(x) != is_index(y)) { /* an array, and an element of it */
            a = is_index(x) ? x->parent : a;
            b = is_index(y) ? y->parent : b;
            continue;
        }
        if (!loc_is_selector(x) || !loc_is_selector(y) || !same_selector(x, y))
            return false;
        a = x->parent;
        b = y->parent;
    }
    return true;
}

bool loc_may_alias(const struct locs *l, loc_id a, loc_id b)
{
    ASSERT(a.v && b.v);
    bool fixed_a = loc_is_fixed(l, a), fixed_b = loc_is_fixed(l, b);
    if (fixed_a && fixed_b)
        return similar(l, a, b);
    gfield_id fa = loc_last_field(l, a), fb = loc_last_field(l, b);
    if (fa.v && fb.v)
        return fa.v == fb.v;
    if (!fa.v && !fb.v)
        return fixed_a == fixed_b || !loc_global(l, a).v || !loc_global(l, b).v;
    /* a plain variable is no field; what a pointer leads to may be one */
    return !(fa.v ? fixed_b : fixed_a);
}

bool loc_same_given(struct locs *l, loc_id a, loc_id b, loc_id x, loc_id y)
{
    if (x.v == y.v && loc_is_fixed(l, x))
        return true;
    while (loc_is_selector(loc_get(l, a)) && loc_is_selector(loc_get(l, b)) &&
           same_selector(loc_get(l, a), loc_get(l, b))) {
        a = loc_get(l, a)->parent;
        b = loc_get(l, b)->parent;
    }
    while (x.v != a.v || y.v != b.v) {
        const struct loc *p = loc_get(l, x), *q = loc_get(l, y);
        if (!loc_is_selector(p) || !loc_is_selector(q) || !same_selector(p, q))
            return false;
        x = p->parent;
        y = q->parent;
    }
    return true;
}

/* ---- words ---- */
static const char *member_name(const struct program *p, uint32_t field)
{
    const char *full = p->field_names[field], *dot = full ? strrchr(full, '.') : NULL;
    return dot ? dot + 1 : full ? full : "?";
}

static void root_text(const struct locs *l, gfunc_id func, const struct loc *o, struct buf *out)
{
    const struct program *p = l->flow->program;
    switch ((enum loc_kind)o->kind) {
    case LOC_GLOBAL:
        buf_adds(out, p->syms[o->id].name);
        return;
    case LOC_PARAM:
        if (func.v && o->id < program_func(p, func)->n_params) {
            const struct unit *u = program_unit(p, func);
            uint32_t first = program_func(p, func)->locals.first;
            buf_adds(out, unit_str(u, u->locals[first + o->id].name));
        } else {
            buf_addf(out, "argument %u", o->id + 1);
        }
        return;
    case LOC_LOCAL: {
        const struct unit *u = program_unit(p, o->func);
        buf_adds(out, unit_str(u, u->locals[program_func(p, o->func)->locals.first + o->id].name));
        return;
    }
    case LOC_RESULT: {
        gsym_id callee = p->sites[o->id].callee;
        buf_addf(out, "%s()", callee.v ? p->syms[callee.v].name : "call");
        return;
    }
    case LOC_RETURN:
        buf_adds(out, "result");
        return;
    case LOC_STRING:
        buf_adds(out, "\"...\"");
        return;
    default:
        buf_adds(out, "*");
    }
}

void loc_text(const struct locs *l, gfunc_id func, loc_id id, struct buf *out)
{
    const struct program *p = l->flow->program;
    loc_id chain[LOC_MAX_SELECTORS + 2];
    uint32_t n = 0;

    for (;; id = loc_get(l, id)->parent) {
        ASSERT(n < sizeof chain / sizeof *chain);
        chain[n++] = id;
        if (!loc_is_selector(loc_get(l, id)))
            break;
    }
    const struct loc *root = loc_get(l, chain[--n]);
    bool is_unknown_field = root->kind == LOC_UNKNOWN && n;
    if (!is_unknown_field)
        root_text(l, func, root, out);
    while (n--) {
        const struct loc *o = loc_get(l, chain[n]);
        if (o->kind == LOC_FIELD && is_unknown_field)
            buf_adds(out, p->field_names[o->id] ? p->field_names[o->id] : "?");
        else if (o->kind == LOC_FIELD)
            buf_addf(out, ".%s", member_name(p, o->id));
        else if (o->kind == LOC_INDEX)
            buf_addf(out, "[%lld]", (long long)o->num);
        else if (o->kind == LOC_ANY)
            buf_adds(out, "[]");
        else if (n && loc_get(l, chain[n - 1])->kind == LOC_FIELD)
            buf_addf(out, "->%s", member_name(p, loc_get(l, chain[--n])->id));
        else if (n == 0)
            buf_adds(out, "[0]");
        is_unknown_field = false;
    }
}
