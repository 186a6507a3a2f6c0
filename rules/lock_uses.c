/*
 * Function by function in bottom-up order: the function's own lock events and blocking calls, then
 * what each callee brings. A recursive component is gone through a fixed number of times.
 */
#include "rules/lock_uses.h"

#include <string.h>

#include "flow/blocking.h"
#include "flow/cost.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "flow/stated.h"
#include "flow/walk.h"

enum { ROUNDS = 3, MANY_TARGETS = 8, MIN_MS = 1, RARE_MS = 1000 };

struct use_list {
    VEC(struct lock_use) v;
    struct map seen;
};
struct class_info {
    loc_id fixed; /* the one object, 0 when the class is a field */
    gfield_id field;
};
struct lock_uses {
    struct arena *arena;
    const struct flow_facts *flow;
    struct locs *locs;
    struct locks *locks;
    struct use_list *of; /* [gfunc] */
    bool **lives;        /* [gfunc][block] see find_living() */
    struct map classes;  /* hash to index */
    VEC(struct class_info) class_infos;
    bool *field_is_shared; /* [gfield] some use is no plain global's field */
};

/* ---- which blocks count ---- */
/* A block lives when the function can return from it, or goes on for ever: not when all ways from
 * it end the process. */
static bool is_living_end(const struct lock_uses *u, gfunc_id func, uint32_t block)
{
    const struct program *p = u->flow->program;
    const struct func_shape *s = flow_shape(u->flow, func);
    const struct prog_func *pf = &p->funcs[func.v];

    if (s->returns[block])
        return true;
    if (!s->ends[block])
        return s->unit->blocks[s->func->blocks.first + block].loop.v != 0;
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *site = &p->sites[i];
        if (shape_block_of(s, site->op) != block)
            continue;
        for (uint32_t e = 0; e < site->n_edges; e++) {
            gfunc_id to = p->edges[site->first_edge + e].to;
            if (u->flow->funcs[to.v].never_returns && u->lives[to.v] && u->lives[to.v][0])
                return true;
        }
    }
    return false;
}

static void find_living(struct lock_uses *u, gfunc_id func)
{
    const struct func_shape *s = flow_shape(u->flow, func);
    uint32_t n = s->func->blocks.n, top = 0;
    bool *lives = arena_array(u->arena, bool, n + 1);
    uint32_t *stack = arena_array(u->arena, uint32_t, n + 1);

    for (uint32_t b = 0; b < n; b++) {
        lives[b] = is_living_end(u, func, b);
        if (lives[b])
            stack[top++] = b;
    }
    while (top) {
        uint32_t b = stack[--top];
        for (uint32_t i = s->pred_first[b]; i < s->pred_first[b + 1]; i++) {
            uint32_t from = s->preds[i];
            if (lives[from] || s->ends[from])
                continue;
            lives[from] = true;
            stack[top++] = from;
        }
    }
    u->lives[func.v] = lives;
}

static bool lives_at(const struct lock_uses *u, gfunc_id func, op_id op)
{
    ASSERT(u->lives[func.v]);
    return u->lives[func.v][shape_block_of(flow_shape(u->flow, func), op)];
}

loc_id lock_condition(const struct flow_facts *f, site_id site)
{
    const struct cat_func *cat = f->site_cat[site.v];
    const struct site *s = &f->program->sites[site.v];
    struct locs *l = flow_locs(f);

    if (!cat || !cat->lock || cat->lock->lock < 0)
        return (loc_id){0};
    val_id v = site_arg(f->program, site, cat->lock->lock);
    return loc_pointee(l, loc_of_val(l, s->caller, v, s->op));
}

/* ---- collecting ---- */
static bool is_long(const struct blocking *b)
{
    switch (b->device) {
    case DEV_LOCK:
    case DEV_WAIT:
    case DEV_DISK:
    case DEV_DISK_META:
    case DEV_NONE: return false;
    default: break;
    }
    if (b->exact)
        return b->worst_ms < 0 || b->worst_ms >= MIN_MS;
    return b->typical_ms >= MIN_MS || b->worst_ms < 0 || b->worst_ms >= RARE_MS;
}

