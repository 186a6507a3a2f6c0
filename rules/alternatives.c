/*
 * A pointer to many functions that is called once in a run picks one of them: the test of a test
 * runner, the command of a command line. What only one of them leads to, and what only another one
 * leads to, does not happen in one process. For each such call every function gets the set of
 * targets that lead to it; calls and registrations of callbacks lead on.
 */
#include "rules/alternatives.h"

#include "flow/shape.h"
#include "rules/shared.h"

enum { MANY_TARGETS = 8, MAX_TABLES = 64, MAX_STEPS = 16000000 };

struct table {
    uint32_t site, words;
    uint64_t *of; /* [gfunc * words] bit i: target i leads there */
};
struct alternatives {
    struct rule_context *ctx;
    struct table tables[MAX_TABLES];
    uint32_t n;
    uint32_t steps;  /* of all tables; a table that takes too many is left out */
    gfunc_id *stack; /* scratch */
    uint32_t *first; /* [gfunc] entry that is registered there + 1 */
    uint32_t *next;  /* [entry] */
};

static bool is_table(const struct program *p, uint32_t site)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < p->sites[site].n_edges; i++)
        n += p->edges[p->sites[site].first_edge + i].kind == EDGE_POINTER;
    return !p->sites[site].callee.v && n > MANY_TARGETS;
}

/* In a loop all of them may run, one after the other, and leave threads behind. */
static bool is_in_loop(const struct alternatives *x, uint32_t site)
{
    const struct site *s = &x->ctx->program->sites[site];
    return shape_loop_of(flow_shape(x->ctx->flow, s->caller), s->op).v != 0;
}

static bool mark(const struct table *t, gfunc_id func, uint32_t target)
{
    uint64_t *word = &t->of[func.v * t->words + target / 64], bit = UINT64_C(1) << (target % 64);
    bool is_new = !(*word & bit);
    ASSERT(target < 64 * t->words);
    *word |= bit;
    return is_new;
}

/* All functions that the target leads to; the table's own call is not followed. */
static void spread(struct alternatives *x, const struct table *t, gfunc_id from, uint32_t target)
{
    const struct program *p = x->ctx->program;
    const struct domains *d = x->ctx->domains;
    uint32_t top = 0;

    if (mark(t, from, target))
        x->stack[top++] = from;
    while (top && x->steps < MAX_STEPS) {
        gfunc_id func = x->stack[--top];
        const struct prog_func *pf = &p->funcs[func.v];
        for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++)
            for (uint32_t e = 0; i != t->site && e < p->sites[i].n_edges; e++, x->steps++)
                if (p->edges[p->sites[i].first_edge + e].kind != EDGE_SIGNATURE &&
                    mark(t, p->edges[p->sites[i].first_edge + e].to, target))
                    x->stack[top++] = p->edges[p->sites[i].first_edge + e].to;
        for (uint32_t i = x->first[func.v]; i; i = x->next[i - 1], x->steps++)
            if (mark(t, d->entries[i - 1].func, target))
                x->stack[top++] = d->entries[i - 1].func;
    }
}

static void add_table(struct alternatives *x, uint32_t site)
{
    const struct program *p = x->ctx->program;
    struct table *t = &x->tables[x->n];

    *t = (struct table){.site = site, .words = p->sites[site].n_edges / 64 + 1};
    if ((uint64_t)t->words * p->n_funcs > MAX_STEPS)
        return;
    t->of = arena_array(x->ctx->arena, uint64_t, (size_t)t->words * (p->n_funcs + 1));
    for (uint32_t i = 0; i < p->sites[site].n_edges; i++)
        if (p->edges[p->sites[site].first_edge + i].kind == EDGE_POINTER)
            spread(x, t, p->edges[p->sites[site].first_edge + i].to, i);
    x->n += x->steps < MAX_STEPS;
}

struct alternatives *alternatives_find(struct rule_context *ctx)
{
    struct alternatives *x = arena_new(ctx->arena, struct alternatives);

    x->ctx = ctx;
    x->stack = arena_array(ctx->arena, gfunc_id, ctx->program->n_funcs + 1);
    x->first = arena_array(ctx->arena, uint32_t, ctx->program->n_funcs + 1);
    x->next = arena_array(ctx->arena, uint32_t, ctx->domains->n + 1);
    for (uint32_t i = 0; i < ctx->domains->n; i++) {
        x->next[i] = x->first[ctx->domains->entries[i].where.v];
        x->first[ctx->domains->entries[i].where.v] = i + 1;
    }
    for (uint32_t i = 1; i < ctx->program->n_sites && x->n < MAX_TABLES; i++)
        if (is_table(ctx->program, i) && !is_in_loop(x, i))
            add_table(x, i);
    return x;
}

/* ---- questions ---- */
static bool join(const struct table *t, uint64_t *all, gfunc_id func)
{
    uint64_t any = 0;
    for (uint32_t w = 0; w < t->words; w++) {
        all[w] |= t->of[func.v * t->words + w];
        any |= t->of[func.v * t->words + w];
    }
    return any != 0;
}

/* The targets that lead to a place that starts the root: a thread's creations, a callback's
 * registrations. False: some place is reached without the table. */
static bool targets_of(const struct alternatives *x, const struct table *t, uint32_t strand,
                       gfunc_id root, uint64_t *all)
{
    const struct strand *s = &shared_parallel(x->ctx)->strands[strand];
    const struct domains *d = x->ctx->domains;
    bool is_first = s->n_roots && s->roots[0].v == root.v, any = false;

    for (uint32_t i = 0; is_first && i < s->n_creations; i++, any = true)
        if (!join(t, all, s->creations[i].func))
            return false;
    for (uint32_t i = 0; !is_first && i < d->n; i++) {
        if (d->entries[i].func.v != root.v)
            continue;
        if (!d->entries[i].where.v || !join(t, all, d->entries[i].where))
            return false;
        any = true;
    }
    return any;
}

bool alternatives_exclude(const struct alternatives *x, uint32_t strand_a, gfunc_id root_a,
                          uint32_t strand_b, gfunc_id root_b)
{
    struct arena scratch;
    bool excluded = false;

    arena_init(&scratch);
    for (uint32_t i = 0; i < x->n && !excluded; i++) {
        const struct table *t = &x->tables[i];
        uint64_t *a = arena_array(&scratch, uint64_t, t->words);
        uint64_t *b = arena_array(&scratch, uint64_t, t->words);
        if (!targets_of(x, t, strand_a, root_a, a) || !targets_of(x, t, strand_b, root_b, b))
            continue;
        excluded = true;
        for (uint32_t w = 0; w < t->words; w++)
            excluded &= !(a[w] & b[w]);
    }
    arena_release(&scratch);
    return excluded;
}
