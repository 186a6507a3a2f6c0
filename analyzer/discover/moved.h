/*
 * A project that is checked in another place than the one its compile database speaks of: a copy of
 * what is going to be committed, without the build's own files.
 */
#ifndef DISCOVER_MOVED_H
#define DISCOVER_MOVED_H

#include "discover/words.h"

/* path, in the copy when it is there. */
const char *moved_path(struct arena *a, const char *from, const char *to, const char *path);
/* Each include directory of the copy before the original one, which may hold generated headers;
 * included files of the copy in place of the original ones. */
struct words moved_flags(struct arena *a, const char *from, const char *to,
                         const struct words *flags);

#endif
