/*
 * The JSON report: everything that the text report says and nothing that differs from run to run
 * (no times, no folders of this machine). Paths are relative to the project's root. Keys are only
 * ever added; schema_version counts what breaks readers.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/report.h"
#include "rules/rules.h"

struct json_writer {
    struct arena *arena;
    const struct report *report;
};

static void put(json_t *object, const char *key, json_t *value)
{
    if (!value || json_object_set_new(object, key, value) != 0)
        out_of_memory();
}

/* JSON is UTF-8: a byte that is not becomes "?". */
static json_t *text(const char *s)
{
    if (!s)
        return json_null();
    json_t *value = json_string(s);
    if (value)
        return value;
    struct buf BUF_CLEANUP copy = {0};
    for (; *s; s++)
        buf_addc(&copy, (unsigned char)*s < 0x80 ? *s : '?');
    return json_string(buf_str(&copy));
}

static json_t *path(struct json_writer *w, const char *file)
{
    if (!path_inside(w->report->root, file))
        file = path_real(w->arena, file);
    return text(report_path(w->arena, w->report->root, file));
}

static json_t *spot(struct json_writer *w, const struct spot *at)
{
    if (!at->file)
        return json_null();
    json_t *o = json_object();
    put(o, "file", path(w, at->file));
    put(o, "line", json_integer(at->line));
    put(o, "column", json_integer(at->col));
    if (at->end_col > at->col)
        put(o, "end_column", json_integer(at->end_col));
    if (at->function)
        put(o, "function", text(at->function));
    return o;
}

static json_t *steps(struct json_writer *w, const struct step *v, uint32_t n)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < n; i++) {
        const struct step *s = &v[i];
        json_t *o = json_object();
        put(o, "name", text(s->name));
        put(o, "at", spot(w, &s->at));
        if (s->via)
            put(o, "via", text(s->via));
        if (s->via_at.file)
            put(o, "via_at", spot(w, &s->via_at));
        if (s->macro.file)
            put(o, "macro", spot(w, &s->macro));
        if (json_array_append_new(list, o) != 0)
            out_of_memory();
    }
    return list;
}

static json_t *sides(struct json_writer *w, const struct finding *f)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < f->n_sides; i++) {
        const struct side *s = &f->sides[i];
        json_t *o = json_object();
        put(o, "at", spot(w, &s->at));
        put(o, "message", text(s->what));
        put(o, "chain_says", text(s->intro));
        put(o, "chain", steps(w, s->steps, s->n_steps));
        if (json_array_append_new(list, o) != 0)
            out_of_memory();
    }
    return list;
}

static json_t *notes(const struct finding *f)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < f->n_notes; i++) {
        if (json_array_append_new(list, text(f->notes[i])) != 0)
            out_of_memory();
    }
    return list;
}

static json_t *finding(struct json_writer *w, const struct finding *f)
{
    const struct rule *r = rule_find(f->rule);
    json_t *o = json_object();
    put(o, "rule", text(f->rule));
    put(o, "name", text(r ? r->name : NULL));
    put(o, "level", text(level_name(f->level)));
    put(o, "confidence", text(confidence_name(f->confidence)));
    put(o, "at", spot(w, &f->at));
    put(o, "message", text(f->message));
    put(o, "entity", text(f->entity));
    put(o, "chain_says", text(f->intro));
    put(o, "chain", steps(w, f->steps, f->n_steps));
    if (f->n_sides)
        put(o, "sides", sides(w, f));
    put(o, "notes", notes(f));
    put(o, "help", text(f->help));
    put(o, "cost_ms", json_real(f->cost_ms));
    put(o, "worst_ms", f->worst_ms < 0 ? json_null() : json_real(f->worst_ms));
    if (f->matrix_row)
        put(o, "matrix_row", text(f->matrix_row));
    if (f->model)
        put(o, "model", text(f->model));
    if (f->suppressed)
        put(o, "suppressed", text(f->suppress_reason ? f->suppress_reason : ""));
    return o;
}

static json_t *counts(const struct report *r)
{
    json_t *o = json_object();
    put(o, "findings", json_integer(r->n));
    put(o, "suppressed", json_integer(r->hidden_suppressed));
    put(o, "units", json_integer(r->counts.units));
    put(o, "units_partial", json_integer(r->counts.units_partial));
    put(o, "units_failed", json_integer(r->counts.units_failed));
    put(o, "functions", json_integer(r->counts.functions));
    put(o, "functions_partial", json_integer(r->counts.functions_partial));
    put(o, "functions_failed", json_integer(r->counts.functions_failed));
    return o;
}

static int append(const char *bytes, size_t n, void *out)
{
    buf_add(out, bytes, n);
    return 0;
}

void report_json(struct arena *a, const struct report *r, struct buf *out)
{
    struct json_writer w = {a, r};
    json_t *o = json_object(), *tool = json_object(), *list = json_array();
    ASSERT(o && tool && list);
    put(o, "schema_version", json_integer(1));
    put(tool, "name", json_string("concadvise"));
    put(tool, "version", json_string(CONCADVISE_VERSION));
    put(tool, "libclang", text(r->libclang_version));
    put(o, "tool", tool);
    put(o, "counts", counts(r));
    for (uint32_t i = 0; i < r->n; i++) {
        if (json_array_append_new(list, finding(&w, &r->findings[i])) != 0)
            out_of_memory();
    }
    put(o, "findings", list);
    if (json_dump_callback(o, append, out, JSON_INDENT(2) | JSON_REAL_PRECISION(12)) != 0)
        BUG("a report that is no JSON");
    buf_addc(out, '\n');
    json_decref(o);
}
