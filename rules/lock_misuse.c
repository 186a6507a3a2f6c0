/*
 * CA206: a lock is used in a way that cannot be right.
 *
 * The story: a cache's evict() takes the cache's lock. Years later somebody calls it from
 * cache_add(), which holds that lock already. Nothing happens in the tests; the first time that the
 * cache is full the thread waits for itself, and then all the others wait for it.
 *
 * The match, by what surely holds on every path (flow/lockstate.h): taken while held, in one
 * function or through calls; the reader side held when the writer side is asked for; released when
 * it has been released already, or was never taken; destroyed while held; a wait on a condition
 * without the mutex; kept on one return path and released on the others (lock_kept.c). Where paths
 * differ by conditions that are not followed the state is neither, and nothing is said.
 */
#include "rules/lock_misuse.h"

#include <string.h>

#include "flow/context.h"
#include "flow/spots.h"

/* ---- names ---- */
static bool is_stored(struct misuse *m, gfunc_id func, const struct loc *root)
{
    const struct func_shape *s = flow_shape(m->ctx->flow, func);
    uint32_t local = root->id;
    uint32_t allowed = root->kind == LOC_LOCAL ? 1 : 0;

    if (local >= s->func->locals.n)
        return true;
    return s->store_first[local + 1] - s->store_first[local] > allowed ||
           ((s->unit->locals[s->func->locals.first + local].flags & LOCAL_ADDR_TAKEN) &&
            root->kind != LOC_LOCAL);
}

static void note_stores(struct misuse *m, gfunc_id func, bool value)
{
    const struct unit *u = program_unit(m->ctx->program, func);
    const struct unit_func *f = program_func(m->ctx->program, func);
    uint32_t unit = m->ctx->program->funcs[func.v].unit;

    for (uint32_t i = f->ops.first; i < f->ops.first + f->ops.n; i++) {
        const struct unit_path *path = &u->paths[u->ops[i].path.v];
        if (u->ops[i].kind != OP_STORE || !path->sels.n)
            continue;
        const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - 1];
        if (last->kind == SEL_FIELD)
            m->stored_fields[m->ctx->program->unit_fields[unit][last->id].v] = value;
    }
}

bool misuse_is_stable(struct misuse *m, gfunc_id func, loc_id lock)
{
    const struct loc *root = loc_get(m->locs, loc_get(m->locs, lock)->root);
    bool is_pointed = false;

    for (const struct loc *o = loc_get(m->locs, lock); o->parent.v;
         o = loc_get(m->locs, o->parent)) {
        if (o->kind == LOC_ANY)
            return false;
        if (is_pointed && o->kind == LOC_FIELD && m->stored_fields[o->id])
            return false;
        is_pointed = o->kind == LOC_DEREF;
    }
    switch (root->kind) {
    case LOC_GLOBAL: return !is_pointed || loc_last_field(m->locs, lock).v;
    case LOC_PARAM: return !is_stored(m, func, root);
    case LOC_LOCAL: return root->func.v == func.v && !is_stored(m, func, root);
    case LOC_RESULT: return !shape_loop_of(flow_shape(m->ctx->flow, func),
                                           m->ctx->program->sites[root->id].op).v;
    default: return false;
    }
}

static bool takes(const struct lock_event *e)
{
    return !e->conditional && (e->effect == LOCKED_EXCL || e->effect == LOCKED_SHARED);
}

