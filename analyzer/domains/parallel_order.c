/*
 * Which strands may be running at a place: a forward data flow in each function that creates or
 * joins, itself or in a callee, with a transfer function for each block and for the whole function.
 * The states at the entries of functions are then found for each strand by its calls.
 *
 * Joins are believed: a loop that joins has joined all when it is left, even if it could turn zero
 * times, and `if (started) join()` has joined. Not believing them would report what every program
 * does at its end. What one of many functions behind a pointer starts (a table of tests, of
 * commands) is not taken to go on while the others run.
 */
#include "domains/parallel_internal.h"
#include "flow/context.h"
#include "flow/shape.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ROUNDS = 32, MAX_CLIMB = 8, MAX_LOOK = 24, MANY_TARGETS = 16 };

struct link {
    uint32_t strand, next; /* next index + 1 of the same place, 0 at the end */
};
struct ordering {
    struct making *m;
    struct parallel *p;
    struct parallel_order *o;
    const struct program *prog;
    uint32_t words;
    struct map creations; /* hash of (function, op) to index into chains + 1 */
    VEC(struct link) chain;
    uint64_t *started, *ended; /* scratch */
};

static uint64_t *new_set(const struct ordering *k)
{
    return arena_array(k->m->arena, uint64_t, k->words);
}

/* ---- what each strand creates, also through others ---- */
static void find_creates(struct ordering *k)
{
    struct parallel *p = k->p;
    bool changed = true;

    k->o->creates = arena_array(k->m->arena, uint64_t, (size_t)p->n * k->words + 1);
    for (uint32_t t = 0; t < p->n; t++) {
        set_add(&k->o->creates[(size_t)t * k->words], t);
        for (uint32_t i = 0; i < p->strands[t].n_creations; i++)
            for (uint32_t s = 0; s < p->n; s++)
                if (parallel_runs(p, s, p->strands[t].creations[i].func))
                    set_add(&k->o->creates[(size_t)s * k->words], t);
    }
    while (changed) {
        changed = false;
        for (uint32_t s = 0; s < p->n; s++)
            for (uint32_t t = 0; t < p->n; t++)
                if (s != t && set_has(&k->o->creates[(size_t)s * k->words], t))
                    changed |= set_join(&k->o->creates[(size_t)s * k->words],
                                        &k->o->creates[(size_t)t * k->words], k->words);
    }
}

/* ---- joins ---- */
static uint32_t handle_of(const struct cat_func *cat, site_id site, const struct program *p)
{
    const struct unit_op *op = call_op(p, site);
    /* apr_thread_join(&status, thread) is the only one that has the handle last */
    return op->args.n > 1 && cat->library && !strcmp(cat->library, "apr") ? 1 : 0;
}

static const struct cat_registers *creates_by(const struct making *m, site_id site)
{
    const struct cat_func *cat = m->flow->site_cat[site.v];
    for (uint32_t i = 0; cat && i < cat->n_registers; i++)
        if (cat->registers[i].domain == DOM_THREAD)
            return &cat->registers[i];
    return NULL;
}

/* Is the object what the creating call returned or stored as the thread's handle, or the place it
 * stored it at? */
static bool is_handle(const struct ordering *k, obj_id obj, site_id inner)
{
    const struct cat_registers *r = creates_by(k->m, inner);
    const struct flow_obj *o = flow_object(k->prog, obj);

    if (!r)
        return false;
    if (o->kind == OBJ_OUT || o->kind == OBJ_RESULT)
        return o->site.v == inner.v;
    if (o->kind != OBJ_ADDR || r->returns_handle < 0)
        return false;
    val_id out = site_arg(k->prog, inner, r->returns_handle);
    struct obj_set set = flow_value(k->prog, k->prog->sites[inner.v].caller, out);
    for (uint32_t i = 0; out.v && i < set.n; i++)
        if (set.v[i].v == obj.v)
            return true;
    return false;
}

