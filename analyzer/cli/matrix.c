/* `matrix`: every row of the decision matrix and the comparison table, with the figures of this
 * machine beside the judgements. */
#include <string.h>

#include "cli/advise.h"
#include "cli/commands.h"
#include "cli/matrix.h"
#include "cli/output.h"
#include "decide/evidence.h"
#include "decide/matrix.h"

struct matrix_view {
    struct arena *arena;
    const struct matrix *matrix;
    const struct evidence *evidence;
    bool markdown;
    struct buf *out;
};

static void heading(struct matrix_view *v, const char *title, const char *columns, uint32_t n)
{
    buf_addf(v->out, v->markdown ? "\n## %s\n\n" : "\n%s\n\n", title);
    if (!v->markdown)
        return;
    buf_addf(v->out, "| %s |\n|", columns);
    for (uint32_t i = 0; i < n; i++)
        buf_adds(v->out, "---|");
    buf_addc(v->out, '\n');
}

/* In brackets when it is the reference machine's. */
static const char *measured_rate(struct matrix_view *v, enum bench_model m, enum bench_workload w)
{
    const struct bench_result *own = results_largest(&v->evidence->own, m, w);
    const struct bench_result *r =
        own ? own : results_largest(&v->evidence->reference.results, m, w);
    return r ? arena_printf(v->arena, own ? "%s/s" : "[%s/s]",
                            results_number(v->arena, r->rate.median))
             : "-";
}

static void models(struct matrix_view *v)
{
    heading(v, "The eight models",
            "model | unit | memory | global lock | best for | overhead | throughput | complexity | "
            "threads | processes | switching | shared state | parallel | in C | "
            "io-wait here | cpu-heavy here | mixed here", 17);
    for (int m = 0; m < MODEL_COUNT; m++) {
        const struct matrix_model_row *r = &v->matrix->models[m];
        enum bench_model model = (enum bench_model)m;
        const char *io = measured_rate(v, model, WORK_IO_WAIT);
        const char *cpu = measured_rate(v, model, WORK_CPU_HEAVY);
        const char *mixed = measured_rate(v, model, WORK_MIXED);
        if (v->markdown)
            buf_addf(v->out, "| %s | %s | %s | %s | %s | %s | %s | %u/5 | %s | %s | %s | %s | %s | "
                             "%s | %s | %s | %s |\n",
                     r->id, r->unit, r->memory, r->global_lock, r->best_for, r->overhead,
                     r->throughput, r->complexity, r->threads, r->processes, r->switching,
                     r->shared_state, r->parallel, r->in_c, io, cpu, mixed);
        else
            buf_addf(v->out, "%s (complexity %u of 5): %s\n"
                             "    unit: %s; threads %s, processes %s; switching: %s\n"
                             "    memory: %s; shared state: %s; parallel: %s; global lock: %s\n"
                             "    best for: %s; overhead: %s; throughput: %s\n"
                             "    measured here: io-wait %s, cpu-heavy %s, mixed %s\n",
                     r->id, r->complexity, r->in_c, r->unit, r->threads, r->processes,
                     r->switching, r->memory, r->shared_state, r->parallel, r->global_lock,
                     r->best_for, r->overhead, r->throughput, io, cpu, mixed);
    }
}

static void tasks(struct matrix_view *v)
{
    heading(v, "By task", "row | task | best | alternative | avoid | why | potential | in C", 8);
    for (int i = 0; i < TASKS_N; i++) {
        const struct matrix_task_row *r = &v->matrix->tasks[i];
        if (v->markdown)
            buf_addf(v->out, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", r->id, r->title,
                     bench_model_name(r->best), bench_model_name(r->alternative),
                     bench_model_name(r->avoid), r->why, r->potential, r->in_c ? r->in_c : "");
        else
            buf_addf(v->out, "%s: %s\n    %s; else %s; avoid %s: %s (%s)\n%s%s%s", r->id, r->title,
                     bench_model_name(r->best), bench_model_name(r->alternative),
                     bench_model_name(r->avoid), r->why, r->potential,
                     r->in_c ? "    in C: " : "", r->in_c ? r->in_c : "", r->in_c ? "\n" : "");
    }
}

static void constraints(struct matrix_view *v)
{
    heading(v, "By constraint", "row | constraint | prefer | why", 4);
    for (int i = 0; i < CONSTRAINTS_N; i++) {
        const struct matrix_constraint_row *r = &v->matrix->constraints[i];
        struct buf BUF_CLEANUP names = {0};
        for (uint32_t k = 0; k < r->n_prefer; k++)
            buf_addf(&names, "%s%s", k ? ", " : "", bench_model_name(r->prefer[k]));
        buf_addf(v->out, v->markdown ? "| %s | %s | %s | %s |\n" : "%s: %s\n    %s: %s\n", r->id,
                 r->title, buf_str(&names), r->why);
    }
}

static void use_cases(struct matrix_view *v)
{
    heading(v, "By use case", "row | use case | first | alternative | avoid", 5);
    for (int i = 0; i < USE_CASES_N; i++) {
        const struct matrix_use_case_row *r = &v->matrix->use_cases[i];
        buf_addf(v->out,
                 v->markdown ? "| %s | %s | %s | %s | %s |\n"
                             : "%s: %s\n    %s; alternative: %s; avoid: %s\n",
                 r->id, r->title, r->in_c ? r->in_c : bench_model_name(r->first),
                 r->alternative ? r->alternative : "none", r->avoid ? r->avoid : "nothing");
    }
}

static void principles(struct matrix_view *v)
{
    heading(v, "Principles", "row | principle", 2);
    for (int i = 0; i < PRINCIPLES_N; i++)
        buf_addf(v->out, v->markdown ? "| %s | %s |\n" : "%s: %s\n", v->matrix->principles[i].id,
                 v->matrix->principles[i].text);
}

static void write_all(struct matrix_view *v)
{
    buf_addf(v->out, "%sThe decision matrix%s\n", v->markdown ? "# " : "",
             v->evidence->own.n
                 ? "" : " (nothing is measured on this machine yet: `concadvise bench`; figures in "
                        "brackets are those of a reference machine)");
    models(v);
    tasks(v);
    constraints(v);
    use_cases(v);
    principles(v);
}

int command_matrix(struct arena *a, const struct options *o)
{
    struct err ERR_CLEANUP err = {0};
    struct buf BUF_CLEANUP out = {0};
    struct matrix matrix;
    struct evidence evidence;
    struct evidence_note note;
    if (o->words.n) {
        say("matrix takes no arguments: '%s'", o->words.v[0]);
        return EXIT_FAILED;
    }
    enum advise_format format;
    if (!advise_format(o, "matrix", &format, &err) || !matrix_load(a, &matrix, &err)) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    evidence_read(a, bench_store_path(a, o->bench.db), NULL, &evidence, &note);
    evidence_say(&note, o);
    if (format == ADVISE_JSON) {
        matrix_json(&matrix, &evidence, &out);
    } else {
        struct matrix_view v = {a, &matrix, &evidence, format == ADVISE_MARKDOWN, &out};
        write_all(&v);
    }
    if (output_write(o->output, &out, &err))
        return EXIT_CLEAN;
    say("%s", buf_str(&err.text));
    return EXIT_FAILED;
}
