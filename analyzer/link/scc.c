/*
 * Tarjan's algorithm without recursion. `walk` is the chain of nodes being visited, each with the
 * next edge to look at; `stack` holds the nodes whose component is not known yet. Components are
 * numbered as they are completed, so what a component leads to has a smaller number.
 */
#include "link/scc.h"

enum { UNSEEN = 0 };

struct tarjan {
    const uint32_t *first, *to;
    uint32_t *index, *low, *next, *walk, *stack, *comp;
    uint32_t n_walk, n_stack, counter, n_comps;
};

static void enter(struct tarjan *t, uint32_t node)
{
    t->index[node] = t->low[node] = ++t->counter;
    t->next[node] = t->first[node];
    t->walk[t->n_walk++] = node;
    t->stack[t->n_stack++] = node;
}

static void complete(struct tarjan *t, uint32_t node)
{
    uint32_t member;

    do {
        ASSERT(t->n_stack > 0);
        member = t->stack[--t->n_stack];
        t->comp[member] = t->n_comps;
    } while (member != node);
    t->n_comps++;
}

static void lower(uint32_t *low, uint32_t with)
{
    if (with < *low) {
        *low = with;
    }
}

static void visit_from(struct tarjan *t, uint32_t root)
{
    enter(t, root);
    while (t->n_walk > 0) {
        uint32_t node = t->walk[t->n_walk - 1];

        if (t->next[node] < t->first[node + 1]) {
            uint32_t succ = t->to[t->next[node]++];

            if (t->index[succ] == UNSEEN) {
                enter(t, succ);
            } else if (t->comp[succ] == UINT32_MAX) {
                lower(&t->low[node], t->index[succ]);
            }
            continue;
        }
        t->n_walk--;
        if (t->low[node] == t->index[node]) {
            complete(t, node);
        } else {
            ASSERT(t->n_walk > 0);
            lower(&t->low[t->walk[t->n_walk - 1]], t->low[node]);
        }
    }
    ASSERT(t->n_stack == 0);
}

static void collect(struct arena *a, uint32_t n_nodes, struct scc *out)
{
    uint32_t *at = arena_array(a, uint32_t, (size_t)out->n + 1);

    out->first = arena_array(a, uint32_t, (size_t)out->n + 1);
    out->members = arena_array(a, uint32_t, n_nodes);
    for (uint32_t i = 0; i < n_nodes; i++) {
        out->first[out->comp[i] + 1]++;
    }
    for (uint32_t c = 0; c < out->n; c++) {
        out->first[c + 1] += out->first[c];
        at[c] = out->first[c];
    }
    for (uint32_t i = 0; i < n_nodes; i++) {
        out->members[at[out->comp[i]]++] = i;
    }
}

void scc_find(struct arena *a, uint32_t n_nodes, const uint32_t *first, const uint32_t *to,
              struct scc *out)
{
    struct tarjan t = {.first = first, .to = to};

    t.index = arena_array(a, uint32_t, n_nodes);
    t.low = arena_array(a, uint32_t, n_nodes);
    t.next = arena_array(a, uint32_t, n_nodes);
    t.walk = arena_array(a, uint32_t, n_nodes);
    t.stack = arena_array(a, uint32_t, n_nodes);
    t.comp = arena_array(a, uint32_t, n_nodes);
    for (uint32_t i = 0; i < n_nodes; i++) {
        t.comp[i] = UINT32_MAX;
    }
    for (uint32_t i = 0; i < n_nodes; i++) {
        if (t.index[i] == UNSEEN) {
            visit_from(&t, i);
        }
    }
    out->n = t.n_comps;
    out->comp = t.comp;
    collect(a, n_nodes, out);
}