bool misuse_can_avoid(struct misuse *m, gfunc_id func, op_id op, loc_id lock)
{
    const struct func_shape *s = flow_shape(m->ctx->flow, func);
    struct lock_events events = lock_events(m->locks, func);
    uint32_t n = s->func->blocks.n, top = 0, target = shape_block_of(s, op);
    struct arena scratch;
    bool reached = false;

    arena_init(&scratch);
    bool *stops = arena_array(&scratch, bool, n + 1), *seen = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    bool taken_here = false;
    for (uint32_t i = 0; i < events.n; i++) {
        if (events.v[i].lock.v != lock.v || !takes(&events.v[i]))
            continue;
        uint32_t block = shape_block_of(s, events.v[i].op);
        stops[block] = true;
        taken_here |= block == target && events.v[i].op.v < op.v;
    }
    stack[top++] = 0;
    seen[0] = true;
    while (top && !reached) {
        uint32_t b = stack[--top];
        const struct unit_block *block = &s->unit->blocks[s->func->blocks.first + b];
        reached = b == target && !taken_here;
        for (uint32_t i = 0; !stops[b] && i < block->succs.n; i++) {
            uint32_t to = s->unit->succs[block->succs.first + i].to.v - s->func->blocks.first;
            if (!seen[to]) {
                seen[to] = true;
                stack[top++] = to;
            }
        }
    }
    arena_release(&scratch);
    return reached;
}

const char *misuse_name(struct misuse *m, gfunc_id func, loc_id lock)
{
    return lock_name(m->ctx->arena, m->ctx->flow, func, lock);
}

uint32_t misuse_line(struct misuse *m, gfunc_id func, op_id op)
{
    const struct unit *u = program_unit(m->ctx->program, func);
    return u->places[u->ops[op.v].place.v].line;
}

/* ---- findings ---- */
void misuse_report(struct misuse *m, const struct misuse_finding *x)
{
    struct rule_context *ctx = m->ctx;
    const struct program *p = ctx->program;
    struct finding f = {.rule = "CA206", .level = x->level, .confidence = x->conf,
                        .message = x->message, .help = x->help, .worst_ms = -1,
                        .entity = misuse_name(m, x->func, x->lock)};

    if (x->site.v) {
        if (m->done[x->site.v])
            return;
        m->done[x->site.v] = true;
        f.at = spot_of_site(p, x->site);
    } else {
        const struct unit *u = program_unit(p, x->func);
        f.at = spot_of(p, p->funcs[x->func.v].unit, u->blocks[x->block.v].place,
                       p->funcs[x->func.v].name);
    }
    if (x->use) {
        f.intro = x->use->kind == LOCK_USE_NEED ? "runs without it" : "the lock is taken again";
        f.steps = lock_use_steps(ctx->arena, m->uses, x->func, x->use, &f.n_steps);
    }
    if (x->note) {
        const char **notes = arena_array(ctx->arena, const char *, 1);
        notes[0] = x->note;
        f.notes = notes;
        f.n_notes = 1;
    }
    vec_push(ctx->arena, &ctx->out->list, f);
}

/* Where the lock was taken before: the last call before the op that takes it, in the text. */
static const char *taken_note(struct misuse *m, gfunc_id func, op_id op, loc_id lock)
{
    struct lock_events events = lock_events(m->locks, func);
    uint32_t line = 0, here = misuse_line(m, func, op);

    for (uint32_t i = 0; i < events.n; i++) {
        uint32_t at = misuse_line(m, func, events.v[i].op);
        if (events.v[i].lock.v == lock.v && events.v[i].op.v != op.v && takes(&events.v[i]) &&
            (!line || at <= here))
            line = at;
    }
    return line ? arena_printf(m->ctx->arena, "it is taken in line %u, and not released on the way "
                                              "here", line)
                : NULL;
}

static bool is_excl(uint8_t states)
{
    return lock_is_held(states) && !(states & LOCKED_SHARED);
}

/* ---- taken twice ---- */
static void check_twice(struct misuse *m, gfunc_id func, const struct lock_event *e)
{
    struct misuse_finding f = {.func = func, .site = e->site, .lock = e->lock,
                               .level = LEVEL_WARNING, .conf = CONF_HIGH};
    const char *name = misuse_name(m, func, e->lock);
    struct arena *a = m->ctx->arena;

    if (!takes(e) || !e->site.v || !lock_is_held(e->before) ||
        misuse_is_recursive(m, e->lock, e->kind) || !misuse_is_stable(m, func, e->lock))
        return;
    if (e->effect == LOCKED_EXCL && lock_is_shared(e->before)) {
        f.message = arena_printf(a, "the write side of %s is asked for while the read side is "
                                    "held: the thread waits for itself", name);
        f.help = "release the read side first, take the write side, and test the state again";
    } else if (is_excl(e->before) && (e->effect == LOCKED_EXCL || e->kind == LK_RWLOCK)) {
        f.message = arena_printf(a, "%s is taken while it is held: the thread waits for itself",
                                 name);
        f.help = "take it once, or split the function into one that locks and one that expects "
                 "the lock to be held";
    } else {
        return;
    }
    f.note = taken_note(m, func, e->op, e->lock);
    misuse_report(m, &f);
}

