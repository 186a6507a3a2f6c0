/*
 * From what was asked for to jobs, in four steps: look at the paths; find the flags' source (given
 * after "--", a database, or a guess); make a job for every C file below the paths; sort and drop
 * doubles.
 *
 * With a database its entries are the files: what a build does not compile is not part of the
 * program. Two exceptions keep a user from getting nothing: a file named on the command line, and a
 * directory below which the database has no entry at all, get the flags of the nearest file that
 * has some.
 */
#include "discover/discover.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "discover/command.h"
#include "discover/database.h"
#include "discover/guess.h"
#include "discover/moved.h"
#include "discover/walk.h"

#define NAMES_NOTHING "names no file (was the build complete when it was recorded?)"

enum { MAX_FILES = 200000, MAX_DIRS = 50000, MAX_REAL_CHECKS = 500 };

struct target {
    const char *path; /* normal */
    const char *real;
    const char *vcs;  /* the version control root above it, or NULL; real */
    bool is_dir;
    uint32_t n_jobs;
};

struct finder {
    struct arena *arena;
    const struct discover_request *req;
    struct discovered *out;
    struct err *err;
    const char *cwd;
    VEC(struct target) targets;
    struct words extra_before, extra_after; /* filtered */
    struct database db;
    const struct target *searching; /* while a database is searched for */
    const char **reals;             /* of the entries' files; NULL until one is asked for */
};

static void note(struct finder *f, enum discover_note_kind kind, const char *text, uint32_t count)
{
    struct discover_note n = {.kind = kind, .text = text, .count = count};
    vec_push(f->arena, &f->out->notes, n);
}

/* One note for all of a kind: the first one's text, and how many. */
static void note_grouped(struct finder *f, enum discover_note_kind kind, const char *text)
{
    for (uint32_t i = 0; i < f->out->notes.n; i++) {
        if (f->out->notes.v[i].kind == kind) {
            f->out->notes.v[i].count++;
            return;
        }
    }
    note(f, kind, text, 1);
}

/* ---- what was asked for ---- */

const char *discover_vcs_root(struct arena *a, const char *dir)
{
    static const char *const marks[] = {".git", ".hg", ".svn", ".bzr", ".jj", "_darcs"};
    for (;; dir = path_dir(a, dir)) {
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            const char *mark = path_join(a, dir, marks[i]);
            if (access(mark, F_OK) == 0)
                return dir;
        }
        if (strcmp(dir, "/") == 0)
            return NULL;
    }
}

static const char *target_dir(struct arena *a, const struct target *t)
{
    return t->is_dir ? t->path : path_dir(a, t->path);
}

static bool add_target(struct finder *f, const char *given)
{
    struct stat st;
    struct target t = {.path = path_normal(f->arena, f->cwd, given)};
    if (stat(t.path, &st) != 0)
        return err_set(f->err, "%s: %s", given, strerror(errno));
    t.is_dir = S_ISDIR(st.st_mode);
    if (!t.is_dir && !S_ISREG(st.st_mode))
        return err_set(f->err, "%s: neither a file nor a directory", given);
    if (access(t.path, t.is_dir ? R_OK | X_OK : R_OK) != 0)
        return err_set(f->err, "cannot read %s: %s", given, strerror(errno));
    t.real = path_real(f->arena, t.path);
    t.vcs = discover_vcs_root(f->arena, t.is_dir ? t.real : path_dir(f->arena, t.real));
    f->out->n_named_files += !t.is_dir;
    vec_push(f->arena, &f->targets, t);
    return true;
}

static bool add_targets(struct finder *f)
{
    if (f->req->n_paths == 0)
        return add_target(f, ".");
    for (uint32_t i = 0; i < f->req->n_paths; i++)
        if (!add_target(f, f->req->paths[i]))
            return false;
    return true;
}

static const char *project_root(struct finder *f)
{
    const struct target *t = &f->targets.v[0];
    const char *dir = t->is_dir ? t->real : path_dir(f->arena, t->real);
    if (t->vcs)
        return t->vcs;
    if (!f->db.path)
        return dir;
    const char *db_dir = path_real(f->arena, path_dir(f->arena, f->db.path));
    if (path_inside(db_dir, dir))
        return db_dir;
    /* A build directory beside the sources. */
    const char *above = path_dir(f->arena, db_dir);
    return strcmp(above, "/") != 0 && path_inside(above, dir) ? above : dir;
}

static bool is_excluded(const struct finder *f, const char *file)
{
    const char *name = path_relative(f->arena, f->out->root, file);
    for (uint32_t i = 0; i < f->req->n_excludes; i++)
        if (fnmatch(f->req->excludes[i], name, FNM_LEADING_DIR) == 0)
            return true;
    return false;
}

/* ---- flags ---- */

