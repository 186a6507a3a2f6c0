/*
 * The catalogs' conditions on arguments ("unless MSG_DONTWAIT"), judged at one call site: surely
 * true, surely false, or not known.
 */
#include <string.h>

#include "flow/context.h"
#include "flow/shape.h"

static enum tri tri_of(bool yes)
{
    return yes ? TRI_YES : TRI_NO;
}

/* What the value flow says of a value that the context does not know. */
static enum tri test_objects(const struct flow_facts *f, const struct cat_cond *c,
                             struct obj_set set)
{
    uint32_t hold = 0, fail = 0;

    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(f->program, set.v[i]);
        bool is_int = o->kind == OBJ_INT;
        bool known = is_int || o->kind == OBJ_FUNC || o->kind == OBJ_ADDR || o->kind == OBJ_STR;
        bool yes = false;
        if (!known)
            return TRI_UNKNOWN;
        switch (c->test) {
        case CAT_NULL: yes = is_int && o->num == 0; break;
        case CAT_NONNULL: yes = !is_int || o->num != 0; break;
        case CAT_EQUALS: yes = is_int && o->num == c->num; break;
        case CAT_BITS: yes = is_int && (o->num & c->num) == c->num; break;
        case CAT_NO_BITS: yes = is_int && !(o->num & c->num); break;
        case CAT_NEGATIVE: yes = is_int && o->num < 0; break;
        case CAT_ZERO_TIME: return TRI_UNKNOWN;
        }
        hold += yes;
        fail += !yes;
    }
    if (hold && (fail || set.open))
        return TRI_MAYBE;
    if (set.open || !set.n)
        return TRI_UNKNOWN;
    return tri_of(hold > 0);
}

static enum tri test_int(const struct cat_cond *c, int64_t num)
{
    switch (c->test) {
    case CAT_NULL: return tri_of(num == 0);
    case CAT_NONNULL: return tri_of(num != 0);
    case CAT_EQUALS: return tri_of(num == c->num);
    case CAT_BITS: return tri_of((num & c->num) == c->num);
    case CAT_NO_BITS: return tri_of(!(num & c->num));
    case CAT_NEGATIVE: return tri_of((int32_t)num < 0);
    case CAT_ZERO_TIME: break;
    }
    return TRI_UNKNOWN;
}

static enum tri test_value(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                           const struct cat_cond *c, val_id v)
{
    struct absval a = context_eval(f, func, ctx, v);
    if (c->test == CAT_BITS || c->test == CAT_NO_BITS) {
        struct known_bits b = context_bits(f, func, ctx, v);
        uint64_t want = (uint64_t)c->num;
        if ((b.set & want) == want)
            return tri_of(c->test == CAT_BITS);
        if ((b.clear & want) == want)
            return tri_of(c->test == CAT_NO_BITS);
        if (b.clear & want && c->test == CAT_BITS)
            return TRI_NO;
    }
    if (a.kind == ABS_INT)
        return test_int(c, a.num);
    if (a.kind == ABS_NONNULL || a.kind == ABS_FUNC) {
        if (c->test == CAT_NULL || c->test == CAT_NONNULL)
            return tri_of(c->test == CAT_NONNULL);
        return TRI_UNKNOWN;
    }
    return test_objects(f, c, flow_value(f->program, func, v));
}

/* ---- fields of what an argument points to: hints.ai_flags, *timeout ---- */
static bool path_is_field_of(const struct unit *u, const struct unit_path *base,
                             const struct unit_path *p, const char *field)
{
    if (p->root != base->root || p->id != base->id || p->sels.n != base->sels.n + 1)
        return false;
    for (uint32_t i = 0; i < base->sels.n; i++) {
        const struct unit_sel *a = &u->sels[base->sels.first + i], *b = &u->sels[p->sels.first + i];
        if (a->kind != b->kind || a->id != b->id || a->num != b->num)
            return false;
    }
    const struct unit_sel *last = &u->sels[p->sels.first + p->sels.n - 1];
    return last->kind == SEL_FIELD && !strcmp(unit_str(u, u->fields[last->id].name), field);
}

/* `field` of the object that v points to: when every way to the call stores the same constant, that
 * one; else all stores inside the function, and for static objects the initialiser, must satisfy
 * c. */
