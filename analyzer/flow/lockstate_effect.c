/*
 * What one op does to locks: catalogued calls, calls of functions of the program (by their
 * summaries, in the caller's names), and atomic ops that are used as spin locks. A function of the
 * program is believed by its body, whatever its name says.
 */
#include "flow/lockstate_table.h"

enum { FAILS_ZERO = 1, FAILS_NONZERO = 2 };

static lockset_id just(struct locks *k, loc_id lock, uint8_t states, uint8_t kind)
{
    struct held_lock h = {.lock = lock, .states = states, .kind = kind};
    return lockset_intern(k, &h, 1);
}

static void unconditional(struct locks *k, loc_id lock, uint8_t states, uint8_t kind,
                          struct lock_effect *out)
{
    out->zero = out->nonzero = out->any = just(k, lock, states, kind);
}

static void on_success(struct locks *k, loc_id lock, uint8_t states, uint8_t kind, bool nonzero,
                       struct lock_effect *out)
{
    lockset_id got = just(k, lock, states, kind);
    out->zero = nonzero ? (lockset_id){0} : got;
    out->nonzero = nonzero ? got : (lockset_id){0};
    out->any = lockset_join(k, out->zero, out->nonzero);
    out->is_split = true;
}

/* ---- catalogued calls ---- */
static loc_id lock_argument(struct locks *k, site_id site, int index)
{
    loc_id lock = {0};
    if (index >= 0)
        lock = loc_pointee(k->locs, loc_of_arg(k->locs, site, (uint32_t)index));
    if (!lock.v)
        lock = loc_root_of(k->locs, LOC_UNKNOWN, (gfunc_id){0}, 0);
    return lock;
}

loc_id cond_wait_mutex(struct locks *k, site_id site)
{
    const struct cat_func *cat = k->flow->site_cat[site.v];
    if (!cat || !cat->lock || cat->lock->op != LOCK_COND_WAIT || cat->lock->mutex < 0)
        return (loc_id){0};
    return lock_argument(k, site, cat->lock->mutex);
}

static uint64_t semaphore_key(const struct locks *k, loc_id lock)
{
    ASSERT(lock.v);
    gfield_id field = loc_last_field(k->locs, lock);
    return field.v && !loc_is_fixed(k->locs, lock) ? UINT64_C(1) << 40 | field.v : lock.v;
}

/* The last argument of what makes a semaphore is how many it lets in. A field of records that are
 * made in different ways is not judged. */
void lock_find_counting(struct locks *k)
{
    const struct program *p = k->flow->program;

    map_init(&k->counting, k->arena);
    for (uint32_t pass = 0; pass < 2; pass++) { /* those that may be locks first */
        for (uint32_t i = 1; i < p->n_sites; i++) {
            const struct cat_func *cat = k->flow->site_cat[i];
            const struct unit *u = program_unit(p, p->sites[i].caller);
            const struct unit_op *op = &u->ops[p->sites[i].op.v];
            if (!cat || !cat->lock || cat->lock->op != LOCK_INIT || cat->lock->kind != LK_SEM ||
                op->args.n < 2)
                continue;
            const struct unit_val *n = &u->vals[u->args[op->args.first + op->args.n - 1].val.v];
            bool is_many = n->kind == VAL_INT && n->num > 1;
            loc_id lock = lock_argument(k, (site_id){i}, cat->lock->lock);
            if (is_many == (pass == 1))
                (void)map_put_new(&k->counting, semaphore_key(k, lock), is_many);
        }
    }
}

static bool is_counting(const struct locks *k, loc_id lock)
{
    uint32_t is_many;
    return map_get(&k->counting, semaphore_key(k, lock), &is_many) && is_many;
}

static bool catalogued(struct locks *k, site_id site, const struct cat_lock *c,
                       struct lock_effect *out)
{
    uint8_t kind = (uint8_t)c->kind;
    loc_id lock = lock_argument(k, site, c->lock);
    bool nonzero = c->success_nonzero;

