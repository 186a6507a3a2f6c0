/*
 * How much text a list of #include lines brings in, roughly: conditions are not looked at, and
 * headers that are not found count nothing. Good enough to tell a beginning that is worth keeping
 * from one that is not; nothing but time depends on it.
 */
#ifndef PARSE_PREFIX_WEIGHT_H
#define PARSE_PREFIX_WEIGHT_H

#include "discover/discover.h"

struct weigher; /* opaque */

struct weigher *weigher_new(struct arena *a);
/* A new file: nothing is counted yet. */
void weigher_start(struct weigher *w, const struct job *job);
/* The bytes that all texts since the start bring in, each header once. */
uint64_t weigher_add(struct weigher *w, const char *text, size_t n);

#endif
