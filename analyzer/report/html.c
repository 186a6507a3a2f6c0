/*
 * The HTML report: one file that needs nothing beside it, no network and no script. What a person
 * decides with comes in this order: how much there is, what could not be read, the findings, the
 * measurements, the matrix. A policy in the head lets no script run but ours, whatever a file name
 * should bring with it.
 */
#include "report/html.h"

#include <string.h>

#include <sha256.h>

#include "base/embedded.h"
#include "bench/svg.h"
#include "report/sarif.h"
#include "rules/rules.h"

static const struct embedded_file *part(const char *name)
{
    for (unsigned i = 0; i < embedded_html_count; i++) {
        if (!strcmp(embedded_html[i].name, name))
            return &embedded_html[i];
    }
    BUG("a part of the page");
}

/* ---- the head ---- */

static void add_base64(struct buf *out, const uint8_t *p, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        uint32_t three = (uint32_t)p[i] << 16;
        three |= i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0;
        three |= i + 2 < n ? p[i + 2] : 0;
        buf_addc(out, digits[three >> 18]);
        buf_addc(out, digits[three >> 12 & 63]);
        buf_addc(out, i + 1 < n ? digits[three >> 6 & 63] : '=');
        buf_addc(out, i + 2 < n ? digits[three & 63] : '=');
    }
}

static void head(struct html *h, const struct embedded_file *script)
{
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, (const uint8_t *)script->text, script->n);
    SHA256Final(digest, &context);
    buf_adds(h->out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'unsafe-inline'; script-src 'sha256-");
    add_base64(h->out, digest, sizeof digest);
    buf_addf(h->out, "'; base-uri 'none'; form-action 'none'\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n"
                     "<meta name=\"generator\" content=\"concadvise %s\">\n"
                     "<title>concadvise: %u finding%s</title>\n<style>\n%s%s",
             CONCADVISE_VERSION, h->report->n, h->report->n == 1 ? "" : "s",
             part("report.css")->text, svg_style);
    html_filter_style(h);
    buf_adds(h->out, "</style>\n</head>\n");
}

/* ---- numbers ---- */

static void tile(struct html *h, const char *class, uint32_t n, const char *one, const char *many)
{
    buf_addf(h->out, "<li%s%s%s><b>%u</b> %s</li>\n", *class && n ? " class=\"" : "",
             n ? class : "", *class && n ? "\"" : "", n, n == 1 ? one : many);
}

static void source_of(struct html *h)
{
    const struct report_provenance *p = &h->report->provenance;
    if (!p->repository)
        return;
    buf_adds(h->out, "<p>Source: <code>");
    html_text(h->out, p->repository);
    buf_adds(h->out, "</code>");
    if (p->revision) {
        buf_adds(h->out, ", revision <code>");
        html_text_n(h->out, p->revision, strnlen(p->revision, 12));
        buf_adds(h->out, "</code>");
    }
    if (p->branch) {
        buf_adds(h->out, " (");
        html_text(h->out, p->branch);
        buf_adds(h->out, ")");
    }
    buf_adds(h->out, "</p>\n");
}

static void summary(struct html *h)
{
    const struct report *r = h->report;
    const struct report_counts *n = &r->counts;
    uint32_t levels[3] = {0}, files = 0;
    for (uint32_t i = 0; i < r->n; i++) {
        ASSERT((unsigned)r->findings[i].level < 3);
        levels[r->findings[i].level]++;
        files += i == 0 || strcmp(r->findings[i].at.file, r->findings[i - 1].at.file) != 0;
    }
    buf_adds(h->out, "<section id=\"summary\">\n<h2>Summary</h2>\n<ul class=\"tiles\">\n");
    tile(h, "error", levels[LEVEL_ERROR], "error", "errors");
    tile(h, "warning", levels[LEVEL_WARNING], "warning", "warnings");
    tile(h, "note", levels[LEVEL_NOTE], "note", "notes");
    tile(h, "", files, "file with findings", "files with findings");
    tile(h, "", n->units, "translation unit", "translation units");
    tile(h, "", n->functions, "function", "functions");
    if (n->units_failed)
        tile(h, "warning", n->units_failed, "unit not read", "units not read");
    if (n->functions_partial)
        tile(h, "", n->functions_partial, "function read in part", "functions read in part");
    if (r->hidden_suppressed)
        tile(h, "", r->hidden_suppressed, "finding suppressed", "findings suppressed");
    if (r->baseline && r->hidden_baselined)
        tile(h, "", r->hidden_baselined, "finding in the baseline", "findings in the baseline");
    if (r->hidden_in_base)
        tile(h, "", r->hidden_in_base, "finding that is not new", "findings that are not new");
    buf_adds(h->out, "</ul>\n");
    source_of(h);
}

