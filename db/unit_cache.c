/*
 * The key is the job: file, folder, flags, and the versions of what made the unit; paths of the
 * project are written from its root on (db/place.c). The unit's own file table says which contents
 * it stands for; each file is hashed once for each run. Time stamps are never asked: git and
 * pre-commit change them freely.
 */
#include "db/unit_cache.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "db/place.h"
#include "db/store.h"
#include "unit/bytes.h"

enum { FILE_MAX = 1 << 30, KEEP_DAYS = 30, DAY_S = 86400 };

/* For each job; the newest stay. */
#define KEEP_STATES "4"

static const struct store_schema SCHEMA = {
    .application_id = 0x43414455,
    .version = 2,
    /* root, moved: the place that it was made in; moved "": as in struct cache_place */
    .create_sql = "CREATE TABLE units(id INTEGER PRIMARY KEY, key BLOB NOT NULL, state INTEGER NOT"
                  " NULL, file TEXT NOT NULL, root TEXT NOT NULL, moved TEXT NOT NULL,"
                  " used INTEGER NOT NULL, unit BLOB NOT NULL, UNIQUE(key, state))",
    .drop_sql = "DROP TABLE IF EXISTS units;",
};

struct content {
    struct hash128 hash;
    bool is_there;
};
struct unit_cache {
    struct arena *arena;
    struct store *store;
    const char *tool;
    struct query *find, *store_unit, *touch, *drop_old;
    struct map seen; /* hash of a file name: index into contents */
    VEC(struct content) contents;
    int64_t today; /* days since 1970 */
};

/* ---- where ---- */

static bool prepare_dir(struct arena *a, const char *dir)
{
    if (!dir_make(a, dir) || access(dir, W_OK | X_OK) != 0)
        return false;
    const char *ignore = path_join(a, dir, ".gitignore");
    struct err ERR_CLEANUP err = {0};
    return file_exists(ignore) || file_write_atomic(ignore, "*\n", 2, &err);
}

static bool is_link_free(const char *path)
{
    struct stat st;
    return lstat(path, &st) != 0 || !S_ISLNK(st.st_mode);
}

const char *unit_cache_dir(struct arena *a, const char *dir, const char *root)
{
    if (dir)
        return prepare_dir(a, dir) ? dir : NULL;
    /* A link is not followed: the tree that is checked must not say where to write. */
    const char *own = path_join(a, root, ".concadvise");
    if (is_link_free(own) && prepare_dir(a, own))
        return own;
    const char *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (!base || *base != '/')
        base = home && *home == '/' ? path_join(a, home, ".cache") : NULL;
    if (!base)
        return NULL;
    own = arena_printf(a, "%s/concadvise/%016llx", base,
                       (unsigned long long)hash64(root, strlen(root)));
    return prepare_dir(a, own) ? own : NULL;
}

/* ---- opening ---- */

struct unit_cache *unit_cache_open(struct arena *a, const char *dir, const char *tool,
                                   const char **note, struct err *why)
{
    *note = NULL;
    const char *path = path_join(a, dir, "units.sqlite");
    struct store *store =
        store_is_plain(a, path, why) ? store_open(a, path, &SCHEMA, note, why) : NULL;
    if (!store)
        return NULL;
    struct unit_cache *c = arena_new(a, struct unit_cache);
    c->arena = a;
    c->store = store;
    c->tool = tool;
    c->today = (int64_t)time(NULL) / DAY_S;
    map_init(&c->seen, a);
    c->find = query_open(store, "SELECT unit, used, root, moved, id FROM units WHERE key = ?1"
                                " ORDER BY id DESC", why);
    c->store_unit = query_open(store, "INSERT OR REPLACE INTO units(key, state, file, root, moved,"
                                      " used, unit) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)", why);
    c->touch = query_open(store, "UPDATE units SET used = ?2 WHERE id = ?1", why);
    c->drop_old = query_open(store, "DELETE FROM units WHERE key = ?1 AND id NOT IN (SELECT id FROM"
                                    " units WHERE key = ?1 ORDER BY id DESC LIMIT " KEEP_STATES ")",
                             why);
    if (c->find && c->store_unit && c->touch && c->drop_old)
        return c;
    unit_cache_close(c);
    return NULL;
}