/* The strands that a join waits for; a handle of unknown origin: all threads. */
static uint64_t *joined_at(struct ordering *k, site_id site)
{
    const struct cat_func *cat = k->m->flow->site_cat[site.v];
    gfunc_id func = k->prog->sites[site.v].caller;
    val_id v = site_arg(k->prog, site, (int)handle_of(cat, site, k->prog));
    uint64_t *set = new_set(k);
    bool found = false;

    struct obj_set objects = {0};
    if (v.v)
        objects = flow_value(k->prog, func, v);
    for (uint32_t t = 0; t < k->p->n; t++) {
        const struct strand *s = &k->p->strands[t];
        for (uint32_t c = 0; s->kind == STRAND_THREAD && c < s->n_creations; c++)
            for (uint32_t i = 0; s->creations[c].inner.v && i < objects.n; i++)
                if (is_handle(k, objects.v[i], s->creations[c].inner)) {
                    set_add(set, t);
                    found = true;
                }
    }
    for (uint32_t t = 0; !found && t < k->p->n; t++)
        if (k->p->strands[t].kind == STRAND_THREAD)
            set_add(set, t);
    return set;
}

static bool is_join(const struct making *m, site_id site)
{
    const struct cat_func *cat = m->flow->site_cat[site.v];
    return cat && cat->blocks && cat->blocks->device == DEV_JOIN && cat->n_registers == 0 &&
           !m->flow->program->sites[site.v].n_edges;
}

/* ---- events ---- */
static bool forks(const struct making *m, site_id site)
{
    const struct site *s = &m->flow->program->sites[site.v];
    const struct cat_func *cat = m->flow->site_cat[site.v];
    if (cat && (cat->process == PROC_FORK || cat->process == PROC_VFORK))
        return true;
    for (uint32_t e = 0; e < s->n_edges; e++) {
        gfunc_id to = m->flow->program->edges[s->first_edge + e].to;
        if (m->flow->funcs[to.v].returns_pid || m->flow->funcs[to.v].tells_child)
            return true;
    }
    return false;
}

static void index_creations(struct ordering *k)
{
    map_init(&k->creations, k->m->arena);
    for (uint32_t t = 0; t < k->p->n; t++)
        for (uint32_t i = 0; i < k->p->strands[t].n_creations; i++) {
            const struct creation *c = &k->p->strands[t].creations[i];
            uint64_t key = hash_mix(c->func.v, c->op.v);
            uint32_t next = 0;
            map_get(&k->creations, key, &next);
            vec_push(k->m->arena, &k->chain, ((struct link){.strand = t, .next = next}));
            map_set(&k->creations, key, k->chain.n);
        }
}

static bool enters_ordered(const struct ordering *k, uint32_t site)
{
    const struct site *s = &k->prog->sites[site];
    for (uint32_t e = s->first_edge; e < s->first_edge + s->n_edges; e++)
        if (k->prog->edges[e].kind != EDGE_SIGNATURE && k->o->funcs[k->prog->edges[e].to.v])
            return true;
    for (uint32_t c = k->m->called_back_first[site]; c < k->m->called_back_first[site + 1]; c++)
        if (k->o->funcs[k->m->called_back.v[c].func.v])
            return true;
    return false;
}

/* Marks every function that creates, joins or forks, and whatever calls one. */
static void find_ordered(struct ordering *k)
{
    const struct program *p = k->prog;
    bool changed = true;

    for (uint32_t t = 0; t < k->p->n; t++)
        for (uint32_t i = 0; i < k->p->strands[t].n_creations; i++) {
            uint32_t f = k->p->strands[t].creations[i].func.v;
            if (!k->o->funcs[f])
                k->o->funcs[f] = arena_new(k->m->arena, struct func_order);
        }
    while (changed) {
        changed = false;
        for (uint32_t f = 1; f < p->n_funcs; f++) {
            const struct prog_func *pf = &p->funcs[f];
            bool is_ordered = false;
            for (uint32_t i = 0; !k->o->funcs[f] && i < pf->n_sites && !is_ordered; i++) {
                site_id site = {pf->first_site + i};
                is_ordered = is_join(k->m, site) || forks(k->m, site) ||
                             enters_ordered(k, site.v);
            }
            if (is_ordered) {
                k->o->funcs[f] = arena_new(k->m->arena, struct func_order);
                changed = true;
            }
        }
    }
}