static void check_twice_by_callee(struct misuse *m, gfunc_id func, const struct lock_use *use)
{
    struct arena *a = m->ctx->arena;
    const struct lock_use *inner = &lock_uses_of(m->uses, use->callee).v[use->next];
    lockset_id before = lockset_at(m->locks, func, m->ctx->program->sites[use->via.v].op);
    uint8_t states = lockset_state(m->locks, before, use->lock);

    if (use->weak || !is_excl(states) || use->effect != LOCKED_EXCL || m->done[use->via.v] ||
        lockset_state(m->locks, inner->held, inner->lock) != LOCKED_ENTRY ||
        misuse_is_recursive(m, use->lock, use->lock_kind) ||
        !misuse_is_stable(m, func, use->lock) ||
        !misuse_is_stable(m, use->callee, inner->lock))
        return;
    struct arena scratch;
    arena_init(&scratch);
    bool happens = lock_use_happens(&scratch, m->uses, func, use, NULL);
    arena_release(&scratch);
    if (!happens)
        return;
    op_id call = m->ctx->program->sites[use->via.v].op;
    struct misuse_finding f = {
        .func = func, .site = use->via, .lock = use->lock, .level = LEVEL_WARNING,
        .conf = use->depth > 1 || m->ctx->program->sites[use->via.v].n_edges > 1 ? CONF_MEDIUM
                                                                                 : CONF_HIGH,
        .use = use,
        .message = arena_printf(a, "%s() takes %s, which is held here: the thread waits for itself",
                                m->ctx->program->funcs[use->callee.v].name,
                                misuse_name(m, func, use->lock)),
        .note = taken_note(m, func, call, use->lock),
        .help = "release the lock before the call, or call a variant that expects the lock to be "
                "held"};
    misuse_report(m, &f);
}

/* ---- not held ---- */
static bool is_surely_free(struct misuse *m, gfunc_id func, const struct lock_event *e)
{
    if (lock_maybe_held(e->before) || !misuse_is_stable(m, func, e->lock))
        return false;
    return !(e->before & LOCKED_ENTRY) || !misuse_can_avoid(m, func, e->op, e->lock);
}

static void check_release(struct misuse *m, gfunc_id func, const struct lock_event *e)
{
    if (e->effect != LOCKED_FREED || e->conditional || !e->site.v || e->kind == LK_SEM ||
        misuse_is_recursive(m, e->lock, e->kind) || !is_surely_free(m, func, e))
        return;
    struct misuse_finding f = {
        .func = func, .site = e->site, .lock = e->lock, .level = LEVEL_WARNING, .conf = CONF_HIGH,
        .message = arena_printf(m->ctx->arena, "%s is released, and has been released already on "
                                               "every way here", misuse_name(m, func, e->lock)),
        .help = "remove one of the two releases: it can release the lock of another thread"};
    misuse_report(m, &f);
}

