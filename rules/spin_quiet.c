/* Calls by what the catalogs say of them, functions of the program by their blocks, some deep. */
#include "rules/spin_quiet.h"

#include <string.h>

#include "flow/blocking.h"
#include "flow/shape.h"

enum { MAX_CALLEE_OPS = 120, MAX_NESTED = 3, EBUSY_LIKE = 16 };
#define LONG_SLEEP_MS 100.0

/* ---- calls ---- */
static enum cat_spin spin_of(const struct flow_facts *f, site_id site, const struct cat_func *cat)
{
    return conds_all(f, site, NULL, cat->spin_when) == TRI_YES ? cat->spin : SPIN_NONE;
}

static bool only_looks(const struct flow_facts *f, site_id site, const struct cat_func *cat)
{
    if (cat->process == PROC_WAIT && cat->blocks)
        return conds_any(f, site, NULL, cat->blocks->unless) == TRI_YES;
    if (cat->waits)
        return conds_any(f, site, NULL, cat->waits->unless) == TRI_YES;
    if (cat->lock && (cat->lock->op == LOCK_TRY || cat->lock->op == LOCK_TRY_SHARED))
        return true;
    enum cat_spin spin = spin_of(f, site, cat);
    return spin == SPIN_LOOK || spin == SPIN_BUSY;
}

bool quiet_not_yet(const struct flow_facts *f, site_id site, int64_t *value)
{
    const struct cat_func *cat = f->site_cat[site.v];
    if (!cat || f->program->sites[site.v].n_edges || !only_looks(f, site, cat))
        return false;
    *value = 0;
    if (cat->spin == SPIN_BUSY || (cat->lock && !cat->lock->success_nonzero))
        *value = EBUSY_LIKE;
    if (cat->lock && cat->lock->kind == LK_SEM && !cat->lock->success_nonzero)
        *value = -1;
    return true;
}

/* The last number stored into a field of the object before the call. */
static bool stored_field(const struct flow_facts *f, site_id site, const struct context *ctx,
                         path_id object, const char *field, int64_t *num)
{
    const struct site *at = &f->program->sites[site.v];
    const struct func_shape *s = flow_shape(f, at->caller);
    const struct unit_path *own = &s->unit->paths[object.v];
    struct op_list list = shape_stores(s, own->root, own->id);
    struct absval v = {0};

    for (uint32_t i = 0; i < list.n && list.v[i].op.v < at->op.v; i++) {
        const struct unit_op *op = &s->unit->ops[list.v[i].op.v];
        const struct unit_path *path = &s->unit->paths[op->path.v];
        const struct unit_sel *sel = &s->unit->sels[path->sels.first + own->sels.n];
        if (path->sels.n == own->sels.n + 1 && sel->kind == SEL_FIELD &&
            !strcmp(unit_str(s->unit, s->unit->fields[sel->id].name), field))
            v = context_eval(f, at->caller, ctx, op->val);
    }
    *num = v.num;
    return v.kind == ABS_INT;
}

/* The length that a timespec or timeval of the function says. */
static bool time_of(const struct flow_facts *f, site_id site, const struct context *ctx, int arg,
                    double *ms)
{
    const struct unit *u = program_unit(f->program, f->program->sites[site.v].caller);
    const struct unit_val *v = &u->vals[site_arg(f->program, site, arg).v];
    int64_t sec, part;

    if (v->kind != VAL_ADDR || u->paths[v->a].root != ROOT_LOCAL ||
        !stored_field(f, site, ctx, (path_id){v->a}, "tv_sec", &sec))
        return false;
    if (stored_field(f, site, ctx, (path_id){v->a}, "tv_nsec", &part))
        *ms = (double)sec * 1000 + (double)part / 1e6;
    else if (stored_field(f, site, ctx, (path_id){v->a}, "tv_usec", &part))
        *ms = (double)sec * 1000 + (double)part / 1e3;
    else
        return false;
    return true;
}

/* select() or poll() for nothing but the time. */
static bool sleeps_by_select(const struct flow_facts *f, site_id site, const struct context *ctx,
                             double *ms)
{
    const struct program *p = f->program;
    const struct cat_func *cat = f->site_cat[site.v];
    gfunc_id func = p->sites[site.v].caller;

    if (!strcmp(cat->name, "poll")) {
        struct absval n = context_eval(f, func, ctx, site_arg(p, site, 1));
        struct absval t = context_eval(f, func, ctx, site_arg(p, site, 2));
        *ms = (double)t.num;
        return n.kind == ABS_INT && !n.num && t.kind == ABS_INT && t.num >= 0;
    }
    if (strcmp(cat->name, "select") != 0)
        return false;
    for (int i = 1; i <= 3; i++) {
        struct absval set = context_eval(f, func, NULL, site_arg(p, site, i));
        if (set.kind != ABS_INT || set.num)
            return false;
    }
    return time_of(f, site, ctx, 4, ms);
}

/* Is it a sleep of known, short length? */
static bool sleeps_short(const struct flow_facts *f, site_id site, const struct context *ctx,
                         const struct cat_func *cat, double *ms)
{
    if (cat->waits)
        return sleeps_by_select(f, site, ctx, ms) && *ms < LONG_SLEEP_MS;
    if (!cat->blocks || cat->blocks->device != DEV_TIMER)
        return false;
    struct blocking b = blocking_judge(f, site, ctx, cat);
    *ms = b.how == BLOCKS_NOT ? 0 : b.typical_ms;
    if (b.how != BLOCKS_NOT && !b.exact && cat->blocks->duration_arg >= 0)
        b.exact = time_of(f, site, ctx, cat->blocks->duration_arg, ms);
    return b.how == BLOCKS_NOT || (b.exact && *ms < LONG_SLEEP_MS);
}