static int by_op(const void *a, const void *b)
{
    const struct order_event *x = a, *y = b;
    if (x->op.v != y->op.v)
        return x->op.v < y->op.v ? -1 : 1;
    return x->strand < y->strand ? -1 : x->strand > y->strand;
}

static void find_events(struct ordering *k, uint32_t f)
{
    const struct prog_func *pf = &k->prog->funcs[f];
    const struct unit_func *uf = program_func(k->prog, (gfunc_id){f});
    struct func_order *fo = k->o->funcs[f];
    VEC(struct order_event) events = {0};

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        struct order_event e = {.op = k->prog->sites[site.v].op, .strand = UINT32_MAX};
        if (is_join(k->m, site))
            e.joined = joined_at(k, site);
        else if (enters_ordered(k, site.v))
            e.call = site;
        else
            continue;
        vec_push(k->m->arena, &events, e);
    }
    for (uint32_t i = 0; i < uf->ops.n; i++) {
        op_id op = {uf->ops.first + i};
        uint32_t at = 0;
        map_get(&k->creations, hash_mix(f, op.v), &at);
        for (; at; at = k->chain.v[at - 1].next)
            vec_push(k->m->arena, &events,
                     ((struct order_event){.op = op, .strand = k->chain.v[at - 1].strand}));
    }
    if (events.n)
        qsort(events.v, events.n, sizeof *events.v, by_op);
    fo->events = events.v;
    fo->n_events = events.n;
}

/* ---- joins in loops and under conditions ---- */
static bool loop_creates(const struct ordering *k, const struct func_order *fo,
                         const struct func_shape *s, loop_id loop, const uint64_t *joined)
{
    for (uint32_t i = 0; i < fo->n_events; i++) {
        const struct order_event *e = &fo->events[i];
        if (e->joined || !shape_in_loop(s, shape_block_of(s, e->op), loop))
            continue;
        const uint64_t *starts = NULL;
        if (e->strand != UINT32_MAX)
            starts = &k->o->creates[(size_t)e->strand * k->words];
        for (uint32_t w = 0; w < k->words; w++)
            if (starts && (starts[w] & joined[w]))
                return true;
        const struct site *site = &k->prog->sites[e->call.v];
        for (uint32_t x = 0; e->call.v && x < site->n_edges; x++) {
            const struct func_order *to = k->o->funcs[k->prog->edges[site->first_edge + x].to.v];
            for (uint32_t w = 0; to && to->exit_started && w < k->words; w++)
                if (to->exit_started[w] & joined[w])
                    return true;
        }
    }
    return false;
}

static void add_set(const struct ordering *k, uint64_t **sets, uint32_t block,
                    const uint64_t *set)
{
    if (!sets[block])
        sets[block] = new_set(k);
    set_join(sets[block], set, k->words);
}

/* Only on that way: on the other one the strands run until they are joined. */
static void add_way_around(const struct ordering *k, struct func_order *fo, uint32_t from,
                           uint32_t to, const uint64_t *set)
{
    for (uint32_t i = 0; i < fo->ways_around.n; i++) {
        struct way_around *w = &fo->ways_around.v[i];
        if (w->from == from && w->to == to) {
            set_join(w->ended, set, k->words);
            return;
        }
    }
    struct way_around w = {from, to, new_set(k)};
    set_join(w.ended, set, k->words);
    vec_push(k->m->arena, &fo->ways_around, w);
}

