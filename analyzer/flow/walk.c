/*
 * Three queues, one for each confidence: a function is visited with the best confidence that any
 * chain gives it, and then by the shortest chain. A function is visited once for each context, up
 * to MAX_CONTEXTS; after that once more with an unknown one.
 */
#include "flow/walk.h"

#include <string.h>

#include "flow/fork_side.h"
#include "flow/guards.h"
#include "flow/shape.h"

enum { MAX_CONTEXTS = 16, MANY_TARGETS = 8 };

struct queue {
    VEC(uint32_t) items; /* visit indexes */
    uint32_t next;
};

struct walker {
    struct arena *arena;
    struct walk *w;
    const struct flow_facts *flow;
    uint32_t flags;
    const bool *skip;
    walk_call *on_call;
    void *user;
    struct queue queues[CONF_HIGH + 1];
    struct map seen;       /* hash of (function, region, context): its visit */
    uint32_t *n_contexts;  /* [gfunc] */
    bool *blocks;          /* scratch, as long as the largest function */
    uint8_t *thread_test;  /* [site] 1: under no such test, 2: under one, 0: not asked yet */
};

/* Most contexts say little: values at the end that are not known are left out. */
static void trim(struct context *ctx)
{
    if (!ctx->v)
        ctx->n = 0;
    while (ctx->n && ctx->v[ctx->n - 1].kind == ABS_ANY && !ctx->v[ctx->n - 1].n_fields)
        ctx->n--;
}

static struct context keep_context(struct arena *a, const struct context *ctx)
{
    struct context kept = {.n = ctx->n, .v = arena_array(a, struct absval, ctx->n),
                           .child_of = ctx->child_of};
    ASSERT(ctx->n <= CONTEXT_MAX_PARAMS);
    if (ctx->n)
        memcpy(kept.v, ctx->v, ctx->n * sizeof *ctx->v);
    return kept;
}

/* A visit that is still in a queue of less confidence is taken over by a better one. */
static bool is_known(struct walker *k, uint64_t key, const struct visit *v)
{
    uint32_t index;
    if (!map_get(&k->seen, key, &index))
        return false;
    ASSERT(index < k->w->visits.n && !k->w->visits.v[index].is_replaced);
    if (k->w->visits.v[index].conf >= v->conf)
        return true;
    k->w->visits.v[index].is_replaced = true;
    k->n_contexts[v->func.v]--;
    return false;
}

static void push(struct walker *k, struct visit v, struct context *ctx)
{
    trim(ctx);
    uint64_t key = hash_mix(hash_mix(v.func.v, v.region.v), context_hash(ctx));

    if (is_known(k, key, &v))
        return;
    if (ctx->n && k->n_contexts[v.func.v] >= MAX_CONTEXTS) {
        ctx->n = 0; /* an unknown one */
        if (v.conf == CONF_HIGH)
            v.conf = CONF_MEDIUM;
        push(k, v, ctx);
        return;
    }
    v.ctx = keep_context(k->arena, ctx);
    k->n_contexts[v.func.v]++;
    map_set(&k->seen, key, k->w->visits.n);
    vec_push(k->arena, &k->queues[v.conf].items, k->w->visits.n);
    vec_push(k->arena, &k->w->visits, v);
}

/* values: room for CONTEXT_MAX_PARAMS, all unknown */
static struct context args_context(const struct walker *k, const struct visit *from, site_id site,
                                   gfunc_id to, struct absval *values)
{
    const struct program *p = k->flow->program;
    const struct unit_func *callee = program_func(p, to);
    const struct unit *u = program_unit(p, to);
    struct context ctx = {.n = callee->n_params, .v = values};

    if (ctx.n > CONTEXT_MAX_PARAMS)
        ctx.n = CONTEXT_MAX_PARAMS;
    for (uint32_t i = 0; i < ctx.n; i++) {
        const struct unit_local *param = &u->locals[callee->locals.first + i];
        val_id v = site_arg(p, site, (int)i);
        if (!v.v || (param->flags & LOCAL_MODIFIED_PARAM))
            continue;
        ctx.v[i] = context_eval(k->flow, from->func, &from->ctx, v);
        uint8_t kind = u->types[param->type.v].kind;
        if (kind == TYPE_POINTER)
            context_add_fields(k->flow, from->func, &from->ctx, p->sites[site.v].op, v,
                               &ctx.v[i]);
        if (ctx.v[i].kind == ABS_ANY && kind == TYPE_INT) {
            struct abs_fd fd = context_fd(k->flow, from->func, &from->ctx, v);
            if (fd.origin != UINT32_MAX || fd.ready)
                ctx.v[i] = (struct absval){.kind = ABS_FD, .fd = fd};
        }
        uint64_t set = ctx.v[i].kind == ABS_ANY && (kind == TYPE_INT || kind == TYPE_ENUM)
                           ? context_bits(k->flow, from->func, &from->ctx, v).set
                           : 0;
        if (set)
            ctx.v[i] = (struct absval){.kind = ABS_BITS, .num = (int64_t)set};
    }
    return ctx;
}

