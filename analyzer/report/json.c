/*
 * The JSON report: everything that the text report says and nothing that differs from run to run
 * (no times, no folders of this machine). Paths are relative to the project's root. Keys are only
 * ever added; schema_version counts what breaks readers.
 */

#include "models/advice.h"
#include "report/fingerprint.h"
#include "report/json_kit.h"
#include "report/paths.h"
#include "report/report.h"
#include "report/units.h"
#include "rules/rules.h"

struct json_writer {
    struct arena *arena;
    const struct report *report;
    struct report_paths paths;
};

static json_t *spot(struct json_writer *w, const struct spot *at)
{
    if (!at->file)
        return json_null();
    json_t *o = json_object();
    json_put(o, "file", json_text(report_paths_get(&w->paths, at->file)));
    json_put(o, "line", json_integer(at->line));
    json_put(o, "column", json_integer(at->col));
    if (at->end_col > at->col)
        json_put(o, "end_column", json_integer(at->end_col));
    if (at->function)
        json_put(o, "function", json_text(at->function));
    return o;
}

static json_t *steps(struct json_writer *w, const struct step *v, uint32_t n)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < n; i++) {
        const struct step *s = &v[i];
        json_t *o = json_object();
        json_put(o, "name", json_text(s->name));
        json_put(o, "at", spot(w, &s->at));
        if (s->via)
            json_put(o, "via", json_text(s->via));
        if (s->via_at.file)
            json_put(o, "via_at", spot(w, &s->via_at));
        if (s->macro.file)
            json_put(o, "macro", spot(w, &s->macro));
        json_push(list, o);
    }
    return list;
}

static json_t *sides(struct json_writer *w, const struct finding *f)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < f->n_sides; i++) {
        const struct side *s = &f->sides[i];
        json_t *o = json_object();
        json_put(o, "at", spot(w, &s->at));
        json_put(o, "message", json_text(s->what));
        json_put(o, "chain_says", json_text(s->intro));
        json_put(o, "chain", steps(w, s->steps, s->n_steps));
        json_push(list, o);
    }
    return list;
}

static json_t *notes(const struct finding *f)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < f->n_notes; i++) {
        json_push(list, json_text(f->notes[i]));
    }
    return list;
}

static json_t *finding(struct json_writer *w, const struct finding *f, const char *fingerprint)
{
    const struct rule *r = rule_find(f->rule);
    json_t *o = json_object();
    json_put(o, "rule", json_text(f->rule));
    json_put(o, "name", json_text(r ? r->name : NULL));
    json_put(o, "level", json_text(level_name(f->level)));
    json_put(o, "confidence", json_text(confidence_name(f->confidence)));
    json_put(o, "fingerprint", json_string(fingerprint));
    json_put(o, "at", spot(w, &f->at));
    json_put(o, "message", json_text(f->message));
    json_put(o, "entity", json_text(f->entity));
    json_put(o, "chain_says", json_text(f->intro));
    json_put(o, "chain", steps(w, f->steps, f->n_steps));
    if (f->n_sides)
        json_put(o, "sides", sides(w, f));
    json_put(o, "notes", notes(f));
    json_put(o, "help", json_text(f->help));
    json_put(o, "cost_ms", json_real(f->cost_ms));
    json_put(o, "worst_ms", f->worst_ms < 0 ? json_null() : json_real(f->worst_ms));
    if (f->matrix_row)
        json_put(o, "matrix_row", json_text(f->matrix_row));
    if (f->model)
        json_put(o, "model", json_text(f->model));
    if (f->evidence.kind != EVIDENCE_NONE)
        json_put(o, "evidence", json_evidence(&f->evidence));
    if (f->suppressed)
        json_put(o, "suppressed", json_text(f->suppress_reason ? f->suppress_reason : ""));
    if (f->baselined)
        json_put(o, "baselined", json_true());
    return o;
}

static json_t *counts(const struct report *r)
{
    json_t *o = json_object();
    json_put(o, "findings", json_integer(r->n));
    json_put(o, "suppressed", json_integer(r->hidden_suppressed));
    json_put(o, "baselined", json_integer(r->hidden_baselined));
    json_put(o, "in_base", json_integer(r->hidden_in_base));
    json_put(o, "units", json_integer(r->counts.units));
    json_put(o, "units_partial", json_integer(r->counts.units_partial));
    json_put(o, "units_failed", json_integer(r->counts.units_failed));
    json_put(o, "functions", json_integer(r->counts.functions));
    json_put(o, "functions_partial", json_integer(r->counts.functions_partial));
    json_put(o, "functions_failed", json_integer(r->counts.functions_failed));
    return o;
}

static json_t *notifications(struct json_writer *w)
{
    static const char *const kinds[] = {"not-analysed", "partial", "missing-header"};
    json_t *list = json_array();
    for (uint32_t i = 0; i < w->report->n_notices; i++) {
        const struct notice *n = &w->report->notices[i];
        struct spot at = {.file = n->file, .line = n->line};
        json_t *o = json_object();
        ASSERT((unsigned)n->kind < 3);
        json_put(o, "kind", json_string(kinds[n->kind]));
        json_put(o, "at", spot(w, &at));
        json_put(o, "message", json_text(n->text));
        json_push(list, o);
    }
    return list;
}

