/*
 * SARIF 2.1.0 as code scanning services read it: one place for each finding, on one line, with
 * columns in UTF-16 units; every chain as a thread flow, both sides of a race as two; paths
 * relative to the project's root. No time, no user, no folder of this machine.
 */
#include "report/sarif.h"

#include <ctype.h>
#include <string.h>

#include <sha256.h>

#include "base/file.h"
#include "base/utf8.h"
#include "report/fingerprint.h"
#include "report/paths.h"
#include "report/source.h"
#include "rules/rules.h"

enum { EXCERPT_MAX = 400, SNIPPET_MAX = 4 * EXCERPT_MAX, SOURCE_MAX = 1 << 30 };

struct artifact {
    const char *file;
    struct line_hashes lines; /* empty until somebody asks */
    bool has_lines;
};
struct sarif {
    struct arena *arena;
    const struct report *report;
    struct source_files sources;
    struct report_paths paths;
    struct map artifact_by_name;
    VEC(struct artifact) artifacts;
};

/* ---- places ---- */

static uint32_t artifact_of(struct sarif *s, const char *file)
{
    const char *name = report_paths_get(&s->paths, file); /* one for all links to it */
    uint64_t key = hash64(name, strlen(name));
    uint32_t index = s->artifacts.n;
    if (!map_put_new(&s->artifact_by_name, key, index)) {
        (void)map_get(&s->artifact_by_name, key, &index);
        return index;
    }
    struct artifact a = {.file = file};
    vec_push(s->arena, &s->artifacts, a);
    return index;
}

/* Relative to the root, or an absolute file: URI; everything unusual percent-encoded. */
static const char *uri_of(struct sarif *s, const char *file, bool *is_inside)
{
    const char *path = report_paths_get(&s->paths, file);
    struct buf BUF_CLEANUP out = {0};
    *is_inside = path[0] != '/';
    if (!*is_inside)
        buf_adds(&out, "file://");
    for (const char *p = path; *p; p++) {
        if (isalnum((unsigned char)*p) || strchr("-._~/", *p))
            buf_addc(&out, *p);
        else
            buf_addf(&out, "%%%02X", (unsigned char)*p);
    }
    return arena_strdup(s->arena, buf_str(&out));
}

static json_t *artifact_location(struct sarif *s, const char *file)
{
    bool is_inside;
    json_t *o = json_object();
    json_put(o, "uri", json_text(uri_of(s, file, &is_inside)));
    if (is_inside)
        json_put(o, "uriBaseId", json_string("%SRCROOT%"));
    json_put(o, "index", json_integer(artifact_of(s, file)));
    return o;
}

static json_t *snippet(const char *text, size_t n)
{
    json_t *o = json_object();
    json_put(o, "text", json_text_n(text, n > SNIPPET_MAX ? SNIPPET_MAX : n));
    return o;
}

static size_t token_end(const char *line, size_t n, size_t at)
{
    size_t end = at;
    while (end < n && (isalnum((unsigned char)line[end]) || line[end] == '_'))
        end++;
    return end > at ? end : at + 1;
}

static json_t *region(struct sarif *s, const struct spot *at)
{
    const char *line;
    size_t n;
    json_t *o = json_object();
    json_put(o, "startLine", json_integer(at->line ? at->line : 1));
    if (at->col == 0 || !source_line(&s->sources, at->file, at->line, &line, &n) || at->col > n)
        return o;
    size_t start = at->col - 1;
    size_t end = at->end_col > at->col ? at->end_col - 1 : token_end(line, n, start);
    end = end > n ? n : end;
    uint32_t start_column = utf8_utf16_length(line, start) + 1;
    json_put(o, "startColumn", json_integer(start_column));
    json_put(o, "endLine", json_integer(at->line));
    json_put(o, "endColumn",
             json_integer(start_column + utf8_utf16_length(line + start, end - start)));
    json_put(o, "snippet", snippet(line + start, end - start));
    return o;
}

/* The line before, the line, and the line after. */
static json_t *context_region(struct sarif *s, const struct spot *at)
{
    const char *line;
    size_t n;
    struct buf BUF_CLEANUP text = {0};
    uint32_t first = at->line > 1 ? at->line - 1 : at->line, last = first;
    for (uint32_t i = first; i <= at->line + 1; i++) {
        if (!source_line(&s->sources, at->file, i, &line, &n))
            break;
        buf_add(&text, line, n > EXCERPT_MAX ? EXCERPT_MAX : n);
        buf_addc(&text, '\n');
        last = i;
    }
    json_t *o = json_object();
    json_put(o, "startLine", json_integer(first));
    json_put(o, "endLine", json_integer(last));
    json_put(o, "snippet", snippet(buf_str(&text), text.n));
    return o;
}

