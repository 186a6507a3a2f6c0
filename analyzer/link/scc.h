/*
 * Strongly connected components (Tarjan 1972), with an explicit stack: input decides the depth.
 * Used for the call graph and for cycles of the value-flow graph.
 */
#ifndef LINK_SCC_H
#define LINK_SCC_H

#include "base/base.h"

struct scc {
    uint32_t n;        /* components; a component comes after all that it leads to */
    uint32_t *comp;    /* [node] its component */
    uint32_t *first;   /* [n + 1] into members */
    uint32_t *members; /* nodes by component, ascending within one */
};

/* Successors of node i are to[first[i]] .. to[first[i + 1] - 1]. The result lives in a. */
void scc_find(struct arena *a, uint32_t n_nodes, const uint32_t *first, const uint32_t *to,
              struct scc *out);

#endif
