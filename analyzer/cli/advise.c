/*
 * `advise`: a workload described by flags, answered without reading any code. Takes milliseconds:
 * the predictions are formulas, and the database is only read.
 */
#include "cli/advise.h"

#include <string.h>

#include "base/cpus.h"
#include "base/suggest.h"
#include "bench/machine.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/quantity.h"

static bool read_model(const char *name, enum bench_model *out, struct err *err)
{
    const char *names[MODEL_COUNT];
    if (bench_model_find(name, out))
        return true;
    for (int m = 0; m < MODEL_COUNT; m++)
        names[m] = bench_model_name((enum bench_model)m);
    const char *near = suggest_word(name, names, MODEL_COUNT);
    return err_set(err, "--current: '%s' is no model%s%s%s; see 'concadvise matrix'", name,
                   near ? " (did you mean '" : "", near ? near : "", near ? "'?)" : "");
}

static bool read_work(const struct advise_options *o, struct workload *w, struct err *err)
{
    if ((o->io && !quantity_time_ms(o->io, "--io", &w->io_ms, err)) ||
        (o->cpu && !quantity_time_ms(o->cpu, "--cpu", &w->cpu_ms, err)) ||
        (o->lock_share && !quantity_part(o->lock_share, "--lock-share", &w->shared, err)))
        return false;
    if (w->io_ms + w->cpu_ms <= 0)
        return err_set(err, "advise needs to know what a task does: --io=TIME (waiting), "
                            "--cpu=TIME (computing), or both");
    w->concurrency = o->concurrency ? o->concurrency : 1;
    w->tasks = o->tasks;
    w->legacy = o->legacy;
    w->stateless = o->stateless;
    w->needs_state = o->shared;
    if (w->stateless && w->needs_state)
        return err_set(err, "--stateless and --shared contradict each other");
    return true;
}

bool advise_host(struct arena *a, const struct options *o, struct host *h, struct err *err)
{
    struct bench_machine machine;
    machine_find(a, &machine);
    h->cores = o->bench.cores ? o->bench.cores : cpus_usable(a);
    h->memory_mb = machine.memory_limit_mb ? machine.memory_limit_mb : machine.memory_mb;
    return !o->advise.memory ||
           quantity_memory_mb(o->advise.memory, "--memory", &h->memory_mb, err);
}

bool advise_format(const struct options *o, const char *command, enum advise_format *out,
                   struct err *err)
{
    static const char *const names[] = {"text", "json", "markdown"};
    *out = o->bench.markdown ? ADVISE_MARKDOWN : ADVISE_TEXT;
    for (uint32_t i = 0; i < o->formats.n; i++) {
        uint32_t k = 0;
        while (k < 3 && strcmp(names[k], o->formats.v[i]) != 0)
            k++;
        if (k == 3)
            return err_set(err, "--format: %s knows text, json and markdown, not '%s'", command,
                           o->formats.v[i]);
        *out = (enum advise_format)k;
    }
    return true;
}

void evidence_say(const struct evidence_note *note, const struct options *o)
{
    if (note->text && (note->is_urgent || o->bench.db || o->verbose))
        say("note: %s", note->text);
}

static bool answer(struct arena *a, const struct options *o, struct buf *out, struct err *err)
{
    static void (*const forms[])(struct arena *, const struct advice *, struct buf *) = {
        [ADVISE_TEXT] = advice_text, [ADVISE_JSON] = advice_json,
        [ADVISE_MARKDOWN] = advice_markdown,
    };
    struct question q = {.has_current = o->advise.current != NULL};
    struct evidence evidence;
    struct nearest nearest;
    struct matrix matrix;
    struct answer answer;
    enum advise_format format;
    struct evidence_note note;
    if (o->words.n)
        return err_set(err, "advise takes no paths: '%s'; `concadvise PATH` advises on code",
                       o->words.v[0]);
    if (!read_work(&o->advise, &q.work, err) || !advise_host(a, o, &q.host, err) ||
        !advise_format(o, "advise", &format, err) ||
        (q.has_current && !read_model(o->advise.current, &q.current, err)) ||
        !matrix_load(a, &matrix, err))
        return false;
    evidence_read(a, bench_store_path(a, o->bench.db), NULL, &evidence, &note);
    evidence_nearest(a, &evidence, &q.work, &nearest);
    evidence_say(&note, o);
    q.costs = &evidence.costs;
    decide(a, &matrix, &q, &answer);
    struct advice v = {&matrix, &q, &answer, &evidence, &nearest};
    forms[format](a, &v, out);
    return true;
}

int command_advise(struct arena *a, const struct options *o)
{
    struct err ERR_CLEANUP err = {0};
    struct buf BUF_CLEANUP out = {0};
    if (!answer(a, o, &out, &err) || !output_write(o->output, &out, &err)) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    return EXIT_CLEAN;
}
