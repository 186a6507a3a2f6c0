/* One list of places, sorted by lock class; everything else here is words. */
#include "rules/lock_places.h"

#include <stdlib.h>
#include <string.h>

#include "flow/escape.h"

static bool has_held(struct locks *k, const struct lock_use *use)
{
    struct lockset set = lockset_get(k, use->held);
    for (uint32_t i = 0; i < set.n; i++)
        if (lock_is_held(set.v[i].states) && set.v[i].lock.v != use->lock.v)
            return true;
    return false;
}

static int by_class(const void *x, const void *y)
{
    const struct lock_place *a = x, *b = y;
    if (a->class != b->class)
        return a->class < b->class ? -1 : 1;
    if (a->strand != b->strand)
        return a->strand < b->strand ? -1 : 1;
    if (a->root.v != b->root.v)
        return a->root.v < b->root.v ? -1 : 1;
    return a->use < b->use ? -1 : a->use > b->use; /* one list: the order of the array */
}

static void collect(struct rule_context *ctx, struct lock_places *out)
{
    const struct parallel *p = shared_parallel(ctx);
    struct lock_uses *u = shared_lock_uses(ctx);
    struct locks *k = flow_locks(ctx->flow);
    VEC(struct lock_place) acquires = {0}, waits = {0}, works = {0}, signals = {0};

    for (uint32_t s = 0; s < p->n; s++) {
        for (uint32_t r = 0; r < p->strands[s].n_roots; r++) {
            gfunc_id root = p->strands[s].roots[r];
            struct lock_use_list list = lock_uses_of(u, root);
            for (uint32_t i = 0; i < list.n; i++) {
                const struct lock_use *use = &list.v[i];
                struct lock_place at = {s, root, use, lock_class(u, use->lock)};
                if (use->kind == LOCK_USE_ACQUIRE && at.class)
                    vec_push(ctx->arena, &acquires, at);
                else if (use->kind == LOCK_USE_SIGNAL)
                    vec_push(ctx->arena, &signals, at);
                else if (use->kind == LOCK_USE_WORK && has_held(k, use))
                    vec_push(ctx->arena, &works, at);
                else if ((use->kind == LOCK_USE_WAIT || use->kind == LOCK_USE_BLOCK) &&
                         has_held(k, use))
                    vec_push(ctx->arena, &waits, at);
            }
        }
    }
    if (acquires.n)
        qsort(acquires.v, acquires.n, sizeof *acquires.v, by_class);
    out->acquires = acquires.v;
    out->n_acquires = acquires.n;
    out->waits = waits.v;
    out->n_waits = waits.n;
    out->works = works.v;
    out->n_works = works.n;
    out->signals = signals.v;
    out->n_signals = signals.n;
}

struct lock_places *lock_places_find(struct rule_context *ctx)
{
    struct lock_places *out = arena_new(ctx->arena, struct lock_places);
    uint32_t at = 0;

    collect(ctx, out);
    out->n_classes = lock_class_count(shared_lock_uses(ctx));
    out->first = arena_array(ctx->arena, uint32_t, out->n_classes + 2);
    for (uint32_t c = 0; c <= out->n_classes; c++) {
        while (at < out->n_acquires && out->acquires[at].class < c)
            at++;
        out->first[c] = at;
    }
    ASSERT(out->first[out->n_classes] == out->n_acquires);
    return out;
}

struct moment place_moment(struct rule_context *ctx, const struct lock_place *p)
{
    struct moment m = {.strand = p->strand, .func = p->use->func, .op = p->use->op};
    m.calls = lock_use_calls(ctx->arena, shared_lock_uses(ctx), p->use, &m.n_calls);
    return m;
}

enum together places_together(struct rule_context *ctx, const struct lock_place *a,
                              const struct lock_place *b)
{
    const struct parallel *p = shared_parallel(ctx);
    enum together whole = parallel_strands(p, a->strand, b->strand);

    if (whole == TOGETHER_NO)
        return whole;
    struct moment x = place_moment(ctx, a), y = place_moment(ctx, b);
    enum together at = parallel_at(p, &x, &y);
    return at < whole ? at : whole;
}

/* A variable of the function, or what it has just allocated. */
static bool is_own_object(struct rule_context *ctx, loc_id lock)
{
    const struct locs *l = flow_locs(ctx->flow);
    const struct loc *root = loc_get(l, loc_get(l, lock)->root);
    bool has_pointer = false;

    for (const struct loc *o = loc_get(l, lock); o->parent.v; o = loc_get(l, o->parent))
        has_pointer |= o->kind == LOC_DEREF;
    if (root->kind == LOC_RESULT)
        return ctx->flow->site_cat[root->id] && ctx->flow->site_cat[root->id]->alloc;
    return root->kind == LOC_LOCAL && !has_pointer;
}

bool same_lock(struct rule_context *ctx, uint32_t class, const struct lock_place *a, loc_id lock_a,
               const struct lock_place *b, loc_id lock_b, enum confidence *conf)
{
    struct locs *l = flow_locs(ctx->flow);
    struct escapes *e = flow_escapes(ctx->flow);
    bool two = a->strand == b->strand && a->root.v == b->root.v;

    *conf = CONF_HIGH;
    if (lock_class_is_one(shared_lock_uses(ctx), class))
        return true;
    enum alias alias = escape_alias(e, a->root, lock_a, b->root, lock_b, two);
    if (alias == ALIAS_NO || escape_surely_other(e, a->root, lock_a, b->root, lock_b, two))
        return false;
    if (alias == ALIAS_SAME || (lock_a.v == lock_b.v && loc_global(l, lock_a).v))
        return true;
    /* each thread may have its own */
    *conf = is_own_object(ctx, lock_a) || is_own_object(ctx, lock_b) ? CONF_LOW : CONF_MEDIUM;
    return true;
}

/* ---- words ---- */
const char *duration_words(struct arena *a, double ms)
{
    if (ms >= 999500)
        return arena_printf(a, "%.0f s", ms / 1000); /* not 1.27e+03 */
    if (ms >= 1000)
        return arena_printf(a, "%.3g s", ms / 1000);
    if (ms >= 1)
        return arena_printf(a, "%.3g ms", ms);
    if (ms >= 0.001)
        return arena_printf(a, "%.3g us", ms * 1000);
    return arena_printf(a, "%.3g ns", ms * 1e6);
}

const char *strand_words(struct rule_context *ctx, const struct lock_place *p)
{
    const struct parallel *par = shared_parallel(ctx);
    const char *what = parallel_what(par, p->strand);
    const struct strand *s = &par->strands[p->strand];

    if (s->kind == STRAND_MAIN && s->n_roots && s->roots[0].v == p->root.v)
        return what;
    if (s->n_roots && s->roots[0].v != p->root.v)
        return arena_printf(ctx->arena, "callback %s()", ctx->program->funcs[p->root.v].name);
    return arena_printf(ctx->arena, "%s %s()", what, ctx->program->funcs[p->root.v].name);
}

struct side place_side(struct rule_context *ctx, const struct lock_place *p, const char *what)
{
    struct side side = {.what = what, .at = lock_use_spot(ctx->flow, p->use)};

    side.intro = arena_printf(ctx->arena, "runs in %s", strand_words(ctx, p));
    side.steps = lock_use_steps(ctx->arena, shared_lock_uses(ctx), p->root, p->use,
                                &side.n_steps);
    return side;
}

const char *place_lock_name(struct rule_context *ctx, const struct lock_place *p, loc_id lock)
{
    return lock_name(ctx->arena, ctx->flow, p->root, lock);
}