static bool is_removed(const struct finder *f, const char *word)
{
    for (uint32_t i = 0; i < f->req->n_removed; i++)
        if (strcmp(f->req->removed[i], word) == 0)
            return true;
    return false;
}

static struct words filtered(struct arena *a, const char *const *args, uint32_t n,
                             const char *directory)
{
    struct words out = {0};
    flags_filter(a, args, n, NULL, directory, &out.v, &out.n);
    out.cap = out.n;
    return out;
}

/* --extra-arg and --extra-arg-before. */
static struct words own_flags(struct finder *f, const char *const *args, uint32_t n)
{
    struct words clean = filtered(f->arena, args, n, f->cwd);
    if (f->req->moved_from)
        return moved_flags(f->arena, f->req->moved_from, f->req->moved_to, &clean);
    return clean;
}

static void append(struct arena *a, struct words *to, const struct words *from)
{
    for (uint32_t i = 0; i < from->n; i++)
        vec_push(a, to, from->v[i]);
}

/* --remove-arg names a flag as the database writes it, or as it reaches the parser. */
static struct words entry_flags(struct finder *f, const struct words *raw, const char *directory)
{
    struct words kept = {0}, out = {0};
    for (uint32_t i = 0; i < raw->n; i++)
        if (!is_removed(f, raw->v[i]))
            vec_push(f->arena, &kept, raw->v[i]);
    struct words clean = filtered(f->arena, kept.v, kept.n, directory);
    for (uint32_t i = 0; i < clean.n; i++)
        if (!is_removed(f, clean.v[i]))
            vec_push(f->arena, &out, clean.v[i]);
    if (f->req->moved_from)
        return moved_flags(f->arena, f->req->moved_from, f->req->moved_to, &out);
    return out;
}

static void add_job(struct finder *f, const char *file, const char *directory,
                    const struct words *flags, enum flags_from from)
{
    struct words all = {0};
    if (is_excluded(f, file))
        return;
    append(f->arena, &all, &f->extra_before);
    append(f->arena, &all, flags);
    append(f->arena, &all, &f->extra_after);
    vec_push(f->arena, &all, NULL);
    struct job job = {.file = file, .directory = directory, .flags = all.v, .n_flags = all.n - 1,
                      .from = from};
    vec_push(f->arena, &f->out->jobs, job);
}

/* ---- files without a database ---- */

static void collect_target(struct finder *f, const struct target *t, struct words *files)
{
    static const struct walk_limits limits = {.max_files = MAX_FILES, .max_dirs = MAX_DIRS};
    if (!t->is_dir) {
        if (file_is_c(t->path))
            vec_push(f->arena, files, t->path);
        return;
    }
    if (!walk_files(f->arena, t->path, "c", &limits, files))
        note(f, NOTE_BAD_ENTRY,
             arena_printf(f->arena, "%s: too many files; the rest is left out", t->path), 1);
}

static void jobs_from_user_flags(struct finder *f)
{
    struct words files = {0};
    struct words raw = {.v = f->req->user_flags, .n = f->req->n_user_flags};
    struct words flags = entry_flags(f, &raw, f->cwd);
    for (uint32_t i = 0; i < f->targets.n; i++)
        collect_target(f, &f->targets.v[i], &files);
    for (uint32_t i = 0; i < files.n; i++)
        add_job(f, files.v[i], f->cwd, &flags, FLAGS_FROM_USER);
}

/* Where headers are looked for: the project; of one that nothing marks, the folder above "src"
 * too. */
static const char *guess_top(struct finder *f)
{
    const struct target *t = &f->targets.v[0];
    const char *dir = target_dir(f->arena, t);
    const char *base = path_base(dir);
    if (t->vcs && path_inside(t->vcs, dir))
        return t->vcs;
    if (strcmp(base, "src") == 0 || strcmp(base, "source") == 0 || strcmp(base, "lib") == 0)
        return path_dir(f->arena, dir);
    return dir;
}

static void jobs_from_guess(struct finder *f)
{
    struct words files = {0};
    for (uint32_t i = 0; i < f->targets.n; i++)
        collect_target(f, &f->targets.v[i], &files);
    if (files.n == 0)
        return;
    const struct guess *g = guess_new(f->arena, guess_top(f), &files);
    for (uint32_t i = 0; i < files.n; i++) {
        struct words raw = guess_flags(f->arena, g, files.v[i]);
        struct words flags = entry_flags(f, &raw, f->out->root);
        add_job(f, files.v[i], path_dir(f->arena, files.v[i]), &flags, FLAGS_GUESSED);
    }
}

/* ---- files with a database ---- */

/* The part of a project that a database has to speak of to be this project's. */
static const char *scope_of(struct arena *a, const struct target *t)
{
    if (t->vcs)
        return t->vcs;
    return t->is_dir ? t->path : path_dir(a, path_dir(a, t->path));
}

