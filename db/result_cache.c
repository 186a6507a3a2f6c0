/*
 * A file of its own beside the units, so that each can be of its own version. The folder may lie in
 * a tree that somebody else has made: a link is not followed, and results are found by keys only
 * that hold the mark of the folder.
 */
#include "db/result_cache.h"

#include <sys/stat.h>
#include <time.h>

#include "db/store.h"

enum { RESULT_MAX = 8 << 20 };
#define KEEP "24"

static const struct store_schema SCHEMA = {
    .application_id = 0x43414452,
    .version = 1,
    .create_sql = "CREATE TABLE results(key BLOB PRIMARY KEY, made INTEGER NOT NULL,"
                  " result BLOB NOT NULL)",
    .drop_sql = "DROP TABLE IF EXISTS results;",
};

struct result_cache {
    struct store *store;
};

struct result_cache *result_cache_open(struct arena *a, const char *dir)
{
    const char *path = path_join(a, dir, "results.sqlite"), *note = NULL;
    struct err ERR_CLEANUP why = {0};
    struct store *store =
        store_is_plain(a, path, &why) ? store_open(a, path, &SCHEMA, &note, &why) : NULL;
    if (!store)
        return NULL;
    struct result_cache *c = arena_new(a, struct result_cache);
    c->store = store;
    return c;
}

void result_cache_close(struct result_cache *c)
{
    if (c)
        store_close(c->store);
}

bool result_cache_get(struct arena *a, struct result_cache *c, struct hash128 key,
                      struct bytes *out)
{
    struct err ERR_CLEANUP why = {0};
    struct query *q = query_open(c->store, "SELECT result FROM results WHERE key = ?1", &why);
    if (!q)
        return false;
    query_bind_bytes(q, 1, &key, sizeof key);
    bool found = query_step(q) == QUERY_ROW;
    if (found)
        out->p = query_bytes(a, q, 0, &out->n);
    query_close(q);
    return found;
}

void result_cache_put(struct result_cache *c, struct hash128 key, const void *p, size_t n)
{
    struct err ERR_CLEANUP why = {0};
    ASSERT(p && n > 0);
    if (n > RESULT_MAX || !store_run(c->store, "BEGIN IMMEDIATE", &why))
        return;
    struct query *q =
        query_open(c->store, "INSERT OR REPLACE INTO results VALUES(?1, ?2, ?3)", &why);
    if (q) {
        query_bind_bytes(q, 1, &key, sizeof key);
        query_bind_int(q, 2, (int64_t)time(NULL));
        query_bind_bytes(q, 3, p, n);
        (void)query_step(q);
    }
    query_close(q);
    (void)store_run(c->store, "DELETE FROM results WHERE key NOT IN (SELECT key FROM results"
                              " ORDER BY made DESC, rowid DESC LIMIT " KEEP ")", &why);
    if (!store_run(c->store, "COMMIT", &why))
        (void)store_run(c->store, "ROLLBACK", &why);
}

void result_cache_clear(struct result_cache *c)
{
    struct err ERR_CLEANUP why = {0};
    (void)store_run(c->store, "DELETE FROM results; VACUUM", &why);
}

const char *result_cache_mark(struct arena *a, const char *dir)
{
    struct stat st;
    if (lstat(path_join(a, dir, ".gitignore"), &st) != 0 || !S_ISREG(st.st_mode))
        return "";
    return arena_printf(a, "%llu %llu %lld.%09ld", (unsigned long long)st.st_dev,
                        (unsigned long long)st.st_ino, (long long)st.st_ctim.tv_sec,
                        st.st_ctim.tv_nsec);
}
