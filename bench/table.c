/* Widths are counted in bytes: what is shown is ASCII, but for names that a kernel gives. */
#include "bench/table.h"

#include <string.h>

void table_init(struct table *t, struct arena *a, uint32_t columns, uint32_t left)
{
    ASSERT(columns > 0 && columns <= 32);
    *t = (struct table){.arena = a, .columns = columns, .left = left};
}

void table_row(struct table *t, const char *const *cells)
{
    for (uint32_t i = 0; i < t->columns; i++)
        vec_push(t->arena, &t->cells, arena_strdup(t->arena, cells[i]));
}

static bool is_left(const struct table *t, uint32_t column)
{
    return t->left >> column & 1;
}

static void text_row(const struct table *t, uint32_t first, const uint32_t *widths,
                     const char *indent, struct buf *out)
{
    buf_adds(out, indent);
    for (uint32_t c = 0; c < t->columns; c++) {
        const char *cell = t->cells.v[first + c];
        uint32_t pad = widths[c] - (uint32_t)strlen(cell);
        buf_addf(out, "%s%*s%s%*s", c ? "  " : "", is_left(t, c) ? 0 : (int)pad, "", cell,
                 is_left(t, c) ? (int)pad : 0, "");
    }
    while (out->n > 0 && out->s[out->n - 1] == ' ')
        out->s[--out->n] = '\0';
    buf_addc(out, '\n');
}

void table_text(const struct table *t, const char *indent, struct buf *out)
{
    uint32_t widths[32] = {0};
    ASSERT(t->columns <= 32 && t->cells.n % t->columns == 0);
    for (uint32_t i = 0; i < t->cells.n; i++) {
        uint32_t n = (uint32_t)strlen(t->cells.v[i]);
        if (n > widths[i % t->columns])
            widths[i % t->columns] = n;
    }
    for (uint32_t i = 0; i < t->cells.n; i += t->columns)
        text_row(t, i, widths, indent, out);
}

void table_markdown(const struct table *t, struct buf *out)
{
    for (uint32_t i = 0; i < t->cells.n; i += t->columns) {
        for (uint32_t c = 0; c < t->columns; c++) {
            buf_adds(out, "| ");
            for (const char *s = t->cells.v[i + c]; *s; s++) {
                if (*s == '|')
                    buf_addc(out, '\\');
                buf_addc(out, *s);
            }
            buf_addc(out, ' ');
        }
        buf_adds(out, "|\n");
        for (uint32_t c = 0; i == 0 && c < t->columns; c++)
            buf_adds(out, is_left(t, c) ? "|---" : "|---:");
        if (i == 0)
            buf_adds(out, "|\n");
    }
}
