/*
 * concadvise bench: measures, unless it is asked to show something. Showing never measures and
 * never writes, so it works on a database that cannot be written.
 */
#include "cli/bench.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "bench/grid.h"
#include "cli/output.h"

enum { NOISY_SHOWN = 3 };


/* ---- what was asked for ---- */

static bool check_modes(const struct options *o, struct err *err)
{
    const struct bench_options *b = &o->bench;
    const struct {
        const char *name;
        bool is_given;
    } modes[] = {{"--show", b->show}, {"--list", b->list}, {"--compare", b->compare},
                 {"--source-tables", b->source_tables}, {"--svg", b->svg != NULL},
                 {"--export", b->export != NULL},
                 {"--validate", b->validate}, {"--import", b->import != NULL},
                 {"--primitives", b->primitives}, {"--quick", b->quick}, {"--full", b->full}};
    const char *first = NULL;
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        if (!modes[i].is_given)
            continue;
        bool together = first && !strcmp(first, "--primitives") && b->quick;
        if (first && !together)
            return err_set(err, "bench: %s and %s do not go together", first, modes[i].name);
        first = modes[i].name;
    }
    bool takes_words = b->show || b->compare || b->export || b->svg || b->source_tables ||
                       b->validate;
    if (b->compare && o->words.n != 2)
        return err_set(err, "bench: --compare needs two runs, machines or models");
    if (o->words.n > (b->compare ? 2u : takes_words ? 1u : 0u))
        return err_set(err, "bench: '%s' is one word too many",
                       o->words.v[b->compare ? 2 : takes_words ? 1 : 0]);
    return true;
}

/* Checked by making a grid of them. */
static bool check_names(struct arena *a, const struct options *o, struct err *err)
{
    struct grid grid;
    struct grid_request req = {
        .size = GRID_FULL, .workloads = o->bench.workloads.v,
        .n_workloads = o->bench.workloads.n, .models = o->bench.models.v,
        .n_models = o->bench.models.n, .cores = 1};
    return grid_make(a, &req, &grid, err);
}

/* ---- choosing rows ---- */

static const struct bench_run *nth_last_run(const struct bench_view *v, uint32_t nth)
{
    for (uint32_t i = v->runs.n; i > 0; i--) {
        if (!strcmp(v->runs.v[i - 1].machine, v->machine.fingerprint) && nth-- == 0)
            return &v->runs.v[i - 1];
    }
    return NULL;
}

static const struct bench_run *find_run(const struct bench_view *v, const char *word)
{
    char *end = NULL;
    if (!strcmp(word, "latest") || !strcmp(word, "previous"))
        return nth_last_run(v, word[0] == 'p');
    unsigned long long id = strtoull(word, &end, 10);
    for (uint32_t i = 0; i < v->runs.n && !*end; i++) {
        if ((unsigned long long)v->runs.v[i].id == id)
            return &v->runs.v[i];
    }
    return NULL;
}

static bool choose_machine(struct bench_view *v, const char *word, struct bench_choice *out,
                           struct err *err)
{
    const char *found = NULL;
    for (uint32_t i = 0; i < v->runs.n; i++) {
        const char *machine = v->runs.v[i].machine;
        if (strncmp(machine, word, strlen(word)))
            continue;
        if (found && strcmp(found, machine))
            return err_set(err, "bench: '%s' is the start of several machines' fingerprints", word);
        found = machine;
    }
    if (!found)
        return err_set(err, "bench: no run and no machine '%s'; see 'concadvise bench --list'",
                       word);
    out->filter = (struct bench_filter){.machine = found};
    out->name = arena_printf(v->arena, "machine %s", found);
    return true;
}

bool bench_choose(struct bench_view *v, const char *word, struct bench_choice *out,
                  struct err *err)
{
    *out = (struct bench_choice){
        .filter = {.machine = v->machine.fingerprint, .version = BENCH_VERSION},
        .name = "this machine"};
    if (!word)
        return true;
    const struct bench_run *run = find_run(v, word);
    if (!run)
        return choose_machine(v, word, out, err);
    out->filter = (struct bench_filter){.run = run->id};
    out->name = arena_printf(v->arena, "run %lld", (long long)run->id);
    return true;
}

static bool is_listed(const struct str_list *list, const char *name)
{
    size_t n = strlen(name);
    for (uint32_t i = 0; i < list->n; i++) {
        for (const char *at = list->v[i]; *at;) {
            size_t end = strcspn(at, ",");
            if (end == n && !strncmp(at, name, n))
                return true;
            at += end + (at[end] == ',');
        }
    }
    return list->n == 0;
}

bool bench_rows(struct bench_view *v, const struct bench_choice *choice, struct bench_rows *out,
                struct err *err)
{
    struct bench_rows all = {0};
    const struct bench_options *b = &v->o->bench;
    if (!bench_store_rows(v->arena, v->store, &choice->filter, &all, err))
        return false;
    for (uint32_t i = 0; i < all.n; i++) {
        const struct bench_params *p = &all.v[i].params;
        const char *model = bench_model_name(p->model);
        if (is_listed(&b->workloads, bench_workload_name(p->workload)) &&
            (is_listed(&b->models, model) ||
             is_listed(&b->models, arena_printf(v->arena, "%s:%s", model, p->variant))) &&
            (b->cores == 0 || p->cores == b->cores))
            vec_push(v->arena, out, all.v[i]);
    }
    return true;
}

