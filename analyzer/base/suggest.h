/* "did you mean": the known word nearest to one that is not known. */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#include "base/base.h"

/* The nearest of n known words (NULL entries are skipped), or NULL when none is near enough: one
 * edit for each three characters begun, swapped neighbours counting as one. The first of equals
 * wins. */
const char *suggest_word(const char *word, const char *const *known, uint32_t n);
/* Edits (insert, delete, replace, swap of neighbours) from a to b. */
uint32_t edit_distance(const char *a, const char *b);

#endif
