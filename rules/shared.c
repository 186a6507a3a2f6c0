/* Lazy facts: a run with few rules selected pays for those only. And words that rules share. */
#include "rules/shared.h"

#include "flow/spots.h"
#include "rules/lock_places.h"

struct rule_shared {
    struct parallel *parallel;
    struct lock_uses *lock_uses;
    struct lock_places *lock_places;
};

static struct rule_shared *shared(struct rule_context *ctx)
{
    ASSERT(ctx->arena && ctx->flow);
    if (!ctx->shared)
        ctx->shared = arena_new(ctx->arena, struct rule_shared);
    return ctx->shared;
}

struct parallel *shared_parallel(struct rule_context *ctx)
{
    struct rule_shared *s = shared(ctx);
    if (!s->parallel)
        s->parallel = parallel_find(ctx->arena, ctx->flow, ctx->domains);
    return s->parallel;
}

struct lock_uses *shared_lock_uses(struct rule_context *ctx)
{
    struct rule_shared *s = shared(ctx);
    if (!s->lock_uses)
        s->lock_uses = lock_uses_find(ctx->arena, ctx->flow);
    return s->lock_uses;
}

struct lock_places *shared_lock_places(struct rule_context *ctx)
{
    struct rule_shared *s = shared(ctx);
    if (!s->lock_places)
        s->lock_places = lock_places_find(ctx);
    return s->lock_places;
}

bool shared_in_parallel(struct rule_context *ctx, const struct moment *here)
{
    const struct parallel *p = shared_parallel(ctx);

    for (uint32_t s = 0; s < p->n; s++) {
        struct moment there = {.strand = s};
        if (parallel_strands(p, here->strand, s) == TOGETHER_NO || !p->strands[s].n_roots)
            continue;
        there.func = p->strands[s].roots[0];
        if (parallel_at(p, here, &there) != TOGETHER_NO)
            return true;
    }
    return false;
}

void shared_entry_step(struct rule_context *ctx, const struct entry *e, struct step *first)
{
    const struct cat_framework *fw = catalog_framework(ctx->catalog, e->library);
    struct arena *a = ctx->arena;

    if (e->region.v)
        first->via = arena_printf(a, "loop around %s() at", e->library);
    else
        first->via = arena_printf(a, "%s registered at",
                                  fw ? fw->label : arena_printf(a, "%s callback", e->library));
    first->via_at = spot_of(ctx->program, e->where_unit, e->place,
                            e->where.v ? ctx->program->funcs[e->where.v].name : NULL);
}
