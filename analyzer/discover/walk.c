/*
 * An explicit stack of directories; links to directories are never followed, so there are no loops,
 * and the limits hold for a run started at "/" by mistake.
 */
#include "discover/walk.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

struct walker {
    struct arena *arena;
    const char *top; /* real path */
    const char *extension;
    struct words dirs; /* still to be read */
    struct words *out;
    uint32_t n_before, n_dirs;
    const struct walk_limits *limits;
};

static void close_dir(DIR **d)
{
    if (*d)
        (void)closedir(*d);
}

static bool is_passed_over(const char *name)
{
    return name[0] == '.' || strcmp(name, "CMakeFiles") == 0 || strcmp(name, "node_modules") == 0;
}

static bool is_wanted(const struct walker *w, const char *name)
{
    return !w->extension || strcmp(path_ext(name), w->extension) == 0;
}

/* Follows the link: a file elsewhere is one of ours, one inside is found under its own name. */
static bool is_link_to_outside(struct walker *w, const char *path)
{
    return file_exists(path) && !path_inside(w->top, path_real(w->arena, path));
}

static void visit(struct walker *w, const char *dir, const struct dirent *e)
{
    struct stat st;
    unsigned char type = e->d_type;
    if (is_passed_over(e->d_name))
        return;
    if ((type == DT_REG || type == DT_LNK) && !is_wanted(w, e->d_name))
        return;
    const char *path = arena_printf(w->arena, "%s/%s", strcmp(dir, "/") == 0 ? "" : dir, e->d_name);
    if (type == DT_UNKNOWN && lstat(path, &st) == 0)
        type = S_ISDIR(st.st_mode) ? DT_DIR : S_ISREG(st.st_mode) ? DT_REG :
               S_ISLNK(st.st_mode) ? DT_LNK : DT_UNKNOWN;
    if (type == DT_DIR)
        vec_push(w->arena, &w->dirs, path);
    else if (is_wanted(w, e->d_name) &&
             (type == DT_REG || (type == DT_LNK && is_link_to_outside(w, path))))
        vec_push(w->arena, w->out, path);
}

static bool is_full(const struct walker *w)
{
    return w->out->n - w->n_before >= w->limits->max_files || w->n_dirs >= w->limits->max_dirs;
}

bool walk_files(struct arena *a, const char *dir, const char *extension,
                const struct walk_limits *limits, struct words *out)
{
    struct walker w = {.arena = a, .top = path_real(a, dir), .extension = extension, .out = out,
                       .n_before = out->n, .limits = limits};
    ASSERT(dir[0] == '/');
    vec_push(a, &w.dirs, dir);
    while (w.dirs.n > 0 && !is_full(&w)) {
        const char *next = w.dirs.v[--w.dirs.n];
        __attribute__((cleanup(close_dir))) DIR *d = opendir(next);
        w.n_dirs++;
        for (struct dirent *e; d && (e = readdir(d)) != NULL;)
            visit(&w, next, e);
    }
    words_sort(out, w.n_before);
    return w.dirs.n == 0;
}
