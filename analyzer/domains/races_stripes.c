/*
 * Arrays of locks that a computed number chooses from: buckets by a hash. One lock of them guards
 * what belongs to its bucket, and no variable that all buckets share. Arrays whose locks are chosen
 * by constants, however far away, are something else: locks[LOCK_LOG].
 */
#include "domains/races_internal.h"

static bool has_any_index(const struct finder *f, loc_id loc)
{
    for (; loc.v; loc = loc_get(f->locs, loc)->parent)
        if (loc_get(f->locs, loc)->kind == LOC_ANY)
            return true;
    return false;
}

/* What a local holds there, one step back. */
static val_id stored_value(const struct finder *f, gfunc_id func, val_id val)
{
    const struct func_shape *s = flow_shape(f->flow, func);
    const struct unit_val *v = &s->unit->vals[val.v];
    op_id store = v->kind == VAL_LOAD ? shape_reaching_store(s, (op_id){v->a}) : (op_id){0};
    return store.v ? s->unit->ops[store.v].val : val;
}

static bool is_computed(const struct finder *f, gfunc_id func, val_id index)
{
    const struct unit *u = program_unit(f->flow->program, func);
    const struct unit_val *v = &u->vals[stored_value(f, func, index).v];
    return v->kind == VAL_BIN && (v->oper == OPER_REM || v->oper == OPER_AND ||
                                  v->oper == OPER_SHR || v->oper == OPER_XOR);
}

/* The lock is &array[computed] at this call. */
static bool is_by_hash(const struct finder *f, gfunc_id func, const struct lock_event *e)
{
    const struct unit *u = program_unit(f->flow->program, func);
    const struct cat_func *cat = f->flow->site_cat[e->site.v];

    if (!e->site.v || e->inherited || !cat || !cat->lock || cat->lock->lock < 0)
        return false;
    val_id arg = site_arg(f->flow->program, e->site, cat->lock->lock);
    const struct unit_val *v = &u->vals[stored_value(f, func, arg).v];
    if (v->kind != VAL_ADDR)
        return false;
    ASSERT(v->a < u->n_paths);
    const struct unit_path *path = &u->paths[v->a];
    for (uint32_t i = path->sels.first; i < path->sels.first + path->sels.n; i++)
        if (u->sels[i].kind == SEL_INDEX_VAL && is_computed(f, func, (val_id){u->sels[i].id}))
            return true;
    return false;
}

void races_find_stripes(struct finder *f)
{
    map_init(&f->stripes, f->arena);
    for (uint32_t i = 1; i < f->flow->program->n_funcs; i++) {
        struct lock_events e = lock_events(f->locks, (gfunc_id){i});
        for (uint32_t k = 0; k < e.n; k++)
            if (loc_global(f->locs, e.v[k].lock).v && has_any_index(f, e.v[k].lock) &&
                is_by_hash(f, (gfunc_id){i}, &e.v[k]))
                (void)map_put_new(&f->stripes, e.v[k].lock.v, 0);
    }
}

bool races_is_stripe(const struct finder *f, const struct event *e, const struct held_lock *h)
{
    uint32_t at;
    ASSERT(e->access && h->states);
    /* who takes all of them in a loop holds each more or less than once, by its state */
    return h->lock.v && h->states == LOCKED_EXCL && map_get(&f->stripes, h->lock.v, &at) &&
           loc_is_fixed(f->locs, e->access->loc) && !has_any_index(f, e->access->loc);
}

bool races_under_stripe(const struct finder *f, const struct event *e)
{
    struct lockset s = lockset_get(f->locks, e->held);
    for (uint32_t i = 0; i < s.n; i++)
        if (races_is_stripe(f, e, &s.v[i]))
            return true;
    return false;
}