static bool is_full(const struct use_list *list, bool weak)
{
    return list->v.n >= (weak ? LOCK_USES_WEAK : LOCK_USES_MAX);
}

static void add(struct lock_uses *u, gfunc_id func, const struct lock_use *use)
{
    struct use_list *list = &u->of[func.v];
    uint64_t key = hash_mix(hash_mix((uint64_t)use->kind << 32 | use->lock.v, use->held.v),
                            (uint64_t)use->func.v << 32 | use->op.v);
    uint32_t at;

    if (map_get(&list->seen, key, &at)) {
        if (use->depth < list->v.v[at].depth)
            list->v.v[at] = *use;
        return;
    }
    if (is_full(list, use->weak))
        return;
    map_set(&list->seen, key, list->v.n);
    vec_push(u->arena, &list->v, *use);
}

static bool is_weak_func(const struct lock_uses *u, gfunc_id func)
{
    return program_func(u->flow->program, func)->quality != QUALITY_OK ||
           lock_summary(u->locks, func)->is_vague;
}

/* A call that surely leaves a lock taken or released is a lock operation itself, whatever functions
 * lie below it. */
static bool is_wrapper_call(const struct lock_event *e)
{
    return e->site.v && !e->conditional &&
           (e->effect == LOCKED_EXCL || e->effect == LOCKED_SHARED || e->effect == LOCKED_FREED);
}

static bool is_done_by_wrapper(const struct lock_uses *u, gfunc_id func,
                               const struct lock_use *inner, site_id site, loc_id lock)
{
    struct lock_events events = lock_events(u->locks, func);

    if (inner->held.v || (inner->kind != LOCK_USE_ACQUIRE && inner->kind != LOCK_USE_RELEASE))
        return false;
    for (uint32_t i = 0; i < events.n; i++) {
        const struct lock_event *e = &events.v[i];
        bool takes = e->effect == LOCKED_EXCL || e->effect == LOCKED_SHARED;
        if (e->inherited && e->site.v == site.v && e->lock.v == lock.v && is_wrapper_call(e) &&
            takes == (inner->kind == LOCK_USE_ACQUIRE))
            return true;
    }
    return false;
}

static void add_events(struct lock_uses *u, gfunc_id func)
{
    struct lock_events events = lock_events(u->locks, func);
    bool weak = is_weak_func(u, func);

    for (uint32_t i = 0; i < events.n; i++) {
        const struct lock_event *e = &events.v[i];
        struct lock_use use = {.effect = e->effect, .lock_kind = e->kind, .weak = weak,
                               .lock = e->lock, .held = e->held, .func = func, .op = e->op,
                               .site = e->site};
        if (!e->lock.v || (e->inherited && !is_wrapper_call(e)))
            continue;
        if (e->effect == LOCKED_EXCL || e->effect == LOCKED_SHARED)
            use.kind = LOCK_USE_ACQUIRE;
        else if (e->effect == LOCKED_AGAIN)
            use.kind = LOCK_USE_WAIT;
        else
            use.kind = LOCK_USE_RELEASE;
        if (use.kind != LOCK_USE_ACQUIRE || !e->conditional)
            add(u, func, &use);
    }
}

static void add_blocking(struct lock_uses *u, gfunc_id func)
{
    static const struct context nothing_known;
    const struct program *p = u->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct cat_func *cat = u->flow->site_cat[i];
        op_id op = p->sites[i].op;
        if (!cat || !cat->blocks || p->sites[i].n_edges ||
            !lives_at(u, func, op) || !lockset_reaches(u->locks, func, op))
            continue;
        struct blocking b = blocking_judge(u->flow, (site_id){i}, &nothing_known, cat);
        if (b.how == BLOCKS_NOT || b.how == BLOCKS_SPIN || !is_long(&b))
            continue;
        struct lock_use use = {.kind = LOCK_USE_BLOCK, .weak = is_weak_func(u, func),
                               .held = lockset_at(u->locks, func, op), .func = func, .op = op,
                               .site = {i}};
        add(u, func, &use);
    }
}

