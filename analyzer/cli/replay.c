/*
 * An answer is a list of texts, each after its length. It is read back with care: a file on disk
 * can hold anything.
 */
#include "cli/replay.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cpus.h"
#include "bench/machine.h"
#include "cli/commands.h"
#include "cli/library.h"
#include "cli/output.h"
#include "db/bench_store.h"
#include "db/result_cache.h"
#include "parse/parse.h"

enum { FILE_MAX = 1 << 30, REPORTS_MAX = 64 };

/* ---- the key ---- */
static void add_text(struct buf *key, const char *s)
{
    buf_add(key, s ? s : "", s ? strlen(s) + 1 : 1);
}

static void add_hash(struct buf *key, struct hash128 h)
{
    buf_add(key, &h, sizeof h);
}

/* The bytes of a file; that it is not there is a fact too. */
static void add_file(struct buf *key, const char *path)
{
    struct arena scratch;
    struct bytes bytes = {0};
    struct err ERR_CLEANUP err = {0};
    arena_init(&scratch);
    bool is_there = path && file_read(&scratch, path, FILE_MAX, &bytes, &err);
    add_text(key, path);
    buf_addc(key, is_there ? 'y' : 'n');
    if (is_there)
        add_hash(key, hash_bytes(bytes.p, bytes.n));
    arena_release(&scratch);
}

/* The program by the file that it runs from, and all that it is told. */
static void add_run(struct arena *a, struct buf *key, const struct options *o, const char *dir)
{
    static const char *const variables[] = {"NO_COLOR", "CLICOLOR_FORCE", "TERM", "HOME",
                                            "XDG_DATA_HOME", "CONCADVISE_BENCH_DB"};
    struct stat st;
    if (stat("/proc/self/exe", &st) == 0)
        buf_addf(key, "%llu %llu %lld %lld.%09ld %lld.%09ld", (unsigned long long)st.st_dev,
                 (unsigned long long)st.st_ino, (long long)st.st_size,
                 (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec, (long long)st.st_ctim.tv_sec,
                 st.st_ctim.tv_nsec);
    add_text(key, CONCADVISE_VERSION);
    add_text(key, parse_fingerprint());
    add_text(key, library_find(a, dir).version);
    add_file(key, "/proc/self/cmdline");
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++)
        add_text(key, getenv(variables[i]));
    buf_addf(key, "%d %d %d", isatty(STDOUT_FILENO), isatty(STDERR_FILENO), (int)o->color);
    add_file(key, o->config_path);
    for (uint32_t i = 0; i < o->words.n; i++)
        add_text(key, o->words.v[i]);
}

/* What advice and evidence rest on. */
static void add_machine(struct arena *a, struct buf *key, const struct options *o)
{
    struct bench_machine machine;
    const char *db = bench_store_path(a, o->bench.db);
    machine_find(a, &machine);
    machine_fingerprint(a, &machine);
    add_text(key, machine_describe(a, &machine));
    add_text(key, machine.fingerprint);
    buf_addf(key, "%llu %llu %u", (unsigned long long)machine.memory_mb,
             (unsigned long long)machine.memory_limit_mb, cpus_usable(a));
    add_file(key, db);
    add_file(key, db ? arena_printf(a, "%s-wal", db) : NULL);
}

/* A unit is what its job makes of its files. */
static void add_units(struct buf *key, const struct loaded *l)
{
    struct buf BUF_CLEANUP files = {0};
    for (uint32_t i = 0; i < l->found.jobs.n; i++) {
        const struct job *j = &l->found.jobs.v[i];
        add_text(&files, j->file);
        add_text(&files, j->directory);
        buf_addf(&files, "%u", j->n_flags);
        for (uint32_t k = 0; k < j->n_flags; k++)
            add_text(&files, j->flags[k]);
    }
    for (uint32_t i = 0; i < l->n_units; i++) {
        const struct unit *u = l->units[i];
        buf_addf(&files, "%u %u %u %u", u->n_files, u->n_funcs, u->n_ops, u->n_diags);
        for (uint32_t k = 1; k < u->n_files; k++) {
            add_text(&files, unit_str(u, u->files[k].name));
            add_hash(&files, u->files[k].hash);
        }
    }
    add_hash(key, hash_bytes(buf_str(&files), files.n));
    add_text(key, l->cwd);
    add_text(key, l->found.root);
    add_text(key, l->found.database);
}

