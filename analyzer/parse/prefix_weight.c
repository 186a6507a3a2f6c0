/*
 * Headers are read once each, for their #include lines only. Where a name leads is remembered by
 * the search folders, the includer's folder and the name.
 */
#include "parse/prefix_weight.h"

#include <string.h>

#include "base/file.h"

enum { HEADER_MAX = 1 << 26 };

struct include {
    const char *name;
    bool is_quoted;
};
struct header {
    const char *dir;
    uint64_t size;
    VEC(struct include) includes;
    uint32_t seen; /* number of the file that has counted it last */
};
struct weigher {
    struct arena *arena;
    struct map by_path, by_question; /* to index + 1 of headers; 0: not found */
    VEC(struct header) headers;
    VEC(const char *) dirs; /* of the job */
    VEC(uint32_t) work;
    const char *dir;        /* of the job's file */
    uint64_t dirs_hash, total;
    uint32_t now;           /* number of the file */
};

static bool take_include(const char *line, size_t n, struct include *out, struct arena *a)
{
    size_t at = 0;
    while (at < n && (line[at] == ' ' || line[at] == '\t'))
        at++;
    if (at == n || line[at++] != '#')
        return false;
    while (at < n && (line[at] == ' ' || line[at] == '\t'))
        at++;
    if (n - at < 9 || memcmp(line + at, "include", 7) != 0)
        return false;
    for (at += 7; at < n && (line[at] == ' ' || line[at] == '\t'); at++)
        continue;
    char close = at < n && line[at] == '"' ? '"' : '>';
    if (at == n || (line[at] != '"' && line[at] != '<'))
        return false;
    const char *name = line + at + 1, *end = memchr(name, close, n - at - 1);
    if (!end || end == name)
        return false;
    *out = (struct include){arena_strndup(a, name, (size_t)(end - name)), close == '"'};
    return true;
}

static uint32_t read_header(struct weigher *w, const char *path)
{
    uint64_t key = hash64(path, strlen(path));
    uint32_t at;
    struct arena scratch;
    struct bytes text;
    struct err ERR_CLEANUP err = {0};
    struct header new = {.dir = path_dir(w->arena, path)};

    if (map_get(&w->by_path, key, &at))
        return at;
    arena_init(&scratch);
    bool is_there = file_exists(path) && file_read(&scratch, path, HEADER_MAX, &text, &err);
    for (size_t i = 0; is_there && i < text.n;) {
        const char *line = text.p + i, *end = memchr(line, '\n', text.n - i);
        size_t n = end ? (size_t)(end - line) : text.n - i;
        struct include inc;
        if (take_include(line, n, &inc, w->arena))
            vec_push(w->arena, &new.includes, inc);
        i += n + 1;
    }
    if (is_there) {
        new.size = text.n;
        vec_push(w->arena, &w->headers, new);
    }
    arena_release(&scratch);
    map_set(&w->by_path, key, is_there ? w->headers.n : 0);
    return is_there ? w->headers.n : 0;
}

/* Index + 1 of the header, 0: not found. */
static uint32_t find(struct weigher *w, const char *dir, const struct include *inc)
{
    uint64_t key = hash_mix(w->dirs_hash, hash64(inc->name, strlen(inc->name)));
    uint32_t found = 0;
    if (inc->is_quoted)
        key = hash_mix(key, hash64(dir, strlen(dir)));
    if (map_get(&w->by_question, key, &found))
        return found;
    if (inc->is_quoted)
        found = read_header(w, path_join(w->arena, dir, inc->name));
    for (uint32_t i = 0; i < w->dirs.n && !found; i++)
        found = read_header(w, path_join(w->arena, w->dirs.v[i], inc->name));
    map_set(&w->by_question, key, found);
    return found;
}

static void count(struct weigher *w, uint32_t header)
{
    if (!header || w->headers.v[header - 1].seen == w->now)
        return;
    w->headers.v[header - 1].seen = w->now;
    w->total += w->headers.v[header - 1].size;
    vec_push(w->arena, &w->work, header - 1);
}

uint64_t weigher_add(struct weigher *w, const char *text, size_t n)
{
    ASSERT(w->now > 0);
    for (size_t i = 0; i < n;) {
        const char *line = text + i, *end = memchr(line, '\n', n - i);
        size_t len = end ? (size_t)(end - line) : n - i;
        struct include inc;
        if (take_include(line, len, &inc, w->arena))
            count(w, find(w, w->dir, &inc));
        i += len + 1;
    }
    while (w->work.n > 0) {
        uint32_t at = w->work.v[--w->work.n];
        for (uint32_t i = 0; i < w->headers.v[at].includes.n; i++)
            count(w, find(w, w->headers.v[at].dir, &w->headers.v[at].includes.v[i]));
    }
    return w->total;
}

void weigher_start(struct weigher *w, const struct job *job)
{
    static const char *const options[] = {"-I", "-iquote", "-isystem", "-idirafter"};
    w->now++;
    w->total = 0;
    w->dir = path_dir(w->arena, job->file);
    w->dirs.n = 0;
    w->dirs_hash = hash64(job->directory, strlen(job->directory));
    for (uint32_t i = 0; i < job->n_flags; i++)
        for (size_t k = 0; k < sizeof options / sizeof options[0]; k++) {
            size_t n = strlen(options[k]);
            if (strncmp(job->flags[i], options[k], n) != 0)
                continue;
            const char *dir = job->flags[i][n] ? job->flags[i] + n
                                               : i + 1 < job->n_flags ? job->flags[i + 1] : "";
            if (*dir)
                vec_push(w->arena, &w->dirs, path_join(w->arena, job->directory, dir));
        }
    vec_push(w->arena, &w->dirs, "/usr/include");
    vec_push(w->arena, &w->dirs, "/usr/local/include");
    for (uint32_t i = 0; i < w->dirs.n; i++)
        w->dirs_hash = hash_mix(w->dirs_hash, hash64(w->dirs.v[i], strlen(w->dirs.v[i])));
}

struct weigher *weigher_new(struct arena *a)
{
    struct weigher *w = arena_new(a, struct weigher);
    w->arena = a;
    map_init(&w->by_path, a);
    map_init(&w->by_question, a);
    return w;
}
