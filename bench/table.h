/* Rows of short texts, written with aligned columns or as Markdown. */
#ifndef BENCH_TABLE_H
#define BENCH_TABLE_H

#include "base/base.h"

struct table {
    struct arena *arena;
    uint32_t columns;
    uint32_t left; /* bit i: column i is text and begins at the left; others are numbers */
    struct { const char **v; uint32_t n, cap; } cells; /* the first row is the head */
};

void table_init(struct table *t, struct arena *a, uint32_t columns, uint32_t left);
void table_row(struct table *t, const char *const *cells); /* t->columns of them */
void table_text(const struct table *t, const char *indent, struct buf *out);
void table_markdown(const struct table *t, struct buf *out);

#endif
