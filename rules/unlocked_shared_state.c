/*
 * CA201: memory that two threads use, at least one of them writing, with no lock in common.
 *
 * The story: forty places take the lock before they touch the connection count. The forty-first, a
 * log message in an error path, reads it without. Nobody notices, until the count that was read
 * half-way decides that the server may stop.
 *
 * The match: domains/races.h finds the pairs, one for each variable or field. Here they get words:
 * both sides with their chains and locks, what the other sites hold, and the fix that fits: the
 * same lock, an atomic, once, or making it local.
 */
#include <string.h>

#include "domains/races.h"
#include "flow/spots.h"
#include "rules/guarded_by.h"
#include "rules/rules.h"
#include "rules/shared.h"

struct writing {
    struct rule_context *ctx;
    struct arena *arena;
    const struct parallel *parallel;
    struct locs *locs;
    struct locks *locks;
};

/* ---- words ---- */
static const char *loc_words(const struct writing *w, gfunc_id func, loc_id loc)
{
    struct buf BUF_CLEANUP b = {0};
    loc_text(w->locs, func, loc, &b);
    return arena_strdup(w->arena, buf_str(&b));
}

/* "conn.refs": the same for all places, for messages and fingerprints. */
static const char *entity(const struct writing *w, const struct race_side *s)
{
    loc_id loc = s->access->loc;
    if (s->access->part.v)
        loc = loc_select(w->locs, loc_get(w->locs, loc)->parent, LOC_FIELD, s->access->part.v, 0);
    gfield_id field = loc_last_field(w->locs, loc);
    if (field.v && !loc_is_fixed(w->locs, loc))
        return w->ctx->program->field_names[field.v];
    return loc_words(w, s->named_in, loc);
}

static const char *verb(const struct access *a)
{
    switch ((enum access_kind)a->kind) {
    case ACCESS_READ: return "read";
    case ACCESS_WRITE: return a->flags & ACCESS_COMPOUND ? "changed" : "written";
    case ACCESS_ATOMIC_READ: return "read atomically";
    case ACCESS_ATOMIC_WRITE: return "changed atomically";
    case ACCESS_FREE: return "freed";
    }
    return "used";
}

static const char *held_words(const struct writing *w, const struct race_side *s)
{
    struct lockset set = lockset_get(w->locks, s->held);
    struct buf BUF_CLEANUP b = {0};

    for (uint32_t i = 0; i < set.n; i++) {
        if (!set.v[i].lock.v || !lock_maybe_held(set.v[i].states))
            continue;
        buf_adds(&b, b.n ? ", " : "");
        buf_addf(&b, "'%s'", loc_words(w, s->named_in, set.v[i].lock));
        if (lock_is_shared(set.v[i].states))
            buf_adds(&b, " (as reader)");
        else if (!lock_is_held(set.v[i].states))
            buf_adds(&b, " (on some ways only)");
    }
    return b.n ? arena_strdup(w->arena, buf_str(&b)) : NULL;
}

static const char *strand_words(const struct writing *w, const struct race_side *s)
{
    const struct strand *t = &w->parallel->strands[s->strand];
    const char *what = parallel_what(w->parallel, s->strand);
    return t->many ? arena_printf(w->arena, "%s, of which several run", what) : what;
}

static bool lacks_main_guard(const struct race *r)
{
    return r->guard.v && r->n_guarded >= 2 && r->n_guarded * 2 >= r->n_sites &&
           r->n_guarded < r->n_sites;
}

static bool by_signal(const struct writing *w, const struct race *r)
{
    return w->parallel->strands[r->a.strand].kind == STRAND_SIGNAL ||
           w->parallel->strands[r->b.strand].kind == STRAND_SIGNAL;
}

