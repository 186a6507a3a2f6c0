/* Printers behind unit_dump(), unit_path_text() and unit_val_text(). */
#ifndef UNIT_PRINT_H
#define UNIT_PRINT_H

#include "unit/unit.h"

/* What was loaded or returned is shown by number (v3: the third op of f) in a dump, and as the
 * place that was read or the function that was called in messages. */
enum print_style { PRINT_NUMBERS, PRINT_NAMES };

struct printer {
    const struct unit *u;
    const struct unit_func *f; /* NULL: outside of functions */
    enum print_style style;
    unsigned budget; /* nodes that are still printed; shared subtrees can make text very long */
    struct buf *out;
};
struct printer printer_make(const struct unit *u, func_id f, enum print_style style,
                            struct buf *out);
void print_path(struct printer *p, path_id path);
void print_val(struct printer *p, val_id val);
void print_type(struct printer *p, type_id type);
const char *print_oper(unsigned oper);
void print_string(struct buf *out, const char *s, size_t n); /* quoted, control bytes escaped */
size_t print_str_len(const struct unit *u, str_id s);

#endif
