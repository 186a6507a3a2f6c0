/*
 * Prefixes on disk, in a folder that this run has made for them inside of the cache's and takes
 * away at its end: what libclang saved, and the unit of what a prefix holds. Also the texts that
 * the parser gets: of a prefix, and of a file behind it.
 */
#ifndef PARSE_PREFIX_FILE_H
#define PARSE_PREFIX_FILE_H

#include "extract/extract.h"
#include "parse/prefix.h"

/* A new folder below dir, NULL when it cannot be made; those that killed runs have left are
 * removed. *lock is to be closed after prefix_dir_remove(). */
const char *prefix_dir_make(struct arena *a, const char *dir, int *lock);
void prefix_dir_remove(struct arena *a, const char *prefix_dir);

const char *prefix_file_pch(struct arena *a, const char *prefix_dir, uint32_t index);
/* What is known of a prefix besides. */
struct prefix_facts {
    const struct unit *unit;
    struct extract_defs defs;
};
const struct prefix_facts *prefix_file_facts(struct arena *a, const char *prefix_dir,
                                             uint32_t index);
bool prefix_file_save(struct arena *a, const char *prefix_dir, uint32_t index,
                      const struct prefix_facts *facts);

/* The directives of the prefix behind those of its parent (NULL: all). False: the job's file does
 * not begin with it any more. */
bool prefix_file_text(struct arena *a, const struct job *job, const struct prefix *p,
                      const struct prefix *parent, const char **text, size_t *n);

struct prefix_source {
    const char *text;    /* of the file */
    const char *blanked; /* with spaces where the prefix is */
    size_t n;
};
/* False: the file does not begin with the prefix any more. */
bool prefix_file_source(struct arena *a, const struct job *job, const struct prefix *p,
                        struct prefix_source *out);

#endif
