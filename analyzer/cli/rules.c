/*
 * `explain` and `rules`: the rule table and the rule documents as they are, for people and for
 * programs. Nothing here knows a rule by name.
 */
#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "report/json_kit.h"
#include "report/report.h"
#include "rules/rules.h"

int explain_rule(const char *id)
{
    const struct rule *r = rule_find(id);
    if (!r) {
        const char *near = rule_nearest(id);
        if (near)
            say("no rule '%s' (did you mean '%s'?)", id, near);
        else
            say("no rule '%s'; see 'concadvise rules'", id);
        return EXIT_FAILED;
    }
    struct buf BUF_CLEANUP out = {0};
    const char *doc = rule_doc(r);
    if (doc)
        buf_adds(&out, doc);
    else
        buf_addf(&out, "# %s %s\n\n%s.\n", r->id, r->name, r->title);
    return output_text(&out);
}

int command_explain(struct arena *a, const struct options *o)
{
    (void)a;
    if (o->words.n == 0) {
        say("explain needs a rule id; see 'concadvise rules'");
        return EXIT_FAILED;
    }
    int code = EXIT_CLEAN;
    for (uint32_t i = 0; i < o->words.n && code == EXIT_CLEAN; i++)
        code = explain_rule(o->words.v[i]);
    return code;
}

static void rules_text(struct buf *out)
{
    int widest = 0;
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        int n = (int)strlen(rule_at(i)->name);
        widest = n > widest ? n : widest;
    }
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        const struct rule *r = rule_at(i);
        buf_addf(out, "%-6s %-*s %-8s %s\n", r->id, widest, r->name, level_name(r->level),
                 r->title);
    }
}

static json_t *rule_json(const struct rule *r)
{
    json_t *o = json_object();
    json_put(o, "id", json_string(r->id));
    json_put(o, "name", json_string(r->name));
    json_put(o, "title", json_string(r->title));
    json_put(o, "level", json_string(level_name(r->level)));
    json_put(o, "cwe", r->cwe ? json_integer(r->cwe) : json_null());
    json_put(o, "url", json_sprintf("%s/blob/main/rules/docs/%s.md", CONCADVISE_HOMEPAGE, r->id));
    json_put(o, "markdown", json_text(rule_doc(r)));
    return o;
}

static void rules_json(struct buf *out)
{
    json_t *o = json_object(), *tool = json_object(), *list = json_array();
    json_put(o, "schema_version", json_integer(1));
    json_put(tool, "name", json_string("concadvise"));
    json_put(tool, "version", json_string(CONCADVISE_VERSION));
    json_put(o, "tool", tool);
    for (uint32_t i = 0; i < RULE_COUNT; i++)
        json_push(list, rule_json(rule_at(i)));
    ASSERT(json_array_size(list) == RULE_COUNT);
    json_put(o, "rules", list);
    json_write(o, out);
}

int command_rules(struct arena *a, const struct options *o)
{
    struct buf BUF_CLEANUP out = {0};
    const char *format = o->formats.n ? o->formats.v[o->formats.n - 1] : "text";
    (void)a;
    if (o->list_rules)
        format = *o->list_rules ? o->list_rules : format;
    else if (o->words.n > 0) {
        say("rules takes no arguments: '%s'; 'concadvise explain ID' says more of one",
            o->words.v[0]);
        return EXIT_FAILED;
    }
    if (!strcmp(format, "json")) {
        rules_json(&out);
    } else if (!strcmp(format, "text")) {
        rules_text(&out);
    } else {
        say("rules: '%s' is none of text, json", format);
        return EXIT_FAILED;
    }
    return output_text(&out);
}
