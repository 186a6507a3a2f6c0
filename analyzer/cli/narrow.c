/* Paths are compared as they are, and then as what their links lead to; that costs system calls, so
 * it is done once for each file. */
#include "cli/narrow.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "discover/command.h"
#include "discover/discover.h"

bool narrow_init(struct arena *a, const struct options *o, struct narrow *n,
                 struct str_list *paths, struct err *err)
{
    const char *cwd = cwd_get(a), *root = NULL;
    uint32_t n_other = 0;
    memset(n, 0, sizeof *n);
    map_init(&n->known, a);
    *paths = o->words;
    if (!o->whole_project || o->words.n == 0)
        return true;
    memset(paths, 0, sizeof *paths);
    n->is_on = true;
    for (uint32_t i = 0; i < o->words.n; i++) {
        const char *path = path_normal(a, cwd, o->words.v[i]);
        if (access(path, F_OK) != 0)
            return err_set(err, "%s: %s", o->words.v[i], strerror(errno));
        path = path_real(a, path);
        bool is_dir = dir_exists(path);
        const char *dir = is_dir ? path : path_dir(a, path);
        if (!root) {
            root = discover_vcs_root(a, dir);
            root = root ? root : path_inside(cwd, dir) ? cwd : dir;
            vec_push(a, paths, root);
        }
        vec_push(a, &n->paths, path);
        n_other += !is_dir && !file_is_c(path) && !file_is_header(path);
        if (!is_dir && file_is_c(path))
            vec_push(a, paths, path);
    }
    n->is_nothing = n_other == o->words.n;
    ASSERT(paths->n > 0);
    return true;
}

static bool has_path(const struct narrow *n, const char *file)
{
    for (uint32_t i = 0; i < n->paths.n; i++) {
        if (path_inside(n->paths.v[i], file))
            return true;
    }
    return false;
}

bool narrow_has_file(struct arena *a, struct narrow *n, const char *file)
{
    uint32_t is_in;
    if (!n->is_on || !file)
        return !n->is_on;
    uint64_t key = hash64(file, strlen(file));
    if (!map_get(&n->known, key, &is_in)) {
        is_in = has_path(n, file) || has_path(n, path_real(a, file));
        map_set(&n->known, key, is_in);
    }
    return is_in;
}

static bool has_step(struct arena *a, struct narrow *n, const struct step *steps, uint32_t n_steps)
{
    for (uint32_t i = 0; i < n_steps; i++) {
        const struct step *s = &steps[i];
        if (narrow_has_file(a, n, s->at.file) || narrow_has_file(a, n, s->via_at.file) ||
            narrow_has_file(a, n, s->macro.file))
            return true;
    }
    return false;
}

bool narrow_has(struct arena *a, struct narrow *n, const struct finding *f)
{
    if (narrow_has_file(a, n, f->at.file) || has_step(a, n, f->steps, f->n_steps))
        return true;
    for (uint32_t i = 0; i < f->n_sides; i++) {
        const struct side *s = &f->sides[i];
        if (narrow_has_file(a, n, s->at.file) || has_step(a, n, s->steps, s->n_steps))
            return true;
    }
    return false;
}
