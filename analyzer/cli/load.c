/*
 * Units are kept in job order whatever came from the cache and whatever was parsed, so that later
 * stages see the same program warm and cold.
 */
#include "cli/load.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/cpus.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/library.h"
#include "cli/near.h"
#include "cli/output.h"
#include "db/unit_cache.h"
#include "parse/parse.h"
#include "report/report.h"
#include "unit/bytes.h"

enum { DEFAULT_JOBS_MAX = 8 };
/* A hook's user waits: when more than this would have to be parsed beside the named files, only so
 * many of their neighbours are. A number of files, not a time: the same on every machine. */
enum { COLD_MAX = 64 };

bool load_discover(struct arena *a, const struct options *o, const struct str_list *words,
                   struct loaded *l, struct err *err)
{
    double start = seconds_now();
    struct discover_request req = {
        .paths = words->v, .n_paths = words->n, .build_dir = o->build_dir,
        .user_flags = o->cflags.v, .n_user_flags = o->cflags.n, .have_user_flags = o->have_cflags,
        .extra_before = o->extra_args_before.v, .n_extra_before = o->extra_args_before.n,
        .extra_after = o->extra_args.v, .n_extra_after = o->extra_args.n,
        .removed = o->removed_args.v, .n_removed = o->removed_args.n,
        .moved_from = o->moved_from, .moved_to = o->moved_to,
        .excludes = o->excludes.v, .n_excludes = o->excludes.n,
    };
    memset(l, 0, sizeof *l);
    l->cwd = cwd_get(a);
    bool ok = discover(a, &req, &l->found, err);
    l->discover_s = seconds_now() - start;
    return ok;
}

static const char *near_path(struct arena *a, const struct loaded *l, const char *path)
{
    return path ? report_path(a, l->cwd, path) : NULL;
}

/* "x.c", or "x.c and 3 more" */
static const char *first_of(struct arena *a, const char *text, uint32_t count)
{
    return count > 1 ? arena_printf(a, "%s and %u more", text, count - 1) : text;
}

static void say_note(struct arena *a, const struct options *o, const struct loaded *l,
                     const struct discover_note *n)
{
    const char *text = n->text ? near_path(a, l, n->text) : "";
    switch (n->kind) {
    case NOTE_DATABASE_USED:
        if (o->verbose)
            say("note: compiler flags from %s", text);
        return;
    case NOTE_NO_DATABASE:
        say("note: no compile_commands.json found; include directories are guessed (give -p DIR, "
            "or flags after --)");
        return;
    case NOTE_FILE_GONE:
        say("note: %s named by the compile database %s gone%s%s",
            plural(a, n->count, "file", "files"), n->count == 1 ? "is" : "are",
            *text ? (n->count == 1 ? ": " : ", first: ") : "", text);
        return;
    case NOTE_NOT_C:
        say("note: %s: not C source", first_of(a, text, n->count));
        return;
    case NOTE_HEADER:
        say("note: %s: headers are read where a .c file includes them; name such a file, or a "
            "directory",
            first_of(a, text, n->count));
        return;
    case NOTE_BAD_ENTRY:
        if (n->count > 1)
            say("note: %s (and %s)", text,
                plural(a, n->count - 1, "more bad entry", "more bad entries"));
        else
            say("note: %s", text);
        return;
    }
    BUG("note kind");
}

void load_say_notes(struct arena *a, const struct options *o, const struct loaded *l)
{
    for (uint32_t i = 0; i < l->found.notes.n; i++) {
        if (!o->quiet)
            say_note(a, o, l, &l->found.notes.v[i]);
    }
}

int load_nothing(struct arena *a, const struct str_list *words, const struct loaded *l)
{
    const struct discovered *d = &l->found;
    if (d->n_named_files > 0 && d->n_named_files == d->n_named_not_c &&
        words->n == d->n_named_files)
        return EXIT_CLEAN;
    const char *where = words->n == 0   ? "."
                        : words->n == 1 ? words->v[0]
                                        : plural(a, words->n, "path", "paths");
    if (d->database)
        say("no C file to analyse in %s: %s names none that exists there", where,
            near_path(a, l, d->database));
    else
        say("no C file to analyse in %s: name files or directories that hold *.c", where);
    return EXIT_FAILED;
}

/* ---- parsing ---- */

struct work {
    struct arena *arena;
    const struct options *o;
    struct loaded *l;
    struct unit *units; /* [n_jobs], decoded; info NULL while missing */
    const char **why;   /* [n_jobs] of those that failed */
    bool *is_skipped;   /* [n_jobs] far from the named files, while the cache is cold */
    struct unit_cache *cache; /* NULL: none */
};

/* Who waits longer than a second is told for how long: one line, written over and over, and gone
 * at the end. */
