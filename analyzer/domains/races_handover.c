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

static void signal_of(struct finder *f, gfunc_id func, op_id at, bool after, uint32_t depth,
                      struct signals *out);

/* A wrapper tells, or waits, for its caller. */
static void wrapped_signals(struct finder *f, site_id site, bool after, struct signals *out)
{
    const struct program *p = f->flow->program;
    const struct site *s = &p->sites[site.v];
    struct signals inner = {.n = 0};

    if (s->n_edges != 1 || p->edges[s->first_edge].kind == EDGE_SIGNATURE)
        return;
    gfunc_id callee = p->edges[s->first_edge].to;
    const struct range ops = program_func(p, callee)->ops;
    for (uint32_t i = ops.first; i < ops.first + ops.n && i < ops.first + 400; i++)
        signal_of(f, callee, (op_id){i}, after, 1, &inner);
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
    for (uint32_t i = s->func->ops.first; i < s->func->ops.first + s->func->ops.n; i++) {
        uint8_t kind = s->unit->ops[i].kind;
        if ((kind != OP_ATOMIC && kind != OP_CALL) || i == op.v)
            continue;
        uint32_t n = out->n;
        signal_of(f, func, (op_id){i}, after, 0, out);
        if (out->n > n && !(after ? shape_reaches(s, op, (op_id){i}, &scratch)
                                  : shape_reaches(s, (op_id){i}, op, &scratch)))
            out->n = n;
    }
    arena_release(&scratch);
}

/* In the function of the access, and in those that call it. */
static void gather(struct finder *f, struct event *e, bool after, struct signals *out)
{
    out->n = 0;
    races_chain(f, e);
    around(f, e->access->func, e->access->op, after, out);
    for (uint32_t i = e->n_chain; i-- > 0 && e->n_chain - i < 5;) {
        const struct site *s = &f->flow->program->sites[e->chain[i].v];
        around(f, s->caller, s->op, after, out);
    }
}

static bool tells(struct finder *f, struct event *from, struct event *to)
{
    struct signals after, before;
    /* what is used with the lock held is the predicate itself */
    bool unlocked = !lockset_any_held(f->locks, from->held) &&
                    !lockset_any_held(f->locks, to->held);

    gather(f, from, true, &after);
    if (!after.n)
        return false;
    gather(f, to, false, &before);
    for (uint32_t i = 0; i < after.n; i++)
        for (uint32_t k = 0; k < before.n; k++)
            if (after.v[i].way == before.v[k].way && (after.v[i].way != SIGNAL_COND || unlocked) &&
                loc_may_alias(f->locs, after.v[i].at, before.v[k].at))
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
