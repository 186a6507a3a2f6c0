/*
 * Rows out and in. JSON carries everything and comes back as it was; CSV is for spreadsheets. The
 * numbers of a row are one table here, so that both formats and the import name the same things.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/bench.h"
#include "cli/output.h"
#include "decide/evidence.h"
#include "decide/reference.h"

enum { IMPORT_MAX = 1 << 30, FORMAT_VERSION = 1 };

static void json_release(json_t **j)
{
    json_decref(*j);
}
#define JSON_CLEANUP __attribute__((cleanup(json_release)))

struct number {
    const char *name;
    size_t offset;
    bool is_wide; /* 64 bits */
};
#define ROW(member) {#member, offsetof(struct bench_row, member), false}
#define PARAM(member) {#member, offsetof(struct bench_row, params.member), false}
#define SAMPLE(member, wide) {#member, offsetof(struct bench_row, sample.member), wide}
static const struct number NUMBERS[] = {
    ROW(seq), ROW(version), {"taken", offsetof(struct bench_row, taken_s), true},
    PARAM(tasks), ROW(measured_tasks), PARAM(concurrency), PARAM(io_us), PARAM(cpu_us),
    PARAM(payload), PARAM(shared_permille), PARAM(cores), PARAM(duration_ms), PARAM(timeout_ms),
    SAMPLE(wall_ns, true), SAMPLE(cpu_ns, true), SAMPLE(done, true), SAMPLE(failed, true),
    SAMPLE(p50_ns, true), SAMPLE(p99_ns, true), SAMPLE(max_ns, true), SAMPLE(pss_peak_kb, true),
    SAMPLE(threads_peak, false), SAMPLE(processes_peak, false), SAMPLE(switches_voluntary, true),
    SAMPLE(switches_involuntary, true),
};
enum { N_NUMBERS = sizeof NUMBERS / sizeof NUMBERS[0] };

static uint64_t get_number(const struct bench_row *r, const struct number *n)
{
    ASSERT(n->offset < sizeof *r);
    const char *at = (const char *)r + n->offset;
    uint64_t wide = 0;
    uint32_t narrow = 0;
    if (n->is_wide)
        memcpy(&wide, at, sizeof wide);
    else
        memcpy(&narrow, at, sizeof narrow);
    return n->is_wide ? wide : narrow;
}

static void set_number(struct bench_row *r, const struct number *n, uint64_t v)
{
    ASSERT(n->offset < sizeof *r && (n->is_wide || v <= UINT32_MAX));
    char *at = (char *)r + n->offset;
    uint32_t narrow = (uint32_t)v;
    if (n->is_wide)
        memcpy(at, &v, sizeof v);
    else
        memcpy(at, &narrow, sizeof narrow);
}

/* ---- JSON out ---- */

static void set(json_t *object, const char *name, json_t *value)
{
    if (json_object_set_new(object, name, value) != 0)
        out_of_memory();
}

static void append(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        out_of_memory();
}

/* Names of processors and files need not be UTF-8. */
static json_t *text(const char *s)
{
    json_t *j = json_string(s);
    return j ? j : json_string_nocheck("?");
}

static json_t *machine_json(const struct bench_machine *m)
{
    json_t *j = json_object();
    set(j, "fingerprint", text(m->fingerprint));
    set(j, "cpu", text(m->cpu));
    set(j, "cpus", json_integer(m->cpus));
    set(j, "quota_percent", json_integer(m->quota_percent));
    set(j, "kernel", text(m->kernel));
    set(j, "memory_mb", json_integer(m->memory_mb));
    set(j, "memory_limit_mb", json_integer(m->memory_limit_mb));
    return j;
}

static json_t *row_json(const struct bench_row *r)
{
    json_t *j = json_object();
    set(j, "workload", text(bench_workload_name(r->params.workload)));
    set(j, "model", text(bench_model_name(r->params.model)));
    set(j, "variant", text(r->params.variant));
    for (size_t i = 0; i < N_NUMBERS; i++)
        set(j, NUMBERS[i].name, json_integer((json_int_t)get_number(r, &NUMBERS[i])));
    return j;
}

static json_t *primitive_json(const struct bench_primitive_row *r)
{
    json_t *j = json_object();
    set(j, "name", text(r->primitive.name));
    set(j, "unit", text(r->primitive.unit));
    set(j, "version", json_integer(r->version));
    set(j, "value", json_real(r->primitive.value));
    set(j, "mad", json_real(r->primitive.mad));
    return j;
}

