/*
 * Hand-over between the two sides of a pair: what stands after the one access (a release store, a
 * post, a barrier) and before the other (an acquire load, a wait, the barrier), on the same object.
 * Believed when it is there: whether the wait really waits for that post is not proved.
 */
#include "domains/races_internal.h"

enum { MAX_SIGNALS = 24 };
enum signal_way { SIGNAL_ATOMIC, SIGNAL_SEM, SIGNAL_BARRIER, SIGNAL_COND };
struct signals {
    struct {
        uint8_t way;
        loc_id at;
    } v[MAX_SIGNALS];
    uint32_t n;
};

static void add(struct signals *s, enum signal_way way, loc_id at)
{
    if (s->n == MAX_SIGNALS || !at.v)
        return;
    s->v[s->n].way = (uint8_t)way;
    s->v[s->n++].at = at;
}

/* The ops of a function that can be one of these, found once: most functions have none. */
struct signal_ops {
    VEC(op_id) own;
    VEC(op_id) all; /* with calls of functions that have some of their own */
    bool has_own, has_all;
};

static bool can_signal(const struct finder *f, gfunc_id func, op_id at)
{
    const struct unit_op *op = &program_unit(f->flow->program, func)->ops[at.v];
    site_id site = op->kind == OP_CALL ? program_site(f->flow->program, func, at) : (site_id){0};
    const struct cat_func *cat = site.v ? f->flow->site_cat[site.v] : NULL;

    return op->kind == OP_ATOMIC || (cat && cat->lock && cat->lock->lock >= 0);
}

static struct signal_ops *own_signals(struct finder *f, gfunc_id func)
{
    const struct range ops = program_func(f->flow->program, func)->ops;

    if (!f->signal_ops)
        f->signal_ops = arena_array(f->arena, struct signal_ops, f->flow->program->n_funcs + 1);
    struct signal_ops *s = &f->signal_ops[func.v];
    for (uint32_t i = ops.first; i < ops.first + ops.n && !s->has_own; i++)
        if (can_signal(f, func, (op_id){i}))
            vec_push(f->arena, &s->own, (op_id){i});
    s->has_own = true;
    return s;
}

static gfunc_id only_callee(const struct finder *f, site_id site)
{
    const struct program *p = f->flow->program;
    const struct site *s = &p->sites[site.v];
    bool is_one = s->n_edges == 1 && p->edges[s->first_edge].kind != EDGE_SIGNATURE;
    return is_one ? p->edges[s->first_edge].to : (gfunc_id){0};
}

static const struct signal_ops *all_signals(struct finder *f, gfunc_id func)
{
    const struct program *p = f->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];
    struct signal_ops *s = own_signals(f, func);

    if (s->has_all)
        return s;
    for (uint32_t i = 0; i < s->own.n; i++)
        if (program_unit(p, func)->ops[s->own.v[i].v].kind == OP_ATOMIC)
            vec_push(f->arena, &s->all, s->own.v[i]);
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        gfunc_id callee = only_callee(f, (site_id){i});
        if (can_signal(f, func, p->sites[i].op) || (callee.v && own_signals(f, callee)->own.n))
            vec_push(f->arena, &s->all, p->sites[i].op);
    }
    s->has_all = true;
    return s;
}

static void signal_of(struct finder *f, gfunc_id func, op_id at, bool after, uint32_t depth,
                      struct signals *out);

/* A wrapper tells, or waits, for its caller. */
static void wrapped_signals(struct finder *f, site_id site, bool after, struct signals *out)
{
    struct signals inner = {.n = 0};
    gfunc_id callee = only_callee(f, site);

    if (!callee.v)
        return;
    const struct signal_ops *s = own_signals(f, callee);
    for (uint32_t i = 0; i < s->own.n; i++)
        signal_of(f, callee, s->own.v[i], after, 1, &inner);
    for (uint32_t i = 0; i < inner.n; i++)
        add(out, (enum signal_way)inner.v[i].way, loc_substitute(f->locs, inner.v[i].at, site));
}

/* What the op tells others (after is true), or waits to be told. */
static void signal_of(struct finder *f, gfunc_id func, op_id at, bool after, uint32_t depth,
                      struct signals *out)
{
    const struct unit_op *op = &program_unit(f->flow->program, func)->ops[at.v];

