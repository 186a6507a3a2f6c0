/*
 * A unit holds absolute paths: names of files, and whatever __FILE__ and macros made of them. When
 * a project is read in another place than the one that its units were made in, they are the same
 * but for these paths.
 */
#ifndef UNIT_RELOCATE_H
#define UNIT_RELOCATE_H

#include "unit/unit.h"

/* What a string becomes; the string itself when it stays. The result lives in the unit's arena. */
struct unit_mover {
    const char *(*move)(void *ctx, const char *s);
    void *ctx;
};

/* Every string through the mover. The tables are read-only, so the strings are written anew, into
 * the arena; ids stay. */
void unit_relocate(struct arena *a, struct unit *u, const struct unit_mover *mover);

#endif
