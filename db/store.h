/*
 * SQLite behind a small face: open with a schema, run statements, read rows. The only includer of
 * sqlite3.h is store.c. A database here is a convenience: every failure is a reason in words, and
 * the caller goes on without it.
 */
#ifndef DB_STORE_H
#define DB_STORE_H

#include "base/base.h"

struct store_schema {
    uint32_t application_id; /* marks our files; another's file is never written to */
    uint32_t version;        /* an older one is emptied and made anew, a newer one is left alone */
    const char *create_sql, *drop_sql;
};

struct store;
struct query;

/* NULL with the reason when the database cannot be used. A damaged file is moved aside (path +
 * ".bad") and a new one made; note then says so. */
struct store *store_open(struct arena *a, const char *path, const struct store_schema *schema,
                         const char **note, struct err *why);
void store_close(struct store *s); /* NULL is fine */
bool store_run(struct store *s, const char *sql, struct err *why);
bool store_is_damaged(const struct store *s); /* a statement has met a damaged page */
bool store_set_aside(struct arena *a,
                     const char *path); /* renames to path + ".bad"; not while open */

/* NULL with the reason when the SQL cannot be prepared. */
struct query *query_open(struct store *s, const char *sql, struct err *why);
void query_close(struct query *q); /* NULL is fine */
void query_reset(struct query *q); /* for the next run; parameters are forgotten */
/* Parameters count from 1; bytes must live until the query has been reset. */
void query_bind_bytes(struct query *q, int index, const void *p, size_t n);
void query_bind_text(struct query *q, int index, const char *s);
void query_bind_int(struct query *q, int index, int64_t v);
enum query_result { QUERY_ROW, QUERY_DONE, QUERY_FAILED };
enum query_result query_step(struct query *q);
/* Columns count from 0; copied into the arena, 16-byte aligned, NUL-terminated. */
const void *query_bytes(struct arena *a, struct query *q, int column, size_t *n);
int64_t query_int(struct query *q, int column);

const char *store_sqlite_version(void);

#endif