/* ---- work ---- */
static const double NS_LONG = 1e7; /* what those who wait for the lock feel */

double lock_use_work_ns(const struct flow_facts *f, const struct lock_use *use, bool *is_usual)
{
    struct costs *c = flow_costs(f);
    const struct cat_func *cat = f->site_cat[use->site.v];

    if (is_usual)
        *is_usual = false;
    if (!use->site.v) {
        loop_id loop = shape_loop_of(flow_shape(f, use->func), use->op);
        struct cost_turns t = loop.v ? cost_turns(c, use->func, loop) : (struct cost_turns){0};
        return t.is_known && t.exact ? t.n * cost_of_turn(c, use->func, loop).sure_ns : 0;
    }
    if (f->program->sites[use->site.v].n_edges)
        return cost_of_call(c, use->site).sure_ns;
    if (!cat || !cat->n_cpu)
        return 0;
    struct call_cost known = cost_judge(f, use->site, NULL, cat);
    if (is_usual)
        *is_usual = known.is_maybe || known.is_fixed;
    return known.ns;
}

/* Nothing in the loop gives a lock back. */
static bool keeps_locks(const struct lock_uses *u, gfunc_id func, loop_id loop)
{
    struct lock_events events = lock_events(u->locks, func);
    for (uint32_t i = 0; i < events.n; i++)
        if (shape_in_loop(flow_shape(u->flow, func),
                          shape_block_of(flow_shape(u->flow, func), events.v[i].op), loop))
            return false;
    return true;
}

static void add_work(struct lock_uses *u, gfunc_id func)
{
    const struct program *p = u->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct func_shape *s = flow_shape(u->flow, func);
    struct lock_use use = {.kind = LOCK_USE_WORK, .weak = is_weak_func(u, func), .func = func};

    for (uint32_t i = 0; i < s->func->loops.n; i++) {
        loop_id loop = {s->func->loops.first + i};
        const struct unit_block *header = &s->unit->blocks[s->unit->loops[loop.v].header.v];
        use.op = (op_id){header->ops.first};
        use.site = (site_id){0};
        if (!header->ops.n || !lockset_reaches(u->locks, func, use.op) ||
            lock_use_work_ns(u->flow, &use, NULL) < NS_LONG || !keeps_locks(u, func, loop))
            continue;
        use.held = lockset_at(u->locks, func, use.op);
        add(u, func, &use);
    }
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *at = &p->sites[i];
        use.site = (site_id){i};
        use.op = at->op;
        bool is_own = !at->n_edges || /* else the callee says it itself */
                      (at->n_edges == 1 &&
                       cost_of_func(flow_costs(u->flow), p->edges[at->first_edge].to)->sure_ns <
                           NS_LONG);
        if (!is_own || !lives_at(u, func, at->op) || !lockset_reaches(u->locks, func, at->op) ||
            lock_use_work_ns(u->flow, &use, NULL) < NS_LONG)
            continue;
        use.held = lockset_at(u->locks, func, use.op);
        add(u, func, &use);
    }
}

/* Who wakes those that wait on a condition, and under which locks. */
static void add_signals(struct lock_uses *u, gfunc_id func)
{
    const struct program *p = u->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct cat_func *cat = u->flow->site_cat[i];
        op_id op = p->sites[i].op;
        if (!cat || !cat->lock || cat->lock->op != LOCK_COND_SIGNAL || cat->lock->lock < 0 ||
            !lockset_reaches(u->locks, func, op))
            continue;
        struct lock_use use = {.kind = LOCK_USE_SIGNAL, .weak = is_weak_func(u, func),
                               .held = lockset_at(u->locks, func, op), .func = func, .op = op,
                               .site = {i}};
        use.lock = lock_condition(u->flow, (site_id){i});
        if (use.lock.v)
            add(u, func, &use);
    }
}

