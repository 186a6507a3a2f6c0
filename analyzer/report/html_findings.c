/*
 * Findings by rule. Each is a <details>, so that five thousand of them are five thousand lines
 * until somebody opens one. The filter is style sheet only (:has): it works where no script runs.
 * What a script adds is a search field and a count.
 */
#include <string.h>

#include "report/fingerprint.h"
#include "report/html.h"
#include "report/sarif.h"
#include "rules/rules.h"

/* Above so many excerpts, chains show places without their source lines; OPEN_MAX: a report of so
 * few findings is read whole. */
enum { EXCERPTS_MAX = 3000, AROUND = 2, OPEN_MAX = 5 };

struct tally {
    uint32_t rules[RULE_COUNT], levels[3], confidences[3], suppressed, baselined;
};

static void count(const struct report *r, struct tally *t)
{
    memset(t, 0, sizeof *t);
    for (uint32_t i = 0; i < r->n; i++) {
        const struct finding *f = &r->findings[i];
        const struct rule *rule = rule_find(f->rule);
        ASSERT(rule && (unsigned)f->level < 3 && (unsigned)f->confidence < 3);
        t->rules[rule - rule_at(0)]++;
        t->levels[f->level]++;
        t->confidences[f->confidence]++;
        t->suppressed += f->suppressed;
        t->baselined += f->baselined;
    }
}

/* ---- the filter ---- */

struct choice {
    const char *key, *label;
    uint32_t n;
};
struct group {
    const char *legend;
    struct choice v[RULE_COUNT + 3];
    uint32_t n;
};
enum { GROUP_SEVERITY, GROUP_CONFIDENCE, GROUP_STATE, GROUP_RULE, GROUPS };

/* Only values that occur. */
static void add_choice(struct group *g, const char *key, const char *label, uint32_t n)
{
    ASSERT(g->n < sizeof g->v / sizeof *g->v);
    if (n > 0)
        g->v[g->n++] = (struct choice){key, label, n};
}

static void choices(struct html *h, struct group *g)
{
    struct tally t;
    count(h->report, &t);
    memset(g, 0, GROUPS * sizeof *g);
    g[GROUP_SEVERITY].legend = "Severity";
    g[GROUP_CONFIDENCE].legend = "Confidence";
    g[GROUP_STATE].legend = "Show";
    g[GROUP_RULE].legend = "Rule";
    for (int level = LEVEL_ERROR; level >= LEVEL_NOTE; level--) {
        const char *name = level_name((enum level)level);
        add_choice(&g[GROUP_SEVERITY], name, name, t.levels[level]);
    }
    for (int c = CONF_HIGH; c >= CONF_LOW; c--) {
        const char *name = confidence_name((enum confidence)c);
        add_choice(&g[GROUP_CONFIDENCE], name, name, t.confidences[c]);
    }
    add_choice(&g[GROUP_STATE], "suppressed", "suppressed", t.suppressed);
    add_choice(&g[GROUP_STATE], "baselined", "in the baseline", t.baselined);
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        const struct rule *r = rule_at(i);
        add_choice(&g[GROUP_RULE], r->id,
                   arena_printf(h->arena, "<abbr title=\"%s\">%s</abbr>", r->name, r->id),
                   t.rules[i]);
    }
}

void html_filter_style(struct html *h)
{
    struct group g[GROUPS];
    choices(h, g);
    for (uint32_t i = 0; i < GROUPS; i++) {
        for (uint32_t k = 0; k < g[i].n; k++)
            buf_addf(h->out, ":root:has(#x-%s:not(:checked)) .x-%s{display:none}\n",
                     g[i].v[k].key, g[i].v[k].key);
    }
}

static void boxes(struct html *h, const struct group *g)
{
    if (g->n == 0)
        return;
    buf_addf(h->out, "<fieldset><legend>%s</legend>", g->legend);
    for (uint32_t i = 0; i < g->n; i++)
        buf_addf(h->out, "<label><input type=\"checkbox\" id=\"x-%s\" checked> %s "
                         "<small>%u</small></label>\n",
                 g->v[i].key, g->v[i].label, g->v[i].n);
    buf_adds(h->out, "</fieldset>\n");
}