static json_t *run_json(const struct bench_run *run, const struct bench_rows *rows,
                        const struct bench_primitive_rows *primitives)
{
    json_t *j = json_object(), *samples = json_array(), *single = json_array();
    set(j, "uid", text(run->uid));
    set(j, "machine", text(run->machine));
    set(j, "grid", text(run->grid));
    set(j, "tool", text(run->tool));
    set(j, "started", json_integer(run->started_s));
    set(j, "ended", json_integer(run->ended_s));
    set(j, "noise", text(run->noise));
    for (uint32_t i = 0; i < rows->n; i++) {
        if (rows->v[i].run == run->id)
            append(samples, row_json(&rows->v[i]));
    }
    for (uint32_t i = 0; i < primitives->n; i++) {
        if (primitives->v[i].run == run->id)
            append(single, primitive_json(&primitives->v[i]));
    }
    set(j, "samples", samples);
    set(j, "primitives", single);
    return j;
}

struct exported {
    struct bench_rows rows;
    struct bench_primitive_rows primitives;
    struct bench_filter filter;
};

static bool is_exported(const struct exported *x, const struct bench_run *r)
{
    return (x->filter.run == 0 || x->filter.run == r->id) &&
           (!x->filter.machine || !strcmp(x->filter.machine, r->machine));
}

static bool add_machine(struct bench_view *v, json_t *machines, const struct bench_run *run,
                        struct err *err)
{
    struct bench_machine m;
    bool found = false;
    size_t i;
    json_t *have;
    json_array_foreach(machines, i, have) {
        if (!strcmp(json_string_value(json_object_get(have, "fingerprint")), run->machine))
            return true;
    }
    if (!bench_store_machine(v->arena, v->store, run->machine, &m, &found, err))
        return false;
    if (found)
        append(machines, machine_json(&m));
    return true;
}

static bool write_json(struct bench_view *v, const struct exported *x, struct buf *out,
                       struct err *err)
{
    JSON_CLEANUP json_t *top = json_object();
    json_t *machines = json_array(), *runs = json_array();
    set(top, "format", text("concadvise-bench"));
    set(top, "version", json_integer(FORMAT_VERSION));
    set(top, "machines", machines);
    set(top, "runs", runs);
    for (uint32_t i = 0; i < v->runs.n; i++) {
        const struct bench_run *run = &v->runs.v[i];
        if (!is_exported(x, run))
            continue;
        append(runs, run_json(run, &x->rows, &x->primitives));
        if (!add_machine(v, machines, run, err))
            return false;
    }
    char *dumped = json_dumps(top, JSON_INDENT(1) | JSON_REAL_PRECISION(17));
    if (!dumped)
        out_of_memory();
    buf_addf(out, "%s\n", dumped);
    free(dumped);
    return true;
}

/* ---- CSV out ---- */

static void csv_text(struct buf *out, const char *s)
{
    buf_addc(out, '"');
    for (; *s; s++) {
        if (*s == '"')
            buf_addc(out, '"');
        buf_addc(out, *s);
    }
    buf_addc(out, '"');
}

static void write_csv(const struct bench_view *v, const struct exported *x, struct buf *out)
{
    buf_adds(out, "machine,run,workload,model,variant");
    for (size_t i = 0; i < N_NUMBERS; i++)
        buf_addf(out, ",%s", NUMBERS[i].name);
    buf_addc(out, '\n');
    for (uint32_t i = 0, run = 0; i < x->rows.n; i++) {
        const struct bench_row *r = &x->rows.v[i];
        while (run < v->runs.n && v->runs.v[run].id < r->run)
            run++;
        ASSERT(run < v->runs.n && v->runs.v[run].id == r->run);
        csv_text(out, v->runs.v[run].machine);
        buf_addf(out, ",%lld,%s,%s,", (long long)r->run, bench_workload_name(r->params.workload),
                 bench_model_name(r->params.model));
        csv_text(out, r->params.variant);
        for (size_t k = 0; k < N_NUMBERS; k++)
            buf_addf(out, ",%llu", (unsigned long long)get_number(r, &NUMBERS[k]));
        buf_addc(out, '\n');
    }
}

/* What rules/reference.json is made of: this machine's medians, or those of the run that is
 * named. */
static bool write_reference(struct bench_view *v, struct buf *out, struct err *err)
{
    struct reference r = {.version = BENCH_VERSION,
                          .machine = machine_describe(v->arena, &v->machine)};
    struct bench_choice choice;
    struct bench_primitive_rows all = {0};
    if (!bench_choose(v, v->o->words.n ? v->o->words.v[0] : NULL, &choice, err) ||
        !bench_results(v, &choice, &r.results, err) ||
        !bench_store_primitives(v->arena, v->store, &choice.filter, &all, err))
        return false;
    evidence_medians(v->arena, &all, &r.primitives);
    for (uint32_t i = 0; i < r.results.n; i++) {
        if (r.results.v[i].last_s > r.taken_s)
            r.taken_s = r.results.v[i].last_s;
    }
    reference_write(&r, out);
    return true;
}