static void check_wait(struct misuse *m, gfunc_id func, const struct lock_event *e)
{
    const struct cat_func *cat = m->ctx->flow->site_cat[e->site.v];
    const struct func_shape *s = flow_shape(m->ctx->flow, func);
    struct misuse_finding f = {.func = func, .site = e->site, .lock = e->lock,
                               .level = LEVEL_WARNING, .conf = CONF_HIGH};

    if (e->effect != LOCKED_AGAIN || e->inherited || !cat)
        return;
    if (is_surely_free(m, func, e)) {
        f.message = arena_printf(m->ctx->arena, "%s() is called without %s held", cat->name,
                                 misuse_name(m, func, e->lock));
        f.help = "take the mutex before the condition is tested, and keep it until the wait";
        misuse_report(m, &f);
        return;
    }
    /* the caller's loop may test again; a timed wait may be a sleep that can be cut short */
    if (!lock_is_held(e->before) || (e->before & LOCKED_AGAIN) || shape_loop_of(s, e->op).v ||
        strstr(cat->name, "time"))
        return;
    f.level = LEVEL_NOTE;
    f.conf = CONF_MEDIUM;
    f.message = arena_printf(m->ctx->arena, "%s() is not in a loop: it can return although nobody "
                                            "signalled, and the condition is not tested again",
                             cat->name);
    f.help = "wait in a loop: while (!condition) wait";
    misuse_report(m, &f);
}

static void check_destroy(struct misuse *m, gfunc_id func, site_id site)
{
    const struct program *p = m->ctx->program;
    const struct cat_func *cat = m->ctx->flow->site_cat[site.v];
    op_id op = p->sites[site.v].op;

    if (!cat || !cat->lock || cat->lock->op != LOCK_DESTROY || cat->lock->lock < 0 ||
        cat->lock->kind == LK_COND || cat->lock->kind == LK_SEM ||
        cat->lock->kind == LK_BARRIER || !lockset_reaches(m->locks, func, op))
        return;
    val_id arg = site_arg(p, site, cat->lock->lock);
    loc_id lock = loc_pointee(m->locs, loc_of_val(m->locs, func, arg, op));
    if (!lock.v || !misuse_is_stable(m, func, lock))
        return;
    uint8_t states = lockset_state(m->locks, lockset_at(m->locks, func, op), lock);
    if (!lock_is_held(states))
        return;
    struct misuse_finding f = {
        .func = func, .site = site, .lock = lock, .level = LEVEL_WARNING, .conf = CONF_HIGH,
        .message = arena_printf(m->ctx->arena, "%s is destroyed while it is held",
                                misuse_name(m, func, lock)),
        .note = taken_note(m, func, op, lock),
        .help = "release it first, when no other thread can reach the object any more"};
    misuse_report(m, &f);
}

/* ---- never taken: all chains from starts of threads and callbacks arrive without the lock ---- */
enum { ARRIVES_FREE = 1, ARRIVES_OTHERWISE = 2 };

static bool has_class_held(struct misuse *m, lockset_id set, uint32_t class)
{
    struct lockset held = lockset_get(m->locks, set);
    for (uint32_t i = 0; i < held.n; i++)
        if (lock_maybe_held(held.v[i].states) &&
            (!held.v[i].lock.v || lock_class(m->uses, held.v[i].lock) == class))
            return true;
    return false;
}

static void mark_held(struct misuse *m, bool *left, lockset_id id)
{
    struct lockset set = lockset_get(m->locks, id);
    for (uint32_t i = 0; i < set.n; i++) {
        uint32_t class = lock_class(m->uses, set.v[i].lock);
        if (lock_maybe_held(set.v[i].states) && class < m->n_recursive)
            left[class] = true;
    }
}

/* A lock that some function leaves taken for its caller may come from farther away than is
 * followed. */
static bool *find_left_held(struct misuse *m)
{
    bool *left = arena_array(m->ctx->arena, bool, m->n_recursive + 1);
    for (uint32_t f = 1; f < m->ctx->program->n_funcs; f++) {
        const struct lock_summary *s = lock_summary(m->locks, (gfunc_id){f});
        mark_held(m, left, s->any);
        mark_held(m, left, s->zero);
        mark_held(m, left, s->nonzero);
    }
    return left;
}

