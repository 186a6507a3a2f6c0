/* Lazy facts: a run with few rules selected pays for those only. And words that rules share. */
#include "rules/shared.h"

#include "flow/fork_side.h"
#include "flow/spots.h"
#include "rules/lock_places.h"
#include "rules/per_request.h"

struct rule_shared {
    struct parallel *parallel;
    struct lock_uses *lock_uses;
    struct lock_places *lock_places;
    struct models *models;
    struct per_request *per_request;
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

static bool makes_thread_or_process(const struct rule_context *ctx, site_id site,
                                    const struct cat_func *cat)
{
    bool makes = site_forks(ctx->flow, site);
    for (uint32_t i = 0; cat && i < cat->n_registers && !ctx->program->sites[site.v].n_edges; i++)
        makes |= cat->registers[i].domain == DOM_THREAD;
    return makes;
}

struct per_request *shared_per_request(struct rule_context *ctx)
{
    struct rule_shared *s = shared(ctx);
    if (!s->per_request) {
        s->per_request = arena_new(ctx->arena, struct per_request);
        per_request_find(ctx, makes_thread_or_process, s->per_request);
    }
    return s->per_request;
}

static bool is_direct(const struct walk *w, uint32_t visit)
{
    for (; visit != UINT32_MAX; visit = w->visits.v[visit].parent)
        if (w->visits.v[visit].via.v && w->visits.v[visit].via_kind != EDGE_DIRECT)
            return false;
    return true;
}

struct models *shared_models(struct rule_context *ctx)
{
    struct rule_shared *s = shared(ctx);
    uint32_t n = ctx->program->n_sites;
    if (s->models)
        return s->models;
    const struct per_request *found = shared_per_request(ctx);
    bool *per_request = arena_array(ctx->arena, bool, n + 1);
    bool *limited = arena_array(ctx->arena, bool, n + 1);
    for (uint32_t i = 1; i < n; i++) {
        const struct made *m = &found->made[i];
        if (!m->site.v)
            continue;
        /* made at start-up too, and by way of pointers for a request: more likely it is not */
        bool is_sure = m->kind != REQUEST_EVENT && is_direct(&found->walk, m->visit);
        per_request[i] = is_sure || !ctx->domains->start_up[i];
        limited[i] = found->made[i].is_limited;
    }
    struct model_requests requests = {per_request, limited};
    s->models = models_find(ctx->arena, ctx->flow, ctx->domains, shared_parallel(ctx), &requests,
                            ctx->stated);
    return s->models;
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