static bool speaks_of(struct arena *a, const struct database *db, const struct target *t)
{
    const char *scope = scope_of(a, t);
    const char *real = path_real(a, scope);
    for (uint32_t i = 0; i < db->entries.n; i++)
        if (path_inside(scope, db->entries.v[i].file) || path_inside(real, db->entries.v[i].file))
            return true;
    /* Perhaps under another name; a few files tell. */
    for (uint32_t i = 0; i < db->entries.n && i < MAX_REAL_CHECKS; i++)
        if (path_inside(real, path_real(a, db->entries.v[i].file)))
            return true;
    return false;
}

static bool load_database(struct finder *f, const char *path, struct database *db, struct err *err)
{
    if (!database_load(f->arena, path, db, err))
        return false;
    for (uint32_t i = 0; f->req->moved_from && i < db->entries.n; i++) {
        struct database_entry *e = &db->entries.v[i];
        e->file = moved_path(f->arena, f->req->moved_from, f->req->moved_to, e->file);
    }
    return true;
}

static bool accept_database(void *ctx, const char *path)
{
    struct finder *f = ctx;
    struct err fault ERR_CLEANUP = {0};
    struct database db;
    if (!load_database(f, path, &db, &fault)) {
        note(f, NOTE_BAD_ENTRY,
             arena_printf(f->arena, "%s; not used", buf_str(&fault.text)), 1);
        return false;
    }
    if (db.entries.n == 0)
        note(f, NOTE_BAD_ENTRY, arena_printf(f->arena, "%s %s; not used", path, NAMES_NOTHING), 1);
    if (!speaks_of(f->arena, &db, f->searching))
        return false;
    f->db = db;
    return true;
}

static bool find_database(struct finder *f)
{
    if (f->req->build_dir) {
        const char *given = path_normal(f->arena, f->cwd, f->req->build_dir);
        if (dir_exists(given))
            given = path_join(f->arena, given, "compile_commands.json");
        return load_database(f, given, &f->db, f->err);
    }
    for (uint32_t i = 0; i < f->targets.n && !f->db.path; i++) {
        const struct target *t = &f->targets.v[i];
        f->searching = t;
        const char *start = f->req->moved_from ? f->req->moved_from : target_dir(f->arena, t);
        const char *top = f->req->moved_from ? f->req->moved_from : t->vcs;
        if (top && !path_inside(top, start))
            start = path_real(f->arena, start);
        database_search(f->arena, start, top, accept_database, f);
    }
    return true;
}

static bool is_under(const struct target *t, const char *file)
{
    if (t->is_dir)
        return path_inside(t->path, file) || path_inside(t->real, file);
    return strcmp(t->path, file) == 0 || strcmp(t->real, file) == 0;
}

/* By what the links lead to. Costs system calls, so what they say is kept. */
static bool is_really_under(struct finder *f, const struct target *t, uint32_t i)
{
    const char *file = f->db.entries.v[i].file;
    if (!t->is_dir && strcmp(path_base(t->real), path_base(file)) != 0)
        return false;
    if (!f->reals)
        f->reals = arena_array(f->arena, const char *, f->db.entries.n);
    if (!f->reals[i])
        f->reals[i] = path_real(f->arena, file);
    return t->is_dir ? path_inside(t->real, f->reals[i]) : strcmp(t->real, f->reals[i]) == 0;
}

static void job_from_entry(struct finder *f, const struct database_entry *e, struct target *t)
{
    struct words raw = database_words(f->arena, e);
    if (!command_is_c(&raw, e->file))
        return;
    t->n_jobs++;
    if (!file_exists(e->file)) {
        note_grouped(f, NOTE_FILE_GONE, e->file);
        return;
    }
    struct words flags = entry_flags(f, &raw, e->directory);
    add_job(f, e->file, e->directory, &flags, FLAGS_FROM_DATABASE);
}

static void jobs_of_target(struct finder *f, struct target *t)
{
    for (uint32_t i = 0; i < f->db.entries.n; i++)
        if (is_under(t, f->db.entries.v[i].file))
            job_from_entry(f, &f->db.entries.v[i], t);
    for (uint32_t i = 0; t->n_jobs == 0 && i < f->db.entries.n; i++)
        if (is_really_under(f, t, i))
            job_from_entry(f, &f->db.entries.v[i], t);
}

/* The C entry whose file shares most of its path; of several the first by name. */
static const struct database_entry *nearest_entry(struct finder *f, const char *file)
{
    const struct database_entry *best = NULL;
    size_t best_common = 0;
    for (uint32_t i = 0; i < f->db.entries.n; i++) {
        const struct database_entry *e = &f->db.entries.v[i];
        size_t common = words_common_dirs(e->file, file);
        bool is_better = !best || common > best_common ||
                         (common == best_common && strcmp(e->file, best->file) < 0);
        if (!is_better || !file_is_c(e->file))
            continue;
        best = e;
        best_common = common;
    }
    return best;
}

