/*
 * Opening is the delicate part: the file may be missing, damaged, another program's, of another
 * version, or in a folder that cannot be written. Each case has one answer; none of them ends the
 * run.
 */
#include "db/store.h"

#include <ctype.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUSY_MS = 5000 };

struct store {
    sqlite3 *db;
    bool is_damaged;
};
struct query {
    struct store *store;
    sqlite3_stmt *stmt;
};

const char *store_sqlite_version(void)
{
    return sqlite3_libversion();
}

bool store_is_plain(struct arena *a, const char *path, struct err *why)
{
    static const char *const tails[] = {"", "-wal", "-shm", "-journal"};
    struct stat st;
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        const char *file = arena_printf(a, "%s%s", path, tails[i]);
        if (lstat(file, &st) == 0 && !S_ISREG(st.st_mode))
            return err_set(why, "%s is not a plain file", file);
    }
    return true;
}

static bool is_damage(int rc)
{
    int code = rc & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

static bool failed(struct store *s, int rc, struct err *why)
{
    s->is_damaged |= is_damage(rc);
    return err_set(why, "%s", s->db ? sqlite3_errmsg(s->db) : sqlite3_errstr(rc));
}

bool store_run(struct store *s, const char *sql, struct err *why)
{
    ASSERT(s && s->db);
    int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
    return rc == SQLITE_OK || failed(s, rc, why);
}

bool store_is_damaged(const struct store *s)
{
    return s->is_damaged;
}

bool store_failed(struct store *s, struct err *why)
{
    ASSERT(s && s->db);
    return err_set(why, "%s", sqlite3_errmsg(s->db));
}

int64_t store_changes(struct store *s)
{
    return sqlite3_changes64(s->db);
}

void store_close(struct store *s)
{
    if (!s)
        return;
    ASSERT(s->db);
    (void)sqlite3_close_v2(s->db);
    s->db = NULL;
}

/* First column of the first row. */
static bool read_number(struct store *s, const char *sql, int64_t *out, struct err *why)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(s->db, sql, -1, &stmt, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_step(stmt);
    bool ok = rc == SQLITE_ROW;
    if (ok)
        *out = sqlite3_column_int64(stmt, 0);
    (void)sqlite3_finalize(stmt);
    return ok || failed(s, rc, why);
}

/* Brings the tables from one version (0: there are none) to that of the schema. */
static bool make_schema(struct store *s, const struct store_schema *schema, uint32_t from,
                        struct err *why)
{
    struct buf BUF_CLEANUP sql = {0};
    ASSERT(from < schema->version);
    if (schema->migrations) {
        for (uint32_t v = from; v < schema->version; v++)
            buf_addf(&sql, "%s;", schema->migrations[v]);
    } else {
        buf_addf(&sql, "%s%s;", from > 0 ? schema->drop_sql : "", schema->create_sql);
    }
    buf_addf(&sql, "PRAGMA application_id=%u;PRAGMA user_version=%u", schema->application_id,
             schema->version);
    return store_run(s, buf_str(&sql), why);
}

static bool is_new(struct store *s, bool *out, struct err *why)
{
    int64_t id = 0, version = 0, tables = 0;
    if (!read_number(s, "PRAGMA application_id", &id, why) ||
        !read_number(s, "PRAGMA user_version", &version, why) ||
        !read_number(s, "SELECT count(*) FROM sqlite_master", &tables, why))
        return false;
    *out = id == 0 && version == 0 && tables == 0;
    return true;
}

/* Before anything is written, the journal mode included. */
static bool check_owner(struct store *s, const struct store_schema *schema, struct err *why)
{
    int64_t id = 0, version = 0;
    bool new;
    if (!is_new(s, &new, why) || !read_number(s, "PRAGMA application_id", &id, why) ||
        !read_number(s, "PRAGMA user_version", &version, why))
        return false;
    if (!new && id != schema->application_id)
        return err_set(why, "it belongs to another program");
    return version <= schema->version ||
           err_set(why, "it was made by a newer version of this program");
}

/* Two first runs may meet here: whoever comes second finds the tables made. */
static bool check_schema(struct store *s, const struct store_schema *schema, struct err *why)
{
    int64_t version = 0;
    bool new = false;
    bool ok = store_run(s, "BEGIN IMMEDIATE", why) && is_new(s, &new, why) &&
              read_number(s, "PRAGMA user_version", &version, why);
    if (ok && (new || version < schema->version))
        ok = make_schema(s, schema, new ? 0 : (uint32_t)version, why);
    if (ok)
        return store_run(s, "COMMIT", why);
    (void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

/* What cannot be made anew is looked through before anything is added to it. */
static bool check_pages(struct store *s, struct err *why)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(s->db, "PRAGMA quick_check(1)", -1, &stmt, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_step(stmt);
    bool is_read = rc == SQLITE_ROW, ok = is_read || failed(s, rc, why);
    const char *answer = is_read ? (const char *)sqlite3_column_text(stmt, 0) : NULL;
    if (is_read && (!answer || strcmp(answer, "ok"))) {
        s->is_damaged = true;
        ok = err_set(why, "%s", answer ? answer : "it cannot be checked");
    }
    (void)sqlite3_finalize(stmt);
    return ok;
}

/* A cache's tables are made by create_sql and by nothing else: a file that somebody brought could
 * have views, triggers or checks that compute for ever. */
static bool check_tables(struct store *s, const struct store_schema *schema, struct err *why)
{
    struct query *q = schema->migrations ? NULL : query_open(
        s, "SELECT count(*), max(sql = ?1) FROM sqlite_master WHERE sql IS NOT NULL", why);
    if (!q)
        return schema->migrations != NULL;
    query_bind_text(q, 1, schema->create_sql);
    bool ok = query_step(q) == QUERY_ROW ? query_int(q, 0) == 1 && query_int(q, 1) == 1 : false;
    query_close(q);
    s->is_damaged |= !ok;
    return ok || err_set(why, "its tables are not those of this program");
}

/* What a file says is data: it cannot make SQLite run SQL of its own. */
static void distrust(struct store *s)
{
    (void)sqlite3_busy_timeout(s->db, BUSY_MS);
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    (void)sqlite3_exec(s->db, "PRAGMA cell_size_check=ON", NULL, NULL, NULL);
}

static bool open_once(struct store *s, const char *path, const struct store_schema *schema,
                      struct err *why)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    int rc = sqlite3_open_v2(path, &s->db, flags, NULL);
    bool ok = rc == SQLITE_OK || failed(s, rc, why);
    if (ok) {
        distrust(s);
        ok = check_owner(s, schema, why) &&
             store_run(s,
                       schema->migrations ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"
                                          : "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
                       why) &&
             check_schema(s, schema, why) && check_tables(s, schema, why) &&
             (!schema->migrations || check_pages(s, why));
    }
    if (!ok) {
        (void)sqlite3_close_v2(s->db);
        s->db = NULL;
    }
    return ok;
}

static const char *aside_name(struct arena *a, const char *path, bool keep)
{
    const char *name = arena_printf(a, "%s.bad", path);
    for (uint32_t i = 2; keep && access(name, F_OK) == 0; i++)
        name = arena_printf(a, "%s.bad%u", path, i);
    return name;
}

const char *store_set_aside(struct arena *a, const char *path, bool keep)
{
    const char *name = aside_name(a, path, keep), *wal = arena_printf(a, "%s-wal", path);
    if (!keep || rename(wal, arena_printf(a, "%s-wal", name)) != 0)
        (void)unlink(wal);
    (void)unlink(arena_printf(a, "%s-shm", path));
    return rename(path, name) == 0 ? name : NULL;
}

/* Text is nobody's damaged database: the path is wrong, and the file must stay where it is. */
static bool is_text(const char *path)
{
    unsigned char head[64];
    FILE *f = fopen(path, "re");
    size_t n = f ? fread(head, 1, sizeof head, f) : 0, i = 0;
    while (i < n && (isspace(head[i]) || (head[i] > ' ' && head[i] < 0x7f)))
        i++;
    if (f)
        (void)fclose(f);
    return n > 0 && i == n;
}

struct store *store_open(struct arena *a, const char *path, const struct store_schema *schema,
                         const char **note, struct err *why)
{
    struct store *s = arena_new(a, struct store);
    *note = NULL;
    struct err ERR_CLEANUP first = {0};
    if (open_once(s, path, schema, &first))
        return s;
    bool is_other = schema->migrations && is_text(path);
    const char *aside =
        s->is_damaged && !is_other ? store_set_aside(a, path, schema->migrations) : NULL;
    if (!aside) {
        (void)err_set(why, "%s: %s", path, buf_str(&first.text));
        return NULL;
    }
    *note = arena_printf(a, "%s was damaged (%s): moved to %s and made anew", path,
                         buf_str(&first.text), aside);
    s->is_damaged = false;
    if (open_once(s, path, schema, why))
        return s;
    (void)err_prefix(why, "%s", path);
    return NULL;
}

/* A path as a URI that asks SQLite for the file as it lies there, without locks or side files: the
 * only way to read a write-ahead database in a folder that cannot be written. */
static const char *immutable_uri(struct arena *a, const char *path)
{
    struct buf BUF_CLEANUP uri = {0};
    buf_adds(&uri, "file:");
    for (const char *c = path; *c; c++) {
        if (strchr("%?#", *c))
            buf_addf(&uri, "%%%02x", (unsigned)(unsigned char)*c);
        else
            buf_addc(&uri, *c);
    }
    buf_adds(&uri, "?immutable=1");
    return arena_strdup(a, buf_str(&uri));
}

static bool open_reading(struct store *s, const char *name, const struct store_schema *schema,
                         bool *is_older, struct err *why)
{
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    int rc = sqlite3_open_v2(name, &s->db, flags, NULL);
    bool ok = rc == SQLITE_OK || failed(s, rc, why);
    int64_t version = 0;
    if (ok) {
        distrust(s);
        ok = check_owner(s, schema, why) && read_number(s, "PRAGMA user_version", &version, why);
        *is_older = ok && version > 0 && version < schema->version;
        if (ok && version == 0)
            ok = err_set(why, "it is empty");
        if (*is_older)
            ok = err_set(why, "it is of an older version, and cannot be written to bring it up");
    }
    if (!ok) {
        (void)sqlite3_close_v2(s->db);
        s->db = NULL;
    }
    return ok;
}

struct store *store_open_to_read(struct arena *a, const char *path,
                                 const struct store_schema *schema, struct err *why)
{
    struct store *s = arena_new(a, struct store);
    struct err ERR_CLEANUP first = {0};
    bool is_older = false;
    if (open_reading(s, path, schema, &is_older, &first))
        return s;
    /* Not store_open(): who reads moves nothing out of the way. */
    if (is_older && access(path, W_OK) == 0) {
        err_release(&first);
        if (open_once(s, path, schema, &first))
            return s;
    }
    bool has_log = access(arena_printf(a, "%s-wal", path), F_OK) == 0;
    if (!is_older && !has_log && access(path, R_OK) == 0 && !s->is_damaged &&
        open_reading(s, immutable_uri(a, path), schema, &is_older, why))
        return s;
    err_release(why);
    (void)err_set(why, "%s: %s", path, buf_str(&first.text));
    return NULL;
}

/* ---- queries ---- */

struct query *query_open(struct store *s, const char *sql, struct err *why)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(s->db, sql, -1, &stmt, NULL);
    if (rc != SQLITE_OK) {
        (void)failed(s, rc, why);
        return NULL;
    }
    struct query *q = sqlite3_malloc(sizeof *q);
    if (!q)
        out_of_memory();
    q->store = s;
    q->stmt = stmt;
    return q;
}

void query_close(struct query *q)
{
    if (!q)
        return;
    (void)sqlite3_finalize(q->stmt);
    sqlite3_free(q);
}

void query_reset(struct query *q)
{
    (void)sqlite3_reset(q->stmt);
    (void)sqlite3_clear_bindings(q->stmt);
}

static void bound(int rc)
{
    if (rc == SQLITE_NOMEM)
        out_of_memory();
    ASSERT(rc == SQLITE_OK || rc == SQLITE_TOOBIG);
}

void query_bind_bytes(struct query *q, int index, const void *p, size_t n)
{
    bound(sqlite3_bind_blob64(q->stmt, index, n ? p : "", n, SQLITE_STATIC));
}

void query_bind_text(struct query *q, int index, const char *s)
{
    bound(sqlite3_bind_text64(q->stmt, index, s, strlen(s), SQLITE_STATIC, SQLITE_UTF8));
}

void query_bind_int(struct query *q, int index, int64_t v)
{
    bound(sqlite3_bind_int64(q->stmt, index, v));
}

void query_bind_double(struct query *q, int index, double v)
{
    bound(sqlite3_bind_double(q->stmt, index, v));
}

enum query_result query_step(struct query *q)
{
    int rc = sqlite3_step(q->stmt);
    if (rc == SQLITE_ROW)
        return QUERY_ROW;
    if (rc == SQLITE_DONE)
        return QUERY_DONE;
    q->store->is_damaged |= is_damage(rc);
    return QUERY_FAILED;
}

const void *query_bytes(struct arena *a, struct query *q, int column, size_t *n)
{
    const void *p = sqlite3_column_blob(q->stmt, column);
    int size = sqlite3_column_bytes(q->stmt, column);
    ASSERT(size >= 0);
    *n = p ? (size_t)size : 0;
    char *copy = arena_alloc(a, *n + 1);
    if (*n)
        memcpy(copy, p, *n);
    return copy;
}

int64_t query_int(struct query *q, int column)
{
    return sqlite3_column_int64(q->stmt, column);
}

double query_double(struct query *q, int column)
{
    return sqlite3_column_double(q->stmt, column);
}

const char *query_text(struct arena *a, struct query *q, int column)
{
    size_t n;
    return query_bytes(a, q, column, &n);
}
