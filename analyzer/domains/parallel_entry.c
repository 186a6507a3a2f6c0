/*
 * The states in which the functions of a strand are entered: joined over the calls of the strand,
 * with the loop's state for callbacks: what may run where the loop is dispatched, and what any
 * callback leaves running.
 */
#include "domains/parallel_internal.h"

struct entering {
    const struct making *m;
    const struct parallel *p;
    const struct program *prog;
    uint32_t strand, words;
    uint64_t *entry, *loop, *state; /* loop: the state in which callbacks run */
    VEC(uint32_t) queue;
    uint32_t next;
    bool *queued, *seen;
};

static void enter(struct entering *n, uint32_t f, const uint64_t *state)
{
    uint32_t words = n->words;
    if (!is_in_program(n->m, n->strand, (gfunc_id){f}))
        return;
    bool grown = set_join(&n->entry[(size_t)f * words], state, words);
    if ((!grown && n->seen[f]) || n->queued[f])
        return;
    n->seen[f] = n->queued[f] = true;
    vec_push(n->m->arena, &n->queue, f);
}

static void enter_callbacks(struct entering *n)
{
    const struct strand *s = &n->p->strands[n->strand];
    for (uint32_t i = 1; i < s->n_roots; i++)
        enter(n, s->roots[i].v, n->loop);
}

static void leave_site(struct entering *n, uint32_t f, uint32_t site)
{
    const struct site *s = &n->prog->sites[site];
    const struct cat_func *cat = n->m->flow->site_cat[site];
    uint32_t from = n->m->called_back_first[site], to = n->m->called_back_first[site + 1];
    bool dispatches = cat && cat->waits && cat->waits->kind == WAIT_RUN;

    if (!s->n_edges && from == to && !dispatches)
        return;
    order_state(n->p, (gfunc_id){f}, s->op, &n->entry[(size_t)f * n->words], n->state);
    for (uint32_t e = s->first_edge; e < s->first_edge + s->n_edges; e++)
        if (is_entered(n->m, n->strand, s, &n->prog->edges[e]))
            enter(n, n->prog->edges[e].to.v, n->state);
    for (uint32_t c = from; c < to; c++)
        enter(n, n->m->called_back.v[c].func.v, n->state);
    if (dispatches && set_join(n->loop, n->state, n->words))
        enter_callbacks(n);
}

static void leave_root(struct entering *n, uint32_t f)
{
    const struct strand *s = &n->p->strands[n->strand];
    const struct func_order *fo = n->p->order->funcs[f];
    uint32_t words = n->words;

    for (uint32_t i = 1; fo && i < s->n_roots; i++) {
        if (s->roots[i].v != f)
            continue;
        for (uint32_t w = 0; w < words; w++)
            n->state[w] = fo->exit_started[w] | (n->entry[(size_t)f * words + w] &
                                                 ~fo->exit_ended[w]);
        if (set_join(n->loop, n->state, words))
            enter_callbacks(n);
        return;
    }
}

static bool runs_loop(const struct entering *n)
{
    for (uint32_t i = 1; i < n->prog->n_sites; i++) {
        const struct cat_func *cat = n->m->flow->site_cat[i];
        if (cat && cat->waits && cat->waits->kind == WAIT_RUN &&
            parallel_runs(n->p, n->strand, n->prog->sites[i].caller))
            return true;
    }
    return false;
}

static void enter_roots(struct entering *n)
{
    const struct strand *s = &n->p->strands[n->strand];
    uint64_t *none = arena_array(n->m->arena, uint64_t, n->words);

    for (uint32_t i = 0; i < n->p->n; i++) /* registered at file level: from the start */
        if (s->kind == STRAND_MAIN && n->p->strands[i].entry != UINT32_MAX &&
            !n->p->strands[i].n_creations)
            set_add(none, i);
    if (s->n_roots > 1 && !runs_loop(n))
        set_join(n->loop, &n->p->order->creates[(size_t)n->strand * n->words], n->words);
    if (s->kind == STRAND_OUTSIDE)
        set_join(n->loop, &n->p->order->creates[(size_t)n->strand * n->words], n->words);
    n->loop[n->strand / 64] &= ~((uint64_t)1 << (n->strand % 64));
    enter(n, s->roots[0].v, s->kind == STRAND_OUTSIDE ? n->loop : none);
    enter_callbacks(n);
}

void order_enter(struct making *m, uint32_t strand)
{
    uint32_t n_funcs = m->flow->program->n_funcs, words = m->p->words;
    struct entering n = {.m = m, .p = m->p, .prog = m->flow->program, .strand = strand,
                         .words = words, .loop = arena_array(m->arena, uint64_t, words),
                         .state = arena_array(m->arena, uint64_t, words),
                         .queued = arena_array(m->arena, bool, n_funcs + 1),
                         .seen = arena_array(m->arena, bool, n_funcs + 1)};

    ASSERT(strand < m->p->n && !m->p->order->entry[strand]);
    n.entry = arena_array(m->arena, uint64_t, ((size_t)n_funcs + 1) * words);
    m->p->order->entry[strand] = n.entry;
    enter_roots(&n);
    while (n.next < n.queue.n) {
        uint32_t f = n.queue.v[n.next++];
        const struct prog_func *pf = &n.prog->funcs[f];
        n.queued[f] = false;
        for (uint32_t i = 0; i < pf->n_sites; i++)
            leave_site(&n, f, pf->first_site + i);
        leave_root(&n, f);
    }
}