/* ---- an answer as bytes ---- */
static void add_part(struct buf *out, const struct buf *part)
{
    uint64_t n = part->n;
    buf_add(out, &n, sizeof n);
    buf_add(out, buf_str(part), part->n);
}

static bool take_part(const struct bytes *all, size_t *at, struct buf *out)
{
    uint64_t n;
    if (all->n - *at < sizeof n)
        return false;
    memcpy(&n, all->p + *at, sizeof n);
    *at += sizeof n;
    if (n > all->n - *at)
        return false;
    buf_add(out, all->p + *at, n);
    *at += n;
    return true;
}

static bool read_answer(struct replay *r, const struct bytes *all)
{
    int32_t head[2];
    size_t at = sizeof head;
    if (all->n < sizeof head)
        return false;
    memcpy(head, all->p, sizeof head);
    r->old.code = head[0];
    bool ok = head[1] >= 0 && head[1] <= REPORTS_MAX && take_part(all, &at, &r->old.said) &&
              take_part(all, &at, &r->old.before) && take_part(all, &at, &r->old.after);
    for (int32_t i = 0; ok && i < head[1]; i++) {
        struct buf report = {0};
        ok = take_part(all, &at, &report);
        vec_push(r->arena, &r->old.reports, report);
    }
    return ok && at == all->n;
}

/* ---- the use of it ---- */
/* Some runs do more than answer, and some ask more than the key can hold. */
static bool is_plain_run(const struct options *o, const struct loaded *l)
{
    return !o->no_cache && !o->stats && !o->write_baseline && !o->prune_baseline &&
           !o->diff_base && !o->changed_only && !o->moved_from && l->n_units > 0 &&
           l->failed.n == 0 && l->n_skipped == 0;
}

bool replay_find(struct arena *a, const struct options *o, const struct loaded *l,
                 const struct str_list *paths, const char *baseline, struct replay *r)
{
    struct buf BUF_CLEANUP key = {0};
    struct bytes all;
    *r = (struct replay){.arena = a};
    const char *dir = is_plain_run(o, l) ? load_cache_dir(a, o, l->found.root) : NULL;
    const char *mark = dir ? result_cache_mark(a, dir) : "";
    if (!*mark)
        return false;
    r->dir = dir;
    add_text(&key, mark);
    add_run(a, &key, o, dir);
    add_machine(a, &key, o);
    add_file(&key, baseline);
    for (uint32_t i = 0; i < paths->n; i++)
        add_text(&key, paths->v[i]);
    add_units(&key, l);
    r->key = hash_bytes(buf_str(&key), key.n);
    if (l->n_cached < l->n_units) /* something is new: nobody has asked this before */
        return false;
    struct result_cache *c = result_cache_open(a, dir);
    bool found = c && result_cache_get(a, c, r->key, &all) && read_answer(r, &all);
    result_cache_close(c);
    return found;
}

void replay_record(struct replay *r)
{
    output_copy_said(r->dir ? &r->said : NULL);
}

void replay_add_report(struct replay *r, const struct buf *text)
{
    struct buf copy = {0};
    if (!r->dir)
        return;
    buf_add(&copy, buf_str(text), text->n);
    vec_push(r->arena, &r->reports, copy);
}

void replay_keep(struct replay *r, int code, const char *before, const char *after)
{
    struct buf BUF_CLEANUP all = {0}, first = {0}, last = {0};
    int32_t head[2] = {code, (int32_t)r->reports.n};
    output_copy_said(NULL);
    struct result_cache *c = r->dir ? result_cache_open(r->arena, r->dir) : NULL;
    if (!c)
        return;
    buf_adds(&first, before);
    buf_adds(&last, after);
    buf_add(&all, head, sizeof head);
    add_part(&all, &r->said);
    add_part(&all, &first);
    add_part(&all, &last);
    for (uint32_t i = 0; i < r->reports.n; i++)
        add_part(&all, &r->reports.v[i]);
    result_cache_put(c, r->key, all.s, all.n);
    result_cache_close(c);
}

void replay_release(struct replay *r)
{
    output_copy_said(NULL);
    buf_release(&r->said);
    buf_release(&r->old.said);
    buf_release(&r->old.before);
    buf_release(&r->old.after);
    for (uint32_t i = 0; i < r->reports.n; i++)
        buf_release(&r->reports.v[i]);
    for (uint32_t i = 0; i < r->old.reports.n; i++)
        buf_release(&r->old.reports.v[i]);
}