static bool leads_to(const struct func_shape *s, uint32_t from, uint32_t to)
{
    uint32_t seen[MAX_LOOK], n = 0, first = s->func->blocks.first;
    seen[n++] = from;
    for (uint32_t i = 0; i < n; i++) {
        const struct unit_block *b = &s->unit->blocks[first + seen[i]];
        for (uint32_t x = 0; x < b->succs.n; x++) {
            uint32_t next = s->unit->succs[b->succs.first + x].to.v - first;
            bool known = false;
            if (next == to)
                return true;
            for (uint32_t j = 0; j < n; j++)
                known |= seen[j] == next;
            if (!known && n < MAX_LOOK)
                seen[n++] = next;
        }
    }
    return false;
}

/* Nothing happens any more from the start of the block on but the return. */
static bool returns_at_once(const struct func_shape *s, uint32_t block)
{
    uint32_t first = s->func->blocks.first;
    for (uint32_t n = 0; n < MAX_CLIMB; n++) {
        const struct unit_block *b = &s->unit->blocks[first + block];
        for (uint32_t i = b->ops.first; i < b->ops.first + b->ops.n; i++)
            if (s->unit->ops[i].kind == OP_CALL)
                return false;
        if (b->term == TERM_RETURN)
            return true;
        if (b->term != TERM_JUMP || b->succs.n != 1)
            return false;
        block = s->unit->succs[b->succs.first].to.v - first;
    }
    return false;
}

/* Without else: the way around the join leads to where the join itself leads to as well. */
static void believe_conditions(const struct ordering *k, struct func_order *fo,
                               const struct func_shape *s, uint32_t block,
                               const uint64_t *joined)
{
    uint32_t first = s->func->blocks.first, join = block;
    for (uint32_t n = 0; n < MAX_CLIMB; n++) {
        if (s->pred_first[block + 1] - s->pred_first[block] != 1)
            return;
        uint32_t up = s->preds[s->pred_first[block]];
        const struct unit_block *b = &s->unit->blocks[first + up];
        if (b->term == TERM_BRANCH && b->succs.n == 2) {
            uint32_t yes = s->unit->succs[b->succs.first].to.v - first;
            uint32_t no = s->unit->succs[b->succs.first + 1].to.v - first;
            uint32_t around = yes == block ? no : yes;
            if (leads_to(s, join, around))
                add_way_around(k, fo, up, around, joined);
            else if (returns_at_once(s, around)) /* `if (!pool) return;`: nothing to join */
                add_set(k, fo->ended_before, around, joined);
            else
                return;
        } else if (b->term != TERM_JUMP) {
            return;
        }
        block = up;
    }
}

/* What has surely ended after the event: a join, or a call of functions that all join. */
static bool ended_by(const struct ordering *k, uint32_t f, const struct order_event *e,
                     uint64_t *out)
{
    const struct site *s = &k->prog->sites[e->call.v];
    uint64_t any = 0;

    if (e->joined) {
        memcpy(out, e->joined, k->words * sizeof *out);
        return !joins_only_ended(k->m, (gfunc_id){f}, e->op, e->joined);
    }
    if (!e->call.v || s->unresolved || !s->n_edges)
        return false;
    memset(out, 0xff, k->words * sizeof *out);
    for (uint32_t x = s->first_edge; x < s->first_edge + s->n_edges; x++) {
        gfunc_id to = k->prog->edges[x].to;
        const struct func_order *fo = k->o->funcs[to.v];
        if (!fo || k->m->flow->funcs[to.v].never_returns)
            return false;
        for (uint32_t w = 0; w < k->words; w++)
            out[w] &= fo->exit_ended[w] & ~fo->exit_started[w];
    }
    for (uint32_t w = 0; w < k->words; w++)
        any |= out[w];
    return any != 0;
}

