/*
 * How machine formats name files: relative to the project's root, with symbolic links resolved, so
 * that a file has one name however it was reached, and it is the name in the repository. A file
 * outside of the root keeps its absolute path. Each file is asked for once.
 */
#ifndef REPORT_PATHS_H
#define REPORT_PATHS_H

#include "base/base.h"

struct report_paths {
    struct arena *arena;
    const char *root;
    struct map by_name; /* hash of the name: index */
    VEC(const char *) names;
};
void report_paths_init(struct report_paths *p, struct arena *a, const char *root);
const char *report_paths_get(struct report_paths *p, const char *file);

#endif