static void judge_arrivals(struct misuse *m, uint32_t strand, gfunc_id root, uint8_t *arrives,
                           loc_id *lock, const bool *left_held)
{
    struct lock_use_list list = lock_uses_of(m->uses, root);
    for (uint32_t i = 0; i < list.n; i++) {
        const struct lock_use *use = &list.v[i];
        uint32_t class = lock_class(m->uses, use->lock);
        bool is_free = shared_parallel(m->ctx)->strands[strand].kind != STRAND_OUTSIDE &&
                       !use->weak && loc_is_fixed(m->locs, use->lock) && class &&
                       !misuse_is_recursive(m, use->lock, use->lock_kind) &&
                       !left_held[class] && lock_class_is_one(m->uses, class) &&
                       !has_class_held(m, use->held, class);
        if ((use->kind != LOCK_USE_RELEASE && use->kind != LOCK_USE_WAIT) || !use->site.v ||
            use->lock_kind == LK_SEM)
            continue;
        arrives[use->site.v] |= is_free ? ARRIVES_FREE : ARRIVES_OTHERWISE;
        lock[use->site.v] = use->lock;
    }
}

static void check_arrivals(struct misuse *m)
{
    const struct program *p = m->ctx->program;
    const struct parallel *par = shared_parallel(m->ctx);
    uint8_t *arrives = arena_array(m->ctx->arena, uint8_t, p->n_sites + 1);
    loc_id *lock = arena_array(m->ctx->arena, loc_id, p->n_sites + 1);
    const bool *left_held = find_left_held(m);

    for (uint32_t s = 0; s < par->n; s++)
        for (uint32_t r = 0; r < par->strands[s].n_roots; r++)
            judge_arrivals(m, s, par->strands[s].roots[r], arrives, lock, left_held);
    for (uint32_t i = 1; i < p->n_sites; i++) {
        if (arrives[i] != ARRIVES_FREE)
            continue;
        gfunc_id func = p->sites[i].caller;
        const struct cat_func *cat = m->ctx->flow->site_cat[i];
        const char *name = misuse_name(m, func, lock[i]);
        bool waits = cat && cat->lock && cat->lock->op == LOCK_COND_WAIT;
        struct misuse_finding f = {
            .func = func, .site = {i}, .lock = lock[i], .level = LEVEL_WARNING,
            .conf = CONF_MEDIUM,
            .message = arena_printf(m->ctx->arena,
                                    waits ? "the wait is called without %s held"
                                          : "%s is released, and is not held here on any way",
                                    name),
            .help = waits ? "take the mutex before the condition is tested, and keep it until the "
                            "wait"
                          : "release the lock that was taken, in the thread that took it"};
        misuse_report(m, &f);
    }
}

/* ---- all functions ---- */
static void check_function(struct misuse *m, gfunc_id func)
{
    const struct prog_func *pf = &m->ctx->program->funcs[func.v];
    struct lock_events events = lock_events(m->locks, func);
    struct lock_use_list uses = lock_uses_of(m->uses, func);

    if (program_func(m->ctx->program, func)->quality != QUALITY_OK ||
        lock_summary(m->locks, func)->is_vague)
        return;
    note_stores(m, func, true);
    for (uint32_t i = 0; i < events.n; i++) {
        check_twice(m, func, &events.v[i]);
        check_release(m, func, &events.v[i]);
        check_wait(m, func, &events.v[i]);
    }
    for (uint32_t i = 0; events.n && i < uses.n; i++)
        if (uses.v[i].kind == LOCK_USE_ACQUIRE && uses.v[i].via.v)
            check_twice_by_callee(m, func, &uses.v[i]);
    for (uint32_t i = 0; events.n && i < pf->n_sites; i++)
        check_destroy(m, func, (site_id){pf->first_site + i});
    if (events.n)
        misuse_kept(m, func);
    note_stores(m, func, false);
}

void rule_lock_misuse(struct rule_context *ctx)
{
    struct misuse m = {.ctx = ctx, .locs = flow_locs(ctx->flow), .locks = flow_locks(ctx->flow),
                       .uses = shared_lock_uses(ctx)};

    m.stored_fields = arena_array(ctx->arena, bool, ctx->program->n_fields + 1);
    m.done = arena_array(ctx->arena, bool, ctx->program->n_sites + 1);
    misuse_find_recursive(&m);
    for (uint32_t i = 1; i < ctx->program->n_funcs; i++)
        check_function(&m, (gfunc_id){i});
    check_arrivals(&m);
    misuse_stated(&m);
}