/* Calls of functions that are declared to need locks, in the names of this function. */
static void add_needs(struct lock_uses *u, gfunc_id func)
{
    const struct program *p = u->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        struct stated_list list = stated_of(flow_stated(u->flow), p->sites[i].callee);
        op_id op = p->sites[i].op;
        for (uint32_t k = 0; k < list.n && lockset_reaches(u->locks, func, op); k++) {
            struct lock_use use = {.kind = LOCK_USE_NEED, .weak = is_weak_func(u, func),
                                   .effect = list.v[k].attr == ATTR_REQUIRES ? LOCKED_EXCL
                                                                             : LOCKED_SHARED,
                                   .lock_kind = list.v[k].kind, .func = func, .op = op,
                                   .held = lockset_at(u->locks, func, op), .site = {i}};
            if (list.v[k].attr != ATTR_REQUIRES && list.v[k].attr != ATTR_REQUIRES_SHARED)
                continue;
            use.lock = loc_substitute(u->locs, list.v[k].lock, use.site);
            if (use.lock.v)
                add(u, func, &use);
        }
    }
}

static op_id op_here(const struct lock_uses *u, const struct lock_use *use)
{
    return use->via.v ? u->flow->program->sites[use->via.v].op : use->op;
}

/* On some way to the use the callee releases a lock that its caller holds (and perhaps takes it
 * again): what is held there is not sure. */
static bool may_release_before(struct lock_uses *u, gfunc_id callee, const struct lock_use *use,
                               lockset_id before, site_id site, struct arena *scratch)
{
    const struct use_list *list = &u->of[callee.v];

    for (uint32_t i = 0; i < list->v.n; i++) {
        const struct lock_use *r = &list->v.v[i];
        if (r->kind != LOCK_USE_RELEASE ||
            !(lockset_state(u->locks, r->held, r->lock) & LOCKED_ENTRY) ||
            lockset_state(u->locks, use->held, r->lock) != LOCKED_ENTRY)
            continue;
        loc_id there = loc_substitute(u->locs, r->lock, site);
        if (there.v && lock_maybe_held(lockset_state(u->locks, before, there)) &&
            shape_reaches(flow_shape(u->flow, callee), op_here(u, r), op_here(u, use), scratch))
            return true;
    }
    return false;
}

static void add_callee(struct lock_uses *u, gfunc_id func, site_id site, const struct edge *edge,
                       bool weak)
{
    const struct use_list *from = &u->of[edge->to.v];
    op_id op = u->flow->program->sites[site.v].op;
    lockset_id before;

    if (!from->v.n || is_full(&u->of[func.v], weak) || !lockset_reaches(u->locks, func, op))
        return;
    before = lockset_at(u->locks, func, op);
    struct arena scratch;
    arena_init(&scratch);
    for (uint32_t i = 0; i < from->v.n; i++) {
        struct lock_use use = from->v.v[i];
        use.weak |= before.v && use.kind != LOCK_USE_RELEASE &&
                    may_release_before(u, edge->to, &use, before, site, &scratch);
        if (use.lock.v) {
            use.lock = loc_substitute(u->locs, use.lock, site);
            if (!use.lock.v || is_done_by_wrapper(u, func, &use, site, use.lock))
                continue;
        }
        use.held = lockset_through(u->locks, use.held, before, site);
        use.weak |= weak;
        use.via = site;
        use.callee = edge->to;
        use.next = i;
        use.depth++;
        add(u, func, &use);
    }
    arena_release(&scratch);
}

static void add_callees(struct lock_uses *u, gfunc_id func)
{
    const struct program *p = u->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];
    bool weak = is_weak_func(u, func);

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *s = &p->sites[i];
        if (s->n_edges && !lives_at(u, func, s->op))
            continue;
        for (uint32_t e = 0; e < s->n_edges; e++) {
            const struct edge *edge = &p->edges[s->first_edge + e];
            if (edge->kind == EDGE_SIGNATURE)
                continue;
            add_callee(u, func, (site_id){i}, edge,
                       edge->kind == EDGE_AMBIGUOUS || s->n_edges > MANY_TARGETS || weak);
        }
    }
}

static void note_fields(struct lock_uses *u)
{
    for (uint32_t f = 1; f < u->flow->program->n_funcs; f++) {
        for (uint32_t i = 0; i < u->of[f].v.n; i++) {
            loc_id lock = u->of[f].v.v[i].lock;
            if (!lock.v || u->of[f].v.v[i].via.v)
                continue;
            gfield_id field = loc_last_field(u->locs, lock);
            if (field.v && (!loc_is_fixed(u->locs, lock)))
                u->field_is_shared[field.v] = true;
        }
    }
}

