/*
 * What runs have said, by a key that stands for everything that it depends on. Bytes in, bytes out;
 * the newest few are kept. Never an error: what is not there is worked out again.
 */
#ifndef DB_RESULT_CACHE_H
#define DB_RESULT_CACHE_H

#include "base/file.h"

struct result_cache; /* opaque */

/* dir: the folder of the unit cache, which exists. NULL: there is none. */
struct result_cache *result_cache_open(struct arena *a, const char *dir);
void result_cache_close(struct result_cache *c); /* NULL is fine */
bool result_cache_get(struct arena *a, struct result_cache *c, struct hash128 key,
                      struct bytes *out);
void result_cache_put(struct result_cache *c, struct hash128 key, const void *p, size_t n);
void result_cache_clear(struct result_cache *c);
/* A text that whoever brought the folder along cannot have known: where and when it came to be on
 * this machine. "" when there is none; then nothing may be believed that is found there. */
const char *result_cache_mark(struct arena *a, const char *dir);

#endif
