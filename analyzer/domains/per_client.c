/*
 * A thread or child that is made for each client may wait as long as it likes: it holds up nobody
 * else. What is made while accepting, or on an event loop, is per client; what is made by start-up
 * code is not. A hand-written wait loop that can only be reached in per-client code is no event
 * loop.
 */
#include <string.h>

#include "domains/collect.h"
#include "flow/context.h"
#include "flow/fork_side.h"
#include "flow/shape.h"
#include "flow/walk.h"

struct per_client {
    struct collect *c;
    bool *site_per_client; /* [site] runs for each client */
    bool *site_start_up;   /* [site] runs at start-up, whoever else runs it */
    uint32_t n_accept_loops; /* the first ones of starts */
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

/* ---- which functions the start-up code runs, outside of loops that serve ---- */
static void block_loop(const struct flow_facts *f, gfunc_id func, loop_id loop, bool *blocked)
{
    const struct prog_func *pf = &f->program->funcs[func.v];
    const struct func_shape *s = flow_shape(f, func);
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++)
        blocked[i] |= !loop.v || shape_in_loop(s, shape_block_of(s, f->program->sites[i].op), loop);
}

/* A loop around a call that takes datagrams serves as well. */
static void block_datagram_loops(const struct flow_facts *f, bool *blocked)
{
    for (uint32_t i = 1; i < f->program->n_sites; i++) {
        const struct cat_func *cat = f->site_cat[i];
        const struct site *s = &f->program->sites[i];
        if (!cat || (strcmp(cat->name, "recvfrom") != 0 && strcmp(cat->name, "recvmsg") != 0))
            continue;
        loop_id l = shape_loop_of(flow_shape(f, s->caller), s->op);
        if (l.v)
            block_loop(f, s->caller, l, blocked);
    }
}

/* From the functions that nobody calls; not into loops that accept or wait, nor into callbacks. */
static void start_up_reach(struct per_client *k, struct arena *scratch)
{
    const struct program *p = k->c->flow->program;
    bool *blocked = arena_array(scratch, bool, p->n_sites + 1);
    bool *called = arena_array(scratch, bool, p->n_funcs + 1);
    bool *reached = arena_array(scratch, bool, p->n_funcs + 1);
    gfunc_id *stack = arena_array(scratch, gfunc_id, p->n_funcs + 1);
    uint32_t top = 0;

    for (uint32_t i = 0; i < k->n_accept_loops; i++)
        block_loop(k->c->flow, k->starts.v[i].func, k->starts.v[i].region, blocked);
    block_datagram_loops(k->c->flow, blocked);
    for (uint32_t i = 0; i < k->c->entries.n; i++) {
        const struct entry *e = &k->c->entries.v[i];
        called[e->func.v] |= !e->region.v;
        if (e->domain == DOM_LOOP)
            block_loop(k->c->flow, e->func, e->region, blocked);
    }
    for (uint32_t i = 1; i < p->n_edges; i++)
        called[p->edges[i].to.v] = true;
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        if (!called[i]) {
            reached[i] = true;
            stack[top++] = (gfunc_id){i};
        }
    }
    while (top) {
        const struct prog_func *pf = &p->funcs[stack[--top].v];
        for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
            const struct site *s = &p->sites[i];
            for (uint32_t e = 0; e < s->n_edges && !blocked[i]; e++) {
                gfunc_id to = p->edges[s->first_edge + e].to;
                if (reached[to.v] || p->edges[s->first_edge + e].kind == EDGE_SIGNATURE)
                    continue;
                reached[to.v] = true;
                stack[top++] = to;
            }
        }
    }
    for (uint32_t i = 1; i < p->n_sites; i++) /* a fork in such a loop is the loop's */
        k->site_start_up[i] = !blocked[i] && reached[p->sites[i].caller.v];
}

/* Functions that a forked child runs, when the fork is not made for each client: workers. */
static void add_child_starts(struct per_client *k)
{
    const struct flow_facts *f = k->c->flow;
    const struct program *p = f->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        if (!site_forks(f, (site_id){i}) || (k->site_per_client[i] && !k->site_start_up[i]))
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

/* Functions that a child which is forked for one client surely runs: a loop in there serves that
 * client, also when another mode of the program runs it without forking. */
static bool *session_reach(struct per_client *k)
{
    const struct flow_facts *f = k->c->flow;
    const struct program *p = f->program;
    bool *reached = arena_array(k->c->arena, bool, p->n_funcs + 1);
    struct arena scratch;
    struct walk w;

    arena_init(&scratch);
    k->starts.n = 0;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        struct walk_start s = {.func = p->sites[i].caller, .conf = CONF_HIGH,
                               .ctx = {.child_of = {i}}};
        if (site_forks(f, (site_id){i}) && k->site_per_client[i] && !k->site_start_up[i])
            vec_push(k->c->arena, &k->starts, s);
    }
    walk_run(&scratch, f, k->starts.v, k->starts.n, WALK_ENDING_PATHS, NULL, NULL, NULL, &w);
    for (uint32_t i = 0; i < w.visits.n; i++) {
        const struct visit *v = &w.visits.v[i];
        reached[v->func.v] |= v->parent != UINT32_MAX && v->conf == CONF_HIGH &&
                              !f->funcs[v->func.v].accepts;
    }
    arena_release(&scratch);
    return reached;
}

void judge_per_client(struct collect *c)
{
    const struct program *p = c->flow->program;
    struct per_client k = {.c = c,
                           .site_per_client = arena_array(c->arena, bool, p->n_sites + 1),
                           .site_start_up = arena_array(c->arena, bool, p->n_sites + 1)};
    struct arena scratch;
    struct walk w;
    uint32_t kept = 0;

    arena_init(&scratch);
    add_accept_loops(&k);
    k.n_accept_loops = k.starts.n;
    start_up_reach(&k, &scratch);
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
    const bool *sessions = session_reach(&k);
    for (uint32_t i = 0; i < c->entries.n; i++) {
        const struct entry *e = &c->entries.v[i];
        if (!e->region.v || (shared[e->func.v] && !sessions[e->func.v]))
            c->entries.v[kept++] = *e;
    }
    c->entries.n = kept;
    c->start_up = k.site_start_up;
}
