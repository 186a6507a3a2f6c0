/*
 * The formats that continuous integration services and their bots read. All of them take one place
 * and one message for each finding, so the chain is told in the text report beside them.
 *
 * GitHub shows ten annotations of each level for a step and drops the others without a word: the
 * worst come first, the rest is printed as plain lines, and a last notice counts them.
 */
#include <string.h>

#include "base/utf8.h"
#include "report/fingerprint.h"
#include "report/json_kit.h"
#include "report/paths.h"
#include "report/report.h"
#include "rules/rules.h"

enum { ANNOTATIONS_SHOWN = 10 };

static const char *rule_name(const struct finding *f)
{
    const struct rule *r = rule_find(f->rule);
    return r ? r->name : "";
}

/* ---- github: workflow commands ---- */

static void add_escaped(struct buf *out, const char *s, const char *special)
{
    struct buf BUF_CLEANUP valid = {0};
    utf8_add_valid(&valid, s, strlen(s));
    for (const char *p = buf_str(&valid); *p; p++) {
        if (*p == '%' || *p == '\r' || *p == '\n' || strchr(special, *p))
            buf_addf(out, "%%%02X", (unsigned char)*p);
        else
            buf_addc(out, *p);
    }
}

static void annotate(struct report_paths *paths, const struct finding *f, struct buf *out)
{
    static const char *const commands[] = {"notice", "warning", "error"};
    ASSERT((unsigned)f->level < 3);
    buf_addf(out, "::%s file=", commands[f->level]);
    add_escaped(out, report_paths_get(paths, f->at.file), ":,");
    buf_addf(out, ",line=%u,endLine=%u,col=%u", f->at.line, f->at.line, f->at.col);
    if (f->at.end_col > f->at.col)
        buf_addf(out, ",endColumn=%u", f->at.end_col);
    buf_addf(out, ",title=%s %s::", f->rule, rule_name(f));
    add_escaped(out, f->message, "");
    if (f->help) {
        buf_adds(out, "%0Ahelp: ");
        add_escaped(out, f->help, "");
    }
    buf_addc(out, '\n');
}

/* How many annotations of a level there is room for. The last notice counts what is left out, and
 * is one of the ten. */
static uint32_t room_for(const struct report *r, enum level level)
{
    uint32_t n[LEVEL_ERROR + 1] = {0};
    bool is_more = false;
    for (uint32_t i = 0; i < r->n; i++)
        n[r->findings[i].level] += finding_is_open(&r->findings[i]);
    for (int k = LEVEL_NOTE; k <= LEVEL_ERROR; k++)
        is_more = is_more || n[k] > ANNOTATIONS_SHOWN;
    return level == LEVEL_NOTE && is_more ? ANNOTATIONS_SHOWN - 1 : ANNOTATIONS_SHOWN;
}

void report_github(struct arena *a, const struct report *r, struct buf *out)
{
    struct report_paths paths;
    uint32_t left_out = 0;
    struct buf BUF_CLEANUP rest = {0};
    report_paths_init(&paths, a, r->root);
    for (int level = LEVEL_ERROR; level >= LEVEL_NOTE; level--) {
        uint32_t shown = 0, room = room_for(r, (enum level)level);
        for (uint32_t i = 0; i < r->n; i++) {
            const struct finding *f = &r->findings[i];
            if ((int)f->level != level || !finding_is_open(f))
                continue;
            if (shown++ < room) {
                annotate(&paths, f, out);
                continue;
            }
            left_out++;
            add_escaped(&rest, report_paths_get(&paths, f->at.file), ":"); /* no command by name */
            buf_addf(&rest, ":%u:%u: %s: ", f->at.line, f->at.col, level_name(f->level));
            add_escaped(&rest, f->message, "");
            buf_addf(&rest, " [%s %s]\n", f->rule, rule_name(f));
        }
    }
    buf_add(out, buf_str(&rest), rest.n);
    if (left_out)
        buf_addf(out, "::notice::concadvise: %u more in the log\n", left_out);
}

/* ---- gitlab: Code Quality ---- */

void report_gitlab(struct arena *a, const struct report *r, struct buf *out)
{
    struct report_paths paths;
    static const char *const severity[] = {"info", "major", "critical"};
    const char **prints = finding_fingerprints(a, r->findings, r->n, r->root);
    json_t *list = json_array();
    report_paths_init(&paths, a, r->root);
    for (uint32_t i = 0; i < r->n; i++) {
        const struct finding *f = &r->findings[i];
        if (!finding_is_open(f))
            continue;
        json_t *o = json_object(), *place = json_object(), *lines = json_object();
        ASSERT((unsigned)f->level < 3);
        json_put(o, "description", json_text(f->message));
        json_put(o, "check_name", json_string(f->rule));
        json_put(o, "fingerprint", json_string(prints[i]));
        json_put(o, "severity", json_string(severity[f->level]));
        json_put(place, "path", json_text(report_paths_get(&paths, f->at.file)));
        json_put(lines, "begin", json_integer(f->at.line));
        json_put(place, "lines", lines);
        json_put(o, "location", place);
        json_push(list, o);
    }
    json_write(list, out);
}

/* ---- checkstyle: XML ---- */

static void add_xml(struct buf *out, const char *s)
{
    struct buf BUF_CLEANUP valid = {0};
    utf8_add_valid(&valid, s, strlen(s));
    for (const char *p = buf_str(&valid); *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool is_no_character = !strncmp(p, "\xef\xbf\xbe", 3) || !strncmp(p, "\xef\xbf\xbf", 3);
        if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\t' || c == '\n')
            buf_addf(out, "&#%u;", c);
        else if (c < 0x20 || is_no_character) /* in XML 1.0 there are none of these */
            buf_addc(out, '?');
        else
            buf_addc(out, *p);
        p += is_no_character ? 2 : 0;
    }
}

void report_checkstyle(struct arena *a, const struct report *r, struct buf *out)
{
    struct report_paths paths;
    static const char *const severity[] = {"info", "warning", "error"};
    const char *file = NULL;
    buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
    report_paths_init(&paths, a, r->root);
    for (uint32_t i = 0; i < r->n; i++) {
        const struct finding *f = &r->findings[i];
        if (!finding_is_open(f))
            continue;
        ASSERT((unsigned)f->level < 3);
        if (!file || strcmp(file, f->at.file) != 0) {
            buf_addf(out, "%s<file name=\"", file ? "</file>\n" : "");
            file = f->at.file;
            add_xml(out, report_paths_get(&paths, file));
            buf_adds(out, "\">\n");
        }
        buf_addf(out, "<error line=\"%u\" column=\"%u\" severity=\"%s\" message=\"", f->at.line,
                 f->at.col, severity[f->level]);
        add_xml(out, f->message);
        buf_addf(out, "\" source=\"concadvise.%s\"/>\n", f->rule);
    }
    buf_addf(out, "%s</checkstyle>\n", file ? "</file>\n" : "");
}
