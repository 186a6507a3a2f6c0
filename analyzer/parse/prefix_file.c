/*
 * A lock on the folder tells runs that are alive from those that were killed. Nothing here is worth
 * an error message: without prefixes the files are parsed plainly.
 */
#include "parse/prefix_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "unit/bytes.h"

enum { SOURCE_MAX = 1 << 30 };
#define DIR_START "prefixes-"

/* ---- the folder ---- */
/* Only plain files are in it. */
void prefix_dir_remove(struct arena *a, const char *prefix_dir)
{
    DIR *d = opendir(prefix_dir);
    if (!d)
        return;
    for (struct dirent *e; (e = readdir(d)) != NULL;) {
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            (void)unlink(path_join(a, prefix_dir, e->d_name));
    }
    (void)closedir(d);
    (void)rmdir(prefix_dir);
}

static int lock_dir(const char *dir)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0) {
        (void)close(fd);
        fd = -1;
    }
    return fd;
}

static void remove_left(struct arena *a, const char *dir)
{
    DIR *d = opendir(dir);
    for (struct dirent *e; d && (e = readdir(d)) != NULL;) {
        if (strncmp(e->d_name, DIR_START, sizeof DIR_START - 1) != 0)
            continue;
        const char *path = path_join(a, dir, e->d_name);
        int lock = lock_dir(path);
        if (lock < 0)
            continue;
        prefix_dir_remove(a, path);
        (void)close(lock);
    }
    if (d)
        (void)closedir(d);
}

const char *prefix_dir_make(struct arena *a, const char *dir, int *lock)
{
    remove_left(a, dir);
    char *path = arena_printf(a, "%s/" DIR_START "XXXXXX", dir);
    *lock = mkdtemp(path) ? lock_dir(path) : -1;
    return *lock >= 0 ? path : NULL;
}

/* ---- files ---- */
static const char *path_of(struct arena *a, const char *prefix_dir, uint32_t index,
                           const char *ext)
{
    return arena_printf(a, "%s/%u.%s", prefix_dir, index, ext);
}

const char *prefix_file_pch(struct arena *a, const char *prefix_dir, uint32_t index)
{
    return path_of(a, prefix_dir, index, "pch");
}

/* One definition a line: file, place, kind, name; a first line says whether all are clear. */
static void write_defs(const struct extract_defs *defs, struct buf *out)
{
    buf_addf(out, "%u\n", defs->is_unclear);
    for (uint32_t i = 0; i < defs->v.n; i++)
        buf_addf(out, "%u %u %u %s\n", defs->v.v[i].file, defs->v.v[i].offset,
                 defs->v.v[i].kind, defs->v.v[i].name);
}

static bool read_defs(struct arena *a, const char *s, const struct unit *u,
                      struct extract_defs *out)
{
    char *end;
    out->is_unclear = *s != '0';
    for (s = strchr(s, '\n'); s && s[1]; s = strchr(s, '\n')) {
        struct extract_def def = {.file = (uint32_t)strtoul(s + 1, &end, 10)};
        def.offset = (uint32_t)strtoul(end, &end, 10);
        def.kind = (uint32_t)strtoul(end, &end, 10);
        s = end;
        if (*s != ' ' || def.file >= u->n_files)
            return false;
        def.name = arena_strndup(a, s + 1, strcspn(s + 1, "\n"));
        vec_push(a, &out->v, def);
    }
    return s != NULL;
}

const struct prefix_facts *prefix_file_facts(struct arena *a, const char *prefix_dir,
                                             uint32_t index)
{
    struct bytes bytes, defs;
    struct err ERR_CLEANUP err = {0};
    struct unit *u = arena_new(a, struct unit);
    struct prefix_facts *facts = arena_new(a, struct prefix_facts);
    facts->unit = u;
    if (!file_read(a, path_of(a, prefix_dir, index, "unit"), SOURCE_MAX, &bytes, &err) ||
        !unit_decode(bytes.p, bytes.n, u, &err) ||
        !file_read(a, path_of(a, prefix_dir, index, "defs"), SOURCE_MAX, &defs, &err) ||
        !read_defs(a, defs.p, u, &facts->defs))
        return NULL;
    return facts;
}

bool prefix_file_save(struct arena *a, const char *prefix_dir, uint32_t index,
                      const struct prefix_facts *facts)
{
    struct buf BUF_CLEANUP bytes = {0}, defs = {0};
    struct err ERR_CLEANUP err = {0};
    unit_encode(facts->unit, &bytes);
    write_defs(&facts->defs, &defs);
    return file_write_atomic(path_of(a, prefix_dir, index, "unit"), bytes.s, bytes.n, &err) &&
           file_write_atomic(path_of(a, prefix_dir, index, "defs"), defs.s, defs.n, &err);
}

/* ---- texts ---- */
static bool read_source(struct arena *a, const struct job *job, const struct prefix *p,
                        struct bytes *source, struct prefix_run *run)
{
    struct err ERR_CLEANUP err = {0};
    if (!file_read(a, job->file, SOURCE_MAX, source, &err))
        return false;
    prefix_scan(a, source->p, source->n, run);
    return prefix_fits(p, job, run);
}

bool prefix_file_text(struct arena *a, const struct job *job, const struct prefix *p,
                      const struct prefix *parent, const char **text, size_t *n)
{
    struct bytes source;
    struct prefix_run run;
    struct buf BUF_CLEANUP out = {0};
    ASSERT(!parent || parent->n_items < p->n_items);
    if (!read_source(a, job, p, &source, &run))
        return false;
    for (uint32_t i = parent ? parent->n_items : 0; i < p->n_items; i++)
        buf_adds(&out, run.v.v[i].text);
    *n = out.n;
    *text = arena_strndup(a, buf_str(&out), out.n);
    return true;
}

bool prefix_file_source(struct arena *a, const struct job *job, const struct prefix *p,
                        struct prefix_source *out)
{
    struct bytes source;
    struct prefix_run run;
    if (!read_source(a, job, p, &source, &run))
        return false;
    char *blanked = arena_strndup(a, source.p, source.n);
    for (uint32_t i = 0; i < p->n_items; i++) {
        ASSERT(run.v.v[i].start <= run.v.v[i].end && run.v.v[i].end <= source.n);
        for (uint32_t k = run.v.v[i].start; k < run.v.v[i].end; k++)
            if (blanked[k] != '\n' && blanked[k] != '\r')
                blanked[k] = ' ';
    }
    *out = (struct prefix_source){.text = source.p, .blanked = blanked, .n = source.n};
    return true;
}