static uint8_t lower(uint8_t conf, uint8_t bound)
{
    return conf < bound ? conf : bound;
}

static void enter(struct walker *k, uint32_t from_index, site_id site, gfunc_id to, uint8_t kind,
                  uint8_t bound)
{
    struct absval values[CONTEXT_MAX_PARAMS] = {0};
    struct visit from = k->w->visits.v[from_index];
    struct visit v = {.func = to, .parent = from_index, .via = site, .via_kind = kind,
                      .tag = from.tag, .depth = from.depth + 1};

    if (k->skip && k->skip[to.v])
        return;
    if (!(k->flags & WALK_ENDING_PATHS) && k->flow->funcs[to.v].never_returns)
        return;
    v.conf = lower(from.conf, bound);
    struct context ctx = args_context(k, &from, site, to, values);
    push(k, v, &ctx);
}

/* Functions that an external callee calls back before it returns: qsort, pthread_once,
 * g_list_foreach. */
static void enter_called_back(struct walker *k, uint32_t from, site_id site,
                              const struct cat_func *cat)
{
    const struct program *p = k->flow->program;
    gfunc_id caller = p->sites[site.v].caller;
    struct context unknown = {0};

    for (uint32_t i = 0; i < cat->n_registers; i++) {
        const struct cat_registers *r = &cat->registers[i];
        val_id v = site_arg(p, site, r->cb);
        if ((r->domain != DOM_SYNC && r->domain != DOM_ONCE) || !v.v)
            continue;
        struct absval one = context_eval(k->flow, caller, &k->w->visits.v[from].ctx, v);
        struct obj_set set = flow_value(p, caller, v);
        for (uint32_t o = 0; o < set.n; o++) {
            const struct flow_obj *obj = flow_object(p, set.v[o]);
            if (obj->kind != OBJ_FUNC || !obj->func.v ||
                (one.kind == ABS_FUNC && one.func.v != obj->func.v))
                continue;
            struct visit from_visit = k->w->visits.v[from];
            struct visit to = {.func = obj->func, .parent = from, .via = site,
                               .via_kind = EDGE_POINTER, .tag = from_visit.tag,
                               .conf = from_visit.conf, .depth = from_visit.depth + 1};
            push(k, to, &unknown);
        }
    }
}

/* A call through a pointer to functions without a body: each is a call of its own. */
static void call_externals(struct walker *k, uint32_t from, site_id site)
{
    const struct program *p = k->flow->program;
    const struct unit_op *op = call_op(p, site);
    struct obj_set set = flow_value(p, p->sites[site.v].caller, op->val);
    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        if (o->kind == OBJ_FUNC && !o->func.v && o->sym.v)
            k->on_call(k->user, k->w, from, site,
                       catalog_find(k->flow->catalog, p->syms[o->sym.v].name));
    }
}

