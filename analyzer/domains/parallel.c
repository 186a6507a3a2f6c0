/*
 * Puts the parts together, makes the matrix of what runs together, and answers questions.
 *
 * The matrix comes from the states at the creations: whoever may be running when a strand is
 * created runs together with it; a strand that may be running when it is created again has several
 * instances (a loop that creates and joins in each turn has not).
 */
#include "domains/parallel.h"

#include <string.h>

#include "domains/parallel_internal.h"

static bool is_handler(const struct strand *s)
{
    return s->kind == STRAND_SIGNAL || s->kind == STRAND_CRASH;
}

static void mark_pair(struct parallel *p, uint32_t a, uint32_t b)
{
    set_add(&p->together[(size_t)a * p->words], b);
    set_add(&p->together[(size_t)b * p->words], a);
}

/* ---- the matrix ---- */
static void mark_new(struct parallel *p, uint32_t created, const uint64_t *running)
{
    const uint64_t *with = &p->order->creates[(size_t)created * p->words];
    for (uint32_t t = 0; t < p->n; t++) {
        if (!set_has(with, t))
            continue;
        for (uint32_t other = 0; other < p->n; other++) {
            if (!set_has(running, other))
                continue;
            if (other != t)
                mark_pair(p, t, other);
        }
    }
}

/* Instances of the strand itself, and of what it creates. */
static void mark_many(struct parallel *p, uint32_t created, const uint64_t *running)
{
    const uint64_t *with = &p->order->creates[(size_t)created * p->words];
    for (uint32_t t = 0; t < p->n; t++)
        if (set_has(with, t) && set_has(running, t) && !is_handler(&p->strands[t]) &&
            (t == created || !p->strands[t].once))
            p->strands[t].many = true;
}

static void mark_created_by(struct parallel *p, uint32_t strand, uint64_t *running)
{
    const struct parallel_order *o = p->order;
    uint32_t n_funcs = o->flow->program->n_funcs;
    static const uint64_t none[ORDER_WORDS];

    for (uint32_t f = 1; f < n_funcs; f++) {
        const struct func_order *fo = o->funcs[f];
        if (!fo || !set_has(&p->of_func[(size_t)f * p->words], strand))
            continue;
        for (uint32_t i = 0; i < fo->n_events; i++) {
            if (fo->events[i].strand == UINT32_MAX)
                continue;
            order_state(p, (gfunc_id){f}, fo->events[i].op,
                        &o->entry[strand][(size_t)f * p->words], running);
            mark_new(p, fo->events[i].strand, running);
            if (p->strands[fo->events[i].strand].once)
                order_state(p, (gfunc_id){f}, fo->events[i].op, none, running);
            mark_many(p, fo->events[i].strand, running);
        }
    }
}

/* What several instances create, or several strands that run together, has several instances. */
static void spread_many(struct parallel *p)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t s = 0; s < p->n; s++) {
            const uint64_t *below = &p->order->creates[(size_t)s * p->words];
            for (uint32_t t = 0; p->strands[s].many && t < p->n; t++) {
                if (!set_has(below, t) || p->strands[t].many || p->strands[t].once ||
                    is_handler(&p->strands[t]))
                    continue;
                p->strands[t].many = changed = true;
            }
        }
    }
}

static void spread_pairs(struct parallel *p)
{
    for (uint32_t s = 0; s < p->n; s++) {
        const uint64_t *a = &p->order->creates[(size_t)s * p->words];
        for (uint32_t r = 0; r < p->n; r++) {
            const uint64_t *b = &p->order->creates[(size_t)r * p->words];
            if (r == s ? !p->strands[s].many : !set_has(&p->together[(size_t)s * p->words], r))
                continue;
            for (uint32_t t = 0; t < p->n; t++)
                if (t != r && t != s && set_has(a, t) && set_has(b, t) &&
                    !is_handler(&p->strands[t]) && !p->strands[t].once && !set_has(b, s) &&
                    !set_has(a, r))
                    p->strands[t].many = true;
        }
    }
}