    if (kind == LK_SEM && is_counting(k, lock))
        return false;
    out->is_catalogued = true;
    switch (c->op) {
    case LOCK_ACQUIRE:
    case LOCK_ACQUIRE_SHARED:
    case LOCK_SEM_WAIT: {
        uint8_t states = c->op == LOCK_ACQUIRE_SHARED ? LOCKED_SHARED : LOCKED_EXCL;
        on_success(k, lock, states, kind, nonzero, out);
        out->any = just(k, lock, states, kind);
        out->fails = nonzero ? FAILS_ZERO : FAILS_NONZERO;
        return true;
    }
    case LOCK_TRY:
    case LOCK_TIMED:
        on_success(k, lock, LOCKED_EXCL, kind, nonzero, out);
        return true;
    case LOCK_TRY_SHARED:
        on_success(k, lock, LOCKED_SHARED, kind, nonzero, out);
        return true;
    case LOCK_RELEASE:
    case LOCK_SEM_POST:
        unconditional(k, lock, LOCKED_FREED, kind, out);
        return true;
    default:
        return false;
    }
}

/* ---- attributes ---- */
static bool state_one(struct locks *k, const struct stated_lock *l, struct lock_effect *out)
{
    lockset_id *sets[] = {&out->zero, &out->nonzero, &out->any};
    bool is_try = l->attr == ATTR_TRY_ACQUIRE || l->attr == ATTR_TRY_ACQUIRE_SHARED;
    uint8_t states;

    switch ((enum attr_kind)l->attr) {
    case ATTR_ACQUIRE:
    case ATTR_TRY_ACQUIRE: states = LOCKED_EXCL; break;
    case ATTR_ACQUIRE_SHARED:
    case ATTR_TRY_ACQUIRE_SHARED: states = LOCKED_SHARED; break;
    case ATTR_RELEASE:
    case ATTR_RELEASE_SHARED: states = LOCKED_FREED; break;
    case ATTR_ASSERT: states = LOCKED_AGAIN; break;
    case ATTR_ASSERT_SHARED: states = LOCKED_SHARED; break;
    default: return false;
    }
    for (uint32_t i = 0; i < 2; i++)
        if (!is_try || l->on_zero == (i == 0))
            *sets[i] = lockset_apply(k, *sets[i], l->lock, states, l->kind);
    out->any = lockset_join(k, out->zero, out->nonzero);
    return true;
}

bool lock_effect_stated(struct locks *k, gsym_id func, struct lock_effect *out)
{
    struct stated_list list = stated_of(k->stated, func);
    bool any = false;

    *out = (struct lock_effect){0};
    for (uint32_t i = 0; i < list.n; i++)
        any |= state_one(k, &list.v[i], out);
    out->is_split = out->zero.v != out->nonzero.v;
    out->is_catalogued = true;
    return any;
}

lockset_id lockset_required(struct locks *k, gsym_id func)
{
    struct stated_list list = stated_of(k->stated, func);
    lockset_id set = {0};

    for (uint32_t i = 0; i < list.n; i++)
        if (list.v[i].attr == ATTR_REQUIRES || list.v[i].attr == ATTR_REQUIRES_SHARED)
            set = lockset_apply(k, set, list.v[i].lock,
                                list.v[i].attr == ATTR_REQUIRES ? LOCKED_AGAIN : LOCKED_SHARED,
                                list.v[i].kind);
    return set;
}

static bool stated(struct locks *k, site_id site, gsym_id func, struct lock_effect *out)
{
    if (!lock_effect_stated(k, func, out))
        return false;
    out->any = lockset_at_site(k, out->any, site);
    out->zero = lockset_at_site(k, out->zero, site);
    out->nonzero = lockset_at_site(k, out->nonzero, site);
    return true;
}

/* ---- calls of the program's own functions ---- */
static void add_callee(struct locks *k, site_id site, gfunc_id callee, bool first,
                       struct lock_effect *out)
{
    const struct lock_flow *f = &k->funcs[callee.v];
    lockset_id zero = {0}, nonzero = {0}, any = {0};