static void believe_joins(const struct ordering *k, uint32_t f)
{
    struct func_order *fo = k->o->funcs[f];
    const struct func_shape *s = flow_shape(k->m->flow, (gfunc_id){f});
    uint64_t ended[ORDER_WORDS];

    for (uint32_t i = 0; i < fo->n_events; i++) {
        const struct order_event *e = &fo->events[i];
        if (!ended_by(k, f, e, ended))
            continue;
        uint32_t block = shape_block_of(s, e->op), outer = UINT32_MAX;
        loop_id l = s->unit->blocks[s->func->blocks.first + block].loop;
        for (; l.v; l = s->unit->loops[l.v].parent) {
            if (loop_creates(k, fo, s, l, ended))
                break;
            outer = s->unit->loops[l.v].header.v - s->func->blocks.first;
        }
        if (outer != UINT32_MAX)
            add_set(k, fo->ended_before, outer, ended);
        believe_conditions(k, fo, s, outer != UINT32_MAX ? outer : block, ended);
    }
}

/* ---- the data flow in one function ---- */
static void call_transfer(const struct parallel_order *o, uint32_t words, site_id call,
                          uint64_t *started, uint64_t *ended)
{
    const struct making *m = o->made;
    const struct program *p = m->flow->program;
    const struct site *s = &p->sites[call.v];
    bool all = !s->unresolved && s->n_edges;
    bool is_table = !s->callee.v && s->n_edges > MANY_TARGETS; /* tests, commands: one of them */

    for (uint32_t w = 0; w < words; w++) {
        uint64_t starts = 0, ends = ~(uint64_t)0;
        for (uint32_t e = s->first_edge; e < s->first_edge + s->n_edges; e++) {
            const struct func_order *fo = o->funcs[p->edges[e].to.v];
            if (p->edges[e].kind == EDGE_SIGNATURE)
                continue;
            starts |= fo && !is_table ? fo->exit_started[w] : 0;
            ends &= fo ? fo->exit_ended[w] : 0;
        }
        for (uint32_t c = m->called_back_first[call.v]; c < m->called_back_first[call.v + 1]; c++)
            if (o->funcs[m->called_back.v[c].func.v])
                starts |= o->funcs[m->called_back.v[c].func.v]->exit_started[w];
        if (!all)
            ends = 0;
        started[w] = starts | (started[w] & ~ends);
        ended[w] |= ends;
    }
}

static void apply(const struct parallel_order *o, uint32_t words, const struct order_event *e,
                  uint64_t *started, uint64_t *ended)
{
    if (e->strand != UINT32_MAX)
        set_join(started, &o->creates[(size_t)e->strand * words], words);
    for (uint32_t w = 0; e->joined && w < words; w++) {
        started[w] &= ~e->joined[w];
        ended[w] |= e->joined[w];
    }
    if (e->call.v)
        call_transfer(o, words, e->call, started, ended);
}

/* From the start of a block over its events before op `end`. */
static void run_block(const struct parallel_order *o, uint32_t words, const struct func_order *fo,
                      const struct unit_block *b, uint32_t end, uint64_t *started,
                      uint64_t *ended)
{
    uint32_t lo = 0, hi = fo->n_events;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (fo->events[mid].op.v < b->ops.first)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < fo->n_events && fo->events[lo].op.v < b->ops.first + b->ops.n &&
           fo->events[lo].op.v < end; lo++)
        apply(o, words, &fo->events[lo], started, ended);
}

/* What is believed to have ended on the way from one block to another. */
static uint64_t ended_on_way(const struct func_order *fo, uint32_t from, uint32_t to, uint32_t w)
{
    uint64_t ended = fo->ended_before[to] ? fo->ended_before[to][w] : 0;
    for (uint32_t i = 0; i < fo->ways_around.n; i++) {
        if (fo->ways_around.v[i].from == from && fo->ways_around.v[i].to == to)
            ended |= fo->ways_around.v[i].ended[w];
    }
    return ended;
}