/* A row for each rule that found something, with how sure it is. */
static void by_rule(struct html *h)
{
    static const char *const columns[] = {"rule", "all", "high", "medium", "low"};
    const struct report *r = h->report;
    if (r->n == 0)
        return;
    html_table_starts(h, "Findings by rule and confidence", columns, "lnnnn");
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        const struct rule *rule = rule_at(i);
        uint32_t by_confidence[3] = {0}, n = 0;
        for (uint32_t k = 0; k < r->n; k++) {
            if (strcmp(r->findings[k].rule, rule->id) != 0)
                continue;
            by_confidence[r->findings[k].confidence]++;
            n++;
        }
        if (n == 0)
            continue;
        buf_addf(h->out, "<tr><th scope=\"row\"><a href=\"#%s\">%s %s</a> <small>", rule->id,
                 rule->id, rule->name);
        html_text(h->out, sarif_sentence(h->arena, rule->title));
        buf_addf(h->out, "</small></th><td class=\"n\">%u</td>", n);
        for (int level = CONF_HIGH; level >= CONF_LOW; level--)
            buf_addf(h->out, "<td class=\"n\">%u</td>", by_confidence[level]);
        buf_adds(h->out, "</tr>\n");
    }
    html_table_ends(h);
}

static void notices(struct html *h)
{
    static const char *const kinds[] = {"not analysed", "read in part", "header not found"};
    const struct report *r = h->report;
    if (r->n_notices == 0)
        return;
    buf_addf(h->out, "<details class=\"notices\"><summary>%u %s</summary>\n<ul>\n", r->n_notices,
             r->n_notices == 1 ? "place could not be read completely"
                               : "places could not be read completely");
    for (uint32_t i = 0; i < r->n_notices; i++) {
        const struct notice *n = &r->notices[i];
        struct spot at = {.file = n->file, .line = n->line};
        ASSERT((unsigned)n->kind < 3);
        buf_addf(h->out, "<li>%s: ", kinds[n->kind]);
        if (n->file) {
            html_place(h, &at);
            buf_addc(h->out, ' ');
        }
        html_prose(h->out, n->text);
        buf_adds(h->out, "</li>\n");
    }
    buf_adds(h->out, "</ul></details>\n");
}

/* ---- the page ---- */

static void navigation(struct html *h)
{
    buf_adds(h->out, "<body>\n<header>\n<h1>Concurrency report</h1>\n"
                     "<nav aria-label=\"Contents\">\n<a href=\"#summary\">Summary</a>\n");
    if (h->report->models)
        buf_adds(h->out, "<a href=\"#units\">Units</a>\n");
    buf_adds(h->out, "<a href=\"#findings\">Findings</a>\n");
    if (h->report->measured || h->report->reference)
        buf_adds(h->out, "<a href=\"#bench\">Measured</a>\n");
    buf_adds(h->out, "<a href=\"#matrix\">Decision matrix</a>\n</nav>\n</header>\n<main>\n");
}

static void footer(struct html *h, const struct embedded_file *script)
{
    buf_adds(h->out, "</main>\n<footer>concadvise " CONCADVISE_VERSION);
    if (h->report->libclang_version) {
        buf_adds(h->out, ", libclang ");
        html_text(h->out, h->report->libclang_version);
    }
    buf_adds(h->out, ". <a href=\"" CONCADVISE_HOMEPAGE
                     "\" rel=\"noreferrer\">About concadvise</a></footer>\n<script>");
    buf_add(h->out, script->text, script->n);
    buf_adds(h->out, "</script>\n</body>\n</html>\n");
}

void report_html(struct arena *a, const struct report *r, struct buf *out)
{
    struct html h = {.arena = a, .report = r, .out = out};
    const struct embedded_file *script = part("report.js");
    source_files_init(&h.sources, a);
    report_paths_init(&h.paths, a, r->root);
    head(&h, script);
    navigation(&h);
    summary(&h);
    by_rule(&h);
    notices(&h);
    buf_adds(out, "</section>\n");
    html_units(&h);
    html_findings(&h);
    html_models(&h);
    footer(&h, script);
}