static void find_started_once(struct parallel *p)
{
    for (uint32_t t = 0; t < p->n; t++) {
        struct strand *s = &p->strands[t];
        s->once = s->n_creations > 0;
        for (uint32_t i = 0; i < s->n_creations; i++)
            s->once &= is_started_once(p->order->made, s->creations[i].func, s->creations[i].op,
                                       s->roots[0]);
    }
}

/* A pool that is told how many threads it has: more than one run the function side by side. */
static bool has_workers(const struct flow_facts *f, const struct creation *c)
{
    const struct cat_func *cat = c->inner.v ? f->site_cat[c->inner.v] : NULL;

    for (uint32_t i = 0; cat && i < cat->n_registers; i++) {
        if (cat->registers[i].workers < 0)
            continue;
        gfunc_id func = f->program->sites[c->inner.v].caller;
        struct absval n = context_eval(f, func, NULL,
                                       site_arg(f->program, c->inner, cat->registers[i].workers));
        return n.kind != ABS_INT || (n.num != 0 && n.num != 1);
    }
    return false;
}

static void mark_pools(struct parallel *p)
{
    for (uint32_t t = 0; t < p->n; t++)
        for (uint32_t i = 0; p->strands[t].kind == STRAND_POOL && i < p->strands[t].n_creations;
             i++)
            p->strands[t].many |= has_workers(p->order->flow, &p->strands[t].creations[i]);
}

static void make_matrix(struct parallel *p, struct arena *a)
{
    uint64_t *running = arena_array(a, uint64_t, p->words);

    find_started_once(p);
    p->together = arena_array(a, uint64_t, (size_t)p->n * p->words + 1);
    for (uint32_t s = 0; s < p->n; s++) {
        if (!p->order->entry[s])
            continue;
        for (uint32_t t = 0; t < p->n; t++)
            if (t != s && set_has(&p->order->creates[(size_t)s * p->words], t))
                mark_pair(p, s, t);
        mark_created_by(p, s, running);
    }
    mark_pools(p);
    spread_pairs(p);
    spread_many(p);
    for (uint32_t s = 0; s < p->n; s++)
        if (p->strands[s].many)
            set_add(&p->together[(size_t)s * p->words], s);
}

static void leave_out(struct parallel *p, uint32_t strand)
{
    memset(&p->together[(size_t)strand * p->words], 0, p->words * sizeof *p->together);
    for (uint32_t s = 0; s < p->n; s++)
        p->together[(size_t)s * p->words + strand / 64] &= ~((uint64_t)1 << (strand % 64));
}

/* ---- life ---- */
static void find_creators(struct parallel *p)
{
    for (uint32_t t = 0; t < p->n; t++) {
        struct strand *s = &p->strands[t];
        uint32_t n = 0;
        for (uint32_t c = 0; c < p->n; c++) {
            bool creates = false;
            for (uint32_t i = 0; i < s->n_creations; i++)
                creates |= parallel_runs(p, c, s->creations[i].func);
            if (!creates)
                continue;
            s->creator = c;
            n++;
        }
        if (n != 1)
            s->creator = UINT32_MAX;
    }
}

struct parallel *parallel_find(struct arena *a, const struct flow_facts *flow,
                               const struct domains *domains)
{
    struct parallel *p = arena_new(a, struct parallel);
    struct making *m = arena_new(a, struct making);

    *m = (struct making){.arena = a, .flow = flow, .domains = domains, .p = p};
    strands_collect(m);
    p->n = m->strands.n;
    p->words = p->n / 64 + 1;
    strands_reach(m);
    p->strands = m->strands.v;
    find_creators(p);
    strands_order(m);
    make_matrix(p, a);
    for (uint32_t s = 0; s < p->n; s++)
        if (p->strands[s].kind == STRAND_CRASH)
            leave_out(p, s);
    return p;
}

/* ---- questions ---- */
bool parallel_runs(const struct parallel *p, uint32_t strand, gfunc_id func)
{
    ASSERT(strand < p->n);
    return set_has(&p->of_func[(size_t)func.v * p->words], strand);
}

enum together parallel_strands(const struct parallel *p, uint32_t a, uint32_t b)
{
    ASSERT(a < p->n && b < p->n);
    if (!set_has(&p->together[(size_t)a * p->words], b))
        return TOGETHER_NO;
    return p->strands[a].sure && p->strands[b].sure ? TOGETHER_YES : TOGETHER_MAYBE;
}