static const char *message(const struct writing *w, const struct race *r)
{
    const char *name = entity(w, &r->a), *how = verb(r->a.access);
    const char *mine = held_words(w, &r->a), *others = held_words(w, &r->b);

    if (by_signal(w, r))
        return arena_printf(w->arena, "'%s' is %s here, and a signal handler may run in between",
                            name, how);
    if (r->is_stated)
        return arena_printf(w->arena, "'%s' is %s without '%s', which its declaration says guards "
                            "it", name, how, loc_words(w, r->guard_in, r->guard));
    if (r->is_striped)
        return arena_printf(w->arena, "'%s' is %s with %s held, one of several locks: another "
                            "thread can hold another one", name, how, mine);
    if (r->is_flag && !r->is_mixed)
        return arena_printf(w->arena, "'%s' is a flag between threads, but it is not atomic", name);
    if (r->is_mixed)
        return arena_printf(w->arena, "'%s' is %s here without an atomic operation, and %s by "
                            "another thread", name, how, verb(r->b.access));
    if (!mine && lacks_main_guard(r))
        return arena_printf(w->arena, "'%s' is %s without '%s', which %u of its %u accesses hold",
                            name, how, loc_words(w, r->guard_in, r->guard), r->n_guarded,
                            r->n_sites);
    if (!mine && others)
        return arena_printf(w->arena, "'%s' is %s without a lock, but %s by another thread with %s "
                            "held", name, how, verb(r->b.access), others);
    if (mine && others)
        return arena_printf(w->arena, "'%s' is %s with %s held, but %s by another thread with %s: "
                            "no lock in common", name, how, mine, verb(r->b.access), others);
    return arena_printf(w->arena, "'%s' is %s here and %s by another thread, with no lock in "
                        "common", name, how, verb(r->b.access));
}

static const char *help(const struct writing *w, const struct race *r)
{
    const struct unit *u = program_unit(w->ctx->program, r->a.access->func);
    const struct unit_type *t = &u->types[r->a.access->type.v];
    bool is_word = (t->kind == TYPE_INT || t->kind == TYPE_BOOL || t->kind == TYPE_ENUM) &&
                   t->size <= 8 && !r->a.access->part.v;
    const char *others = held_words(w, &r->b);

    if (by_signal(w, r))
        return "let the handler only set a 'volatile sig_atomic_t' flag, or block the signal "
               "around the access";
    if (r->is_stated)
        return arena_printf(w->arena, "hold '%s' here too", loc_words(w, r->guard_in, r->guard));
    if (r->is_striped)
        return is_word ? "make it atomic, keep one for each lock and add up, or guard it by one "
                         "lock of its own"
                       : "keep one for each lock, or guard it by one lock of its own";
    if (r->is_flag && !r->is_mixed)
        return "make it atomic: atomic_bool, or __atomic_load_n() and __atomic_store_n(); volatile "
               "does not order memory";
    if (r->is_mixed)
        return "use the atomic operation here too";
    if (lacks_main_guard(r))
        return arena_printf(w->arena, "hold '%s' here too%s",
                            loc_words(w, r->guard_in, r->guard),
                            is_word ? ", or make it atomic at all places" : "");
    if (others && !held_words(w, &r->a))
        return arena_printf(w->arena, "hold %s here too%s", others,
                            is_word ? ", or make it atomic at all places" : "");
    if ((r->a.access->flags & ACCESS_COMPOUND) && is_word)
        return "make it atomic (atomic_fetch_add()), count in each thread and add up at the end, "
               "or hold one lock at all places";
    if (r->a.access->kind == ACCESS_FREE)
        return "join the thread or drop its reference before freeing";
    return is_word ? "hold one lock at all places, make it atomic, or set it before the threads "
                     "start"
                   : "hold one lock at all places, give each thread its own, or fill it before the "
                     "threads start";
}

/* ---- chains ---- */
static struct spot spot_of_access(const struct writing *w, const struct access *x)
{
    const struct program *p = w->ctx->program;
    const struct unit *u = program_unit(p, x->func);
    return spot_of(p, p->funcs[x->func.v].unit, u->ops[x->op.v].place, p->funcs[x->func.v].name);
}