struct lock_uses *lock_uses_find(struct arena *a, const struct flow_facts *f)
{
    const struct program *p = f->program;
    struct lock_uses *u = arena_new(a, struct lock_uses);

    u->arena = a;
    u->flow = f;
    u->locs = flow_locs(f);
    u->locks = flow_locks(f);
    u->of = arena_array(a, struct use_list, p->n_funcs + 1);
    u->lives = arena_array(a, bool *, p->n_funcs + 1);
    u->field_is_shared = arena_array(a, bool, p->n_fields + 1);
    map_init(&u->classes, a);
    vec_push(a, &u->class_infos, (struct class_info){0});
    for (uint32_t i = 0; i < p->n_funcs; i++)
        map_init(&u->of[i].seen, a);
    for (uint32_t scc = 0; scc < p->n_sccs; scc++) {
        uint32_t n = p->scc_first[scc + 1] - p->scc_first[scc];
        for (uint32_t round = 0; round < (n > 1 ? ROUNDS : 1); round++) {
            for (uint32_t i = p->scc_first[scc]; i < p->scc_first[scc + 1]; i++) {
                if (round == 0) {
                    find_living(u, p->scc_funcs[i]);
                    add_events(u, p->scc_funcs[i]);
                    add_blocking(u, p->scc_funcs[i]);
                    add_work(u, p->scc_funcs[i]);
                    add_signals(u, p->scc_funcs[i]);
                    add_needs(u, p->scc_funcs[i]);
                }
                add_callees(u, p->scc_funcs[i]);
            }
        }
    }
    note_fields(u);
    return u;
}

struct lock_use_list lock_uses_of(const struct lock_uses *u, gfunc_id func)
{
    ASSERT(func.v < u->flow->program->n_funcs);
    return (struct lock_use_list){u->of[func.v].v.v, u->of[func.v].v.n};
}

/* ---- classes ---- */
/* An element of an array, or a field behind one, is one of several objects. */
static bool has_any_index(const struct lock_uses *u, loc_id lock)
{
    for (; lock.v; lock = loc_get(u->locs, lock)->parent)
        if (loc_get(u->locs, lock)->kind == LOC_ANY)
            return true;
    return false;
}

uint32_t lock_class(struct lock_uses *u, loc_id lock)
{
    struct class_info info = {{0}, {0}};
    uint32_t at;

    if (!lock.v)
        return 0;
    gfield_id field = loc_last_field(u->locs, lock);
    bool fixed = loc_is_fixed(u->locs, lock) && !has_any_index(u, lock);
    if (field.v && (!fixed || u->field_is_shared[field.v]))
        info.field = field;
    else if (loc_global(u->locs, lock).v)
        info.fixed = lock;
    else
        return 0;
    uint64_t key = hash_mix(info.field.v, info.fixed.v);
    if (map_get(&u->classes, key, &at))
        return at;
    at = u->class_infos.n;
    map_set(&u->classes, key, at);
    vec_push(u->arena, &u->class_infos, info);
    return at;
}

bool lock_class_is_one(const struct lock_uses *u, uint32_t class)
{
    ASSERT(class < u->class_infos.n);
    loc_id fixed = u->class_infos.v[class].fixed;
    return fixed.v && loc_is_fixed(u->locs, fixed) && !has_any_index(u, fixed);
}

uint32_t lock_class_count(const struct lock_uses *u)
{
    return u->class_infos.n;
}

/* ---- chains and words ---- */
static const struct lock_use *next_use(const struct lock_uses *u, const struct lock_use *use)
{
    ASSERT(use->via.v && use->next < u->of[use->callee.v].v.n);
    return &u->of[use->callee.v].v.v[use->next];
}