static bool export_rows(struct bench_view *v, struct buf *out, struct err *err)
{
    struct exported x = {0};
    struct bench_choice choice = {.name = "the database"};
    bool is_csv = !strcmp(v->o->bench.export, "csv");
    if (!strcmp(v->o->bench.export, "reference"))
        return write_reference(v, out, err);
    if (!is_csv && strcmp(v->o->bench.export, "json"))
        return err_set(err, "--export: '%s' is none of json, csv, reference", v->o->bench.export);
    if (v->o->words.n && !bench_choose(v, v->o->words.v[0], &choice, err))
        return false;
    x.filter = choice.filter;
    if (!bench_rows(v, &choice, &x.rows, err) ||
        !bench_store_primitives(v->arena, v->store, &x.filter, &x.primitives, err))
        return false;
    if (!is_csv)
        return write_json(v, &x, out, err);
    write_csv(v, &x, out);
    return true;
}

int bench_export(struct bench_view *v)
{
    struct buf BUF_CLEANUP out = {0};
    struct err ERR_CLEANUP err = {0};
    if (export_rows(v, &out, &err) && output_write(v->o->output, &out, &err))
        return EXIT_CLEAN;
    say("%s", buf_str(&err.text));
    return EXIT_FAILED;
}

/* ---- JSON in ---- */

struct import {
    struct arena *arena;
    struct bench_store *store;
    const json_t *machines;
    uint32_t runs, rows, known; /* new ones; rows that were there already */
};

static bool get_text(const json_t *object, const char *name, const char **out, struct err *err)
{
    *out = json_string_value(json_object_get(object, name));
    return *out || err_set(err, "'%s' is missing, or no text", name);
}

static bool get_integer(const json_t *object, const char *name, uint64_t max, uint64_t *out,
                        struct err *err)
{
    const json_t *j = json_object_get(object, name);
    if (!json_is_integer(j) || json_integer_value(j) < 0 ||
        (uint64_t)json_integer_value(j) > max)
        return err_set(err, "'%s' is missing, or no number from 0 to %llu", name,
                       (unsigned long long)max);
    *out = (uint64_t)json_integer_value(j);
    return true;
}

static bool read_u32(const json_t *object, const char *name, uint32_t *out, struct err *err)
{
    uint64_t v;
    if (!get_integer(object, name, UINT32_MAX, &v, err))
        return false;
    *out = (uint32_t)v;
    return true;
}

static bool read_machine(struct import *im, const char *fingerprint, struct bench_machine *m,
                         struct err *err)
{
    size_t i;
    const json_t *j = NULL, *found = NULL;
    for (i = 0; i < json_array_size(im->machines) && !found; i++) {
        j = json_array_get(im->machines, i);
        const char *name = json_string_value(json_object_get(j, "fingerprint"));
        found = name && !strcmp(name, fingerprint) ? j : NULL;
    }
    *m = (struct bench_machine){0};
    if (!found)
        return err_set(err, "machine %s is missing", fingerprint);
    if (!get_text(found, "cpu", &m->cpu, err) || !get_text(found, "kernel", &m->kernel, err) ||
        !read_u32(found, "cpus", &m->cpus, err) ||
        !read_u32(found, "quota_percent", &m->quota_percent, err) ||
        !read_u32(found, "memory_mb", &m->memory_mb, err) ||
        !read_u32(found, "memory_limit_mb", &m->memory_limit_mb, err))
        return false;
    machine_fingerprint(im->arena, m);
    return !strcmp(m->fingerprint, fingerprint) ||
           err_set(err, "machine %s has another machine's fingerprint", fingerprint);
}

static bool read_row(const json_t *j, struct bench_row *r, struct err *err)
{
    const char *workload, *model;
    if (!get_text(j, "workload", &workload, err) || !get_text(j, "model", &model, err) ||
        !get_text(j, "variant", &r->params.variant, err))
        return false;
    if (!bench_workload_find(workload, &r->params.workload))
        return err_set(err, "no workload '%s'", workload);
    if (!bench_model_find(model, &r->params.model))
        return err_set(err, "no model '%s'", model);
    for (size_t i = 0; i < N_NUMBERS; i++) {
        uint64_t v;
        if (!get_integer(j, NUMBERS[i].name, NUMBERS[i].is_wide ? INT64_MAX : UINT32_MAX, &v, err))
            return false;
        set_number(r, &NUMBERS[i], v);
    }
    return true;
}

