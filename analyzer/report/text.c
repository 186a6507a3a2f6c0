/*
 * The text report: one block for each finding, first line as compilers write it so that editors and
 * problem matchers read it, then the source line, the chain, the notes and the fix. Paths are
 * relative to the working directory when they lie in it.
 */
#include <string.h>

#include "report/report.h"
#include "report/source.h"
#include "report/units.h"
#include "rules/rules.h"

struct text_writer {
    struct arena *arena;
    const struct report *report;
    struct source_files sources;
    struct buf *out;
};

enum paint {
    PAINT_NONE,
    PAINT_PATH,
    PAINT_NOTE,
    PAINT_WARNING,
    PAINT_ERROR,
    PAINT_CARET,
    PAINT_HELP
};

static void painted(struct text_writer *w, enum paint paint, const char *text)
{
    static const char *const codes[] = {
        [PAINT_NONE] = "",        [PAINT_PATH] = "1",     [PAINT_NOTE] = "1;36",
        [PAINT_WARNING] = "1;35", [PAINT_ERROR] = "1;31", [PAINT_CARET] = "1;32",
        [PAINT_HELP] = "1;32",
    };
    if (w->report->color && paint != PAINT_NONE)
        buf_addf(w->out, "\033[%sm%s\033[0m", codes[paint], text);
    else
        buf_adds(w->out, text);
}

static const char *shown_path(struct text_writer *w, const char *path)
{
    return report_path(w->arena, w->report->cwd, path);
}

static void first_line(struct text_writer *w, const struct finding *f)
{
    static const enum paint paints[] = {PAINT_NOTE, PAINT_WARNING, PAINT_ERROR};
    const struct rule *r = rule_find(f->rule);
    painted(w, PAINT_PATH,
            arena_printf(w->arena, "%s:%u:%u:", shown_path(w, f->at.file), f->at.line, f->at.col));
    buf_addc(w->out, ' ');
    painted(w, paints[f->level], arena_printf(w->arena, "%s:", level_name(f->level)));
    buf_addf(w->out, " %s [%s%s%s%s]", f->message, f->rule, r ? " " : "", r ? r->name : "",
             f->confidence == CONF_LOW ? ", low confidence" : "");
    if (f->suppressed)
        buf_addf(w->out, " (suppressed%s%s)", f->suppress_reason ? ": " : "",
                 f->suppress_reason ? f->suppress_reason : "");
    if (f->baselined)
        buf_adds(w->out, " (in the baseline)");
    buf_addc(w->out, '\n');
}

static void source_excerpt(struct text_writer *w, const struct spot *at)
{
    const char *line;
    size_t n;
    if (!source_line(&w->sources, at->file, at->line, &line, &n))
        return;
    struct excerpt e;
    if (excerpt_make(line, n, at->col, at->end_col, &e)) {
        buf_addf(w->out, "%5u | %s\n      | ", at->line, buf_str(&e.text));
        painted(w, PAINT_CARET, buf_str(&e.caret));
        buf_addc(w->out, '\n');
    }
    excerpt_release(&e);
}

/* Direct calls need no words: the name and where it is defined say it. */
static bool is_plain_call(const struct step *s)
{
    return !s->via || !s->via_at.file || !strcmp(s->via, "called at");
}

static void chain_step(struct text_writer *w, const struct step *s, bool is_last)
{
    ASSERT(s->name);
    buf_adds(w->out, s->name);
    if (!is_plain_call(s))
        buf_addf(w->out, " (%s %s:%u:%u)", s->via, shown_path(w, s->via_at.file), s->via_at.line,
                 s->via_at.col);
    else if (!is_last && s->at.file)
        buf_addf(w->out, " (%s:%u)", shown_path(w, s->at.file), s->at.line);
}

/* "on_request (libevent callback registered at a.c:8:5) > resolve (b.c:31) > getaddrinfo" */
static void chain_line(struct text_writer *w, const char *intro, const struct step *steps,
                       uint32_t n)
{
    if (n == 0)
        return;
    buf_adds(w->out, "  ");
    painted(w, PAINT_NOTE, "note:");
    buf_addf(w->out, " %s: ", intro ? intro : "by way of");
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0)
            buf_adds(w->out, " > ");
        chain_step(w, &steps[i], i + 1 == n);
    }
    buf_addc(w->out, '\n');
}

