/*
 * Breadth first, so that the chain of a visit is the shortest one with its locks. A function that
 * has been entered with too many different sets of locks is not entered with further ones: what is
 * lost are further guarded ways, rarely the unguarded one, which is tried first.
 */
#include "flow/access_walk.h"

struct walking {
    struct arena *arena;
    const struct flow_facts *flow;
    struct locs *locs;
    struct locks *locks;
    const struct held_how *how;
    struct map seen;   /* function, locks */
    uint8_t *n_visits; /* [gfunc] */
    struct held_walk *out;
};

static void enter(struct walking *w, struct held_visit v, uint64_t phase)
{
    uint64_t key = hash_mix((uint64_t)v.func.v << 32 | v.held.v, phase);

    if (!w->how->relevant[v.func.v] || w->n_visits[v.func.v] >= HELD_VISITS ||
        !map_put_new(&w->seen, key, w->out->visits.n))
        return;
    w->n_visits[v.func.v]++;
    vec_push(w->arena, &w->out->visits, v);
}

static void follow(struct walking *w, uint32_t from, site_id site)
{
    const struct held_visit v = w->out->visits.v[from];
    const struct program *p = w->flow->program;
    const struct site *s = &p->sites[site.v];
    bool any = false;

    for (uint32_t i = 0; i < s->n_edges; i++)
        any |= w->how->relevant[p->edges[s->first_edge + i].to.v];
    if (!any || !lockset_reaches(w->locks, v.func, s->op))
        return;
    lockset_id here = lockset_at(w->locks, v.func, s->op);
    uint64_t phase = w->how->phase ? w->how->phase(w->how->phase_user, w->out, from, site) : 0;
    lockset_id held = lockset_enter(w->locks, lockset_compose(w->locks, v.held, here), site);
    /* a statement of the caller that did not parse may take or release locks */
    bool weak = v.weak || program_func(p, v.func)->quality != QUALITY_OK;
    for (uint32_t i = 0; i < s->n_edges; i++) {
        const struct edge *e = &p->edges[s->first_edge + i];
        if (e->kind == EDGE_SIGNATURE ||
            (w->how->follows && !w->how->follows(w->how->follows_user, site, e)))
            continue;
        enter(w, (struct held_visit){.func = e->to, .held = held, .parent = from, .via = site,
                                     .depth = v.depth + 1,
                                     .weak = weak || e->kind == EDGE_AMBIGUOUS}, phase);
    }
}

void held_walk_run(struct arena *a, const struct flow_facts *f, const gfunc_id *roots, uint32_t n,
                   const struct held_how *how, struct held_walk *out)
{
    struct walking w = {.arena = a, .flow = f, .locs = flow_locs(f), .locks = flow_locks(f),
                        .how = how, .out = out};

    *out = (struct held_walk){0};
    map_init(&w.seen, a);
    w.n_visits = arena_array(a, uint8_t, f->program->n_funcs + 1);
    for (uint32_t i = 0; i < n; i++)
        enter(&w, (struct held_visit){.func = roots[i], .parent = UINT32_MAX}, 0);
    for (uint32_t i = 0; i < out->visits.n; i++) {
        const struct prog_func *pf = &f->program->funcs[out->visits.v[i].func.v];
        for (uint32_t k = 0; k < pf->n_sites; k++)
            follow(&w, i, (site_id){pf->first_site + k});
    }
}

uint32_t held_chain(const struct held_walk *w, uint32_t visit, site_id *sites, uint32_t max)
{
    uint32_t depth = w->visits.v[visit].depth, n = depth < max ? depth : max;
    for (uint32_t i = depth; i-- > 0; visit = w->visits.v[visit].parent) {
        ASSERT(visit < w->visits.n);
        if (i < max)
            sites[i] = w->visits.v[visit].via;
    }
    return n;
}
