/* Three lines: which file, under which mark of the folder (db/result_cache.h); version; folder of
 * the library's own headers. */
#include "cli/library.h"

#include <string.h>

#include "base/file.h"
#include "db/result_cache.h"
#include "parse/parse.h"

static const char *next_line(struct arena *a, const char **at)
{
    size_t n = strcspn(*at, "\n");
    const char *line = arena_strndup(a, *at, n);
    *at += n + ((*at)[n] == '\n');
    return line;
}

static bool read_known(struct arena *a, const char *path, const char *first, struct library *out)
{
    struct bytes text;
    struct err ERR_CLEANUP err = {0};
    if (!file_read(a, path, 1 << 16, &text, &err))
        return false;
    const char *at = text.p;
    if (strcmp(next_line(a, &at), first) != 0)
        return false;
    out->version = next_line(a, &at);
    out->resource_dir = next_line(a, &at);
    /* When it was not there, it may have come since. */
    return *out->version && *out->resource_dir &&
           file_exists(path_join(a, out->resource_dir, "include/stddef.h"));
}

struct library library_find(struct arena *a, const char *cache_dir)
{
    const char *identity = cache_dir ? parse_library_identity(a) : NULL;
    const char *mark = identity ? result_cache_mark(a, cache_dir) : "";
    const char *path = *mark ? path_join(a, cache_dir, "libclang") : NULL;
    const char *first = path ? arena_printf(a, "%s, %s", identity, mark) : NULL;
    struct library found;
    struct err ERR_CLEANUP err = {0};
    if (path && read_known(a, path, first, &found))
        return found;
    found = (struct library){parse_libclang_version(a), parse_resource_dir(a)};
    if (path && found.resource_dir) {
        const char *text = arena_printf(a, "%s\n%s\n%s\n", first, found.version,
                                        found.resource_dir);
        (void)!file_write_atomic(path, text, strlen(text), &err); /* only for the next run */
    }
    return found;
}