static enum tri test_field(const struct flow_facts *f, site_id site, const struct context *ctx,
                           const struct cat_cond *c, val_id v, const char *field)
{
    gfunc_id func = f->program->sites[site.v].caller;
    int64_t num;
    if (context_field(f, func, ctx, f->program->sites[site.v].op, v, field, &num))
        return test_int(c, num);
    const struct func_shape *s = flow_shape(f, func);
    const struct unit *u = s->unit;
    const struct unit_val *val = &u->vals[v.v];
    struct cat_cond plain = *c;
    uint32_t hold = 0, fail = 0, unknown = 0;

    plain.field = NULL;
    if (val->kind == VAL_LOAD) { /* a pointer local: look at what it was set to */
        op_id store = shape_reaching_store(s, (op_id){val->a});
        if (store.v)
            val = &u->vals[u->ops[store.v].val.v];
    }
    if (val->kind != VAL_ADDR)
        return TRI_UNKNOWN;
    const struct unit_path *base = &u->paths[val->a];
    struct op_list stores = shape_stores(s, base->root, base->id);
    for (uint32_t i = 0; i < stores.n; i++) {
        const struct unit_op *op = &u->ops[stores.v[i].op.v];
        if (!path_is_field_of(u, base, &u->paths[op->path.v], field))
            continue;
        enum tri t = test_value(f, func, ctx, &plain, op->val);
        hold += t == TRI_YES;
        fail += t == TRI_NO;
        unknown += t == TRI_MAYBE || t == TRI_UNKNOWN;
    }
    uint32_t unit = f->program->funcs[func.v].unit;
    uint32_t init = base->root == ROOT_SYM ? f->init_head[unit][base->id] : 0;
    for (uint32_t i = init; i; i = f->init_next[unit][i]) {
        if (!path_is_field_of(u, base, &u->paths[u->inits[i].path.v], field))
            continue;
        enum tri t = test_value(f, func, ctx, &plain, u->inits[i].val);
        hold += t == TRI_YES;
        fail += t == TRI_NO;
    }
    if (!hold && !unknown)
        return fail || base->root == ROOT_LOCAL ? TRI_NO : TRI_UNKNOWN;
    return fail || unknown ? TRI_MAYBE : TRI_YES;
}

static enum tri test_zero_time(const struct flow_facts *f, site_id site, const struct context *ctx,
                               val_id v)
{
    gfunc_id func = f->program->sites[site.v].caller;
    static const char *const fraction[] = {"tv_usec", "tv_nsec"};
    struct cat_cond zero = {.test = CAT_EQUALS, .num = 0, .arg = -1};
    struct absval a = context_eval(f, func, ctx, v);

    if (a.kind == ABS_INT)
        return TRI_NO; /* a null pointer: no time-out at all */
    enum tri sec = test_field(f, site, ctx, &zero, v, "tv_sec");
    if (sec != TRI_YES)
        return sec;
    for (uint32_t i = 0; i < 2; i++)
        if (test_field(f, site, ctx, &zero, v, fraction[i]) == TRI_YES)
            return TRI_YES;
    return TRI_NO;
}

static enum tri test(const struct flow_facts *f, site_id site, const struct context *ctx,
                     const struct cat_cond *c)
{
    gfunc_id func = f->program->sites[site.v].caller;
    val_id v = site_arg(f->program, site, c->arg);

    if (!v.v)
        return TRI_UNKNOWN;
    if (c->test == CAT_ZERO_TIME)
        return test_zero_time(f, site, ctx, v);
    if (c->field) {
        struct absval a = context_eval(f, func, ctx, v);
        if (a.kind == ABS_INT && a.num == 0)
            return TRI_NO;
        return test_field(f, site, ctx, c, v, c->field);
    }
    return test_value(f, func, ctx, c, v);
}

enum tri conds_all(const struct flow_facts *f, site_id site, const struct context *ctx,
                   struct cat_conds c)
{
    enum tri all = TRI_YES;
    for (uint32_t i = 0; i < c.n; i++) {
        enum tri t = test(f, site, ctx, &c.v[i]);
        if (t < all)
            all = t;
    }
    return all;
}

enum tri conds_any(const struct flow_facts *f, site_id site, const struct context *ctx,
                   struct cat_conds c)
{
    enum tri one = TRI_NO;
    for (uint32_t i = 0; i < c.n; i++) {
        enum tri t = test(f, site, ctx, &c.v[i]);
        if (t > one)
            one = t;
    }
    return one;
}