/* Joins the state at the end of a block into the start of a successor. */
static bool flow_into(struct ordering *k, struct func_order *fo, uint32_t from, uint32_t to)
{
    uint64_t *started = &fo->started[(size_t)to * k->words];
    uint64_t *ended = &fo->ended[(size_t)to * k->words];
    bool into_child = fo->live[from] && !fo->live[to];
    bool changed = !fo->reached[to];

    for (uint32_t w = 0; w < k->words; w++) {
        uint64_t s = into_child ? 0 : k->started[w], e = into_child ? ~(uint64_t)0 : k->ended[w];
        uint64_t head = ended_on_way(fo, from, to, w);
        s &= ~head;
        e |= head;
        uint64_t new_started = started[w] | s;
        uint64_t new_ended = fo->reached[to] ? ended[w] & e : e;
        changed |= new_started != started[w] || new_ended != ended[w];
        started[w] = new_started;
        ended[w] = new_ended;
    }
    fo->reached[to] = true;
    return changed;
}

static bool at_exit(struct ordering *k, struct func_order *fo)
{
    bool changed = false;
    for (uint32_t w = 0; w < k->words; w++) {
        uint64_t s = fo->exit_started[w] | k->started[w], e = fo->exit_ended[w] & k->ended[w];
        changed |= s != fo->exit_started[w] || e != fo->exit_ended[w];
        fo->exit_started[w] = s;
        fo->exit_ended[w] = e;
    }
    return changed;
}

static bool visit(struct ordering *k, uint32_t f)
{
    struct func_order *fo = k->o->funcs[f];
    const struct func_shape *s = flow_shape(k->m->flow, (gfunc_id){f});
    uint32_t first = s->func->blocks.first, n = s->func->blocks.n;
    bool changed = n > 0, exit_changed = false;

    ASSERT(fo && fo->started && fo->exit_started);
    if (n)
        fo->reached[0] = true;
    for (uint32_t round = 0; changed && round < MAX_ROUNDS; round++) {
        changed = false;
        for (uint32_t b = 0; b < n; b++) {
            const struct unit_block *block = &s->unit->blocks[first + b];
            if (!fo->reached[b])
                continue;
            memcpy(k->started, &fo->started[(size_t)b * k->words], k->words * sizeof *k->started);
            memcpy(k->ended, &fo->ended[(size_t)b * k->words], k->words * sizeof *k->ended);
            run_block(k->o, k->words, fo, block, UINT32_MAX, k->started, k->ended);
            if (s->ends[b])
                continue;
            if (block->term == TERM_RETURN)
                exit_changed |= at_exit(k, fo);
            for (uint32_t i = 0; i < block->succs.n; i++)
                changed |= flow_into(k, fo, b,
                                     s->unit->succs[block->succs.first + i].to.v - first);
        }
    }
    return exit_changed;
}

static void prepare(struct ordering *k, uint32_t f)
{
    struct arena *a = k->m->arena;
    struct func_order *fo = k->o->funcs[f];
    uint32_t n = program_func(k->prog, (gfunc_id){f})->blocks.n;

    fo->started = arena_array(a, uint64_t, (size_t)n * k->words + 1);
    fo->ended = arena_array(a, uint64_t, (size_t)n * k->words + 1);
    fo->ended_before = arena_array(a, uint64_t *, n + 1);
    fo->reached = arena_array(a, bool, n + 1);
    fo->live = arena_array(a, bool, n + 1);
    fo->exit_started = new_set(k);
    fo->exit_ended = new_set(k);
    memset(fo->exit_ended, 0xff, k->words * sizeof *fo->exit_ended);
    context_blocks(k->m->flow, (gfunc_id){f}, NULL, fo->live);
    find_events(k, f);
}

