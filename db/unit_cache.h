/*
 * Encoded units by the job that made them, which is told by paths relative to the project: a copy
 * of the project, in another place, has the same units. An entry counts only while every file that
 * went into it still has the content that it had (the hashes are in the unit), and while headers
 * that were missing are still missing; a new header that would be found earlier on the include
 * path is not noticed. A job has several entries, one for each state of its files that was seen
 * lately, so that two branches, or what is staged and what is not, do not push each other out.
 * Never an error: a cache that cannot be used is said in one line, and everything is parsed.
 */
#ifndef DB_UNIT_CACHE_H
#define DB_UNIT_CACHE_H

#include "base/base.h"
#include "discover/discover.h"
#include "unit/unit.h"

struct unit_cache; /* opaque */

/* Where the cache is when it can be written: dir (NULL: .concadvise below root, else below
 * $XDG_CACHE_HOME or ~/.cache). NULL when there is no such place; the folder and its .gitignore are
 * made. */
const char *unit_cache_dir(struct arena *a, const char *dir, const char *root);

/* tool: everything about the program that the units depend on (versions). NULL with the reason when
 * there is no cache; note (may be NULL) is one line to say either way. */
struct unit_cache *unit_cache_open(struct arena *a, const char *dir, const char *tool,
                                   const char **note, struct err *why);
void unit_cache_close(struct unit_cache *c); /* NULL is fine */

/* Where a project lies; moved_from: as in discover_request. */
struct cache_place {
    const char *root;
    const char *moved_from; /* NULL: no */
};

/* The unit of this job, decoded into out, with the paths of that place; its bytes live in the
 * arena. */
bool unit_cache_get(struct arena *a, struct unit_cache *c, const struct job *job,
                    const struct cache_place *place, struct unit *out, size_t *n_bytes);
/* Stores are one transaction: begin, put as often as needed, end. Failures are not said. */
void unit_cache_begin(struct unit_cache *c);
void unit_cache_put(struct unit_cache *c, const struct job *job, const struct cache_place *place,
                    const struct unit *unit, const void *bytes, size_t n);
void unit_cache_end(struct unit_cache *c);

struct unit_cache_stats {
    uint64_t units, bytes;
};
bool unit_cache_stats(struct unit_cache *c, struct unit_cache_stats *out);
bool unit_cache_clear(struct unit_cache *c);
/* A damaged page was met: the caller closes the cache and sets the file in dir aside. */
bool unit_cache_is_damaged(const struct unit_cache *c);
bool unit_cache_set_aside(struct arena *a, const char *dir);

#endif
