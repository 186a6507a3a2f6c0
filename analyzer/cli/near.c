/* Headers are known by their base names: which of several of one name it is costs more to find out
 * than to read one file too many. */
#include "cli/near.h"

#include <string.h>

#include "base/file.h"
#include "discover/command.h"

enum { SOURCE_MAX = 32 << 20 };
enum closeness { INCLUDES_NAMED, INCLUDES_OWN_HEADER, IS_INCLUDED, FAR };

struct near {
    struct arena *arena;
    struct map headers; /* base name: closeness of what includes it */
    struct map stems;   /* of headers that named sources include: IS_INCLUDED */
};

static uint64_t key_of(const char *s, size_t n)
{
    return hash64(s, n);
}

static const char *stem_of(struct near *w, const char *path)
{
    const char *base = path_base(path), *dot = strrchr(base, '.');
    return arena_strndup(w->arena, base, dot ? (size_t)(dot - base) : strlen(base));
}

/* Of the #include that the line is, the base name of the header; NULL: it is none. */
static const char *included(const char *p, const char *end, size_t *n)
{
    const char *start = p + strspn(p, " \t");
    if (start >= end || *start != '#')
        return NULL;
    start += 1 + strspn(start + 1, " \t");
    if ((size_t)(end - start) < 9 || memcmp(start, "include", 7) != 0)
        return NULL;
    start += 7 + strspn(start + 7, " \t");
    char closing = *start == '<' ? '>' : '"';
    const char *close = start < end ? memchr(start + 1, closing, (size_t)(end - start - 1)) : NULL;
    if ((*start != '<' && *start != '"') || !close)
        return NULL;
    const char *base = close;
    while (base > start + 1 && base[-1] != '/')
        base--;
    *n = (size_t)(close - base);
    return base;
}

typedef bool on_include(struct near *w, void *ctx, const char *base, size_t n);

/* Until the callback says that it has seen enough. */
static void each_include(struct near *w, const char *file, on_include *callback, void *ctx)
{
    struct arena scratch;
    struct bytes text;
    struct err ERR_CLEANUP unreadable = {0};
    arena_init(&scratch);
    if (file_read(&scratch, file, SOURCE_MAX, &text, &unreadable)) {
        const char *end = text.p + text.n;
        for (const char *p = text.p; p < end;) {
            const char *eol = memchr(p, '\n', (size_t)(end - p));
            size_t n = 0;
            const char *base = included(p, eol ? eol : end, &n);
            if (base && callback(w, ctx, base, n))
                break;
            p = eol ? eol + 1 : end;
        }
    }
    arena_release(&scratch);
}

static bool take_stem(struct near *w, void *ctx, const char *base, size_t n)
{
    (void)ctx;
    const char *stem = stem_of(w, arena_strndup(w->arena, base, n));
    map_set(&w->stems, key_of(stem, strlen(stem)), IS_INCLUDED);
    return false;
}

static void learn(struct near *w, const char *path)
{
    const char *base = path_base(path);
    if (file_is_header(path)) {
        map_set(&w->headers, key_of(base, strlen(base)), INCLUDES_NAMED);
    } else if (file_is_c(path)) {
        const char *own = arena_printf(w->arena, "%s.h", stem_of(w, path));
        (void)map_put_new(&w->headers, key_of(own, strlen(own)), INCLUDES_OWN_HEADER);
        each_include(w, path, take_stem, NULL);
    }
}

static bool find_header(struct near *w, void *ctx, const char *base, size_t n)
{
    uint32_t *best = ctx, how;
    if (map_get(&w->headers, key_of(base, n), &how) && how < *best)
        *best = how;
    return *best == INCLUDES_NAMED;
}

static uint32_t closeness_of(struct near *w, const char *file)
{
    const char *stem = stem_of(w, file);
    uint32_t best = FAR, how;
    if (map_get(&w->stems, key_of(stem, strlen(stem)), &how))
        best = how;
    each_include(w, file, find_header, &best);
    return best;
}

static bool is_named(const char *const *named, uint32_t n, const char *file)
{
    for (uint32_t i = 0; i < n; i++) {
        if (path_inside(named[i], file))
            return true;
    }
    return false;
}

uint32_t near_choose(struct arena *a, const char *const *named, uint32_t n_named,
                     const struct job *jobs, uint32_t n_jobs, const bool *is_candidate,
                     uint32_t max, bool *is_near)
{
    struct near w = {.arena = a};
    uint32_t *closeness = arena_array(a, uint32_t, n_jobs), n_others = 0, taken = 0;
    map_init(&w.headers, a);
    map_init(&w.stems, a);
    for (uint32_t i = 0; i < n_named; i++)
        learn(&w, named[i]);
    for (uint32_t i = 0; i < n_jobs; i++) {
        ASSERT(!is_near[i]);
        closeness[i] = FAR;
        if (!is_candidate[i])
            continue;
        is_near[i] = is_named(named, n_named, jobs[i].file);
        n_others += !is_near[i];
        if (!is_near[i])
            closeness[i] = closeness_of(&w, jobs[i].file);
    }
    for (uint32_t how = INCLUDES_NAMED; how < FAR; how++) {
        for (uint32_t i = 0; i < n_jobs && taken < max; i++) {
            if (closeness[i] == how) {
                is_near[i] = true;
                taken++;
            }
        }
    }
    ASSERT(taken <= n_others);
    return n_others - taken;
}
