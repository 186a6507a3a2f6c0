/*
 * Names, not numbers, for workloads and models: the enumerations may change, the rows stay. A row
 * whose names this version does not know is kept and not shown.
 */
#include "db/bench_store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "db/store.h"

/* Never edit one that has been released: add another. */
static const char *const MIGRATIONS[] = {
    "CREATE TABLE machines(fingerprint TEXT PRIMARY KEY, cpu TEXT NOT NULL, cpus INTEGER NOT NULL,"
    " quota_percent INTEGER NOT NULL, kernel TEXT NOT NULL, memory_mb INTEGER NOT NULL,"
    " memory_limit_mb INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE runs(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"
    " machine TEXT NOT NULL REFERENCES machines(fingerprint), grid TEXT NOT NULL,"
    " tool TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER NOT NULL);"
    "CREATE TABLE samples(run INTEGER NOT NULL REFERENCES runs(id), seq INTEGER NOT NULL,"
    " version INTEGER NOT NULL, taken INTEGER NOT NULL, workload TEXT NOT NULL,"
    " model TEXT NOT NULL, variant TEXT NOT NULL, tasks INTEGER NOT NULL,"
    " measured_tasks INTEGER NOT NULL, concurrency INTEGER NOT NULL, io_us INTEGER NOT NULL,"
    " cpu_us INTEGER NOT NULL, payload INTEGER NOT NULL, shared_permille INTEGER NOT NULL,"
    " cores INTEGER NOT NULL, duration_ms INTEGER NOT NULL, timeout_ms INTEGER NOT NULL,"
    " wall_ns INTEGER NOT NULL, cpu_ns INTEGER NOT NULL, done INTEGER NOT NULL,"
    " failed INTEGER NOT NULL, p50_ns INTEGER NOT NULL, p99_ns INTEGER NOT NULL,"
    " max_ns INTEGER NOT NULL, pss_peak_kb INTEGER NOT NULL, threads_peak INTEGER NOT NULL,"
    " processes_peak INTEGER NOT NULL, switches_voluntary INTEGER NOT NULL,"
    " switches_involuntary INTEGER NOT NULL, PRIMARY KEY(run, seq)) WITHOUT ROWID",
    "ALTER TABLE runs ADD COLUMN noise TEXT NOT NULL DEFAULT '';"
    "CREATE TABLE primitives(run INTEGER NOT NULL REFERENCES runs(id), version INTEGER NOT NULL,"
    " name TEXT NOT NULL, unit TEXT NOT NULL, value REAL NOT NULL, mad REAL NOT NULL,"
    " PRIMARY KEY(run, name)) WITHOUT ROWID",
};
enum { SCHEMA_VERSION = sizeof MIGRATIONS / sizeof MIGRATIONS[0] };
static const struct store_schema SCHEMA = {
    .application_id = 0x43414442, .version = SCHEMA_VERSION, .migrations = MIGRATIONS};

#define COLUMNS                                                                                    \
    "run, seq, version, taken, workload, model, variant, tasks, measured_tasks, concurrency,"      \
    " io_us, cpu_us, payload, shared_permille, cores, duration_ms, timeout_ms, wall_ns, cpu_ns,"   \
    " done, failed, p50_ns, p99_ns, max_ns, pss_peak_kb, threads_peak, processes_peak,"            \
    " switches_voluntary, switches_involuntary"

struct bench_store {
    struct store *store;
    struct query *put; /* NULL until the first row */
};

/* ---- where ---- */

const char *bench_store_path(struct arena *a, const char *given)
{
    const char *env = getenv("CONCADVISE_BENCH_DB"), *home = getenv("HOME");
    const char *data = getenv("XDG_DATA_HOME");
    if (given || (env && *env))
        return given ? given : env;
    if (data && *data == '/')
        return path_join(a, data, "concadvise/bench.db");
    return home && *home == '/' ? path_join(a, home, ".local/share/concadvise/bench.db") : NULL;
}

/* ---- opening ---- */

static struct bench_store *wrap(struct arena *a, struct store *store)
{
    if (!store)
        return NULL;
    struct bench_store *s = arena_new(a, struct bench_store);
    s->store = store;
    return s;
}

struct bench_store *bench_store_open(struct arena *a, const char *path, const char **note,
                                     struct err *why)
{
    const char *dir = path_dir(a, path);
    *note = NULL;
    if (!dir_make(a, dir)) {
        (void)err_set(why, "cannot make %s: %s", dir, strerror(errno));
        return NULL;
    }
    return wrap(a, store_open(a, path, &SCHEMA, note, why));
}

