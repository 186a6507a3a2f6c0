/*
 * Files and paths. Paths are byte strings; nothing here assumes UTF-8. "Normal" means: absolute, no
 * "." or ".." or doubled "/" (lexically; symbolic links are resolved only by path_real).
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/base.h"

struct bytes {
    const char *p; /* NUL-terminated (the NUL is not counted) */
    size_t n;
};

/* Whole file into the arena. Fails for directories, devices, unreadable files, and above max
 * bytes. */
MUST_USE bool file_read(struct arena *a, const char *path, size_t max, struct bytes *out,
                        struct err *err);
/* A file of /proc or /sys: such have no size, and are read until their end (or 1 MB). NULL when it
 * cannot be read. */
const char *file_read_small(struct arena *a, const char *path);
bool file_exists(const char *path); /* a regular file (links followed) */
bool dir_exists(const char *path);
MUST_USE bool dir_make(struct arena *a, const char *path); /* and its parents; errno says why not */
/* Writes to a temporary name beside it, fsyncs nothing, renames: readers see old or new. */
MUST_USE bool file_write_atomic(const char *path, const void *p, size_t n, struct err *err);

const char *path_join(struct arena *a, const char *dir, const char *rel); /* rel absolute: rel */
const char *path_normal(struct arena *a, const char *cwd, const char *path);
const char *path_real(struct arena *a, const char *path); /* realpath, or the path itself */
const char *path_dir(struct arena *a, const char *path);  /* "/" for "/x"; "." for "x" */
const char *path_base(const char *path);
const char *path_ext(const char *path); /* without the dot; "" when there is none */
/* path relative to base when inside it, else path unchanged. Both normal. */
const char *path_relative(struct arena *a, const char *base, const char *path);
bool path_inside(const char *base, const char *path);
const char *cwd_get(struct arena *a); /* normal */

#endif