static void start_step(const struct writing *w, const struct race_side *s, struct step *first)
{
    const struct strand *t = &w->parallel->strands[s->strand];
    const char *what = parallel_what(w->parallel, s->strand);
    if (t->entry == UINT32_MAX || !t->n_creations)
        return;
    first->via = s->root.v == t->roots[0].v
                     ? arena_printf(w->arena, "%s started at", what)
                     : arena_printf(w->arena, "on a loop of the %s %s, started at", what,
                                    w->ctx->program->funcs[t->roots[0].v].name);
    if (t->kind == STRAND_SIGNAL)
        first->via = "signal handler registered at";
    first->via_at = spot_of_site(w->ctx->program, t->creations[0].site);
}

static const struct step *steps_of(const struct writing *w, const struct race_side *s, uint32_t *n)
{
    const struct program *p = w->ctx->program;
    struct step *steps = arena_array(w->arena, struct step, s->n_chain + 1);
    gfunc_id func = s->root;

    for (uint32_t i = 0; i <= s->n_chain; i++) {
        if (i)
            func = i < s->n_chain ? p->sites[s->chain[i].v].caller : s->access->func;
        steps[i] = (struct step){.name = p->funcs[func.v].name, .at = spot_of_func(p, func)};
        if (i) {
            steps[i].via = "called at";
            steps[i].via_at = spot_of_site(p, s->chain[i - 1]);
        }
    }
    start_step(w, s, &steps[0]);
    *n = s->n_chain + 1;
    return steps;
}

static struct side *other_side(const struct writing *w, const struct race *r)
{
    struct side *s = arena_new(w->arena, struct side);
    const char *held = held_words(w, &r->b);

    s->at = spot_of_access(w, r->b.access);
    s->what = arena_printf(w->arena, "%s here%s%s%s", verb(r->b.access), held ? " with " : "",
                           held ? held : ", with no lock", held ? " held" : "");
    s->intro = arena_printf(w->arena, "runs in the %s", strand_words(w, &r->b));
    s->steps = steps_of(w, &r->b, &s->n_steps);
    return s;
}

static const char *const *notes(const struct writing *w, const struct race *r, uint32_t *n)
{
    const char **list = arena_array(w->arena, const char *, 3);
    gfield_id a = r->a.access->part, b = r->b.access->part;
    *n = 0;
    if (a.v != b.v && a.v && b.v)
        list[(*n)++] = arena_printf(w->arena, "bit-fields: writing '%s' writes '%s' in the same "
                                              "word too", entity(w, &r->a), entity(w, &r->b));
    if ((r->a.access->flags | r->b.access->flags) & ACCESS_VOLATILE)
        list[(*n)++] = "volatile is no synchronisation between threads";
    if (r->n_pairs)
        list[(*n)++] = arena_printf(w->arena, "%u more pair%s of accesses of it conflict%s",
                                    r->n_pairs, r->n_pairs == 1 ? "" : "s",
                                    r->n_pairs == 1 ? "s" : "");
    return list;
}

/* ---- findings ---- */
static void report(const struct writing *w, const struct race *r)
{
    struct finding f = {.rule = "CA201", .confidence = r->conf,
                        .level = r->is_flag ? LEVEL_NOTE : LEVEL_WARNING,
                        .at = spot_of_access(w, r->a.access), .entity = entity(w, &r->a),
                        .worst_ms = 0};

    f.intro = arena_printf(w->arena, "runs in the %s", strand_words(w, &r->a));
    f.steps = steps_of(w, &r->a, &f.n_steps);
    f.sides = other_side(w, r);
    f.n_sides = 1;
    f.message = message(w, r);
    f.notes = notes(w, r, &f.n_notes);
    f.help = help(w, r);
    vec_push(w->ctx->arena, &w->ctx->out->list, f);
}

void rule_unlocked_shared_state(struct rule_context *ctx)
{
    struct writing w = {.ctx = ctx, .arena = ctx->arena};
    struct races races = {0};

    w.parallel = shared_parallel(ctx);
    w.locs = flow_locs(ctx->flow);
    w.locks = flow_locks(ctx->flow);
    races_find(ctx->arena, ctx->flow, ctx->domains, w.parallel, &races);
    guarded_by_races(ctx, &races);
    ASSERT(races.list.n == 0 || races.list.v);
    for (uint32_t i = 0; i < races.list.n; i++)
        report(&w, &races.list.v[i]);
    guarded_by_report(ctx, &races);
}
