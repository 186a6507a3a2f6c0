/*
 * The call graph below a function as a text tree or in Graphviz form, for `concadvise graph`. Every
 * call through a pointer says how the function came there.
 */
#ifndef LINK_GRAPH_H
#define LINK_GRAPH_H

#include "link/program.h"

/* At most depth calls deep. File names are shown relative to root_dir (NULL: as they are). */
void graph_print(const struct program *p, gfunc_id root, uint32_t depth, bool dot,
                 const char *root_dir, struct buf *out);

#endif