static json_t *location(struct sarif *s, const struct spot *at, bool has_context)
{
    json_t *o = json_object(), *physical = json_object();
    ASSERT(at->file);
    json_put(physical, "artifactLocation", artifact_location(s, at->file));
    json_put(physical, "region", region(s, at));
    if (has_context && at->line)
        json_put(physical, "contextRegion", context_region(s, at));
    json_put(o, "physicalLocation", physical);
    if (at->function) {
        json_t *logical = json_object(), *list = json_array();
        json_put(logical, "name", json_text(at->function));
        json_put(logical, "fullyQualifiedName", json_text(at->function));
        json_put(logical, "kind", json_string("function"));
        json_push(list, logical);
        json_put(o, "logicalLocations", list);
    }
    return o;
}

/* ---- chains ---- */

static json_t *flow_step(struct sarif *s, const struct step *step, uint32_t level, bool is_end)
{
    json_t *o = json_object();
    bool at_call = !is_end && step->via_at.file;
    const struct spot *at = at_call ? &step->via_at : &step->at;
    json_t *place = location(s, at, false);
    const char *text = step->via && at_call
                           ? arena_printf(s->arena, "'%s' (%s here).", step->name, step->via)
                           : arena_printf(s->arena, "'%s'.", step->name);
    json_put(place, "message", sarif_message(text));
    json_put(o, "location", place);
    json_put(o, "nestingLevel", json_integer(level));
    json_put(o, "importance", json_string(is_end || level == 0 ? "essential" : "important"));
    return o;
}

static json_t *thread_flow(struct sarif *s, const char *id, const char *intro,
                           const struct step *steps, uint32_t n)
{
    json_t *o = json_object(), *list = json_array();
    json_put(o, "id", json_string(id));
    if (intro)
        json_put(o, "message", sarif_message(sarif_sentence(s->arena, intro)));
    for (uint32_t i = 0; i < n; i++) {
        if (steps[i].at.file || steps[i].via_at.file)
            json_push(list, flow_step(s, &steps[i], i, i + 1 == n && steps[i].at.file));
    }
    json_put(o, "locations", list);
    return o;
}

static void add_flow(json_t *flows, json_t *flow)
{
    if (json_array_size(json_object_get(flow, "locations")) > 0)
        json_push(flows, flow);
    else
        json_decref(flow);
}

/* One code flow; the other sides run at the same time, in thread flows of their own. */
static void put_code_flows(struct sarif *s, const struct finding *f, json_t *result)
{
    json_t *flows = json_array();
    if (f->n_steps)
        add_flow(flows, thread_flow(s, "1", f->intro, f->steps, f->n_steps));
    for (uint32_t i = 0; i < f->n_sides; i++) {
        const struct side *side = &f->sides[i];
        if (side->n_steps)
            add_flow(flows, thread_flow(s, arena_printf(s->arena, "%u", i + 2), side->intro,
                                        side->steps, side->n_steps));
    }
    if (json_array_size(flows) == 0) {
        json_decref(flows);
        return;
    }
    json_t *code_flow = json_object(), *list = json_array();
    json_put(code_flow, "threadFlows", flows);
    json_push(list, code_flow);
    json_put(result, "codeFlows", list);
}

static void put_related(struct sarif *s, const struct finding *f, json_t *result)
{
    if (f->n_sides == 0)
        return;
    json_t *list = json_array();
    for (uint32_t i = 0; i < f->n_sides; i++) {
        json_t *place = location(s, &f->sides[i].at, true);
        json_put(place, "id", json_integer(i + 1));
        json_put(place, "message", sarif_message(sarif_sentence(s->arena, f->sides[i].what)));
        json_push(list, place);
    }
    json_put(result, "relatedLocations", list);
}

/* ---- results ---- */

/* In the message, "[text](1)" is a link to the related location of that id. */
static const char *message_of(struct sarif *s, const struct finding *f)
{
    struct buf BUF_CLEANUP out = {0};
    buf_adds(&out, sarif_sentence(s->arena, f->message));
    for (uint32_t i = 0; i < f->n_sides; i++) {
        buf_addf(&out, " %s: [", i ? "And" : "The other side");
        for (const char *p = f->sides[i].what; *p; p++) {
            if (strchr("[]\\", *p))
                buf_addc(&out, '\\');
            buf_addc(&out, *p);
        }
        buf_addf(&out, "](%u).", i + 1);
    }
    return arena_strdup(s->arena, buf_str(&out));
}

static const struct line_hash *hash_of_line(struct sarif *s, const struct spot *at)
{
    struct artifact *a = &s->artifacts.v[artifact_of(s, at->file)];
    if (!a->has_lines) {
        struct bytes text;
        struct err ERR_CLEANUP err = {0};
        a->has_lines = true;
        if (file_read(s->arena, a->file, SOURCE_MAX, &text, &err))
            line_hashes_of(s->arena, text.p, text.n, &a->lines);
    }
    return at->line > 0 && at->line <= a->lines.v.n ? &a->lines.v.v[at->line - 1] : NULL;
}