static void call(struct walker *k, uint32_t from, site_id site)
{
    const struct program *p = k->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = k->flow->site_cat[site.v];
    gfunc_id only = {0};

    if (k->on_call)
        k->on_call(k->user, k->w, from, site, s->n_edges ? NULL : cat);
    if (cat && !s->n_edges)
        enter_called_back(k, from, site, cat);
    if (!s->callee.v) {
        struct absval v = context_eval(k->flow, s->caller, &k->w->visits.v[from].ctx,
                                       call_op(p, site)->val);
        if (v.kind == ABS_FUNC)
            only = v.func;
        else if (k->on_call)
            call_externals(k, from, site);
    }
    if (only.v) {
        enter(k, from, site, only, EDGE_POINTER, CONF_HIGH);
        return;
    }
    for (uint32_t e = 0; e < s->n_edges; e++) {
        const struct edge *edge = &p->edges[s->first_edge + e];
        uint8_t bound = CONF_HIGH;
        if (edge->kind == EDGE_SIGNATURE || edge->kind == EDGE_AMBIGUOUS)
            bound = CONF_LOW;
        else if (edge->kind == EDGE_POINTER && s->n_edges > MANY_TARGETS)
            bound = CONF_MEDIUM;
        enter(k, from, site, edge->to, edge->kind, bound);
    }
}

static bool block_counts(const struct walker *k, const struct visit *v, const struct func_shape *s,
                         uint32_t block)
{
    if (!k->blocks[block])
        return false;
    if (v->region.v)
        return shape_in_loop(s, block, v->region);
    return (k->flags & WALK_ENDING_PATHS) || s->returns[block];
}

static bool is_other_thread(struct walker *k, site_id site)
{
    if (!(k->flags & WALK_LOOP_THREAD))
        return false;
    uint8_t *known = &k->thread_test[site.v];
    if (!*known)
        *known = guarded_by_thread_test(k->flow, site) ? 2 : 1;
    return *known == 2;
}

/* In the block in which the child begins. */
static bool is_before_fork(const struct program *p, const struct visit *v,
                           const struct func_shape *s, site_id site)
{
    site_id fork = v->ctx.child_of;
    return fork.v && site.v <= fork.v &&
           shape_block_of(s, p->sites[site.v].op) == shape_block_of(s, p->sites[fork.v].op);
}

/* Is the call made by a forked child, or else only when an option says that nobody forks? */
static bool is_beside_fork(const bool *beside, const struct visit *v, uint32_t block)
{
    return beside && !v->ctx.child_of.v && beside[block];
}

static void visit(struct walker *k, uint32_t index)
{
    struct visit v = k->w->visits.v[index];
    const struct program *p = k->flow->program;
    const struct prog_func *pf = &p->funcs[v.func.v];
    const struct func_shape *s = flow_shape(k->flow, v.func);

    const bool *beside = fork_beside_blocks(k->flow, v.func);

    context_blocks(k->flow, v.func, &v.ctx, k->blocks);
    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        if (!block_counts(k, &v, s, shape_block_of(s, p->sites[site.v].op)) ||
            is_before_fork(p, &v, s, site))
            continue;
        if (is_other_thread(k, site))
            continue;
        if (is_beside_fork(beside, &v, shape_block_of(s, p->sites[site.v].op)))
            k->w->visits.v[index].conf = CONF_LOW; /* for this call only */
        call(k, index, site);
        k->w->visits.v[index].conf = v.conf;
    }
}

void walk_run(struct arena *a, const struct flow_facts *f, const struct walk_start *starts,
              uint32_t n, uint32_t flags, const bool *skip, walk_call *on_call, void *user,
              struct walk *out)
{
    struct walker k = {.arena = a, .w = out, .flow = f, .flags = flags, .skip = skip,
                       .on_call = on_call, .user = user};

    memset(out, 0, sizeof *out);
    out->flow = f;
    map_init(&k.seen, a);
    k.n_contexts = arena_array(a, uint32_t, f->program->n_funcs + 1);
    k.blocks = arena_array(a, bool, f->most_blocks + 1);
    if (flags & WALK_LOOP_THREAD)
        k.thread_test = arena_array(a, uint8_t, f->program->n_sites + 1);
    for (uint32_t i = 0; i < n; i++) {
        struct visit v = {.func = starts[i].func, .region = starts[i].region,
                          .parent = UINT32_MAX, .conf = (uint8_t)starts[i].conf,
                          .tag = starts[i].tag};
        struct context ctx = starts[i].ctx; /* only its length is changed */
        push(&k, v, &ctx);
    }
    for (int conf = CONF_HIGH; conf >= CONF_LOW; conf--)
        while (k.queues[conf].next < k.queues[conf].items.n) {
            uint32_t index = k.queues[conf].items.v[k.queues[conf].next++];
            if (!out->visits.v[index].is_replaced)
                visit(&k, index);
        }
}