struct progress {
    double start, last; /* last: when the line was written; 0: not yet */
};
static const double PROGRESS_AFTER_S = 1, PROGRESS_EACH_S = 0.1;

static void show_progress(void *ctx, uint32_t done, uint32_t total)
{
    struct progress *p = ctx;
    struct buf BUF_CLEANUP line = {0};
    double now = seconds_now(), passed = now - p->start;
    ASSERT(done > 0 && done <= total);
    if (done == total) {
        buf_adds(&line, p->last > 0 ? "\r\033[K" : "");
    } else if (passed >= PROGRESS_AFTER_S && now - p->last >= PROGRESS_EACH_S) {
        buf_addf(&line, "\r%u of %u files, %.0f s left\033[K", done, total,
                 passed / done * (total - done));
        p->last = now;
    }
    if (line.n)
        (void)!write(STDERR_FILENO, line.s, line.n);
}

static uint32_t job_count(struct arena *a, const struct options *o)
{
    uint32_t cpus = o->have_jobs && o->jobs > 0 ? o->jobs : cpus_usable(a);
    if (!o->have_jobs && cpus > DEFAULT_JOBS_MAX)
        cpus = DEFAULT_JOBS_MAX;
    return cpus;
}

static bool decode_into(struct work *w, uint32_t job, const void *bytes, size_t n)
{
    struct err ERR_CLEANUP err = {0};
    struct unit unit;
    if (!unit_decode(bytes, n, &unit, &err)) {
        w->why[job] = arena_strdup(w->arena, buf_str(&err.text));
        return false;
    }
    w->units[job] = unit;
    w->l->unit_bytes += n;
    return true;
}

static struct cache_place place_of(const struct work *w)
{
    return (struct cache_place){w->l->found.root, w->o->moved_from};
}

static void take_results(struct work *w, const uint32_t *index, const struct parse_result *results,
                         uint32_t n)
{
    const struct discovered *d = &w->l->found;
    struct cache_place place = place_of(w);
    if (w->cache)
        unit_cache_begin(w->cache);
    for (uint32_t k = 0; k < n; k++) {
        const struct parse_result *r = &results[k];
        if (!r->bytes)
            w->why[index[k]] = r->why ? r->why : "unknown reason";
        else if (decode_into(w, index[k], r->bytes, r->n) && w->cache)
            unit_cache_put(w->cache, &d->jobs.v[index[k]], &place, &w->units[index[k]],
                           r->bytes, r->n);
    }
    if (w->cache)
        unit_cache_end(w->cache);
}

static void look_up(struct work *w)
{
    struct cache_place place = place_of(w);
    for (uint32_t i = 0; w->cache && i < w->l->found.jobs.n; i++) {
        size_t n = 0;
        if (unit_cache_get(w->arena, w->cache, &w->l->found.jobs.v[i], &place,
                           &w->units[i], &n)) {
            w->l->n_cached++;
            w->l->unit_bytes += n;
        } else {
            memset(&w->units[i], 0, sizeof w->units[i]);
        }
    }
}

/* --whole-project with a cold cache. */
static void skip_far(struct work *w)
{
    uint32_t n = w->l->found.jobs.n, n_missing = 0;
    const struct job *jobs = w->l->found.jobs.v;
    struct str_list named = {0};
    bool *is_missing = arena_array(w->arena, bool, n), *is_near = arena_array(w->arena, bool, n);
    if (!w->o->whole_project || w->o->words.n == 0)
        return;
    for (uint32_t i = 0; i < w->o->words.n; i++) {
        const char *path = path_normal(w->arena, w->l->cwd, w->o->words.v[i]);
        vec_push(w->arena, &named, path);
        if (strcmp(path, path_real(w->arena, path)) != 0)
            vec_push(w->arena, &named, path_real(w->arena, path));
    }
    for (uint32_t i = 0; i < n; i++) {
        is_missing[i] = !w->units[i].info;
        n_missing += is_missing[i];
    }
    if (n_missing <= COLD_MAX)
        return;
    w->l->n_skipped = near_choose(w->arena, named.v, named.n, jobs, n, is_missing, COLD_MAX,
                                  is_near);
    for (uint32_t i = 0; i < n; i++)
        w->is_skipped[i] = is_missing[i] && !is_near[i];
    if (w->l->n_skipped)
        say("note: the cache is cold: of %u files only the named ones, those beside them, and what "
            "the cache has are read; run concadvise once without naming files, and all are", n);
}

