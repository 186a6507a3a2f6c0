/* Paths as byte strings. Only path_real and cwd_get ask the file system; the rest is text. */
#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *path_join(struct arena *a, const char *dir, const char *rel)
{
    size_t n = strlen(dir);

    if (rel[0] == '/' || n == 0)
        return arena_strdup(a, rel);
    return arena_printf(a, "%s%s%s", dir, dir[n - 1] == '/' ? "" : "/", rel);
}

const char *path_normal(struct arena *a, const char *cwd, const char *path)
{
    const char *in = path_join(a, cwd, path);
    size_t cap = strlen(in) + 2;
    char *out = arena_alloc(a, cap);
    size_t n = 0;

    while (*in) {
        size_t len = strcspn(in, "/");

        if (len == 2 && in[0] == '.' && in[1] == '.') {
            while (n && out[--n] != '/')
                continue;
        } else if (len && !(len == 1 && in[0] == '.')) {
            out[n++] = '/';
            memcpy(out + n, in, len);
            n += len;
        }
        in += len;
        in += strspn(in, "/");
    }
    if (n == 0)
        out[n++] = '/';
    ASSERT(n < cap);
    out[n] = '\0';
    return out;
}

const char *path_real(struct arena *a, const char *path)
{
    char *real = realpath(path, NULL);
    const char *out = arena_strdup(a, real ? real : path);

    free(real);
    return out;
}

const char *path_dir(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t n;

    if (!slash)
        return ".";
    n = (size_t)(slash - path);
    while (n && path[n - 1] == '/')
        n--;
    return n ? arena_strndup(a, path, n) : "/";
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

const char *path_ext(const char *path)
{
    const char *base = path_base(path);
    const char *dot = strrchr(base, '.');

    return dot && dot != base ? dot + 1 : "";
}

bool path_inside(const char *base, const char *path)
{
    size_t n = strlen(base);

    ASSERT(n && base[0] == '/');
    if (n == 1)
        return path[0] == '/';
    return strncmp(base, path, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

const char *path_relative(struct arena *a, const char *base, const char *path)
{
    size_t n = strlen(base);

    if (!path_inside(base, path))
        return arena_strdup(a, path);
    if (n > 1)
        path += n;
    if (*path == '/')
        path++;
    return arena_strdup(a, *path ? path : ".");
}

const char *cwd_get(struct arena *a)
{
    char *cwd = getcwd(NULL, 0);
    const char *out;

    /* A directory that was removed under us has no name; Linux may also say "(unreachable)". */
    out = cwd && cwd[0] == '/' ? path_normal(a, "/", cwd) : "/";
    free(cwd);
    return out;
}
