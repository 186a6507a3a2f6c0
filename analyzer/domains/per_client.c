/*
 * A thread or child that is made for each client may wait as long as it likes: it holds up nobody
 * else. What is made while accepting, or on an event loop, is per client; what is made by start-up
 * code is not. A hand-written wait loop that can only be reached in per-client code is no event
 * loop.
 */
#include "domains/collect.h"
#include "flow/context.h"
#include "flow/fork_side.h"
#include "flow/shape.h"
#include "flow/walk.h"

struct per_client {
    struct collect *c;
    bool *site_per_client; /* [site] runs for each client */
    VEC(struct walk_start) starts;
};

static void mark(void *user, const struct walk *w, uint32_t visit, site_id site,
                 const struct cat_func *cat)
{
    struct per_client *k = user;
    (void)w;
    (void)visit;
    (void)cat;
    k->site_per_client[site.v] = true;
}

static void start_at(struct per_client *k, gfunc_id func, loop_id region)
{
    struct walk_start s = {.func = func, .region = region, .conf = CONF_HIGH};
    ASSERT(func.v);
    vec_push(k->c->arena, &k->starts, s);
}

/* The loops around calls that accept. */
static void add_accept_loops(struct per_client *k)
{
    const struct flow_facts *f = k->c->flow;
    const struct program *p = f->program;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct site *s = &p->sites[i];
        if (!site_accepts(f, (site_id){i}))
            continue;
        const struct func_shape *shape = flow_shape(f, s->caller);
        loop_id l = shape->unit->blocks[shape->func->blocks.first + shape_block_of(shape, s->op)]
                        .loop;
        if (l.v)
            start_at(k, s->caller, l);
    }
}

/* ---- which functions run outside of per-client code ---- */
static bool *shared_reach(struct per_client *k)
{
    struct collect *c = k->c;
    const struct program *p = c->flow->program;
    bool *called = arena_array(c->arena, bool, p->n_funcs + 1);
    bool *reached = arena_array(c->arena, bool, p->n_funcs + 1);
    struct arena scratch;
    struct walk w;

    arena_init(&scratch);
    k->starts.n = 0;
    for (uint32_t i = 1; i < p->n_edges; i++)
        called[p->edges[i].to.v] = true;
    for (uint32_t i = 0; i < c->entries.n; i++) {
        const struct entry *e = &c->entries.v[i];
        if (e->region.v)
            continue;
        if (!e->per_client)
            start_at(k, e->func, (loop_id){0});
        called[e->func.v] = true;
    }
    for (uint32_t i = 1; i < p->n_funcs; i++)
        if (!called[i])
            start_at(k, (gfunc_id){i}, (loop_id){0});
    walk_run(&scratch, c->flow, k->starts.v, k->starts.n, WALK_ENDING_PATHS, NULL, NULL, NULL, &w);
    for (uint32_t i = 0; i < w.visits.n; i++)
        reached[w.visits.v[i].func.v] = true;
    arena_release(&scratch);
    return reached;
}

/* Functions that a forked child runs, when the fork is not made for each client: workers. */
static void add_child_starts(struct per_client *k)
{
    const struct flow_facts *f = k->c->flow;
    const struct program *p = f->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        if (!site_forks(f, (site_id){i}) || k->site_per_client[i])
            continue;
        gfunc_id caller = p->sites[i].caller;
        const struct prog_func *pf = &p->funcs[caller.v];
        for (uint32_t s = 0; s < pf->n_sites; s++) {
            const struct site *at = &p->sites[pf->first_site + s];
            for (uint32_t e = 0; e < at->n_edges; e++)
                start_at(k, p->edges[at->first_edge + e].to, (loop_id){0});
        }
    }
}

void judge_per_client(struct collect *c)
{
    const struct program *p = c->flow->program;
    struct per_client k = {.c = c,
                           .site_per_client = arena_array(c->arena, bool, p->n_sites + 1)};
    struct arena scratch;
    struct walk w;
    uint32_t kept = 0;

    arena_init(&scratch);
    add_accept_loops(&k);
    for (uint32_t i = 0; i < c->entries.n; i++)
        if (c->entries.v[i].domain == DOM_LOOP && !c->entries.v[i].region.v)
            start_at(&k, c->entries.v[i].func, (loop_id){0});
    walk_run(&scratch, c->flow, k.starts.v, k.starts.n, WALK_ENDING_PATHS, NULL, mark, &k, &w);
    for (uint32_t i = 0; i < c->entries.n; i++) {
        struct entry *e = &c->entries.v[i];
        if (e->domain == DOM_THREAD || e->domain == DOM_CHILD)
            e->per_client = e->site.v && k.site_per_client[e->site.v];
    }

    bool *shared = shared_reach(&k);
    k.starts.n = 0;
    add_child_starts(&k);
    walk_run(&scratch, c->flow, k.starts.v, k.starts.n, WALK_ENDING_PATHS, NULL, NULL, NULL, &w);
    for (uint32_t i = 0; i < w.visits.n; i++)
        shared[w.visits.v[i].func.v] = true;
    arena_release(&scratch);
    for (uint32_t i = 0; i < c->entries.n; i++) {
        const struct entry *e = &c->entries.v[i];
        if (!e->region.v || shared[e->func.v])
            c->entries.v[kept++] = *e;
    }
    c->entries.n = kept;
}
