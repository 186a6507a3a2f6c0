/* Which command runs, and the small ones that read no code. */
#include "cli/commands.h"

#include <string.h>

#include "cli/config.h"
#include "cli/output.h"
#include "db/store.h"
#include "parse/parse.h"
#include "report/report.h"
#include "rules/rules.h"

static int explain_rule(const char *id)
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

int command_rules(struct arena *a, const struct options *o)
{
    (void)a;
    if (o->command == CMD_RULES && o->words.n > 0) {
        say("rules takes no arguments: '%s'; 'concadvise explain ID' says more of one",
            o->words.v[0]);
        return EXIT_FAILED;
    }
    struct buf BUF_CLEANUP out = {0};
    int widest = 0;
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        int n = (int)strlen(rule_at(i)->name);
        widest = n > widest ? n : widest;
    }
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        const struct rule *r = rule_at(i);
        buf_addf(&out, "%-6s %-*s %-8s %s\n", r->id, widest, r->name, level_name(r->level),
                 r->title);
    }
    return output_text(&out);
}

int command_version(struct arena *a, const struct options *o)
{
    (void)o;
    struct buf BUF_CLEANUP out = {0};
    buf_addf(&out, "concadvise %s (libclang %s, SQLite %s)\n", CONCADVISE_VERSION,
             parse_libclang_version(a), store_sqlite_version());
    return output_text(&out);
}

int command_help(struct arena *a, const struct options *o)
{
    (void)a;
    struct buf BUF_CLEANUP out = {0};
    if (o->man_page)
        help_man_page(&out);
    else if (o->config_schema)
        config_schema(&out);
    else
        help_text(&out);
    return output_text(&out);
}

int command_run(struct arena *a, const struct options *o)
{
    static int (*const commands[COMMANDS])(struct arena *, const struct options *) = {
        [CMD_CHECK] = command_check, [CMD_GRAPH] = command_graph, [CMD_EXPLAIN] = command_explain,
        [CMD_RULES] = command_rules, [CMD_CACHE] = command_cache,
        [CMD_BENCH] = command_bench, [CMD_ADVISE] = command_advise, [CMD_MATRIX] = command_matrix,
        [CMD_HOOK] = command_hook,
    };
    ASSERT(o->command < COMMANDS);
    if (o->help || o->man_page || o->config_schema)
        return command_help(a, o);
    if (o->version)
        return command_version(a, o);
    if (o->explain)
        return explain_rule(o->explain);
    if (o->list_rules)
        return command_rules(a, o);
    if (o->show_config)
        return config_show(a, o);
    return commands[o->command](a, o);
}