static json_t *fingerprints(struct sarif *s, const struct finding *f, const char *own)
{
    json_t *o = json_object();
    const struct line_hash *line = hash_of_line(s, &f->at);
    if (line)
        json_put(o, "primaryLocationLineHash",
                 json_sprintf("%llx:%u", (unsigned long long)line->hash, line->seen));
    json_put(o, "concadvise/v1", json_string(own));
    return o;
}

static json_t *properties(const struct finding *f)
{
    json_t *o = json_object();
    json_put(o, "confidence", json_string(confidence_name(f->confidence)));
    if (f->help)
        json_put(o, "help", json_text(f->help));
    if (f->n_notes) {
        json_t *notes = json_array();
        for (uint32_t i = 0; i < f->n_notes; i++)
            json_push(notes, json_text(f->notes[i]));
        json_put(o, "notes", notes);
    }
    if (f->matrix_row)
        json_put(o, "matrixRow", json_text(f->matrix_row));
    if (f->model)
        json_put(o, "model", json_text(f->model));
    if (f->evidence.kind != EVIDENCE_NONE)
        json_put(o, "evidence", json_evidence(&f->evidence));
    return o;
}

static json_t *suppression(struct sarif *s, const struct finding *f)
{
    json_t *list = json_array(), *o = json_object();
    json_put(o, "kind", json_string(f->suppressed ? "inSource" : "external"));
    json_put(o, "status", json_string("accepted"));
    if (f->suppress_reason && *f->suppress_reason)
        json_put(o, "justification", json_text(f->suppress_reason));
    else if (f->baselined)
        json_put(o, "justification", json_string("Known: an entry of the baseline covers it."));
    if (f->suppressed && f->suppress_at.file) {
        struct spot line = {.file = f->suppress_at.file, .line = f->suppress_at.line};
        json_put(o, "location", location(s, &line, false));
    }
    json_push(list, o);
    return list;
}

static json_t *result_of(struct sarif *s, const struct finding *f, const char *fingerprint)
{
    static const double rank[] = {20, 60, 90};
    const struct rule *r = rule_find(f->rule);
    json_t *o = json_object(), *places = json_array();
    ASSERT(r && f->confidence <= CONF_HIGH);
    json_put(o, "ruleId", json_text(f->rule));
    json_put(o, "ruleIndex", json_integer(r - rule_at(0)));
    json_put(o, "level", json_string(level_name(f->level)));
    json_put(o, "message", sarif_message(message_of(s, f)));
    json_push(places, location(s, &f->at, true));
    json_put(o, "locations", places);
    json_put(o, "partialFingerprints", fingerprints(s, f, fingerprint));
    put_code_flows(s, f, o);
    put_related(s, f, o);
    json_put(o, "rank", json_real(rank[f->confidence]));
    if (!finding_is_open(f))
        json_put(o, "suppressions", suppression(s, f));
    if (s->report->baseline)
        json_put(o, "baselineState", json_string(f->baselined ? "unchanged" : "new"));
    json_put(o, "properties", properties(f));
    return o;
}

/* ---- what a service takes ---- */

/* Code scanning refuses a file with more results. */
enum { RESULTS_MAX = 25000 };
enum { RANKS = 2 * 3 * 3 };

/* Less is worse: open ones first, then by level, then by confidence. */
static uint32_t rank_of(const struct finding *f)
{
    ASSERT(f->level <= LEVEL_ERROR && f->confidence <= CONF_HIGH);
    return (finding_is_open(f) ? 0U : 9U) + 3U * (2U - f->level) + (2U - f->confidence);
}

/* The worst RESULTS_MAX of all findings, in the order of the report. */
static void put_results(struct sarif *s, json_t *results)
{
    const struct report *r = s->report;
    const char **prints = finding_fingerprints(s->arena, r->findings, r->n, r->root);
    uint32_t room[RANKS] = {0}, left = RESULTS_MAX;
    for (uint32_t i = 0; i < r->n; i++)
        room[rank_of(&r->findings[i])]++;
    for (uint32_t i = 0; i < RANKS; i++) {
        room[i] = room[i] < left ? room[i] : left;
        left -= room[i];
    }
    for (uint32_t i = 0; i < r->n; i++) {
        uint32_t *own = &room[rank_of(&r->findings[i])];
        if (*own > 0) {
            (*own)--;
            json_push(results, result_of(s, &r->findings[i], prints[i]));
        }
    }
}

/* ---- the run ---- */

