/*
 * Depth-first order and loop nesting.
 *
 * Havlak's method walks the headers from the last one found by the depth-first search to the
 * first, so inner loops come before outer ones. The body of a header is what reaches its back
 * edges against the edges; an inner loop that was found before is one node by then (union-find). A
 * block that is met on the way and lies outside of the header's DFS subtree is another entry: the
 * loop is irreducible. All work is on preorder numbers, called nodes here.
 */
#include "unit/loops.h"

struct frame {
    uint32_t block, next;
};

/* Successors are taken from the last to the first, so that in reverse post order the first one (the
 * true branch) follows its block. */
void cfg_order_make(struct arena *a, const struct cfg *g, struct cfg_order *out)
{
    ASSERT(g->n > 0);
    out->n = 0;
    out->pre = arena_array(a, uint32_t, g->n);
    out->last = arena_array(a, uint32_t, g->n);
    out->pos = arena_array(a, uint32_t, g->n);
    uint32_t *post = arena_array(a, uint32_t, g->n);
    struct frame *stack = arena_array(a, struct frame, g->n);
    for (uint32_t i = 0; i < g->n; i++)
        out->pre[i] = out->pos[i] = CFG_NONE;
    uint32_t depth = 0, n_post = 0;
    stack[depth++] = (struct frame){0, g->first[1]};
    out->pre[0] = out->n++;
    while (depth > 0) {
        struct frame *f = &stack[depth - 1];
        if (f->next == g->first[f->block]) {
            out->last[out->pre[f->block]] = out->n - 1;
            post[n_post++] = f->block;
            depth--;
            continue;
        }
        uint32_t to = g->succs[--f->next];
        ASSERT(to < g->n);
        if (out->pre[to] != CFG_NONE)
            continue;
        out->pre[to] = out->n++;
        ASSERT(depth < g->n);
        stack[depth++] = (struct frame){to, g->first[to + 1]};
    }
    ASSERT(n_post == out->n);
    out->rpo = arena_array(a, uint32_t, out->n);
    for (uint32_t i = 0; i < n_post; i++) {
        out->rpo[i] = post[n_post - 1 - i];
        out->pos[out->rpo[i]] = i;
    }
}

struct pred {
    uint32_t node, next; /* next: index + 1 in preds */
};
struct finder {
    struct arena *arena;
    const struct cfg_order *o;
    uint32_t n;
    uint32_t *back, *other; /* by node: heads of predecessor lists, index + 1 */
    VEC(struct pred) preds;
    uint32_t *up;     /* union-find */
    uint32_t *header; /* by node: node of the innermost header around it */
    bool *is_header, *irreducible;
    uint32_t *seen; /* by node: the header (node + 1) whose body it was put into last */
    VEC(uint32_t) body;
};

static bool is_below(const struct finder *f, uint32_t top, uint32_t node)
{
    return top <= node && node <= f->o->last[top];
}

static void pred_add(struct finder *f, uint32_t *head, uint32_t node)
{
    struct pred p = {node, *head};
    vec_push(f->arena, &f->preds, p);
    *head = f->preds.n;
}

static uint32_t find(struct finder *f, uint32_t node)
{
    uint32_t root = node;
    while (f->up[root] != root)
        root = f->up[root];
    while (f->up[node] != root) {
        uint32_t next = f->up[node];
        f->up[node] = root;
        node = next;
    }
    return root;
}

static void finder_init(struct finder *f, const struct cfg *g)
{
    f->n = f->o->n;
    f->back = arena_array(f->arena, uint32_t, f->n);
    f->other = arena_array(f->arena, uint32_t, f->n);
    f->up = arena_array(f->arena, uint32_t, f->n);
    f->header = arena_array(f->arena, uint32_t, f->n);
    f->is_header = arena_array(f->arena, bool, f->n);
    f->irreducible = arena_array(f->arena, bool, f->n);
    f->seen = arena_array(f->arena, uint32_t, f->n);
    for (uint32_t i = 0; i < f->n; i++) {
        f->up[i] = i;
        f->header[i] = CFG_NONE;
    }
    for (uint32_t i = 0; i < f->n; i++) {
        uint32_t block = f->o->rpo[i], from = f->o->pre[block];
        for (uint32_t s = g->first[block]; s < g->first[block + 1]; s++) {
            uint32_t to = f->o->pre[g->succs[s]];
            pred_add(f, is_below(f, to, from) ? &f->back[to] : &f->other[to], from);
        }
    }
}

static void body_add(struct finder *f, uint32_t w, uint32_t node)
{
    if (node == w || f->seen[node] == w + 1)
        return;
    f->seen[node] = w + 1;
    vec_push(f->arena, &f->body, node);
}

static void find_body(struct finder *f, uint32_t w)
{
    f->body.n = 0;
    for (uint32_t p = f->back[w]; p != 0; p = f->preds.v[p - 1].next) {
        f->is_header[w] = true;
        body_add(f, w, find(f, f->preds.v[p - 1].node));
    }
    for (uint32_t i = 0; i < f->body.n; i++) {
        uint32_t x = f->body.v[i];
        for (uint32_t p = f->other[x]; p != 0; p = f->preds.v[p - 1].next) {
            uint32_t y = find(f, f->preds.v[p - 1].node);
            if (is_below(f, w, y)) {
                body_add(f, w, y);
                continue;
            }
            f->irreducible[w] = true;
            if (f->seen[y] != w + 1) { /* an entry of every loop around this one, too */
                f->seen[y] = w + 1;
                pred_add(f, &f->other[w], y);
            }
        }
    }
    for (uint32_t i = 0; i < f->body.n; i++) {
        f->header[f->body.v[i]] = w;
        f->up[f->body.v[i]] = w;
    }
}

void cfg_loops_find(struct arena *a, const struct cfg *g, const struct cfg_order *o,
                    struct cfg_loops *out)
{
    struct finder f = {.arena = a, .o = o};
    finder_init(&f, g);
    for (uint32_t w = f.n; w-- > 0;)
        find_body(&f, w);
    uint32_t *loop_of = arena_array(a, uint32_t, f.n); /* by header node */
    out->n = 0;
    out->loops = arena_array(a, struct cfg_loop, f.n);
    out->of_block = arena_array(a, uint32_t, g->n);
    for (uint32_t b = 0; b < g->n; b++)
        out->of_block[b] = CFG_NONE;
    for (uint32_t i = 0; i < f.n; i++) {
        uint32_t block = o->rpo[i], node = o->pre[block], around = f.header[node];
        ASSERT(around == CFG_NONE || o->pos[block] > 0);
        uint32_t loop = around == CFG_NONE ? CFG_NONE : loop_of[around];
        if (f.is_header[node]) {
            uint32_t depth = loop == CFG_NONE ? 1 : out->loops[loop].depth + 1;
            out->loops[out->n] = (struct cfg_loop){block, loop, depth, 0, f.irreducible[node]};
            loop = loop_of[node] = out->n++;
        }
        out->of_block[block] = loop;
        if (loop != CFG_NONE)
            out->loops[loop].n_blocks++;
    }
    for (uint32_t i = out->n; i-- > 0;)
        if (out->loops[i].parent != CFG_NONE)
            out->loops[out->loops[i].parent].n_blocks += out->loops[i].n_blocks;
}