site_id *lock_use_calls(struct arena *a, const struct lock_uses *u, const struct lock_use *use,
                        uint32_t *n)
{
    uint32_t max = use->depth;
    site_id *sites = arena_array(a, site_id, max + 1);

    for (*n = 0; use->via.v && *n < max; use = next_use(u, use))
        sites[(*n)++] = use->via;
    return sites;
}

struct spot lock_use_spot(const struct flow_facts *f, const struct lock_use *use)
{
    const struct program *p = f->program;
    const struct prog_func *pf = &p->funcs[use->func.v];
    if (use->site.v)
        return spot_of_site(p, use->site);
    return spot_of(p, pf->unit, p->units[pf->unit]->ops[use->op.v].place, pf->name);
}

struct step *lock_use_steps(struct arena *a, const struct lock_uses *u, gfunc_id root,
                            const struct lock_use *use, uint32_t *n)
{
    const struct program *p = u->flow->program;
    uint32_t max = use->depth + 1; /* without the last one */
    struct step *steps = arena_array(a, struct step, max + 1);

    *n = 0;
    steps[(*n)++] = (struct step){.name = p->funcs[root.v].name, .at = spot_of_func(p, root)};
    for (; use->via.v && *n < max; use = next_use(u, use)) {
        bool is_direct = p->sites[use->via.v].callee.v && p->sites[use->via.v].n_edges;
        steps[(*n)++] = (struct step){
            .name = p->funcs[use->callee.v].name, .at = spot_of_func(p, use->callee),
            .via = is_direct ? "called at"
                             : arena_printf(a, "called through %s at",
                                            site_callee_name(a, p, use->via)),
            .via_at = spot_of_site(p, use->via)};
    }
    ASSERT(*n <= max);
    const char *other = use->kind == LOCK_USE_WORK ? "loop" : "atomic lock";
    struct step last = {.name = use->site.v ? site_callee_name(a, p, use->site) : other,
                        .at = lock_use_spot(u->flow, use)};
    if (use->site.v)
        last.macro = spot_of_macro(p, use->site);
    steps[(*n)++] = last;
    return steps;
}

const char *lock_name(struct arena *a, const struct flow_facts *f, gfunc_id func, loc_id lock)
{
    struct buf BUF_CLEANUP text = {0};
    loc_text(flow_locs(f), func, lock, &text);
    return arena_strdup(a, buf_str(&text));
}

/* ---- with the constants of the chain ---- */
struct judging {
    const struct flow_facts *flow;
    site_id site;
    bool is_called; /* the site lies in a callee: a recursive one may be the start itself */
    bool found;
    struct blocking best;
};

static void on_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct judging *j = user;
    if (site.v != j->site.v || (j->is_called && !w->visits.v[visit].depth))
        return;
    j->found = true;
    if (!cat || !cat->blocks)
        return;
    struct blocking b = blocking_judge(j->flow, site, &w->visits.v[visit].ctx, cat);
    if (b.how != BLOCKS_NOT && is_long(&b) &&
        (j->best.how == BLOCKS_NOT || b.conf > j->best.conf))
        j->best = b;
}

bool lock_use_happens(struct arena *scratch, const struct lock_uses *u, gfunc_id func,
                      const struct lock_use *use, struct blocking *judged)
{
    const struct program *p = u->flow->program;
    bool *skip = arena_array(scratch, bool, p->n_funcs + 1);
    struct judging j = {.flow = u->flow, .site = use->site, .is_called = use->via.v != 0};
    struct walk_start start = {.func = func, .conf = CONF_HIGH};
    struct walk w;

    if (!use->site.v)
        return true;
    memset(skip, true, p->n_funcs + 1);
    skip[func.v] = false;
    for (const struct lock_use *at = use; at->via.v; at = next_use(u, at))
        skip[at->callee.v] = false;
    start.ctx.n = program_func(p, func)->n_params;
    if (start.ctx.n > CONTEXT_MAX_PARAMS)
        start.ctx.n = CONTEXT_MAX_PARAMS;
    walk_run(scratch, u->flow, &start, 1, WALK_ENDING_PATHS, skip, on_call, &j, &w);
    if (judged)
        *judged = j.best;
    return j.found && (!judged || j.best.how != BLOCKS_NOT);
}