static bool nothing(const struct bench_view *v, const struct bench_choice *choice, struct err *err)
{
    bool is_filtered = v->o->bench.workloads.n + v->o->bench.models.n + v->o->bench.cores > 0;
    uint32_t others = 0;
    for (uint32_t i = 0; i < v->runs.n; i++)
        others += strcmp(v->runs.v[i].machine, v->machine.fingerprint) != 0;
    if (is_filtered)
        return err_set(err, "bench: %s has no such measurements", choice->name);
    if (choice->filter.machine && !strcmp(choice->filter.machine, v->machine.fingerprint) && others)
        return err_set(err, "bench: nothing has been measured on this machine as it is now, but "
                            "there are %u runs of others: 'concadvise bench --list'", others);
    return err_set(err, "bench: %s has no measurements; 'concadvise bench' takes some "
                        "(--quick: in 20 s)", choice->name);
}

bool bench_results(struct bench_view *v, const struct bench_choice *choice,
                   struct bench_results *out, struct err *err)
{
    struct bench_rows rows = {0};
    if (!bench_rows(v, choice, &rows, err))
        return false;
    results_group(v->arena, &rows, out);
    return out->n > 0 || nothing(v, choice, err);
}

const char *bench_date(struct arena *a, int64_t when_s)
{
    struct tm tm;
    time_t t = (time_t)when_s;
    if (when_s == 0 || !gmtime_r(&t, &tm))
        return "";
    return arena_printf(a, "%04d-%02d-%02d %02d:%02d", tm.tm_year + 1900, tm.tm_mon + 1,
                        tm.tm_mday, tm.tm_hour, tm.tm_min);
}

void bench_say_noise(const struct bench_view *v, const struct bench_choice *choice)
{
    const struct bench_filter *f = &choice->filter;
    uint32_t noisy = 0;
    for (uint32_t i = v->runs.n; i > 0 && !v->o->quiet; i--) {
        const struct bench_run *r = &v->runs.v[i - 1];
        bool is_shown = (f->run == 0 || f->run == r->id) &&
                        (!f->machine || !strcmp(f->machine, r->machine));
        if (is_shown && *r->noise && noisy++ < NOISY_SHOWN)
            say("bench: take care: in run %lld %s", (long long)r->id, r->noise);
    }
    if (noisy > NOISY_SHOWN)
        say("bench: take care: %u runs more were disturbed; see 'concadvise bench --list'",
            noisy - NOISY_SHOWN);
}

int bench_print(const struct options *o, const struct buf *out)
{
    struct err ERR_CLEANUP err = {0};
    if (output_write(o->output, out, &err))
        return EXIT_CLEAN;
    say("%s", buf_str(&err.text));
    return EXIT_FAILED;
}

/* ---- the command ---- */

static int read_and_show(struct arena *a, const struct options *o, const char *path)
{
    struct bench_view v = {.arena = a, .o = o};
    struct err ERR_CLEANUP err = {0};
    if (bench_validates_reference(o))
        return bench_validate(&v);
    v.store = bench_store_open_to_read(a, path, &err);
    if (!v.store && o->bench.source_tables) {
        if (file_exists(path))
            say("note: measurements are not used: %s", buf_str(&err.text));
        return bench_source_tables(&v);
    }
    if (!v.store) {
        say("bench: nothing to show: %s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    machine_find(a, &v.machine);
    int code = EXIT_FAILED;
    const struct bench_options *b = &o->bench;
    if (!bench_store_runs(a, v.store, &v.runs, &err))
        say("bench: %s: %s", path, buf_str(&err.text));
    else if (b->list)
        code = bench_list(&v);
    else if (b->compare)
        code = bench_compare(&v);
    else if (b->source_tables)
        code = bench_source_tables(&v);
    else if (b->svg)
        code = bench_svg(&v);
    else if (b->validate)
        code = bench_validate(&v);
    else if (b->export)
        code = bench_export(&v);
    else
        code = bench_show(&v);
    bench_store_close(v.store);
    return code;
}

int command_bench(struct arena *a, const struct options *o)
{
    const struct bench_options *b = &o->bench;
    struct err ERR_CLEANUP err = {0};
    if (!check_modes(o, &err) || !check_names(a, o, &err)) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    const char *path = bench_store_path(a, b->db);
    if (!path) {
        say("bench: no place to keep measurements: $HOME is not set; give --bench-db FILE");
        return EXIT_FAILED;
    }
    if (b->import)
        return bench_import(a, o, path);
    if (b->show || b->list || b->compare || b->source_tables || b->svg || b->export ||
        b->validate)
        return read_and_show(a, o, path);
    return bench_measure(a, o, path);
}
