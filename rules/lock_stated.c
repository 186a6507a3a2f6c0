/*
 * For CA206: calls that break what the callee's declaration states. A lock that it REQUIRES is
 * looked for along whole chains from a thread's start, not only in the function that calls: a
 * helper without attributes may run with its caller's lock. A lock that it EXCLUDES is looked for
 * in the calling function.
 */
#include "flow/spots.h"
#include "flow/stated.h"
#include "rules/lock_misuse.h"

/* Not held by any name that could mean it, and nothing unknown is held. */
static bool is_surely_missing(struct misuse *m, const struct lock_use *use)
{
    ASSERT(use->kind == LOCK_USE_NEED && use->lock.v);
    struct lockset held = lockset_get(m->locks, use->held);
    uint32_t class = lock_class(m->uses, use->lock);

    for (uint32_t i = 0; i < held.n; i++) {
        loc_id lock = held.v[i].lock;
        if (!lock_maybe_held(held.v[i].states))
            continue;
        if (!lock.v || loc_may_alias(m->locs, lock, use->lock) ||
            loc_has_prefix(m->locs, lock, use->lock) || lock_class(m->uses, lock) == class)
            return false;
    }
    return loc_get(m->locs, loc_get(m->locs, use->lock)->root)->kind != LOC_UNKNOWN;
}

static bool is_exempt(struct misuse *m, gfunc_id func)
{
    gsym_id sym = m->ctx->program->funcs[func.v].sym;
    return stated_of(flow_stated(m->ctx->flow), sym).is_exempt;
}

static void check_need(struct misuse *m, uint32_t strand, gfunc_id root,
                       const struct lock_use *use)
{
    const struct program *p = m->ctx->program;

    if (use->kind != LOCK_USE_NEED || use->weak || m->done[use->site.v] ||
        is_exempt(m, use->func) || !is_surely_missing(m, use))
        return;
    struct lock_place place = {.strand = strand, .root = root, .use = use};
    struct moment here = place_moment(m->ctx, &place);
    if (!shared_in_parallel(m->ctx, &here))
        return;
    const char *name = lock_name(m->ctx->arena, m->ctx->flow, root, use->lock);
    struct misuse_finding f = {
        .func = root, .site = use->site, .lock = use->lock, .level = LEVEL_WARNING,
        .conf = use->depth ? CONF_MEDIUM : CONF_HIGH, .use = use,
        .message = arena_printf(m->ctx->arena, "%s() is declared to need '%s', which is not held "
                                               "here",
                                site_callee_name(m->ctx->arena, p, use->site), name),
        .help = "take the lock before the call; where no other thread can run yet, say so with "
                "NO_THREAD_SAFETY_ANALYSIS"};
    misuse_report(m, &f);
}

static void check_excluded(struct misuse *m, site_id site)
{
    const struct site *s = &m->ctx->program->sites[site.v];
    struct stated_list list = stated_of(flow_stated(m->ctx->flow), s->callee);

    for (uint32_t i = 0; i < list.n && !m->done[site.v]; i++) {
        loc_id lock = loc_substitute(m->locs, list.v[i].lock, site);
        if (list.v[i].attr != ATTR_EXCLUDES || !lock.v || is_exempt(m, s->caller) ||
            !lockset_reaches(m->locks, s->caller, s->op) ||
            !misuse_is_stable(m, s->caller, lock) ||
            misuse_is_recursive(m, lock, list.v[i].kind))
            continue;
        uint8_t states = lockset_state(m->locks, lockset_at(m->locks, s->caller, s->op), lock);
        if (!lock_is_held(states))
            continue;
        struct misuse_finding f = {
            .func = s->caller, .site = site, .lock = lock, .level = LEVEL_WARNING,
            .conf = CONF_HIGH,
            .message = arena_printf(m->ctx->arena, "%s() is declared to take %s itself, which is "
                                                   "held here",
                                    site_callee_name(m->ctx->arena, m->ctx->program, site),
                                    misuse_name(m, s->caller, lock)),
            .help = "release the lock before the call"};
        misuse_report(m, &f);
    }
}

void misuse_stated(struct misuse *m)
{
    const struct parallel *par = shared_parallel(m->ctx);

    for (uint32_t s = 0; s < par->n; s++) {
        for (uint32_t r = 0; par->strands[s].kind != STRAND_OUTSIDE && r < par->strands[s].n_roots;
             r++) {
            struct lock_use_list list = lock_uses_of(m->uses, par->strands[s].roots[r]);
            for (uint32_t i = 0; i < list.n; i++)
                check_need(m, s, par->strands[s].roots[r], &list.v[i]);
        }
    }
    for (uint32_t i = 1; i < m->ctx->program->n_sites; i++)
        if (m->ctx->program->sites[i].callee.v)
            check_excluded(m, (site_id){i});
}
