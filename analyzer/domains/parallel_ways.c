/*
 * Chains of calls to show: a breadth-first walk over the strand's calls that carries one bit, "the
 * partner may be running", so that the chain shown is one on which the two can meet, and not a
 * shorter one at start-up.
 */
#include "domains/parallel_internal.h"

#include <string.h>

enum { MANY_TARGETS = 8 };

struct finding_ways {
    struct parallel_ways *w;
    struct arena *arena;
    bool told; /* the order tells whether the partner runs */
    VEC(uint32_t) queue[CONF_HIGH + 1];
};

static bool may_run(const struct parallel_ways *w, bool told, gfunc_id func, op_id op, bool entry)
{
    uint64_t before[ORDER_WORDS] = {0}, state[ORDER_WORDS];
    if (!told)
        return true;
    if (entry)
        set_add(before, w->partner);
    order_state(w->p, func, op, before, state);
    return set_has(state, w->partner);
}

static void push(struct finding_ways *k, struct visit v, bool running)
{
    uint32_t *known = &k->w->visit_of[(size_t)v.func.v * 2 + running];
    if (*known || !is_in_program(k->w->p->order->made, k->w->strand, v.func))
        return;
    *known = k->w->walk.visits.n + 1;
    vec_push(k->arena, &k->queue[v.conf], k->w->walk.visits.n);
    vec_push(k->arena, &k->w->walk.visits, v);
}

static void enter(struct finding_ways *k, uint32_t from, site_id site, gfunc_id to, uint8_t kind,
                  uint8_t conf, bool running)
{
    const struct visit *v = &k->w->walk.visits.v[from];
    struct visit next = {.func = to, .parent = from, .via = site, .via_kind = kind,
                         .conf = v->conf < conf ? v->conf : conf, .tag = v->tag,
                         .depth = v->depth + 1};
    push(k, next, running);
}

static void visit(struct finding_ways *k, uint32_t index, bool running)
{
    const struct parallel *p = k->w->p;
    const struct making *m = p->order->made;
    const struct program *prog = m->flow->program;
    gfunc_id func = k->w->walk.visits.v[index].func;
    const struct prog_func *pf = &prog->funcs[func.v];

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *s = &prog->sites[i];
        uint32_t from = m->called_back_first[i], to = m->called_back_first[i + 1];
        if (!s->n_edges && from == to)
            continue;
        bool then = may_run(k->w, k->told, func, s->op, running);
        uint8_t conf = s->n_edges > MANY_TARGETS ? CONF_MEDIUM : CONF_HIGH;
        for (uint32_t e = s->first_edge; e < s->first_edge + s->n_edges; e++) {
            uint8_t kind = prog->edges[e].kind;
            if (is_entered(m, k->w->strand, s, &prog->edges[e]))
                enter(k, index, (site_id){i}, prog->edges[e].to, kind,
                      kind == EDGE_DIRECT ? CONF_HIGH : conf, then);
        }
        for (uint32_t c = from; c < to; c++)
            enter(k, index, (site_id){i}, m->called_back.v[c].func, EDGE_POINTER, CONF_HIGH, then);
    }
}

static void start(struct finding_ways *k)
{
    const struct parallel *p = k->w->p;
    const struct strand *s = &p->strands[k->w->strand];
    const uint64_t *entry = p->order->entry[k->w->strand];

    for (uint32_t i = 0; i < s->n_roots; i++) {
        struct visit v = {.func = s->roots[i], .parent = UINT32_MAX, .tag = k->w->strand,
                          .conf = s->sure ? CONF_HIGH : CONF_MEDIUM};
        bool running = !k->told || set_has(&entry[(size_t)v.func.v * p->words], k->w->partner);
        push(k, v, running);
    }
}

struct parallel_ways *parallel_ways_find(struct arena *a, const struct parallel *p,
                                         uint32_t strand, uint32_t partner)
{
    struct parallel_ways *w = arena_new(a, struct parallel_ways);
    struct finding_ways k = {.w = w, .arena = a};
    uint32_t next[CONF_HIGH + 1] = {0};

    ASSERT(strand < p->n && (partner < p->n || partner == UINT32_MAX));
    w->p = p;
    w->strand = strand;
    w->partner = partner;
    w->walk.flow = p->order->flow;
    w->visit_of = arena_array(a, uint32_t, (size_t)p->order->flow->program->n_funcs * 2 + 2);
    k.told = partner != UINT32_MAX && order_tells(p, strand, partner);
    start(&k);
    for (int conf = CONF_HIGH; conf >= CONF_LOW; conf--)
        while (next[conf] < k.queue[conf].n) {
            uint32_t index = k.queue[conf].v[next[conf]++];
            gfunc_id func = w->walk.visits.v[index].func;
            visit(&k, index, w->visit_of[(size_t)func.v * 2 + 1] == index + 1);
        }
    return w;
}

bool parallel_way_to(const struct parallel_ways *w, gfunc_id func, op_id op, uint32_t *visit)
{
    bool told = w->partner != UINT32_MAX && order_tells(w->p, w->strand, w->partner);
    const struct visit *best = NULL;

    ASSERT(func.v && func.v < w->p->order->flow->program->n_funcs);
    for (uint32_t running = 0; running < 2; running++) {
        uint32_t known = w->visit_of[(size_t)func.v * 2 + running];
        const struct visit *v = known ? &w->walk.visits.v[known - 1] : NULL;
        if (!v || !may_run(w, told, func, op, running) ||
            (best && (best->conf > v->conf ||
                      (best->conf == v->conf && best->depth <= v->depth))))
            continue;
        best = v;
        *visit = known - 1;
    }
    return best != NULL;
}

/* ---- with locks ---- */
struct following {
    const struct making *m;
    uint32_t strand;
};

static bool is_followed(void *user, site_id site, const struct edge *e)
{
    const struct following *k = user;
    return e->kind == EDGE_AMBIGUOUS ||
           is_entered(k->m, k->strand, &k->m->flow->program->sites[site.v], e);
}

void parallel_held_walk(struct arena *a, const struct parallel *p, uint32_t strand,
                        const bool *relevant, held_phase *phase, void *user, struct held_walk *out)
{
    struct following k = {.m = p->order->made, .strand = strand};
    struct held_how how = {.relevant = relevant, .phase = phase, .phase_user = user,
                           .follows = is_followed, .follows_user = &k};

    ASSERT(strand < p->n);
    held_walk_run(a, p->order->flow, p->strands[strand].roots, p->strands[strand].n_roots, &how,
                  out);
}
