/*
 * Dominators (Cooper, Harvey, Kennedy 2001; blocks come in reverse post order), and from them the
 * blocks that each turn of a loop, or each call of the function, passes: those on the chain of
 * dominators from where it ends back to where it starts.
 */
#include "flow/cost_internal.h"

enum { NO_BLOCK = -1 };

static uint32_t common(const int64_t *idom, uint32_t a, uint32_t b)
{
    while (a != b) {
        while (a > b)
            a = (uint32_t)idom[a];
        while (b > a)
            b = (uint32_t)idom[b];
    }
    return a;
}

static int64_t *dominators(struct arena *a, const struct func_shape *s)
{
    uint32_t n = s->func->blocks.n;
    int64_t *idom = arena_array(a, int64_t, n + 1);
    bool changed = true;

    for (uint32_t b = 1; b < n; b++)
        idom[b] = NO_BLOCK;
    while (changed) {
        changed = false;
        for (uint32_t b = 1; b < n; b++) {
            int64_t best = NO_BLOCK;
            for (uint32_t i = s->pred_first[b]; i < s->pred_first[b + 1]; i++) {
                uint32_t p = s->preds[i];
                if (idom[p] == NO_BLOCK)
                    continue;
                best = best == NO_BLOCK ? p : common(idom, p, (uint32_t)best);
            }
            changed |= best != idom[b];
            idom[b] = best;
        }
    }
    return idom;
}

/* Marks the chain from `end` to `start`: blocks of the loop itself, headers of those in it. */
static void mark(const struct func_shape *s, const int64_t *idom, uint32_t end, uint32_t start,
                 loop_id loop, struct cost_ways *out)
{
    const struct unit *u = s->unit;
    uint32_t first = s->func->blocks.first;

    for (int64_t b = end; b != NO_BLOCK; b = idom[b]) {
        loop_id at = u->blocks[first + (uint32_t)b].loop;
        ASSERT(at.v < u->n_loops);
        if (at.v == loop.v)
            out->in_own[b] = true;
        else if (at.v && u->loops[at.v].parent.v == loop.v &&
                 u->loops[at.v].header.v == first + (uint32_t)b)
            out->in_outer[b] = true;
        if (b == start || b == 0)
            return;
    }
}

static void mark_loop(const struct func_shape *s, const int64_t *idom, loop_id loop,
                      struct cost_ways *out)
{
    uint32_t header = s->unit->loops[loop.v].header.v - s->func->blocks.first;
    int64_t end = NO_BLOCK;

    for (uint32_t i = s->pred_first[header]; i < s->pred_first[header + 1]; i++)
        if (shape_in_loop(s, s->preds[i], loop) && idom[s->preds[i]] != NO_BLOCK)
            end = end == NO_BLOCK ? s->preds[i] : common(idom, s->preds[i], (uint32_t)end);
    if (end != NO_BLOCK)
        mark(s, idom, (uint32_t)end, header, loop, out);
}

void cost_ways_find(struct arena *a, const struct func_shape *s, struct cost_ways *out)
{
    uint32_t n = s->func->blocks.n;
    int64_t end = NO_BLOCK;

    out->in_own = arena_array(a, bool, n + 1);
    out->in_outer = arena_array(a, bool, n + 1);
    if (!n)
        return;
    const int64_t *idom = dominators(a, s);
    for (uint32_t i = 0; i < s->func->loops.n; i++)
        mark_loop(s, idom, (loop_id){s->func->loops.first + i}, out);
    for (uint32_t b = 0; b < n; b++)
        if (s->unit->blocks[s->func->blocks.first + b].term == TERM_RETURN && s->returns[b] &&
            idom[b] != NO_BLOCK)
            end = end == NO_BLOCK ? b : common(idom, b, (uint32_t)end);
    if (end != NO_BLOCK)
        mark(s, idom, (uint32_t)end, 0, (loop_id){0}, out);
}