static void filter(struct html *h)
{
    struct group g[GROUPS];
    choices(h, g);
    buf_adds(h->out, "<form id=\"filter\" class=\"filter\" autocomplete=\"off\">\n"
                     "<p class=\"find\" hidden><label>Search <input type=\"search\" id=\"find\" "
                     "placeholder=\"file, function, text\"></label>\n"
                     "<button type=\"button\" id=\"open\">open all</button>\n"
                     "<button type=\"button\" id=\"close\">close all</button>\n"
                     "<output id=\"shown\"></output></p>\n");
    for (uint32_t i = 0; i < GROUPS; i++)
        boxes(h, &g[i]);
    buf_adds(h->out, "</form>\n");
}

/* ---- one finding ---- */

static void step(struct html *h, const struct step *s, bool is_last)
{
    bool has_via = s->via_at.file != NULL;
    const struct spot *at = has_via ? &s->via_at : &s->at;
    buf_adds(h->out, "<li><code>");
    html_text(h->out, s->name);
    buf_adds(h->out, "</code> ");
    if (s->via) {
        html_text(h->out, s->via);
        buf_addc(h->out, ' ');
    } else if (has_via) {
        buf_adds(h->out, "called at ");
    }
    if (at->file)
        html_place(h, at);
    if (s->macro.file) {
        buf_adds(h->out, ", in a macro defined at ");
        html_place(h, &s->macro);
    }
    if (has_via && !is_last && h->n_excerpts < EXCERPTS_MAX)
        html_excerpt(h, at, 0);
    buf_adds(h->out, "</li>\n");
}

static void chain(struct html *h, const char *intro, const struct step *steps, uint32_t n)
{
    if (n == 0)
        return;
    buf_adds(h->out, "<p class=\"intro\">");
    html_prose(h->out, intro ? intro : "by way of");
    buf_adds(h->out, ":</p>\n<ol class=\"chain\">\n");
    for (uint32_t i = 0; i < n; i++)
        step(h, &steps[i], i + 1 == n);
    buf_adds(h->out, "</ol>\n");
}

/* Where it is, and in which function. */
static void place(struct html *h, const struct spot *at)
{
    buf_adds(h->out, "<p class=\"where\">");
    html_place(h, at);
    if (at->function) {
        buf_adds(h->out, " in <code>");
        html_text(h->out, at->function);
        buf_adds(h->out, "</code>");
    }
    buf_adds(h->out, "</p>\n");
}

static void sides(struct html *h, const struct finding *f)
{
    for (uint32_t i = 0; i < f->n_sides; i++) {
        const struct side *s = &f->sides[i];
        buf_addf(h->out, "<div class=\"side\">\n<h4>%s: ",
                 i == 0 ? "The other side" : "And another");
        html_prose(h->out, s->what);
        buf_adds(h->out, "</h4>\n");
        place(h, &s->at);
        html_excerpt(h, &s->at, AROUND);
        chain(h, s->intro, s->steps, s->n_steps);
        buf_adds(h->out, "</div>\n");
    }
}

/* The model that the decision matrix names, and what a measurement says of it. */
static void guidance(struct html *h, const struct finding *f)
{
    const struct finding_evidence *e = &f->evidence;
    if (f->matrix_row) {
        buf_adds(h->out, "<p>Decision matrix: <a href=\"#m-");
        html_text(h->out, f->matrix_row);
        buf_adds(h->out, "\">");
        html_text(h->out, f->matrix_row);
        buf_adds(h->out, "</a>");
        if (f->model) {
            buf_adds(h->out, ", model <b>");
            html_text(h->out, f->model);
            buf_adds(h->out, "</b>");
        }
        buf_adds(h->out, "</p>\n");
    }
    if (e->kind == EVIDENCE_NONE)
        return;
    ASSERT(e->text && e->benchmark);
    buf_adds(h->out, "<p class=\"note\">");
    html_prose(h->out, e->text);
    buf_addf(h->out, " <small>(%s ", e->kind == EVIDENCE_PREDICTED ? "predicted for benchmark"
                                                                  : "benchmark");
    html_text(h->out, e->benchmark);
    buf_addf(h->out, "%s%s)</small></p>\n", e->date ? ", " : "", e->date ? e->date : "");
}

