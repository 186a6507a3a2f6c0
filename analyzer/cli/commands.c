/* Which command runs, and the small ones that read no code. */
#include "cli/commands.h"

#include "cli/config.h"
#include "cli/output.h"
#include "db/store.h"
#include "parse/parse.h"

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
    struct buf BUF_CLEANUP out = {0};
    struct err ERR_CLEANUP err = {0};
    if (o->completion && !completion_script(a, o->completion, &out, &err)) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    if (o->man_page)
        help_man_page(&out);
    else if (o->config_schema)
        config_schema(&out);
    else if (!o->completion)
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
    if (o->help || o->man_page || o->config_schema || o->completion)
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