void unit_cache_close(struct unit_cache *c)
{
    if (!c)
        return;
    query_close(c->find);
    query_close(c->store_unit);
    query_close(c->touch);
    query_close(c->drop_old);
    store_close(c->store);
}

static struct hash128 job_key(const struct unit_cache *c, const struct job *job,
                              const struct cache_place *place)
{
    struct buf BUF_CLEANUP text = {0};
    buf_addf(&text, "%s\n%u", c->tool, (unsigned)UNIT_VERSION);
    place_job_text(job, place, &text);
    return hash_bytes(buf_str(&text), text.n);
}

/* Of the contents that the unit was made from. */
static int64_t state_of(const struct unit *u)
{
    uint64_t key = u->n_files;
    for (uint32_t i = 1; i < u->n_files; i++)
        key = hash_mix(hash_mix(key, u->files[i].hash.lo), u->files[i].hash.hi);
    return (int64_t)(key >> 1);
}

/* ---- is an entry still true ---- */

static bool has_content(struct unit_cache *c, const char *name, struct hash128 hash)
{
    uint64_t key = hash64(name, strlen(name));
    uint32_t index;
    if (!map_get(&c->seen, key, &index)) {
        index = c->contents.n;
        map_set(&c->seen, key, index);
        struct arena scratch;
        arena_init(&scratch);
        struct bytes bytes;
        struct err ERR_CLEANUP err = {0};
        struct content content = {.is_there = file_read(&scratch, name, FILE_MAX, &bytes, &err)};
        if (content.is_there)
            content.hash = hash_bytes(bytes.p, bytes.n);
        arena_release(&scratch);
        vec_push(c->arena, &c->contents, content);
    }
    const struct content *now = &c->contents.v[index];
    return now->is_there && now->hash.lo == hash.lo && now->hash.hi == hash.hi;
}

static bool dir_has(struct arena *a, const struct job *job, const char *dir, const char *name)
{
    return file_exists(path_join(a, path_join(a, job->directory, dir), name));
}

/* Would a header that was missing be found now: beside its includer, or in a folder of the
 * flags? */
static bool is_found_now(struct arena *a, const struct job *job, const char *includer,
                         const char *name)
{
    static const char *const options[] = {"-I", "-iquote", "-isystem", "-idirafter"};
    if (dir_has(a, job, path_dir(a, includer), name))
        return true;
    for (uint32_t i = 0; i < job->n_flags; i++) {
        for (size_t k = 0; k < sizeof options / sizeof options[0]; k++) {
            size_t n = strlen(options[k]);
            if (strncmp(job->flags[i], options[k], n))
                continue;
            const char *dir = job->flags[i][n] ? job->flags[i] + n
                                               : i + 1 < job->n_flags ? job->flags[i + 1] : "";
            if (*dir && dir_has(a, job, dir, name))
                return true;
        }
    }
    return false;
}

static bool is_current(struct unit_cache *c, const struct job *job, const struct unit *u)
{
    for (uint32_t i = 1; i < u->n_files; i++) {
        if (!has_content(c, unit_str(u, u->files[i].name), u->files[i].hash))
            return false;
    }
    struct arena scratch;
    arena_init(&scratch);
    bool is_missing = true;
    for (uint32_t i = 1; i < u->n_diags && is_missing; i++) {
        const struct unit_diag *d = &u->diags[i];
        const char *includer = unit_str(u, u->files[u->places[d->place.v].file.v].name);
        if (d->kind == DIAG_MISSING_HEADER)
            is_missing = !is_found_now(&scratch, job, includer, unit_str(u, d->text));
    }
    arena_release(&scratch);
    return is_missing;
}

/* ---- reading and writing ---- */