static void jobs_inferred(struct finder *f, const struct target *t)
{
    struct words files = {0};
    struct words flags = {0};
    const struct database_entry *near = NULL;
    const char *dir = NULL;
    collect_target(f, t, &files);
    for (uint32_t i = 0; i < files.n; i++) {
        const char *file_dir = path_dir(f->arena, files.v[i]);
        /* Files come sorted: those of one directory have one nearest entry. */
        if (!dir || strcmp(dir, file_dir) != 0) {
            near = nearest_entry(f, files.v[i]);
            struct words raw = near ? database_words(f->arena, near) : (struct words){0};
            flags = entry_flags(f, &raw, near ? near->directory : f->cwd);
            dir = file_dir;
        }
        add_job(f, files.v[i], near ? near->directory : dir, &flags, FLAGS_GUESSED);
    }
}

static void jobs_from_database(struct finder *f)
{
    note(f, NOTE_DATABASE_USED, f->db.path, 1);
    if (f->db.n_bad > 0)
        note(f, NOTE_BAD_ENTRY, arena_printf(f->arena, "%s: %s", f->db.path, f->db.first_bad),
             f->db.n_bad);
    if (f->db.entries.n == 0) {
        note(f, NOTE_BAD_ENTRY,
             arena_printf(f->arena, "%s %s; include directories are guessed", f->db.path,
                          NAMES_NOTHING), 1);
        jobs_from_guess(f);
        return;
    }
    for (uint32_t i = 0; i < f->targets.n; i++) {
        jobs_of_target(f, &f->targets.v[i]);
        if (f->targets.v[i].n_jobs == 0)
            jobs_inferred(f, &f->targets.v[i]);
    }
}

/* ---- the end ---- */

static int compare_flags(const struct job *a, const struct job *b)
{
    for (uint32_t i = 0; i < a->n_flags && i < b->n_flags; i++) {
        int order = strcmp(a->flags[i], b->flags[i]);
        if (order != 0)
            return order;
    }
    return (a->n_flags > b->n_flags) - (a->n_flags < b->n_flags);
}

static int compare_jobs(const void *pa, const void *pb)
{
    const struct job *a = pa, *b = pb;
    int order = strcmp(a->file, b->file);
    if (order == 0)
        order = compare_flags(a, b);
    return order != 0 ? order : strcmp(a->directory, b->directory);
}

static void sort_jobs(struct discovered *out)
{
    uint32_t n = 0;
    if (out->jobs.n == 0)
        return;
    qsort(out->jobs.v, out->jobs.n, sizeof *out->jobs.v, compare_jobs);
    for (uint32_t i = 0; i < out->jobs.n; i++) {
        const struct job *last = n > 0 ? &out->jobs.v[n - 1] : NULL;
        const struct job *job = &out->jobs.v[i];
        if (!last || strcmp(last->file, job->file) != 0 || compare_flags(last, job) != 0)
            out->jobs.v[n++] = *job;
    }
    ASSERT(n <= out->jobs.n);
    out->jobs.n = n;
}

/* Named files that gave no job for a reason that is no failure: not C, or excluded. */
static void count_not_c(struct finder *f)
{
    for (uint32_t i = 0; i < f->targets.n; i++) {
        const struct target *t = &f->targets.v[i];
        if (t->is_dir || t->n_jobs > 0)
            continue;
        if (!file_is_c(t->path)) {
            f->out->n_named_not_c++;
            note_grouped(f, file_is_header(t->path) ? NOTE_HEADER : NOTE_NOT_C, t->path);
        } else if (is_excluded(f, t->path)) {
            f->out->n_named_not_c++;
        }
    }
}

bool discover(struct arena *a, const struct discover_request *req, struct discovered *out,
              struct err *err)
{
    *out = (struct discovered){0};
    struct finder f = {.arena = a, .req = req, .out = out, .err = err, .cwd = cwd_get(a)};
    if (!add_targets(&f))
        return false;
    ASSERT(f.targets.n > 0);
    f.extra_before = own_flags(&f, req->extra_before, req->n_extra_before);
    f.extra_after = own_flags(&f, req->extra_after, req->n_extra_after);
    if (!req->have_user_flags && !find_database(&f))
        return false;
    out->root = project_root(&f);
    ASSERT(out->root[0] == '/');
    out->database = f.db.path;
    if (req->have_user_flags) {
        jobs_from_user_flags(&f);
    } else if (f.db.path) {
        jobs_from_database(&f);
    } else {
        note(&f, NOTE_NO_DATABASE, "no compile_commands.json; include directories are guessed", 1);
        jobs_from_guess(&f);
    }
    count_not_c(&f);
    sort_jobs(out);
    return true;
}