bool order_tells(const struct parallel *p, uint32_t a, uint32_t b)
{
    const uint64_t *below = &p->order->creates[(size_t)a * p->words];
    const struct strand *s = &p->strands[b];

    if (p->strands[a].many || !p->order->entry[a] || !set_has(below, b))
        return false;
    for (uint32_t i = 0; i < s->n_creations; i++)
        for (uint32_t c = 0; c < p->n; c++)
            if (c != a && parallel_runs(p, c, s->creations[i].func) && !set_has(below, c) &&
                set_has(&p->together[(size_t)a * p->words], c))
                return false;
    return true;
}

/* Does b surely not run at the place of a? */
static bool is_ordered(const struct parallel *p, const struct moment *a, uint32_t b)
{
    struct running own = {.is_known = false}, *running = a->running ? a->running : &own;

    ASSERT(a->strand < p->n && b < p->n);
    if (!order_tells(p, a->strand, b))
        return false;
    if (!running->is_known)
        order_running(p, a, running->set);
    running->is_known = true;
    return !set_has(running->set, b);
}

/* The programs in which the place is reached this way. */
static uint64_t programs_of(const struct parallel *p, const struct moment *at)
{
    const struct making *m = p->order->made;
    const struct program *prog = m->flow->program;
    uint64_t all = m->programs[at->strand] ? m->programs[at->strand] : ~(uint64_t)0;

    for (uint32_t i = 0; i <= at->n_calls; i++) {
        gfunc_id func = i < at->n_calls ? prog->sites[at->calls[i].v].caller : at->func;
        if (m->func_programs[func.v])
            all &= m->func_programs[func.v];
    }
    return all;
}

enum together parallel_at(const struct parallel *p, const struct moment *a,
                          const struct moment *b)
{
    enum together t = parallel_strands(p, a->strand, b->strand);

    if (t == TOGETHER_NO || !(programs_of(p, a) & programs_of(p, b)))
        return TOGETHER_NO;
    if (a->strand == b->strand)
        return t;
    if (is_ordered(p, a, b->strand) || is_ordered(p, b, a->strand))
        return TOGETHER_NO;
    return t;
}

bool parallel_funcs(const struct parallel *p, gfunc_id a, gfunc_id b)
{
    const uint64_t *of_a = &p->of_func[(size_t)a.v * p->words];
    const uint64_t *of_b = &p->of_func[(size_t)b.v * p->words];

    for (uint32_t s = 0; s < p->n; s++)
        for (uint32_t w = 0; set_has(of_a, s) && w < p->words; w++)
            if (p->together[(size_t)s * p->words + w] & of_b[w])
                return true;
    return false;
}

bool parallel_in_once(const struct parallel *p, gfunc_id func)
{
    ASSERT(func.v < p->order->flow->program->n_funcs);
    return p->order->once_only[func.v];
}

bool parallel_is_completion(const struct domains *d, uint32_t entry_a, uint32_t entry_b)
{
    if (entry_a >= d->n || entry_b >= d->n)
        return false;
    const struct entry *a = &d->entries[entry_a], *b = &d->entries[entry_b];
    if (!a->site.v || a->site.v != b->site.v)
        return false;
    return (a->domain == DOM_POOL && b->domain == DOM_LOOP) ||
           (a->domain == DOM_LOOP && b->domain == DOM_POOL);
}

uint64_t parallel_programs(const struct parallel *p, gfunc_id func)
{
    ASSERT(func.v < p->order->flow->program->n_funcs);
    return p->order->made->func_programs[func.v];
}

uint64_t parallel_strand_programs(const struct parallel *p, uint32_t strand)
{
    ASSERT(strand < p->n);
    return p->order->made->programs[strand];
}

const char *parallel_what(const struct parallel *p, uint32_t strand)
{
    ASSERT(strand < p->n);
    switch (p->strands[strand].kind) {
    case STRAND_MAIN: return "main thread";
    case STRAND_OUTSIDE: return "caller of the library";
    case STRAND_THREAD: return "thread";
    case STRAND_POOL: return "pool job";
    default: return "signal handler";
    }
}