/* The row that the query stands on, when it is true in this place. */
static bool take_row(struct arena *a, struct unit_cache *c, const struct job *job,
                     const struct cache_place *place, struct unit *out, size_t *n_bytes)
{
    struct err ERR_CLEANUP err = {0};
    const void *bytes = query_bytes(a, c->find, 0, n_bytes);
    if (!bytes || !unit_decode(bytes, *n_bytes, out, &err))
        return false;
    const char *root = query_text(a, c->find, 2), *moved = query_text(a, c->find, 3);
    struct cache_place made = {root, moved && *moved ? moved : NULL};
    if (!root)
        return false;
    place_move_unit(a, out, &made, place);
    return is_current(c, job, out);
}

bool unit_cache_get(struct arena *a, struct unit_cache *c, const struct job *job,
                    const struct cache_place *place, struct unit *out, size_t *n_bytes)
{
    struct hash128 key = job_key(c, job, place);
    bool found = false;
    int64_t used = 0, id = 0;
    query_bind_bytes(c->find, 1, &key, sizeof key);
    while (!found && query_step(c->find) == QUERY_ROW) {
        used = query_int(c->find, 1);
        id = query_int(c->find, 4);
        found = take_row(a, c, job, place, out, n_bytes);
    }
    query_reset(c->find);
    if (found && used < c->today) {
        query_bind_int(c->touch, 1, id);
        query_bind_int(c->touch, 2, c->today);
        (void)query_step(c->touch);
        query_reset(c->touch);
    }
    return found;
}

void unit_cache_begin(struct unit_cache *c)
{
    struct err ERR_CLEANUP err = {0};
    (void)store_run(c->store, "BEGIN IMMEDIATE", &err);
}

void unit_cache_put(struct unit_cache *c, const struct job *job, const struct cache_place *place,
                    const struct unit *unit, const void *bytes, size_t n)
{
    struct hash128 key = job_key(c, job, place);
    ASSERT(bytes && n > 0);
    query_bind_bytes(c->store_unit, 1, &key, sizeof key);
    query_bind_int(c->store_unit, 2, state_of(unit));
    query_bind_text(c->store_unit, 3, job->file);
    query_bind_text(c->store_unit, 4, place->root);
    query_bind_text(c->store_unit, 5, place->moved_from ? place->moved_from : "");
    query_bind_int(c->store_unit, 6, c->today);
    query_bind_bytes(c->store_unit, 7, bytes, n);
    (void)query_step(c->store_unit);
    query_reset(c->store_unit);
    query_bind_bytes(c->drop_old, 1, &key, sizeof key);
    (void)query_step(c->drop_old);
    query_reset(c->drop_old);
}

void unit_cache_end(struct unit_cache *c)
{
    struct err ERR_CLEANUP err = {0};
    struct buf BUF_CLEANUP sql = {0};
    buf_addf(&sql, "DELETE FROM units WHERE used < %lld", (long long)(c->today - KEEP_DAYS));
    (void)store_run(c->store, buf_str(&sql), &err);
    if (!store_run(c->store, "COMMIT", &err))
        (void)store_run(c->store, "ROLLBACK", &err);
}

bool unit_cache_stats(struct unit_cache *c, struct unit_cache_stats *out)
{
    struct err ERR_CLEANUP err = {0};
    struct query *q =
        query_open(c->store, "SELECT count(*), coalesce(sum(length(unit)), 0) FROM units", &err);
    bool ok = q && query_step(q) == QUERY_ROW;
    if (ok) {
        out->units = (uint64_t)query_int(q, 0);
        out->bytes = (uint64_t)query_int(q, 1);
    }
    query_close(q);
    return ok;
}

bool unit_cache_clear(struct unit_cache *c)
{
    struct err ERR_CLEANUP err = {0};
    return store_run(c->store, "DELETE FROM units; VACUUM", &err);
}

bool unit_cache_is_damaged(const struct unit_cache *c)
{
    return store_is_damaged(c->store);
}

bool unit_cache_set_aside(struct arena *a, const char *dir)
{
    return store_set_aside(a, path_join(a, dir, "units.sqlite"), false) != NULL;
}
