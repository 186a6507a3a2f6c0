/* concadvise cache path|stats|clear [PATH]: the unit cache of the project that PATH lies in. */
#include "db/unit_cache.h"

#include <string.h>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output.h"
#include "db/result_cache.h"

static int show_stats(struct arena *a, struct unit_cache *c, const char *dir)
{
    struct unit_cache_stats stats;
    if (!unit_cache_stats(c, &stats)) {
        say("the cache in %s cannot be read", dir);
        return EXIT_FAILED;
    }
    struct buf BUF_CLEANUP out = {0};
    buf_addf(&out, "%s: %s, %.1f MB\n", dir, plural(a, stats.units, "unit", "units"),
             (double)stats.bytes / 1e6);
    return output_text(&out);
}

static int clear(struct arena *a, struct unit_cache *c, const char *dir)
{
    struct result_cache *results = result_cache_open(a, dir);
    if (results)
        result_cache_clear(results);
    result_cache_close(results);
    if (unit_cache_clear(c))
        return EXIT_CLEAN;
    say("the cache in %s cannot be emptied", dir);
    return EXIT_FAILED;
}

int command_cache(struct arena *a, const struct options *o)
{
    const char *what = o->words.n > 0 ? o->words.v[0] : "stats";
    bool is_path = !strcmp(what, "path"), is_stats = !strcmp(what, "stats");
    if (!is_path && !is_stats && strcmp(what, "clear")) {
        say("cache: '%s' is none of path, stats, clear", what);
        return EXIT_FAILED;
    }
    struct str_list paths = {0};
    for (uint32_t i = 1; i < o->words.n; i++)
        vec_push(a, &paths, o->words.v[i]);
    struct loaded l;
    struct err ERR_CLEANUP err = {0};
    if (!load_discover(a, o, &paths, &l, &err)) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    const char *dir = load_cache_dir(a, o, l.found.root);
    if (dir && is_path) {
        struct buf BUF_CLEANUP out = {0};
        buf_addf(&out, "%s\n", dir);
        return output_text(&out);
    }
    struct unit_cache *c = load_open_cache(a, o, l.found.root);
    if (!c)
        return EXIT_FAILED;
    int code = is_stats ? show_stats(a, c, dir) : clear(a, c, dir);
    unit_cache_close(c);
    return code;
}
