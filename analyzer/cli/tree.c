/*
 * A copy is locked as long as it is in use, so another run can tell it from one that was left
 * behind. Without a cache it lies where temporary files do.
 */
#include "cli/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/git.h"
#include "cli/load.h"
#include "cli/output.h"

#define PREFIX "tree-"

enum { OPEN_DIRS = 16, MAKE_TRIES = 16 };

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
    (void)st;
    (void)kind;
    (void)ftw;
    return remove(path);
}

static bool remove_dir(const char *path)
{
    return access(path, F_OK) != 0 || nftw(path, remove_one, OPEN_DIRS, FTW_DEPTH | FTW_PHYS) == 0;
}

/* -1: another run has it. */
static int lock_dir(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
    if (fd >= 0)
        (void)close(fd);
    return -1;
}

static void remove_left_behind(struct arena *a, const char *parent)
{
    DIR *dir = opendir(parent);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        if (strncmp(e->d_name, PREFIX, strlen(PREFIX)) != 0)
            continue;
        const char *path = path_join(a, parent, e->d_name);
        int fd = lock_dir(path);
        if (fd >= 0) {
            (void)remove_dir(path);
            (void)close(fd);
        }
    }
    if (dir)
        (void)closedir(dir);
}

static const char *parent_of(struct arena *a, const struct options *o, const char *top)
{
    const char *dir = o->no_cache ? NULL : load_cache_dir(a, o, top), *temp = getenv("TMPDIR");
    if (!dir)
        return path_join(a, path_normal(a, cwd_get(a), temp && *temp ? temp : P_tmpdir),
                         "concadvise-");
    dir = path_normal(a, cwd_get(a), dir);
    remove_left_behind(a, dir);
    return arena_printf(a, "%s/", dir);
}

/* Between making and locking it, another run may take the folder for one that was left behind. */
static bool is_still_there(const char *path, int lock)
{
    struct stat by_name, by_lock;
    return lock >= 0 && stat(path, &by_name) == 0 && fstat(lock, &by_lock) == 0 &&
           by_name.st_dev == by_lock.st_dev && by_name.st_ino == by_lock.st_ino;
}

static bool make_dir(struct arena *a, const char *start, struct tree *out, struct err *err)
{
    for (int i = 0; i < MAKE_TRIES; i++) {
        char *path = arena_strdup(a, arena_printf(a, "%s" PREFIX "XXXXXX", start));
        if (!mkdtemp(path))
            return err_set(err, "cannot make %s: %s", path, strerror(errno));
        out->path = path_real(a, path);
        out->lock = lock_dir(out->path);
        if (is_still_there(out->path, out->lock))
            return true;
        tree_remove(out);
    }
    return err_set(err, "cannot make a folder at %s" PREFIX "*: others remove it", start);
}

static bool fill(struct arena *a, const char *top, const char *commit, const struct tree *t,
                 struct err *err)
{
    const char *index = arena_printf(a, "%s/.git/index", t->path);
    const char *prefix = arena_printf(a, "--prefix=%s/", t->path);
    const char *read_words[] = {"read-tree", commit, NULL};
    const char *write_words[] = {"checkout-index", "--all", "--force", "--quiet", prefix, NULL};
    struct git_place where = {.dir = top, .index = commit ? index : NULL};
    struct buf BUF_CLEANUP out = {0};
    if (!dir_make(a, path_dir(a, index)))
        return err_set(err, "cannot write %s: %s", t->path, strerror(errno));
    return (!commit || git_run(a, &where, read_words, &out, err)) &&
           git_run(a, &where, write_words, &out, err);
}

bool tree_write(struct arena *a, const struct options *o, const char *top, const char *commit,
                struct tree *out, struct err *err)
{
    ASSERT(top[0] == '/');
    *out = (struct tree){.lock = -1};
    if (make_dir(a, parent_of(a, o, top), out, err) && fill(a, top, commit, out, err))
        return true;
    tree_remove(out);
    return false;
}

void tree_remove(struct tree *t)
{
    if (t->path && !remove_dir(t->path))
        say("note: cannot remove %s: %s", t->path, strerror(errno));
    if (t->lock >= 0)
        (void)close(t->lock);
    *t = (struct tree){.lock = -1};
}

const char *tree_path(struct arena *a, const struct tree *t, const char *top, const char *path)
{
    path = path_normal(a, cwd_get(a), path);
    if (!path_inside(top, path))
        path = path_real(a, path);
    if (path_inside(t->path, path))
        return path;
    if (!path_inside(top, path))
        return NULL;
    path = strcmp(top, path) ? path_join(a, t->path, path_relative(a, top, path)) : t->path;
    return access(path, F_OK) == 0 ? path : NULL;
}