/* ---- units and programs ---- */
static const char *model_id(enum bench_model m)
{
    return m < MODEL_COUNT ? bench_model_name(m) : NULL;
}

static json_t *figure(double value, enum figure_from from)
{
    static const char *const froms[] = {
        [FIGURE_UNKNOWN] = "default", [FIGURE_ANALYSIS] = "analysis", [FIGURE_CONFIG] = "config",
        [FIGURE_COMMENT] = "comment", [FIGURE_FLAGS] = "flags"};
    json_t *o = json_object();
    json_put(o, "value", json_real(value));
    json_put(o, "from", json_string(froms[from]));
    return o;
}

static json_t *work(struct json_writer *w, const struct model_unit *u)
{
    const struct model_work *x = &u->work;
    json_t *o = json_object();
    json_put(o, "text", json_text(report_work(w->arena, u)));
    json_put(o, "io_ms", figure(x->load.io_ms, x->io));
    json_put(o, "cpu_ms", figure(x->load.cpu_ms, x->cpu));
    json_put(o, "concurrency", figure(x->load.concurrency, x->concurrency));
    json_put(o, "shared", figure(x->load.shared, x->shared));
    json_put(o, "blocks_ms", json_real(x->blocks_ms));
    json_put(o, "computes_ms", json_real(x->computes_ms));
    json_put(o, "legacy_call", json_text(x->legacy_call));
    json_put(o, "state", json_text(x->state_name));
    return o;
}

static json_t *unit(struct json_writer *w, const struct model_unit *u)
{
    static const char *const sources[] = {
        [GAIN_UNKNOWN] = "none", [GAIN_MEASURED] = "measured", [GAIN_PREDICTED] = "predicted",
        [GAIN_REFERENCE] = "reference"};
    const struct model_advice *v = &u->advice;
    json_t *o = json_object(), *programs = json_array(), *rows = json_array();
    const struct models *m = w->report->models;
    json_put(o, "kind", json_string(model_unit_kind_name(u->kind)));
    json_put(o, "name", json_text(u->name));
    json_put(o, "at", spot(w, &u->at));
    json_put(o, "model", json_text(model_id(u->model)));
    json_put(o, "many", json_boolean(u->many));
    json_put(o, "per_client", json_boolean(u->per_client));
    json_put(o, "background", json_boolean(u->is_background));
    for (uint32_t i = 0; i < m->programs.n && i < 64; i++)
        if (!u->programs || (u->programs >> i & 1))
            json_push(programs, json_integer(i));
    json_put(o, "programs", programs);
    json_put(o, "work", work(w, u));
    json_put(o, "advice", json_text(model_id(v->best)));
    json_put(o, "keep", json_boolean(v->keeps));
    json_put(o, "matrix_row", json_text(v->row));
    for (uint32_t i = 0; i < v->n_rows; i++)
        json_push(rows, json_text(v->rows[i]));
    json_put(o, "matrix_rows", rows);
    json_put(o, "gain", v->gain_from == GAIN_UNKNOWN ? json_null() : json_real(v->gain));
    json_put(o, "gain_is_most", json_boolean(v->is_most));
    json_put(o, "source", json_string(sources[v->gain_from]));
    return o;
}

static void put_models(struct json_writer *w, json_t *o)
{
    const struct models *m = w->report->models;
    json_t *units = json_array(), *programs = json_array();
    for (uint32_t i = 0; m && i < m->programs.n; i++) {
        const struct model_program *p = &m->programs.v[i];
        json_t *x = json_object();
        json_put(x, "name", json_text(p->name));
        json_put(x, "at", spot(w, &p->at));
        json_put(x, "library", json_boolean(p->is_library));
        json_put(x, "model", json_text(model_id(p->model)));
        json_put(x, "why", json_text(p->why));
        json_push(programs, x);
    }
    for (uint32_t i = 0; m && i < m->units.n; i++)
        json_push(units, unit(w, &m->units.v[i]));
    json_put(o, "programs", programs);
    json_put(o, "units", units);
}

void report_json(struct arena *a, const struct report *r, struct buf *out)
{
    struct json_writer w = {.arena = a, .report = r};
    json_t *o = json_object(), *tool = json_object(), *list = json_array();
    ASSERT(o && tool && list);
    report_paths_init(&w.paths, a, r->root);
    json_put(o, "schema_version", json_integer(1));
    json_put(tool, "name", json_string("concadvise"));
    json_put(tool, "version", json_string(CONCADVISE_VERSION));
    json_put(tool, "libclang", json_text(r->libclang_version));
    json_put(o, "tool", tool);
    json_put(o, "counts", counts(r));
    const char **prints = finding_fingerprints(a, r->findings, r->n, r->root);
    for (uint32_t i = 0; i < r->n; i++)
        json_push(list, finding(&w, &r->findings[i], prints[i]));
    json_put(o, "findings", list);
    put_models(&w, o);
    json_put(o, "notifications", notifications(&w));
    json_write(o, out);
}
