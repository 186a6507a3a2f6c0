/*
 * Which libclang there is, without loading it: that takes longer than all the rest of a run after
 * which nothing has changed. What was found when it was loaded is kept in the cache's folder, and
 * holds as long as the library's file is the same.
 */
#ifndef CLI_LIBRARY_H
#define CLI_LIBRARY_H

#include "base/base.h"

struct library {
    const char *version;      /* "19.1.7" */
    const char *resource_dir; /* NULL: not found */
};

/* cache_dir: NULL when there is none; then the library is loaded. */
struct library library_find(struct arena *a, const char *cache_dir);

#endif
