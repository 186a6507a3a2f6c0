/*
 * Flags for sources that no database knows: include directories found by looking at which headers
 * the project has and which names its sources include. Looks once, for all files.
 */
#ifndef DISCOVER_GUESS_H
#define DISCOVER_GUESS_H

#include "discover/words.h"

struct guess; /* opaque */

/* Reads the sources and what they include, below top (a directory). */
struct guess *guess_new(struct arena *a, const char *top, const struct words *sources);

/* The guessed flags for one file: directories near to it come first. */
struct words guess_flags(struct arena *a, const struct guess *g, const char *file);

#endif
