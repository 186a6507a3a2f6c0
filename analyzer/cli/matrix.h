/* The decision matrix as JSON; text and Markdown are matrix.c's own. */
#ifndef CLI_MATRIX_H
#define CLI_MATRIX_H

#include "decide/evidence.h"
#include "decide/matrix.h"

void matrix_json(const struct matrix *m, const struct evidence *e, struct buf *out);

#endif
