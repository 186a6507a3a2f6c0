/* compile_commands.json: where it is, and what its entries say. Runs nothing that it names. */
#ifndef DISCOVER_DATABASE_H
#define DISCOVER_DATABASE_H

#include "discover/words.h"

struct database_entry {
    const char *file;      /* normal absolute path */
    const char *directory; /* normal absolute path */
    const char *command;   /* to be split; NULL when the entry has words */
    struct words words;
};

struct database {
    const char *path; /* NULL: there is none */
    VEC(struct database_entry) entries;
    uint32_t n_bad;        /* entries that are malformed */
    const char *first_bad; /* what is wrong with the first of them */
};

/* False: the file cannot be read, or is not a compile database. */
MUST_USE bool database_load(struct arena *a, const char *path, struct database *db,
                            struct err *err);

/* The database that a compiler's or editor's user would expect for start (a directory): in it or
 * a parent, or in a build directory of one of those; not above top when top is a parent. Each
 * candidate is passed to accept, which says whether to stop there. */
void database_search(struct arena *a, const char *start, const char *top,
                     bool (*accept)(void *ctx, const char *path), void *ctx);

/* The words of an entry's command, response files expanded. */
struct words database_words(struct arena *a, const struct database_entry *entry);

#endif