static bool func_is_quiet(struct quiet *q, gfunc_id func, const struct context *ctx);

static bool enters_quiet(struct quiet *q, site_id site, const struct context *ctx)
{
    const struct flow_facts *f = q->p->ctx->flow;
    const struct site *s = &f->program->sites[site.v];
    const struct unit_op *op = call_op(f->program, site);
    struct absval v[CONTEXT_MAX_PARAMS] = {0};
    struct context args = {.v = v};

    if (s->n_edges != 1 || !s->callee.v || q->depth >= MAX_NESTED)
        return false;
    for (uint32_t i = 0; i < op->args.n && i < CONTEXT_MAX_PARAMS; i++)
        v[args.n++] = context_eval(f, s->caller, ctx, site_arg(f->program, site, (int)i));
    q->depth++;
    bool quiet = func_is_quiet(q, f->program->edges[s->first_edge].to, &args);
    q->depth--;
    return quiet;
}

bool quiet_call(struct quiet *q, site_id site, const struct context *ctx)
{
    const struct flow_facts *f = q->p->ctx->flow;
    const struct site *s = &f->program->sites[site.v];
    const struct cat_func *cat = f->site_cat[site.v];
    double ms = -1;

    if (site.v == q->allowed.v)
        return true;
    if (s->unresolved || !s->callee.v)
        return false;
    if (s->n_edges)
        return enters_quiet(q, site, ctx);
    if (!strcmp(f->program->syms[s->callee.v].name, "__errno_location"))
        return true;
    if (!cat)
        return false;
    if (sleeps_short(f, site, ctx, cat, &ms)) {
        if (q->out && ms > q->out->sleep_ms)
            q->out->sleep_ms = ms;
        return true;
    }
    bool locks = cat->lock && (cat->lock->op == LOCK_ACQUIRE || cat->lock->op == LOCK_RELEASE ||
                               cat->lock->op == LOCK_ACQUIRE_SHARED);
    if (cat->lock)
        q->is_locked = cat->lock->op != LOCK_RELEASE;
    if (q->out) {
        q->out->yields |= cat->spin == SPIN_YIELD;
        q->out->relaxes |= cat->spin == SPIN_RELAX;
        q->out->locks |= locks;
    }
    q->reads_shared |= cat->spin == SPIN_READ;
    return locks || spin_of(f, site, cat) || only_looks(f, site, cat);
}

/* ---- ops ---- */
bool quiet_is_own(const struct unit *u, path_id id)
{
    const struct unit_path *p = &u->paths[id.v];
    for (uint32_t i = 0; i < p->sels.n; i++)
        if (u->sels[p->sels.first + i].kind == SEL_DEREF)
            return false;
    return p->root == ROOT_LOCAL || p->root == ROOT_PARAM;
}

static bool op_is_quiet(struct quiet *q, gfunc_id func, op_id id, const struct context *ctx)
{
    const struct unit *u = program_unit(q->p->ctx->program, func);
    const struct unit_op *op = &u->ops[id.v];

    switch (op->kind) {
    case OP_LOAD:
        q->reads_shared |= !quiet_is_own(u, op->path);
        q->reads_locked |= q->is_locked && !quiet_is_own(u, op->path);
        return true;
    case OP_STORE: return quiet_is_own(u, op->path);
    case OP_ATOMIC: q->reads_shared = true; return !(op->flags & OPF_STORES);
    case OP_ASM:
        if (q->out)
            q->out->relaxes = true;
        return q->depth == 0;
    case OP_CALL: {
        site_id site = program_site(q->p->ctx->program, func, id);
        return site.v && quiet_call(q, site, ctx);
    }
    default: return true;
    }
}

bool quiet_block(struct quiet *q, gfunc_id func, uint32_t block,
                           const struct context *ctx)
{
    const struct unit *u = program_unit(q->p->ctx->program, func);
    const struct unit_func *uf = program_func(q->p->ctx->program, func);
    const struct unit_block *b = &u->blocks[uf->blocks.first + block];

    for (uint32_t i = b->ops.first; i < b->ops.first + b->ops.n; i++)
        if (!op_is_quiet(q, func, (op_id){i}, ctx))
            return false;
    return true;
}

static bool func_is_quiet(struct quiet *q, gfunc_id func, const struct context *ctx)
{
    const struct unit_func *uf = program_func(q->p->ctx->program, func);
    if (uf->ops.n > MAX_CALLEE_OPS || uf->quality != QUALITY_OK)
        return false;
    struct arena scratch;
    bool quiet = true;

    arena_init(&scratch);
    bool *blocks = arena_array(&scratch, bool, q->p->ctx->flow->most_blocks + 1);
    context_blocks(q->p->ctx->flow, func, ctx, blocks);
    for (uint32_t b = 0; b < uf->blocks.n && quiet; b++)
        quiet = !blocks[b] || quiet_block(q, func, b, ctx);
    arena_release(&scratch);
    return quiet;
}
