/*
 * The part of a SARIF report that says nothing of the analysed code: the rules with their help, the
 * weaknesses of MITRE's CWE that they belong to, and what notifications mean. All of it comes from
 * the rule table and the rule documents.
 */
#include <ctype.h>
#include <string.h>

#include "report/sarif.h"
#include "rules/rules.h"

enum { FULL_DESCRIPTION_MAX = 1000 }; /* GitHub takes 1024 */

struct weakness {
    uint32_t id;
    const char *name;
};
/* Names as the CWE list 4.13 has them. */
static const struct weakness WEAKNESSES[] = {
    {362, "Concurrent Execution using Shared Resource with Improper Synchronization"},
    {400, "Uncontrolled Resource Consumption"},
    {405, "Asymmetric Resource Consumption (Amplification)"},
    {410, "Insufficient Resource Pool"},
    {413, "Improper Resource Locking"},
    {479, "Signal Handler Use of a Non-reentrant Function"},
    {662, "Improper Synchronization"},
    {663, "Use of a Non-reentrant Function in a Concurrent Context"},
    {664, "Improper Control of a Resource Through its Lifetime"},
    {667, "Improper Locking"},
    {770, "Allocation of Resources Without Limits or Throttling"},
    {820, "Missing Synchronization"},
    {821, "Incorrect Synchronization"},
    {828, "Signal Handler with Functionality that is not Asynchronous-Safe"},
    {833, "Deadlock"},
    {834, "Excessive Iteration"},
    {1050, "Excessive Platform Resource Consumption within a Loop"},
    {1088, "Synchronous Access of Remote Resource without Timeout"},
    {1176, "Inefficient CPU Computation"},
    {1322, "Use of Blocking Code in Single-threaded, Non-blocking Context"},
};
enum { N_WEAKNESSES = sizeof WEAKNESSES / sizeof *WEAKNESSES };

static const struct {
    const char *id, *name, *title, *help;
} NOTICES[] = {
    [NOTICE_NOT_ANALYSED] = {"CAN001", "FileNotAnalysed", "A file could not be analysed.",
                             "Nothing is known of this file: check that it compiles with the flags "
                             "of its entry in the compile database."},
    [NOTICE_PARTIAL] = {"CAN002", "FunctionAnalysedInPart",
                        "A function could not be understood completely.",
                        "Findings in it have low confidence, and some may be missing: generate the "
                        "headers that the build makes, or add include directories."},
    [NOTICE_MISSING_HEADER] = {"CAN003", "HeaderNotFound", "A header was not found.",
                               "Run the build first if it generates the header, or name its folder "
                               "with --extra-arg=-IDIR."},
    [NOTICE_LEFT_OUT] = {"CAN004", "FindingsLeftOut",
                         "There are more findings than code scanning takes.",
                         "Write a baseline with --write-baseline, or check fewer rules or "
                         "directories; the JSON report has all findings."},
};
enum { N_NOTICES = sizeof NOTICES / sizeof *NOTICES };

const char *sarif_notice_id(enum notice_kind kind)
{
    ASSERT((unsigned)kind < N_NOTICES);
    return NOTICES[kind].id;
}

uint32_t sarif_notice_index(enum notice_kind kind)
{
    ASSERT((unsigned)kind < N_NOTICES);
    return (uint32_t)kind;
}

json_t *sarif_message(const char *text)
{
    json_t *o = json_object();
    json_put(o, "text", json_text(text));
    return o;
}

const char *sarif_sentence(struct arena *a, const char *text)
{
    size_t n = strlen(text), word = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    char *s = arena_printf(a, "%s%s", text, n && strchr(".!?", text[n - 1]) ? "" : ".");
    if (word && text[word] == ' ')
        s[0] = (char)toupper((unsigned char)s[0]);
    return s;
}

/* "blocking-call-on-loop" -> "BlockingCallOnLoop" */
static const char *pascal_case(struct arena *a, const char *name)
{
    struct buf BUF_CLEANUP out = {0};
    bool starts = true;
    for (; *name; name++) {
        if (*name != '-')
            buf_addc(&out, starts ? (char)toupper((unsigned char)*name) : *name);
        starts = *name == '-';
    }
    return arena_strdup(a, buf_str(&out));
}

/* The first paragraph after the heading of that name, on one line. */
static const char *paragraph(struct arena *a, const char *doc, const char *heading)
{
    const char *at = doc ? strstr(doc, heading) : NULL;
    if (!at)
        return NULL;
    at += strlen(heading);
    at += strspn(at, "\n");
    const char *end = strstr(at, "\n\n");
    struct buf BUF_CLEANUP out = {0};
    for (; *at && at != end && out.n < FULL_DESCRIPTION_MAX; at++)
        buf_addc(&out, *at == '\n' ? ' ' : *at);
    for (size_t n = out.n; n == FULL_DESCRIPTION_MAX && n > 0; n--) { /* at a sentence's end */
        if (out.s[n - 1] == '.') {
            out.s[out.n = n] = '\0';
            break;
        }
    }
    return arena_strdup(a, buf_str(&out));
}

/* Markdown is made to be read as it is; only the marks of code blocks are noise. */
static const char *plain_text(struct arena *a, const char *markdown)
{
    struct buf BUF_CLEANUP out = {0};
    for (const char *line = markdown; *line;) {
        size_t n = strcspn(line, "\n");
        if (strncmp(line, "```", 3) != 0) {
            size_t marks = line[0] == '#' ? strspn(line, "# ") : 0;
            buf_add(&out, line + marks, n - marks);
            buf_addc(&out, '\n');
        }
        line += n + (line[n] == '\n');
    }
    return arena_strdup(a, buf_str(&out));
}