static bool import_rows(struct import *im, const json_t *samples, int64_t run, struct err *err)
{
    for (size_t i = 0; i < json_array_size(samples); i++) {
        struct bench_row row = {.run = run};
        bool is_new = false;
        if (!read_row(json_array_get(samples, i), &row, err) ||
            !bench_store_put(im->store, &row, &is_new, err))
            return err_prefix(err, "sample %zu", i + 1);
        im->rows += is_new;
        im->known += !is_new;
    }
    return true;
}

static bool import_primitives(struct import *im, const json_t *list, int64_t run, struct err *err)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *j = json_array_get(list, i);
        const json_t *value = json_object_get(j, "value"), *mad = json_object_get(j, "mad");
        struct bench_primitive_row row = {.run = run};
        bool is_new = false;
        if (!get_text(j, "name", &row.primitive.name, err) ||
            !get_text(j, "unit", &row.primitive.unit, err) ||
            !read_u32(j, "version", &row.version, err))
            return false;
        if (!json_is_number(value) || !json_is_number(mad))
            return err_set(err, "primitive '%s' has no value", row.primitive.name);
        row.primitive.value = json_number_value(value);
        row.primitive.mad = json_number_value(mad);
        if (!bench_store_put_primitive(im->store, &row, &is_new, err))
            return false;
        im->rows += is_new;
        im->known += !is_new;
    }
    return true;
}

static bool import_run(struct import *im, const json_t *j, struct err *err)
{
    struct bench_machine machine;
    struct bench_run run = {0};
    uint64_t started, ended;
    if (!get_text(j, "uid", &run.uid, err) || !get_text(j, "machine", &run.machine, err) ||
        !get_text(j, "grid", &run.grid, err) || !get_text(j, "tool", &run.tool, err) ||
        !get_text(j, "noise", &run.noise, err) ||
        !get_integer(j, "started", INT64_MAX, &started, err) ||
        !get_integer(j, "ended", INT64_MAX, &ended, err) ||
        !read_machine(im, run.machine, &machine, err))
        return false;
    if (strlen(run.uid) != 32)
        return err_set(err, "'uid' is not 32 characters long");
    run.started_s = (int64_t)started;
    run.ended_s = (int64_t)ended;
    return bench_store_begin(im->store, &machine, &run, err) &&
           import_rows(im, json_object_get(j, "samples"), run.id, err) &&
           import_primitives(im, json_object_get(j, "primitives"), run.id, err);
}

static bool import_all(struct import *im, const json_t *top, struct err *err)
{
    const char *format;
    uint64_t version;
    const json_t *runs = json_object_get(top, "runs");
    if (!get_text(top, "format", &format, err) || strcmp(format, "concadvise-bench"))
        return err_set(err, "it is no export of 'concadvise bench'");
    if (!get_integer(top, "version", INT64_MAX, &version, err))
        return false;
    if (version > FORMAT_VERSION)
        return err_set(err, "it was made by a newer version of this program");
    im->machines = json_object_get(top, "machines");
    if (!json_is_array(runs) || !json_is_array(im->machines))
        return err_set(err, "'runs' or 'machines' is missing");
    if (!bench_store_begin_many(im->store, err))
        return false;
    for (size_t i = 0; i < json_array_size(runs); i++) {
        if (!import_run(im, json_array_get(runs, i), err))
            return err_prefix(err, "run %zu", i + 1);
        im->runs++;
    }
    return bench_store_commit_many(im->store, err);
}

static bool import_file(struct import *im, const char *file, const char *path, struct err *err)
{
    struct bytes bytes;
    json_error_t where;
    const char *note = NULL;
    if (!file_read(im->arena, file, IMPORT_MAX, &bytes, err))
        return false;
    JSON_CLEANUP json_t *top = json_loadb(bytes.p, bytes.n, JSON_REJECT_DUPLICATES, &where);
    if (!top)
        return err_set(err, "%s:%d:%d: %s", file, where.line, where.column, where.text);
    im->store = bench_store_open(im->arena, path, &note, err);
    if (note)
        say("%s", note);
    if (!im->store)
        return false;
    bool ok = import_all(im, top, err) || err_prefix(err, "%s", file);
    bench_store_close(im->store);
    return ok;
}

int bench_import(struct arena *a, const struct options *o, const char *path)
{
    struct import im = {.arena = a};
    struct err ERR_CLEANUP err = {0};
    if (!import_file(&im, o->bench.import, path, &err)) {
        say("bench: nothing was imported: %s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    if (!o->quiet)
        say("bench: %s with %s came in; %s there already",
            plural(a, im.runs, "run", "runs"), plural(a, im.rows, "new row", "new rows"),
            plural(a, im.known, "was", "were"));
    return EXIT_CLEAN;
}
