/*
 * SQLite behind a small face: open with a schema, run statements, read rows. The only includer of
 * sqlite3.h is store.c. A database here is a convenience: every failure is a reason in words, and
 * the caller goes on without it.
 */
#ifndef DB_STORE_H
#define DB_STORE_H

#include "base/base.h"

/* Two kinds of database. What can be made anew (a cache) has create_sql and drop_sql: an older
 * version is emptied. What cannot (measurements) has migrations: migrations[v] brings version v to
 * v + 1, the first one makes the tables of an empty file, and no row is ever dropped; such a
 * database is also synced at each commit. A newer version is left alone. */
struct store_schema {
    uint32_t application_id; /* marks our files; another's file is never written to */
    uint32_t version;
    const char *create_sql, *drop_sql;
    const char *const *migrations; /* `version` of them, or NULL */
};

struct store;
struct query;

/* The file and those that SQLite puts beside it are plain files, or not there: it would follow
 * a link, or wait for the other end of a pipe. */
bool store_is_plain(struct arena *a, const char *path, struct err *why);

/* NULL with the reason when the database cannot be used. A damaged file is moved aside (path +
 * ".bad"; what cannot be made anew goes to the first free one of ".bad", ".bad2", ...) and a new
 * one made; note then says so. */
struct store *store_open(struct arena *a, const char *path, const struct store_schema *schema,
                         const char **note, struct err *why);
/* For reading only, so that files and folders that cannot be written will do; the file must exist.
 * One of an older version is brought up when it can be written. What is damaged is said, and stays
 * where it is. */
struct store *store_open_to_read(struct arena *a, const char *path,
                                 const struct store_schema *schema, struct err *why);
void store_close(struct store *s); /* NULL is fine */
bool store_run(struct store *s, const char *sql, struct err *why);
/* Why the last statement failed; always false. For queries, which keep no message. */
bool store_failed(struct store *s, struct err *why);
int64_t store_changes(struct store *s); /* rows that the last statement changed */
bool store_is_damaged(const struct store *s); /* a statement has met a damaged page */
/* Renames to path + ".bad"; not while open. With keep, nothing that stands there is replaced, and
 * what is not yet in the main file goes along. The new name; NULL when it cannot be done. */
const char *store_set_aside(struct arena *a, const char *path, bool keep);

/* NULL with the reason when the SQL cannot be prepared. */
struct query *query_open(struct store *s, const char *sql, struct err *why);
void query_close(struct query *q); /* NULL is fine */
void query_reset(struct query *q); /* for the next run; parameters are forgotten */
/* Parameters count from 1; bytes must live until the query has been reset. */
void query_bind_bytes(struct query *q, int index, const void *p, size_t n);
void query_bind_text(struct query *q, int index, const char *s);
void query_bind_int(struct query *q, int index, int64_t v);
void query_bind_double(struct query *q, int index, double v);
enum query_result { QUERY_ROW, QUERY_DONE, QUERY_FAILED };
enum query_result query_step(struct query *q);
/* Columns count from 0; copied into the arena, 16-byte aligned, NUL-terminated. */
const void *query_bytes(struct arena *a, struct query *q, int column, size_t *n);
int64_t query_int(struct query *q, int column);
double query_double(struct query *q, int column);
const char *query_text(struct arena *a, struct query *q, int column);

const char *store_sqlite_version(void);

#endif