struct bench_store *bench_store_open_to_read(struct arena *a, const char *path, struct err *why)
{
    if (access(path, F_OK) != 0) {
        (void)err_set(why, "%s: %s", path, strerror(errno));
        return NULL;
    }
    return wrap(a, store_open_to_read(a, path, &SCHEMA, why));
}

void bench_store_close(struct bench_store *s)
{
    if (!s)
        return;
    query_close(s->put);
    store_close(s->store);
}

/* ---- writing ---- */

static bool run_once(struct bench_store *s, struct query *q, struct err *err)
{
    bool ok = q && query_step(q) == QUERY_DONE;
    if (q && !ok)
        (void)store_failed(s->store, err);
    query_close(q);
    return ok;
}

static const char *new_uid(struct arena *a)
{
    unsigned char bytes[16];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return NULL;
    struct buf BUF_CLEANUP text = {0};
    for (size_t i = 0; i < sizeof bytes; i++)
        buf_addf(&text, "%02x", bytes[i]);
    return arena_strdup(a, buf_str(&text));
}

static bool put_machine(struct bench_store *s, const struct bench_machine *m, struct err *err)
{
    struct query *q = query_open(
        s->store, "INSERT OR IGNORE INTO machines VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)", err);
    if (!q)
        return false;
    query_bind_text(q, 1, m->fingerprint);
    query_bind_text(q, 2, m->cpu);
    query_bind_int(q, 3, m->cpus);
    query_bind_int(q, 4, m->quota_percent);
    query_bind_text(q, 5, m->kernel);
    query_bind_int(q, 6, m->memory_mb);
    query_bind_int(q, 7, m->memory_limit_mb);
    return run_once(s, q, err);
}