    if (!f->is_done && k->is_busy[callee.v])
        return; /* recursion: comes in a later round */
    if (f->is_done && f->summary.touches) {
        any = lockset_at_site(k, f->summary.any, site);
        zero = f->summary.returns_zero ? lockset_at_site(k, f->summary.zero, site) : any;
        nonzero = f->summary.returns_nonzero ? lockset_at_site(k, f->summary.nonzero, site) : any;
    }
    out->is_bottom = false;
    out->any = first ? any : lockset_join(k, out->any, any);
    out->zero = first ? zero : lockset_join(k, out->zero, zero);
    out->nonzero = first ? nonzero : lockset_join(k, out->nonzero, nonzero);
    out->fails |= f->fails_zero ? FAILS_ZERO : 0;
    out->fails |= f->fails_nonzero ? FAILS_NONZERO : 0;
}

static bool may_touch(const struct locks *k, gfunc_id f)
{
    return k->funcs[f.v].summary.touches || !k->funcs[f.v].is_done;
}

static bool called(struct locks *k, site_id site, struct lock_effect *out)
{
    const struct program *p = k->flow->program;
    const struct site *s = &p->sites[site.v];
    bool any_body = false, touches = false, some_touch = false;

    for (uint32_t i = 0; i < s->n_edges; i++)
        some_touch |= may_touch(k, p->edges[s->first_edge + i].to);
    out->is_bottom = true;
    for (uint32_t i = 0; i < s->n_edges; i++) {
        const struct edge *e = &p->edges[s->first_edge + i];
        if (e->kind == EDGE_SIGNATURE)
            continue;
        if (e->kind == EDGE_AMBIGUOUS && some_touch && !may_touch(k, e->to))
            continue; /* an empty stand-in of another program, for its tests */
        any_body = true;
        touches |= may_touch(k, e->to);
        add_callee(k, site, e->to, out->is_bottom, out);
    }
    if (!any_body)
        out->is_bottom = false;
    out->is_split = out->zero.v != out->nonzero.v;
    return any_body && touches;
}

/* ---- atomic ops as spin locks ---- */
static bool is_const(const struct unit *u, val_id v, bool zero)
{
    return u->vals[v.v].kind == VAL_INT && (u->vals[v.v].num == 0) == zero;
}

static bool atomic_lock(struct locks *k, gfunc_id func, op_id at, struct lock_effect *out)
{
    const struct unit *u = program_unit(k->flow->program, func);
    const struct unit_op *op = &u->ops[at.v];
    bool takes = (op->oper == OPER_XCHG || op->oper == OPER_CAS) && is_const(u, op->val, false);
    if (op->oper == OPER_CAS && u->vals[op->val.v].kind == VAL_LOAD)
        takes = u->types[op->type.v].kind == TYPE_INT; /* the owner's number */
    bool gives = is_const(u, op->val, true) && op->order != ORDER_RELAXED &&
                 (op->oper == OPER_NONE || op->oper == OPER_XCHG || op->oper == OPER_CAS);

    if (!(op->flags & OPF_STORES) || (!takes && !gives))
        return false;
    loc_id lock = loc_of_path(k->locs, func, op->path, at);
    if (gives)
        unconditional(k, lock, LOCKED_FREED, LK_SPIN, out);
    else
        on_success(k, lock, LOCKED_EXCL, LK_SPIN, op->oper == OPER_CAS, out);
    out->is_catalogued = true;
    return true;
}

bool lock_effect_of(struct locks *k, gfunc_id func, op_id at, struct lock_effect *out)
{
    const struct program *p = k->flow->program;
    const struct unit_op *op = &program_unit(p, func)->ops[at.v];

    *out = (struct lock_effect){0};
    if (op->kind == OP_ATOMIC)
        return atomic_lock(k, func, at, out);
    if (op->kind != OP_CALL)
        return false;
    site_id site = program_site(p, func, at);
    if (!site.v)
        return false;
    if (called(k, site, out))
        return true;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = k->flow->site_cat[site.v];
    if (s->n_edges)
        return false;
    if (!cat || !cat->lock)
        return s->callee.v && stated(k, site, s->callee, out);
    *out = (struct lock_effect){0};
    return catalogued(k, site, cat->lock, out);
}
