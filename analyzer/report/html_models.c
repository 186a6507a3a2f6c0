/*
 * What to decide with: the rows of the matrix, and beside its judgements what this machine has
 * measured. Charts are those of `bench --svg`, one for each workload, so that a small screen
 * shows one at a time.
 */
#include <string.h>

#include "bench/svg.h"
#include "decide/matrix.h"
#include "report/html.h"

enum { LONG_TEXT = 60 }; /* columns with such text are kept from becoming thin */

static void cell(struct html *h, const char *text)
{
    buf_addf(h->out, "<td%s>", text && strlen(text) > LONG_TEXT ? " class=\"long\"" : "");
    if (text)
        html_prose(h->out, text);
    buf_adds(h->out, "</td>");
}

/* The first of a row: what the row is about; findings link to the id of those of the matrix. */
static void row_starts(struct html *h, const char *name, const char *id)
{
    if (id)
        buf_addf(h->out, "<tr id=\"m-%s\"><th scope=\"row\">", id);
    else
        buf_adds(h->out, "<tr><th scope=\"row\">");
    html_prose(h->out, name);
    if (id)
        buf_addf(h->out, " <small>%s</small>", id);
    buf_adds(h->out, "</th>");
}

static void row_ends(struct html *h)
{
    buf_adds(h->out, "</tr>\n");
}

static const char *names(struct html *h, const enum bench_model *v, uint32_t n)
{
    struct buf BUF_CLEANUP out = {0};
    for (uint32_t i = 0; i < n; i++)
        buf_addf(&out, "%s%s", i ? ", " : "", bench_model_name(v[i]));
    return arena_strdup(h->arena, buf_str(&out));
}

static void measured(struct html *h, enum bench_model m, enum bench_workload w)
{
    const struct report *r = h->report;
    const struct bench_result *own = r->measured ? results_largest(r->measured, m, w) : NULL;
    const struct bench_result *best =
        own ? own : r->reference ? results_largest(r->reference, m, w) : NULL;
    if (!best) {
        buf_adds(h->out, "<td class=\"n\">-</td>");
        return;
    }
    buf_addf(h->out, own ? "<td class=\"n\">%s/s <small>%s</small></td>"
                         : "<td class=\"n\">[%s/s] <small>[%s]</small></td>",
             results_number(h->arena, best->rate.median),
             results_memory(h->arena, best->pss_kb));
}

static void models(struct html *h, const struct matrix *m)
{
    static const char *const results[] = {"model", "io-wait", "cpu-heavy", "mixed",
                                          "complexity", "best for", "overhead"};
    static const char *const ways[] = {"model", "threads", "processes", "switching",
                                       "shared state", "parallel", "memory", "in C"};
    html_table_starts(h, "The eight models", results, "lnnnnll");
    for (int i = 0; i < MODEL_COUNT; i++) {
        row_starts(h, m->models[i].id, NULL);
        measured(h, (enum bench_model)i, WORK_IO_WAIT);
        measured(h, (enum bench_model)i, WORK_CPU_HEAVY);
        measured(h, (enum bench_model)i, WORK_MIXED);
        buf_addf(h->out, "<td class=\"n\">%u/5</td>", m->models[i].complexity);
        cell(h, m->models[i].best_for);
        cell(h, m->models[i].overhead);
        row_ends(h);
    }
    html_table_ends(h);
    html_table_starts(h, "How they work", ways, "llllllll");
    for (int i = 0; i < MODEL_COUNT; i++) {
        const struct matrix_model_row *r = &m->models[i];
        const char *const cells[] = {r->threads, r->processes, r->switching, r->shared_state,
                                     r->parallel, r->memory, r->in_c};
        row_starts(h, r->id, NULL);
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++)
            cell(h, cells[k]);
        row_ends(h);
    }
    html_table_ends(h);
}