static json_t *artifacts(struct sarif *s)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < s->artifacts.n; i++) {
        char digest[SHA256_DIGEST_STRING_LENGTH];
        json_t *o = json_object(), *hashes = json_object();
        json_put(o, "location", artifact_location(s, s->artifacts.v[i].file));
        json_put(o, "sourceLanguage", json_string("c"));
        if (SHA256File(s->artifacts.v[i].file, digest)) {
            json_put(hashes, "sha-256", json_string(digest));
            json_put(o, "hashes", hashes);
        } else {
            json_decref(hashes);
        }
        json_push(list, o);
    }
    return list;
}

static json_t *notification(struct sarif *s, const struct notice *n)
{
    json_t *o = json_object(), *descriptor = json_object();
    json_put(descriptor, "id", json_string(sarif_notice_id(n->kind)));
    json_put(descriptor, "index", json_integer(sarif_notice_index(n->kind)));
    json_put(o, "descriptor", descriptor);
    bool is_loss = n->kind == NOTICE_NOT_ANALYSED || n->kind == NOTICE_LEFT_OUT;
    json_put(o, "level", json_string(is_loss ? "warning" : "note"));
    json_put(o, "message", sarif_message(n->text));
    if (n->file) {
        struct spot at = {.file = n->file, .line = n->line};
        json_t *places = json_array();
        json_push(places, location(s, &at, false));
        json_put(o, "locations", places);
    }
    return o;
}

static json_t *invocations(struct sarif *s)
{
    static const char *const exits[] = {"Done, and nothing to fail on was found.",
                                        "Done, and something to fail on was found.",
                                        "The job could not be done."};
    json_t *list = json_array(), *o = json_object(), *notices = json_array();
    ASSERT(s->report->exit_code >= 0 && s->report->exit_code <= 2);
    json_put(o, "executionSuccessful", json_boolean(s->report->is_complete));
    json_put(o, "exitCode", json_integer(s->report->exit_code));
    json_put(o, "exitCodeDescription", json_string(exits[s->report->exit_code]));
    for (uint32_t i = 0; i < s->report->n_notices; i++)
        json_push(notices, notification(s, &s->report->notices[i]));
    if (s->report->n > RESULTS_MAX) {
        struct notice rest = {.kind = NOTICE_LEFT_OUT};
        rest.text = arena_printf(s->arena, "%u findings are left out of this file: the %d worst "
                                 "are in it.", s->report->n - RESULTS_MAX, (int)RESULTS_MAX);
        json_push(notices, notification(s, &rest));
    }
    json_put(o, "toolExecutionNotifications", notices);
    json_push(list, o);
    return list;
}

static json_t *base_ids(void)
{
    json_t *o = json_object(), *root = json_object();
    json_put(root, "description", sarif_message("The root of the analysed project."));
    json_put(o, "%SRCROOT%", root);
    return o;
}

static json_t *provenance(const struct report_provenance *p)
{
    json_t *list = json_array(), *o = json_object(), *mapped = json_object();
    json_put(o, "repositoryUri", json_text(p->repository));
    if (p->revision)
        json_put(o, "revisionId", json_text(p->revision));
    if (p->branch)
        json_put(o, "branch", json_text(p->branch));
    json_put(mapped, "uriBaseId", json_string("%SRCROOT%"));
    json_put(o, "mappedTo", mapped);
    json_push(list, o);
    return list;
}

static json_t *run_of(struct sarif *s)
{
    const struct report *r = s->report;
    json_t *run = json_object(), *tool = json_object(), *results = json_array();
    json_t *automation = json_object();
    json_put(tool, "driver", sarif_driver(s->arena));
    json_put(run, "tool", tool);
    json_put(automation, "id", json_string("concadvise/"));
    json_put(run, "automationDetails", automation);
    json_put(run, "columnKind", json_string("utf16CodeUnits"));
    json_put(run, "originalUriBaseIds", base_ids());
    if (r->provenance.repository)
        json_put(run, "versionControlProvenance", provenance(&r->provenance));
    put_results(s, results);
    json_put(run, "results", results);
    json_put(run, "invocations", invocations(s));
    json_put(run, "artifacts", artifacts(s)); /* last: all places have been met */
    json_put(run, "taxonomies", sarif_taxonomies(s->arena));
    return run;
}

void report_sarif(struct arena *a, const struct report *r, struct buf *out)
{
    struct sarif s = {.arena = a, .report = r};
    json_t *o = json_object(), *runs = json_array();
    source_files_init(&s.sources, a);
    report_paths_init(&s.paths, a, r->root);
    map_init(&s.artifact_by_name, a);
    json_put(o, "$schema", json_string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
                                       "schemas/sarif-schema-2.1.0.json"));
    json_put(o, "version", json_string("2.1.0"));
    json_push(runs, run_of(&s));
    json_put(o, "runs", runs);
    json_write(o, out);
}