/* Parses the jobs whose unit is missing. */
static bool parse_missing(struct work *w, struct err *err)
{
    const struct discovered *d = &w->l->found;
    struct job *jobs = arena_array(w->arena, struct job, d->jobs.n);
    uint32_t *index = arena_array(w->arena, uint32_t, d->jobs.n);
    uint32_t n = 0;
    for (uint32_t i = 0; i < d->jobs.n; i++) {
        if (!w->units[i].info && !w->is_skipped[i]) {
            index[n] = i;
            jobs[n++] = d->jobs.v[i];
        }
    }
    if (n == 0)
        return true;
    struct parse_options opts = {.workers = job_count(w->arena, w->o), .root = d->root,
                                 .resource_dir = parse_resource_dir(w->arena)};
    if (w->cache)
        opts.scratch_dir = load_cache_dir(w->arena, w->o, d->root);
    if (!opts.resource_dir)
        say("note: libclang's own headers (stddef.h ...) are missing: install the package "
            "libclang-common-N-dev of its version");
    if (!w->o->quiet && isatty(STDERR_FILENO))
        opts.progress = show_progress;
    struct progress progress = {.start = seconds_now()};
    opts.progress_ctx = &progress;
    struct parse_result *results = arena_array(w->arena, struct parse_result, n);
    if (!parse_jobs(w->arena, jobs, n, &opts, results, err))
        return false;
    take_results(w, index, results, n);
    return true;
}

static bool is_named(struct arena *a, const struct options *o, const char *cwd, const char *file)
{
    for (uint32_t i = 0; i < o->words.n; i++) {
        const char *path = path_normal(a, cwd, o->words.v[i]);
        if (!strcmp(path, file) || !strcmp(path_real(a, path), file))
            return true;
    }
    return false;
}

static void gather(struct work *w)
{
    struct loaded *l = w->l;
    l->units = arena_array(w->arena, const struct unit *, l->found.jobs.n);
    for (uint32_t i = 0; i < l->found.jobs.n; i++) {
        const char *file = l->found.jobs.v[i].file;
        if (w->units[i].info) {
            l->units[l->n_units++] = &w->units[i];
            continue;
        }
        if (w->is_skipped[i])
            continue;
        ASSERT(w->why[i]);
        struct failed_file f = {file, w->why[i], is_named(w->arena, w->o, l->cwd, file)};
        vec_push(w->arena, &l->failed, f);
    }
    ASSERT(l->n_units + l->failed.n + l->n_skipped == l->found.jobs.n);
}

const char *load_cache_dir(struct arena *a, const struct options *o, const char *root)
{
    const char *dir = o->cache_dir ? o->cache_dir : getenv("CONCADVISE_CACHE_DIR");
    return unit_cache_dir(a, dir && *dir ? dir : NULL, root);
}

struct unit_cache *load_open_cache(struct arena *a, const struct options *o, const char *root)
{
    if (o->no_cache)
        return NULL;
    const char *dir = load_cache_dir(a, o, root);
    if (!dir) {
        if (!o->quiet)
            say("note: no folder for the cache can be written; give --cache-dir, or --no-cache");
        return NULL;
    }
    struct library library = library_find(a, dir);
    const char *tool = arena_printf(a, "concadvise %s %s, libclang %s, %s", CONCADVISE_VERSION,
                                    parse_fingerprint(), library.version,
                                    library.resource_dir ? library.resource_dir : "");
    const char *note;
    struct err ERR_CLEANUP why = {0};
    struct unit_cache *c = unit_cache_open(a, dir, tool, &note, &why);
    if (note)
        say("note: %s", note);
    if (!c && !o->quiet)
        say("note: the cache is not used: %s", buf_str(&why.text));
    return c;
}

static void close_cache(struct work *w)
{
    bool is_damaged = w->cache && unit_cache_is_damaged(w->cache);
    unit_cache_close(w->cache);
    w->cache = NULL;
    const char *dir = is_damaged ? load_cache_dir(w->arena, w->o, w->l->found.root) : NULL;
    if (dir && unit_cache_set_aside(w->arena, dir))
        say("note: the cache in %s is damaged: set aside, and made anew by the next run", dir);
}

bool load_units(struct arena *a, const struct options *o, struct loaded *l, struct err *err)
{
    double start = seconds_now(), cpu_start = cpu_seconds_now();
    uint32_t n = l->found.jobs.n;
    struct work w = {.arena = a, .o = o, .l = l, .units = arena_array(a, struct unit, n),
                     .why = arena_array(a, const char *, n), .is_skipped = arena_array(a, bool, n),
                     .cache = load_open_cache(a, o, l->found.root)};
    look_up(&w);
    skip_far(&w);
    bool ok = parse_missing(&w, err);
    close_cache(&w);
    if (ok)
        gather(&w);
    l->parse_s = seconds_now() - start;
    l->parse_cpu_s = cpu_seconds_now() - cpu_start;
    return ok;
}
