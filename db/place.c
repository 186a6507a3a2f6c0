/*
 * A path of the place begins with its root, or with that of the original when the place is a copy.
 * The copy often lies inside the original (in the cache's folder, or git's), so it is asked first.
 */
#include "db/place.h"

#include <string.h>
#include <unistd.h>

#include "unit/relocate.h"

#define ROOT_MARK '\001' /* stands for the root; in no path or flag that anybody writes */

static size_t root_length(const char *s, const char *root)
{
    size_t n = root ? strlen(root) : 0;
    return n > 1 && !strncmp(s, root, n) && (s[n] == '/' || s[n] == '\0' || s[n] == '"') ? n : 0;
}

/* Of the root that s begins with; 0: none. */
static size_t prefix(const char *s, const struct cache_place *place)
{
    size_t n = *s == '/' ? root_length(s, place->root) : 0;
    return n || *s != '/' ? n : root_length(s, place->moved_from);
}

/* Not in the middle of another path: "/srv/project" is not the "/project" that is looked for. */
static bool starts_path(const char *whole, const char *at)
{
    return at == whole || strchr("\"' =:,(<", at[-1]) ||
           (at - whole == 2 && !strncmp(whole, "-I", 2));
}

/* Where a root begins, at or behind s in whole, or NULL. */
static const char *find_root(const char *whole, const char *s, const struct cache_place *place,
                             size_t *n)
{
    for (s = strchr(s, '/'); s; s = strchr(s + 1, '/')) {
        *n = starts_path(whole, s) ? prefix(s, place) : 0;
        if (*n)
            return s;
    }
    return NULL;
}

/* ---- the key ---- */

static void add_without_root(const char *s, const struct cache_place *place, struct buf *out)
{
    const char *whole = s;
    size_t n = 0;
    for (const char *at; (at = find_root(whole, s, place, &n)); s = at + n) {
        buf_add(out, s, (size_t)(at - s));
        buf_addc(out, ROOT_MARK);
    }
    buf_add(out, s, strlen(s) + 1);
}

/* Both spans stand in out, one after the other. */
static bool is_same(const struct buf *out, size_t first, size_t second)
{
    size_t n = out->n - second;
    return first < second && second - first == n && !memcmp(out->s + first, out->s + second, n);
}

void place_job_text(const struct job *job, const struct cache_place *place, struct buf *out)
{
    static const char *const in_two[] = {"-isystem", "-iquote", "-idirafter", NULL};
    ASSERT(place->root[0] == '/' && job->file[0] == '/'); /* else the parts run into each other */
    add_without_root(job->directory, place, out);
    add_without_root(job->file, place, out);
    for (uint32_t i = 0, last = (uint32_t)out->n; i < job->n_flags; i++) {
        size_t start = out->n;
        uint32_t k = 0;
        while (in_two[k] && strcmp(in_two[k], job->flags[i]) != 0)
            k++;
        add_without_root(job->flags[i], place, out);
        if (in_two[k] && i + 1 < job->n_flags)
            add_without_root(job->flags[++i], place, out);
        if (is_same(out, last, start))
            out->n = start;
        else
            last = (uint32_t)start;
    }
}

/* ---- the unit ---- */

struct move {
    struct arena *arena;
    const struct cache_place *from, *to;
};

static const char *moved_string(void *ctx, const char *s)
{
    const struct move *m = ctx;
    size_t n = 0;
    const char *whole = s, *at = find_root(whole, s, m->from, &n);
    if (!at)
        return s;
    struct buf BUF_CLEANUP out = {0};
    bool is_path = at == s;
    for (; at; s = at + n, at = find_root(whole, s, m->from, &n)) {
        buf_add(&out, s, (size_t)(at - s));
        buf_adds(&out, m->to->root);
    }
    buf_adds(&out, s);
    const char *moved = arena_strndup(m->arena, buf_str(&out), out.n);
    size_t n_root = strlen(m->to->root);
    if (!is_path || !m->to->moved_from || access(moved, F_OK) == 0)
        return moved;
    return arena_printf(m->arena, "%s%s", m->to->moved_from, moved + n_root);
}

void place_move_unit(struct arena *a, struct unit *u, const struct cache_place *from,
                     const struct cache_place *to)
{
    struct move m = {a, from, to};
    struct unit_mover mover = {moved_string, &m};
    bool is_same_place = !strcmp(from->root, to->root) && !from->moved_from && !to->moved_from;
    if (!is_same_place)
        unit_relocate(a, u, &mover);
}