static void tasks(struct html *h, const struct matrix *m)
{
    static const char *const columns[] = {"task", "best", "else", "avoid", "why", "in C"};
    html_table_starts(h, "By task", columns, "llllll");
    for (int i = 0; i < TASKS_N; i++) {
        const struct matrix_task_row *r = &m->tasks[i];
        row_starts(h, r->title, r->id);
        cell(h, bench_model_name(r->best));
        cell(h, bench_model_name(r->alternative));
        cell(h, bench_model_name(r->avoid));
        cell(h, arena_printf(h->arena, "%s (%s)", r->why, r->potential));
        cell(h, r->in_c);
        row_ends(h);
    }
    html_table_ends(h);
}

static void constraints(struct html *h, const struct matrix *m)
{
    static const char *const columns[] = {"constraint", "prefer", "why"};
    html_table_starts(h, "By constraint", columns, "lll");
    for (int i = 0; i < CONSTRAINTS_N; i++) {
        const struct matrix_constraint_row *r = &m->constraints[i];
        row_starts(h, r->title, r->id);
        cell(h, names(h, r->prefer, r->n_prefer));
        cell(h, r->why);
        row_ends(h);
    }
    html_table_ends(h);
}

static void use_cases(struct html *h, const struct matrix *m)
{
    static const char *const columns[] = {"use case", "first", "alternative", "avoid"};
    html_table_starts(h, "By use case", columns, "llll");
    for (int i = 0; i < USE_CASES_N; i++) {
        const struct matrix_use_case_row *r = &m->use_cases[i];
        row_starts(h, r->title, r->id);
        cell(h, r->in_c ? r->in_c : bench_model_name(r->first));
        cell(h, r->alternative);
        cell(h, r->avoid);
        row_ends(h);
    }
    html_table_ends(h);
}

static void principles(struct html *h, const struct matrix *m)
{
    buf_adds(h->out, "<h3>Principles</h3>\n<ol>\n");
    for (int i = 0; i < PRINCIPLES_N; i++) {
        buf_addf(h->out, "<li id=\"m-%s\">", m->principles[i].id);
        html_prose(h->out, m->principles[i].text);
        buf_adds(h->out, "</li>\n");
    }
    buf_adds(h->out, "</ol>\n");
}

static void charts(struct html *h)
{
    const struct report *r = h->report;
    const struct bench_results *all = r->measured ? r->measured : r->reference;
    const char *machine = r->measured ? r->machine : r->reference_machine;
    bool is_open = true;
    if (!all || all->n == 0)
        return;
    buf_addf(h->out, "<section id=\"bench\">\n<h2>Measured on %s machine</h2>\n<p>",
             r->measured ? "this" : "a reference");
    if (machine)
        html_text(h->out, machine);
    buf_adds(h->out, r->measured
                         ? ". Medians; a mark across a bar's end is the 95 % interval.</p>\n"
                         : ". Medians; nothing is measured on this machine yet "
                           "(<code>concadvise bench</code>).</p>\n");
    for (int w = 0; w < WORKLOAD_COUNT; w++) {
        struct bench_results part = {0};
        for (uint32_t i = 0; i < all->n; i++) {
            if ((int)all->v[i].params.workload == w)
                vec_push(h->arena, &part, all->v[i]);
        }
        if (part.n < 2)
            continue;
        buf_addf(h->out, "<details class=\"chart\"%s><summary>%s</summary>\n"
                         "<div class=\"wide\" tabindex=\"0\">\n",
                 is_open ? " open" : "", bench_workload_name((enum bench_workload)w));
        svg_embed(h->arena, &part, h->out);
        buf_adds(h->out, "</div></details>\n");
        is_open = false;
    }
    buf_adds(h->out, "</section>\n");
}

void html_models(struct html *h)
{
    struct matrix m;
    struct err ERR_CLEANUP err = {0};
    if (!matrix_load(h->arena, &m, &err))
        BUG("a matrix that cannot be read");
    charts(h);
    buf_adds(h->out, "<section id=\"matrix\">\n<h2>Decision matrix</h2>\n");
    buf_adds(h->out, "<p>Throughput and memory of a model are those of the most tasks at once that "
                     "were measured, in brackets on a reference machine.</p>\n");
    tasks(h, &m);
    constraints(h, &m);
    models(h, &m);
    use_cases(h, &m);
    principles(h, &m);
    buf_adds(h->out, "</section>\n");
}