static json_t *weakness_reference(uint32_t cwe)
{
    json_t *target = json_object(), *tool = json_object(), *relationship = json_object();
    json_t *kinds = json_array();
    json_put(target, "id", json_sprintf("%u", cwe));
    json_put(tool, "name", json_string("CWE"));
    json_put(target, "toolComponent", tool);
    json_put(relationship, "target", target);
    json_push(kinds, json_string("superset"));
    json_put(relationship, "kinds", kinds);
    return relationship;
}

static json_t *rule_properties(const struct rule *r)
{
    static const char *const severity[] = {"recommendation", "warning", "error"};
    json_t *o = json_object(), *tags = json_array();
    json_push(tags, json_string("concurrency"));
    if (r->cwe)
        json_push(tags, json_sprintf("external/cwe/cwe-%u", r->cwe));
    json_put(o, "tags", tags);
    json_put(o, "precision", json_string("high"));
    json_put(o, "problem.severity", json_string(severity[r->level]));
    return o;
}

static json_t *rule_descriptor(struct arena *a, const struct rule *r)
{
    const char *doc = rule_doc(r);
    const char *why = paragraph(a, doc, "## Why it matters");
    json_t *o = json_object(), *help = json_object(), *config = json_object();
    json_t *messages = json_object(), *format = json_object();
    json_put(o, "id", json_string(r->id));
    json_put(o, "name", json_text(pascal_case(a, r->name)));
    json_put(o, "shortDescription", sarif_message(sarif_sentence(a, r->title)));
    json_put(o, "fullDescription", sarif_message(sarif_sentence(a, why ? why : r->title)));
    json_put(o, "helpUri", json_sprintf("%s/blob/main/rules/docs/%s.md", CONCADVISE_HOMEPAGE,
                                        r->id));
    json_put(format, "text", json_text(arena_printf(a, "'{0}': %s", sarif_sentence(a, r->title))));
    json_put(messages, "default", format);
    json_put(o, "messageStrings", messages);
    json_put(help, "text", json_text(doc ? plain_text(a, doc) : r->title));
    json_put(help, "markdown", json_text(doc ? doc : r->title));
    json_put(o, "help", help);
    json_put(config, "level", json_string(level_name(r->level)));
    json_put(o, "defaultConfiguration", config);
    if (r->cwe) {
        json_t *relationships = json_array();
        json_push(relationships, weakness_reference(r->cwe));
        json_put(o, "relationships", relationships);
    }
    json_put(o, "properties", rule_properties(r));
    return o;
}

static json_t *notice_descriptor(uint32_t kind)
{
    json_t *o = json_object(), *config = json_object();
    json_put(o, "id", json_string(NOTICES[kind].id));
    json_put(o, "name", json_string(NOTICES[kind].name));
    json_put(o, "shortDescription", sarif_message(NOTICES[kind].title));
    json_put(o, "fullDescription", sarif_message(NOTICES[kind].title));
    json_put(o, "help", sarif_message(NOTICES[kind].help));
    json_put(config, "level", json_string("note"));
    json_put(o, "defaultConfiguration", config);
    return o;
}

json_t *sarif_driver(struct arena *a)
{
    json_t *driver = json_object(), *rules = json_array(), *notices = json_array();
    json_t *taxonomies = json_array(), *cwe = json_object();
    json_put(driver, "name", json_string("concadvise"));
    json_put(driver, "organization", json_string("concadvise"));
    json_put(driver, "fullName", json_string("concadvise, concurrency advice for C"));
    json_put(driver, "version", json_string(CONCADVISE_VERSION));
    json_put(driver, "semanticVersion", json_string(CONCADVISE_VERSION));
    json_put(driver, "informationUri", json_string(CONCADVISE_HOMEPAGE));
    for (uint32_t i = 0; i < RULE_COUNT; i++)
        json_push(rules, rule_descriptor(a, rule_at(i)));
    json_put(driver, "rules", rules);
    for (uint32_t i = 0; i < N_NOTICES; i++)
        json_push(notices, notice_descriptor(i));
    json_put(driver, "notifications", notices);
    json_put(cwe, "name", json_string("CWE"));
    json_put(cwe, "index", json_integer(0));
    json_push(taxonomies, cwe);
    json_put(driver, "supportedTaxonomies", taxonomies);
    return driver;
}

static bool is_used(uint32_t cwe)
{
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        if (rule_at(i)->cwe == cwe)
            return true;
    }
    return false;
}

json_t *sarif_taxonomies(struct arena *a)
{
    json_t *list = json_array(), *cwe = json_object(), *taxa = json_array();
    for (uint32_t i = 0; i < N_WEAKNESSES; i++) {
        if (!is_used(WEAKNESSES[i].id))
            continue;
        json_t *o = json_object();
        json_put(o, "id", json_sprintf("%u", WEAKNESSES[i].id));
        json_put(o, "name", json_string(WEAKNESSES[i].name));
        json_put(o, "shortDescription", sarif_message(sarif_sentence(a, WEAKNESSES[i].name)));
        json_put(o, "helpUri", json_sprintf("https://cwe.mitre.org/data/definitions/%u.html",
                                            WEAKNESSES[i].id));
        json_push(taxa, o);
    }
    ASSERT(json_array_size(taxa) > 0);
    json_put(cwe, "name", json_string("CWE"));
    json_put(cwe, "version", json_string("4.13"));
    json_put(cwe, "organization", json_string("MITRE"));
    json_put(cwe, "shortDescription",
             sarif_message("The MITRE Common Weakness Enumeration."));
    json_put(cwe, "informationUri",
             json_string("https://cwe.mitre.org/data/published/cwe_v4.13.pdf"));
    json_put(cwe, "isComprehensive", json_false());
    json_put(cwe, "taxa", taxa);
    json_push(list, cwe);
    return list;
}
