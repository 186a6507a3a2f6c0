/*
 * Units from C text, for tests of all stages after extract. Files exist in memory only, in /t; the
 * project root is /t too. A text that does not parse at all fails the test.
 */
#ifndef TESTS_UNIT_SUPPORT_H
#define TESTS_UNIT_SUPPORT_H

#include "unit/unit.h"

struct support_file {
    const char *name; /* "a.c", "sub/b.h": relative to /t */
    const char *text;
};

const struct unit *unit_from_c(struct arena *a, const char *text, const char *name);
/* The first file is the main one; it may include the others by name. */
const struct unit *unit_from_files(struct arena *a, const struct support_file *files, uint32_t n);

#endif