static void tags(struct html *h, const struct finding *f)
{
    buf_addf(h->out, "<span class=\"tag %s\">%s</span>", level_name(f->level),
             level_name(f->level));
    if (f->confidence != CONF_HIGH)
        buf_addf(h->out, "<span class=\"tag\">%s confidence</span>",
                 confidence_name(f->confidence));
    if (f->suppressed)
        buf_adds(h->out, "<span class=\"tag\">suppressed</span>");
    if (f->baselined)
        buf_adds(h->out, "<span class=\"tag\">in the baseline</span>");
}

static void finding(struct html *h, const struct finding *f, const char *fingerprint, bool is_open)
{
    buf_addf(h->out, "<details class=\"finding x-%s x-%s%s%s\" id=\"f-%s\"%s>\n<summary>",
             level_name(f->level), confidence_name(f->confidence),
             f->suppressed ? " x-suppressed" : "", f->baselined ? " x-baselined" : "", fingerprint,
             is_open ? " open" : "");
    tags(h, f);
    buf_addc(h->out, ' ');
    html_place(h, &f->at);
    buf_adds(h->out, " <span class=\"what\">");
    html_prose(h->out, f->message);
    buf_adds(h->out, "</span></summary>\n<div class=\"sides\">\n<div class=\"side\">\n");
    if (f->n_sides)
        buf_adds(h->out, "<h4>One side</h4>\n");
    place(h, &f->at);
    html_excerpt(h, &f->at, AROUND);
    chain(h, f->intro, f->steps, f->n_steps);
    buf_adds(h->out, "</div>\n");
    sides(h, f);
    buf_adds(h->out, "</div>\n");
    for (uint32_t i = 0; i < f->n_notes; i++) {
        buf_adds(h->out, "<p class=\"note\">");
        html_prose(h->out, f->notes[i]);
        buf_adds(h->out, "</p>\n");
    }
    if (f->suppressed && f->suppress_reason && *f->suppress_reason) {
        buf_adds(h->out, "<p class=\"note\">Suppressed: ");
        html_text(h->out, f->suppress_reason);
        buf_adds(h->out, "</p>\n");
    }
    if (f->help) {
        buf_adds(h->out, "<p class=\"help\"><b>Help:</b> ");
        html_prose(h->out, f->help);
        buf_adds(h->out, "</p>\n");
    }
    guidance(h, f);
    buf_addf(h->out, "<p class=\"id\"><a href=\"#f-%s\">%s</a></p>\n</details>\n", fingerprint,
             fingerprint);
}

/* ---- a rule ---- */

static void rule_section(struct html *h, uint32_t index, uint32_t n, const char **prints)
{
    const struct rule *r = rule_at(index);
    const struct report *report = h->report;
    const char *doc = rule_doc(r);
    buf_addf(h->out, "<section class=\"rule x-%s\" id=\"%s\">\n<h3>%s %s <small>%u</small></h3>\n"
                     "<p>",
             r->id, r->id, r->id, r->name, n);
    html_text(h->out, sarif_sentence(h->arena, r->title));
    buf_adds(h->out, "</p>\n");
    if (doc) {
        buf_adds(h->out, "<details class=\"doc\"><summary>Why it matters, and how to fix it"
                         "</summary>\n");
        html_markdown(h->out, doc);
        buf_adds(h->out, "</details>\n");
    }
    for (uint32_t i = 0; i < report->n; i++) {
        if (rule_find(report->findings[i].rule) == r)
            finding(h, &report->findings[i], prints[i], report->n <= OPEN_MAX);
    }
    buf_adds(h->out, "</section>\n");
}

void html_findings(struct html *h)
{
    struct tally t;
    const char **prints =
        finding_fingerprints(h->arena, h->report->findings, h->report->n, h->report->root);
    count(h->report, &t);
    buf_adds(h->out, "<section id=\"findings\">\n<h2>Findings</h2>\n");
    if (h->report->n == 0)
        buf_adds(h->out, "<p>None.</p>\n");
    else
        filter(h);
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        if (t.rules[i])
            rule_section(h, i, t.rules[i], prints);
    }
    buf_adds(h->out, "</section>\n");
}