    if (op->kind == OP_ATOMIC) {
        bool fits = after ? (op->flags & OPF_STORES) && op->order >= ORDER_RELEASE
                          : (op->flags & OPF_LOADS) && op->order >= ORDER_CONSUME &&
                                op->order != ORDER_RELEASE;
        if (fits)
            add(out, SIGNAL_ATOMIC, loc_of_path(f->locs, func, op->path, at));
        return;
    }
    site_id site = op->kind == OP_CALL ? program_site(f->flow->program, func, at) : (site_id){0};
    const struct cat_func *cat = site.v ? f->flow->site_cat[site.v] : NULL;
    if (site.v && depth == 0)
        wrapped_signals(f, site, after, out);
    if (!cat || !cat->lock || cat->lock->lock < 0)
        return;
    loc_id lock = loc_pointee(f->locs, loc_of_arg(f->locs, site, (uint32_t)cat->lock->lock));
    if (cat->lock->op == LOCK_BARRIER)
        add(out, SIGNAL_BARRIER, lock);
    else if (cat->lock->op == (after ? LOCK_SEM_POST : LOCK_SEM_WAIT))
        add(out, SIGNAL_SEM, lock);
    else if (cat->lock->op == (after ? LOCK_COND_SIGNAL : LOCK_COND_WAIT))
        add(out, SIGNAL_COND, lock);
}

static void around(struct finder *f, gfunc_id func, op_id op, bool after, struct signals *out)
{
    const struct func_shape *s = flow_shape(f->flow, func);
    struct arena scratch;

    arena_init(&scratch);
    const struct signal_ops *list = all_signals(f, func);
    for (uint32_t i = 0; i < list->all.n; i++) {
        op_id at = list->all.v[i];
        if (at.v == op.v)
            continue;
        uint32_t n = out->n;
        signal_of(f, func, at, after, 0, out);
        if (out->n > n && !(after ? shape_reaches(s, op, at, &scratch)
                                  : shape_reaches(s, at, op, &scratch)))
            out->n = n;
    }
    arena_release(&scratch);
}

/* In the function of the access, and in those that call it. Once for each event: it meets many
 * others. */
static const struct signals *gather(struct finder *f, struct event *e, bool after)
{
    const struct signals **known = after ? &e->told : &e->waited;
    static const struct signals none = {.n = 0};
    struct signals found = {.n = 0}, *out = &found;

    if (*known)
        return *known;
    races_chain(f, e);
    around(f, e->access->func, e->access->op, after, out);
    for (uint32_t i = e->n_chain; i-- > 0 && e->n_chain - i < 5;) {
        const struct site *s = &f->flow->program->sites[e->chain[i].v];
        around(f, s->caller, s->op, after, out);
    }
    *known = &none;
    if (found.n) {
        struct signals *kept = arena_new(f->arena, struct signals);
        *kept = found;
        *known = kept;
    }
    return *known;
}

static bool tells(struct finder *f, struct event *from, struct event *to)
{
    /* what is used with the lock held is the predicate itself */
    bool unlocked = !lockset_any_held(f->locks, from->held) &&
                    !lockset_any_held(f->locks, to->held);

    const struct signals *after = gather(f, from, true);
    if (!after->n)
        return false;
    const struct signals *before = gather(f, to, false);
    for (uint32_t i = 0; i < after->n; i++)
        for (uint32_t k = 0; k < before->n; k++)
            if (after->v[i].way == before->v[k].way &&
                (after->v[i].way != SIGNAL_COND || unlocked) &&
                loc_may_alias(f->locs, after->v[i].at, before->v[k].at))
                return true;
    return false;
}

bool races_handed_over(struct finder *f, struct event *a, struct event *b)
{
    ASSERT(a->access && b->access);
    if (a->strand == b->strand && a->access == b->access)
        return false;
    return tells(f, a, b) || tells(f, b, a);
}

bool races_waits_for_cond(struct finder *f, site_id site)
{
    const struct site *s = &f->flow->program->sites[site.v];
    struct signals out = {.n = 0};

    signal_of(f, s->caller, s->op, false, 0, &out);
    for (uint32_t i = 0; i < out.n; i++)
        if (out.v[i].way == SIGNAL_COND)
            return true;
    return false;
}