static void flow_functions(struct ordering *k)
{
    const struct program *p = k->prog;
    bool changed = true;

    for (uint32_t f = 1; f < p->n_funcs; f++)
        if (k->o->funcs[f])
            prepare(k, f);
    for (uint32_t round = 0; changed && round < MAX_ROUNDS; round++) {
        changed = false;
        for (uint32_t i = 0; i < p->scc_first[p->n_sccs]; i++) {
            uint32_t f = p->scc_funcs[i].v;
            if (!k->o->funcs[f])
                continue;
            if (!round)
                believe_joins(k, f);
            changed |= visit(k, f);
        }
    }
}

void strands_order(struct making *m)
{
    struct ordering k = {.m = m, .p = m->p, .prog = m->flow->program, .words = m->p->words};

    k.o = m->p->order = arena_new(m->arena, struct parallel_order);
    k.o->flow = m->flow;
    k.o->made = m;
    k.o->once_only = m->once_only;
    k.o->funcs = arena_array(m->arena, struct func_order *, k.prog->n_funcs + 1);
    k.o->entry = arena_array(m->arena, uint64_t *, m->p->n + 1);
    ASSERT(k.words <= ORDER_WORDS && m->p->n <= MAX_STRANDS);
    k.started = new_set(&k);
    k.ended = new_set(&k);
    find_creates(&k);
    index_creations(&k);
    find_ordered(&k);
    flow_functions(&k);
    for (uint32_t s = 0; s < m->p->n; s++) {
        uint32_t n = 0;
        for (uint32_t t = 0; t < m->p->n; t++)
            n += set_has(&k.o->creates[(size_t)s * k.words], t);
        for (uint32_t i = 0; i < m->p->strands[s].n_creations; i++) /* creates itself */
            n += parallel_runs(m->p, s, m->p->strands[s].creations[i].func);
        if (n > 1 || (m->p->strands[s].kind == STRAND_MAIN && m->p->n > 1))
            order_enter(m, s);
    }
}

/* ---- questions ---- */
void order_state(const struct parallel *p, gfunc_id func, op_id op, const uint64_t *entry,
                 uint64_t *out)
{
    const struct func_order *fo = p->order->funcs[func.v];
    uint64_t ended[ORDER_WORDS] = {0};

    ASSERT(p->words <= ORDER_WORDS);
    if (!fo || !op.v) {
        for (uint32_t w = 0; w < p->words; w++)
            out[w] = entry[w] | (fo ? fo->exit_started[w] : 0);
        return;
    }
    const struct func_shape *s = flow_shape(p->order->flow, func);
    uint32_t block = shape_block_of(s, op);
    memset(out, 0, p->words * sizeof *out);
    if (!fo->reached[block])
        return;
    memcpy(out, &fo->started[(size_t)block * p->words], p->words * sizeof *out);
    memcpy(ended, &fo->ended[(size_t)block * p->words], p->words * sizeof *ended);
    run_block(p->order, p->words, fo, &s->unit->blocks[s->func->blocks.first + block], op.v, out,
              ended);
    for (uint32_t w = 0; w < p->words; w++)
        out[w] |= entry[w] & ~ended[w];
}

void order_running(const struct parallel *p, const struct moment *at, uint64_t *out)
{
    const struct program *prog = p->order->flow->program;
    uint64_t state[ORDER_WORDS] = {0};
    gfunc_id func = at->n_calls ? prog->sites[at->calls[0].v].caller : at->func;

    ASSERT(p->words <= ORDER_WORDS && p->order->entry[at->strand]);
    memcpy(state, &p->order->entry[at->strand][(size_t)func.v * p->words],
           p->words * sizeof *state);
    for (uint32_t i = 0; i < at->n_calls; i++) {
        const struct site *s = &prog->sites[at->calls[i].v];
        order_state(p, s->caller, s->op, state, out);
        memcpy(state, out, p->words * sizeof *state);
    }
    order_state(p, at->func, at->op, state, out);
}