static void side_lines(struct text_writer *w, const struct side *s)
{
    buf_adds(w->out, "  ");
    painted(w, PAINT_NOTE, "note:");
    buf_addc(w->out, ' ');
    painted(w, PAINT_PATH, arena_printf(w->arena, "%s:%u:%u:", shown_path(w, s->at.file),
                                        s->at.line, s->at.col));
    buf_addf(w->out, " %s\n", s->what);
    source_excerpt(w, &s->at);
    chain_line(w, s->intro, s->steps, s->n_steps);
}

static void labelled(struct text_writer *w, enum paint paint, const char *label, const char *text)
{
    buf_adds(w->out, "  ");
    painted(w, paint, label);
    buf_addf(w->out, " %s\n", text);
}

static void macro_line(struct text_writer *w, const struct finding *f)
{
    if (f->n_steps == 0 || !f->steps[f->n_steps - 1].macro.file)
        return;
    const struct spot *m = &f->steps[f->n_steps - 1].macro;
    labelled(w, PAINT_NOTE, "note:",
             arena_printf(w->arena, "in a macro defined at %s:%u:%u", shown_path(w, m->file),
                          m->line, m->col));
}

/* " (model loop-executor, decision matrix task/mixed)" */
static const char *model_text(struct text_writer *w, const struct finding *f)
{
    if (!f->matrix_row)
        return "";
    if (!f->model || (f->help && strstr(f->help, "(model ")))
        return arena_printf(w->arena, " (decision matrix %s)", f->matrix_row);
    return arena_printf(w->arena, " (model %s, decision matrix %s)", f->model, f->matrix_row);
}

/* "on this machine ... (benchmark endpoint/loop-blocking, 2026-11-20)"; once for each sentence: it
 * is the same for all findings of a rule. */
static void evidence_line(struct text_writer *w, uint32_t index)
{
    const struct finding *all = w->report->findings, *f = &all[index];
    const struct finding_evidence *e = &f->evidence;
    bool is_said = e->kind == EVIDENCE_NONE;
    for (uint32_t i = 0; i < index && !is_said; i++)
        is_said = all[i].evidence.text && !strcmp(all[i].evidence.text, e->text);
    if (is_said)
        return;
    ASSERT(e->text && e->benchmark);
    labelled(w, PAINT_NOTE, "note:",
             arena_printf(w->arena, "%s (%s %s%s%s)", e->text,
                          e->kind == EVIDENCE_PREDICTED ? "predicted for benchmark" : "benchmark",
                          e->benchmark, e->date ? ", " : "", e->date ? e->date : ""));
}

static void help_line(struct text_writer *w, const struct finding *f)
{
    if (f->help && strstr(f->help, "concadvise explain"))
        labelled(w, PAINT_HELP, "help:", f->help);
    else if (f->help)
        labelled(w, PAINT_HELP, "help:",
                 arena_printf(w->arena, "%s%s; see `concadvise explain %s`", f->help,
                              model_text(w, f), f->rule));
    else
        labelled(w, PAINT_HELP, "help:",
                 arena_printf(w->arena, "see `concadvise explain %s`", f->rule));
}

void report_text(struct arena *a, const struct report *r, struct buf *out)
{
    struct text_writer w = {.arena = a, .report = r, .out = out};
    source_files_init(&w.sources, a);
    for (uint32_t i = 0; i < r->n; i++) {
        const struct finding *f = &r->findings[i];
        ASSERT(f->at.file && f->message);
        first_line(&w, f);
        source_excerpt(&w, &f->at);
        chain_line(&w, f->intro, f->steps, f->n_steps);
        macro_line(&w, f);
        for (uint32_t k = 0; k < f->n_sides; k++)
            side_lines(&w, &f->sides[k]);
        for (uint32_t k = 0; k < f->n_notes; k++)
            labelled(&w, PAINT_NOTE, "note:", f->notes[k]);
        evidence_line(&w, i);
        help_line(&w, f);
    }
    report_units(a, r, out);
}