static bool put_run(struct bench_store *s, const struct bench_run *run, struct err *err)
{
    struct query *q = query_open(s->store,
                                 "INSERT OR IGNORE INTO runs(uid, machine, grid, tool, started,"
                                 " ended, noise) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                 err);
    if (!q)
        return false;
    query_bind_text(q, 1, run->uid);
    query_bind_text(q, 2, run->machine);
    query_bind_text(q, 3, run->grid);
    query_bind_text(q, 4, run->tool);
    query_bind_int(q, 5, run->started_s);
    query_bind_int(q, 6, run->ended_s);
    query_bind_text(q, 7, run->noise);
    return run_once(s, q, err);
}

static bool find_run(struct bench_store *s, struct bench_run *run, struct err *err)
{
    struct query *q = query_open(s->store, "SELECT id FROM runs WHERE uid = ?1", err);
    if (!q)
        return false;
    query_bind_text(q, 1, run->uid);
    bool ok = query_step(q) == QUERY_ROW;
    if (ok)
        run->id = query_int(q, 0);
    else
        (void)store_failed(s->store, err);
    query_close(q);
    if (ok && run->id <= 0) /* SQLite gives one more than the largest, which damage can change */
        ok = err_set(err, "it is damaged: a run has the number %lld", (long long)run->id);
    return ok;
}

bool bench_store_begin(struct bench_store *s, const struct bench_machine *machine,
                       struct bench_run *run, struct err *err)
{
    struct arena scratch;
    struct bench_run copy = *run;
    arena_init(&scratch);
    ASSERT(machine->fingerprint && *machine->fingerprint);
    if (!*copy.uid)
        copy.uid = new_uid(&scratch);
    copy.machine = machine->fingerprint;
    bool ok = copy.uid ? put_machine(s, machine, err) && put_run(s, &copy, err) &&
                             find_run(s, &copy, err)
                       : err_set(err, "no random number for the run: %s", strerror(errno));
    run->id = copy.id;
    arena_release(&scratch);
    return ok;
}

static void bind_row(struct query *q, const struct bench_row *r)
{
    const struct bench_params *p = &r->params;
    const struct bench_sample *m = &r->sample;
    const uint64_t before[] = {(uint64_t)r->run, r->seq, r->version, (uint64_t)r->taken_s};
    const uint64_t after[] = {
        p->tasks, r->measured_tasks, p->concurrency, p->io_us, p->cpu_us, p->payload,
        p->shared_permille, p->cores, p->duration_ms, p->timeout_ms, m->wall_ns, m->cpu_ns,
        m->done, m->failed, m->p50_ns, m->p99_ns, m->max_ns, m->pss_peak_kb, m->threads_peak,
        m->processes_peak, m->switches_voluntary, m->switches_involuntary};
    int index = 1;
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
        query_bind_int(q, index++, (int64_t)before[i]);
    query_bind_text(q, index++, bench_workload_name(p->workload));
    query_bind_text(q, index++, bench_model_name(p->model));
    query_bind_text(q, index++, p->variant);
    for (size_t i = 0; i < sizeof after / sizeof after[0]; i++)
        query_bind_int(q, index++, (int64_t)after[i]);
    ASSERT(index == 30);
}

bool bench_store_put(struct bench_store *s, const struct bench_row *row, bool *is_new,
                     struct err *err)
{
    ASSERT(row->run > 0 && row->params.variant);
    if (!s->put)
        s->put = query_open(s->store,
                            "INSERT OR IGNORE INTO samples(" COLUMNS ") VALUES(?1, ?2, ?3, ?4, ?5,"
                            " ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
                            " ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)",
                            err);
    if (!s->put)
        return false;
    bind_row(s->put, row);
    bool ok = query_step(s->put) == QUERY_DONE;
    *is_new = ok && store_changes(s->store) > 0;
    if (!ok)
        (void)store_failed(s->store, err);
    query_reset(s->put);
    return ok;
}

bool bench_store_put_primitive(struct bench_store *s, const struct bench_primitive_row *row,
                               bool *is_new, struct err *err)
{
    struct query *q = query_open(
        s->store, "INSERT OR IGNORE INTO primitives VALUES(?1, ?2, ?3, ?4, ?5, ?6)", err);
    if (!q)
        return false;
    ASSERT(row->run > 0);
    query_bind_int(q, 1, row->run);
    query_bind_int(q, 2, row->version);
    query_bind_text(q, 3, row->primitive.name);
    query_bind_text(q, 4, row->primitive.unit);
    query_bind_double(q, 5, row->primitive.value);
    query_bind_double(q, 6, row->primitive.mad);
    bool ok = run_once(s, q, err);
    *is_new = ok && store_changes(s->store) > 0;
    return ok;
}

bool bench_store_end(struct bench_store *s, int64_t run, int64_t when_s, const char *noise,
                     struct err *err)
{
    struct query *q =
        query_open(s->store, "UPDATE runs SET ended = ?2, noise = ?3 WHERE id = ?1", err);
    if (!q)
        return false;
    query_bind_int(q, 1, run);
    query_bind_int(q, 2, when_s);
    query_bind_text(q, 3, noise);
    return run_once(s, q, err);
}

bool bench_store_begin_many(struct bench_store *s, struct err *err)
{
    return store_run(s->store, "BEGIN IMMEDIATE", err);
}

bool bench_store_commit_many(struct bench_store *s, struct err *err)
{
    return store_run(s->store, "COMMIT", err);
}

/* ---- reading ---- */

static struct query *filtered(struct bench_store *s, const char *head, const char *tail,
                              bool is_samples, const struct bench_filter *f, struct err *err)
{
    struct buf BUF_CLEANUP sql = {0};
    buf_addf(&sql, "%s WHERE %s AND (?2 = 0 OR run = ?2) AND (?3 = 0 OR version = ?3)"
                   " AND (?5 = '' OR %s) %s",
             head,
             f->machine ? "run IN (SELECT id FROM runs WHERE machine = ?1 ORDER BY id DESC"
                          " LIMIT ?4)" /* alone, so that only those rows are looked at */
                        : "(?1 = '' AND ?4 = -1)",
             is_samples ? "instr(?5, ' ' || workload || ' ')" : "1", tail);
    struct query *q = query_open(s->store, buf_str(&sql), err);
    if (!q)
        return NULL;
    query_bind_text(q, 1, f->machine ? f->machine : "");
    query_bind_int(q, 2, f->run);
    query_bind_int(q, 3, f->version);
    query_bind_int(q, 4, f->machine && f->newest ? (int64_t)f->newest : -1);
    query_bind_text(q, 5, f->workloads ? f->workloads : "");
    return q;
}

static uint32_t small(struct query *q, int column)
{
    int64_t v = query_int(q, column);
    return v < 0 || v > UINT32_MAX ? 0 : (uint32_t)v;
}

static uint64_t big(struct query *q, int column)
{
    int64_t v = query_int(q, column);
    return v < 0 ? 0 : (uint64_t)v;
}

/* False: made by names that are not known here. */
static bool read_row(struct arena *a, struct query *q, struct bench_row *r)
{
    *r = (struct bench_row){.run = query_int(q, 0), .seq = small(q, 1), .version = small(q, 2),
                            .taken_s = query_int(q, 3), .measured_tasks = small(q, 8)};
    struct bench_params *p = &r->params;
    p->variant = query_text(a, q, 6);
    p->tasks = small(q, 7);
    p->concurrency = small(q, 9);
    p->io_us = small(q, 10);
    p->cpu_us = small(q, 11);
    p->payload = small(q, 12);
    p->shared_permille = small(q, 13);
    p->cores = small(q, 14);
    p->duration_ms = small(q, 15);
    p->timeout_ms = small(q, 16);
    r->sample = (struct bench_sample){
        .wall_ns = big(q, 17), .cpu_ns = big(q, 18), .done = big(q, 19), .failed = big(q, 20),
        .p50_ns = big(q, 21), .p99_ns = big(q, 22), .max_ns = big(q, 23),
        .pss_peak_kb = big(q, 24), .threads_peak = small(q, 25), .processes_peak = small(q, 26),
        .switches_voluntary = big(q, 27), .switches_involuntary = big(q, 28)};
    return bench_workload_find(query_text(a, q, 4), &p->workload) &&
           bench_model_find(query_text(a, q, 5), &p->model);
}

static bool finish(struct bench_store *s, struct query *q, enum query_result last, struct err *err)
{
    if (last == QUERY_FAILED)
        (void)store_failed(s->store, err);
    query_close(q);
    return last == QUERY_DONE;
}

bool bench_store_rows(struct arena *a, struct bench_store *s, const struct bench_filter *f,
                      struct bench_rows *out, struct err *err)
{
    struct query *q =
        filtered(s, "SELECT " COLUMNS " FROM samples", "ORDER BY run, seq", true, f, err);
    enum query_result last = QUERY_FAILED;
    while (q && (last = query_step(q)) == QUERY_ROW) {
        struct bench_row row;
        if (read_row(a, q, &row))
            vec_push(a, out, row);
    }
    return q && finish(s, q, last, err);
}

bool bench_store_runs(struct arena *a, struct bench_store *s, struct bench_runs *out,
                      struct err *err)
{
    struct query *q = query_open(s->store,
                                 "SELECT id, uid, machine, grid, tool, started, ended, noise FROM"
                                 " runs ORDER BY id",
                                 err);
    enum query_result last = QUERY_FAILED;
    while (q && (last = query_step(q)) == QUERY_ROW) {
        struct bench_run run = {
            .id = query_int(q, 0), .uid = query_text(a, q, 1), .machine = query_text(a, q, 2),
            .grid = query_text(a, q, 3), .tool = query_text(a, q, 4),
            .started_s = query_int(q, 5), .ended_s = query_int(q, 6),
            .noise = query_text(a, q, 7)};
        vec_push(a, out, run);
    }
    return q && finish(s, q, last, err);
}

bool bench_store_machine(struct arena *a, struct bench_store *s, const char *fingerprint,
                         struct bench_machine *out, bool *found, struct err *err)
{
    struct query *q = query_open(s->store,
                                 "SELECT fingerprint, cpu, cpus, quota_percent, kernel, memory_mb,"
                                 " memory_limit_mb FROM machines WHERE fingerprint = ?1",
                                 err);
    if (!q)
        return false;
    query_bind_text(q, 1, fingerprint);
    enum query_result last = query_step(q);
    *found = last == QUERY_ROW;
    if (*found) {
        *out = (struct bench_machine){
            .fingerprint = query_text(a, q, 0), .cpu = query_text(a, q, 1), .cpus = small(q, 2),
            .quota_percent = small(q, 3), .kernel = query_text(a, q, 4),
            .memory_mb = small(q, 5), .memory_limit_mb = small(q, 6)};
        last = QUERY_DONE;
    }
    return finish(s, q, last, err);
}

bool bench_store_primitives(struct arena *a, struct bench_store *s, const struct bench_filter *f,
                            struct bench_primitive_rows *out, struct err *err)
{
    struct query *q = filtered(s, "SELECT run, version, name, unit, value, mad FROM primitives",
                               "ORDER BY run, name", false, f, err);
    enum query_result last = QUERY_FAILED;
    while (q && (last = query_step(q)) == QUERY_ROW) {
        struct bench_primitive_row row = {
            .run = query_int(q, 0), .version = small(q, 1),
            .primitive = {.name = query_text(a, q, 2), .unit = query_text(a, q, 3),
                          .value = query_double(q, 4), .mad = query_double(q, 5)}};
        vec_push(a, out, row);
    }
    return q && finish(s, q, last, err);
}
