/*
 * Orders the blocks of one control-flow graph and finds its loops. Plain arrays in, plain arrays
 * out: knows neither units nor the builder. Everything is iterative and close to linear: a
 * generated function may have 100 000 blocks.
 */
#ifndef UNIT_LOOPS_H
#define UNIT_LOOPS_H

#include "base/base.h"

#define CFG_NONE UINT32_MAX

/* Blocks are 0 .. n - 1, 0 is the entry; successors of b: succs[first[b] .. first[b + 1]). */
struct cfg {
    uint32_t n;
    const uint32_t *first;
    const uint32_t *succs;
};

/* Depth-first order of what the entry reaches. */
struct cfg_order {
    uint32_t n;     /* blocks reached */
    uint32_t *pre;  /* block to its preorder number, CFG_NONE when not reached */
    uint32_t *last; /* by preorder number: the highest preorder number below it in the DFS tree */
    uint32_t *rpo;  /* position in reverse post order to block; entry first */
    uint32_t *pos;  /* block to its position, CFG_NONE when not reached */
};
void cfg_order_make(struct arena *a, const struct cfg *g, struct cfg_order *out);

/* Loops in the order of their headers' positions: a parent comes before its children. */
struct cfg_loop {
    uint32_t header;   /* block */
    uint32_t parent;   /* index of a loop, CFG_NONE when outermost */
    uint32_t depth;    /* 1 = outermost */
    uint32_t n_blocks; /* nested loops included */
    bool irreducible;  /* entered at other blocks than the header too */
};
struct cfg_loops {
    uint32_t n;
    struct cfg_loop *loops;
    uint32_t *of_block; /* block to its innermost loop, CFG_NONE when in none */
};
/* P. Havlak, Nesting of Reducible and Irreducible Loops, TOPLAS 19(4), 1997. For reducible graphs
 * these are the natural loops, those of one header joined. */
void cfg_loops_find(struct arena *a, const struct cfg *g, const struct cfg_order *o,
                    struct cfg_loops *out);

#endif
