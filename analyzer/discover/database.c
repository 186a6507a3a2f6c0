/*
 * Both forms of an entry are kept as they come (a command to split, or words), and only looked into
 * when the entry's file is asked for: databases of 50,000 entries are common, runs over all of them
 * are not.
 */
#include "discover/database.h"

#include <dirent.h>
#include <fnmatch.h>
#include <jansson.h>
#include <string.h>

#include "base/file.h"

static const char name_of_database[] = "compile_commands.json";
static const size_t max_database = (size_t)1 << 30; /* bytes */

static void free_json(json_t **j)
{
    json_decref(*j);
}

/* ---- loading ---- */

static void bad_entry(struct arena *a, struct database *db, uint32_t index, const char *what)
{
    if (db->n_bad++ == 0)
        db->first_bad = arena_printf(a, "entry %u: %s", index, what);
}

/* False with the fault's name when some argument is not a string. */
static bool take_arguments(struct arena *a, const json_t *list, struct words *words)
{
    size_t n = json_array_size(list);
    for (size_t i = 0; i < n; i++) {
        const char *word = json_string_value(json_array_get(list, i));
        if (!word)
            return false;
        vec_push(a, words, arena_strdup(a, word));
    }
    return true;
}

/* NULL, or what is wrong with it. */
static const char *take_entry(struct arena *a, const json_t *item, struct database *db)
{
    struct database_entry e = {0};
    if (!json_is_object(item))
        return "not an object";
    const char *file = json_string_value(json_object_get(item, "file"));
    const char *directory = json_string_value(json_object_get(item, "directory"));
    const char *command = json_string_value(json_object_get(item, "command"));
    const json_t *arguments = json_object_get(item, "arguments");
    if (!file || !*file)
        return "no \"file\"";
    e.directory = path_normal(a, path_dir(a, db->path), directory ? directory : ".");
    e.file = path_normal(a, e.directory, file);
    if (json_is_array(arguments)) {
        if (!take_arguments(a, arguments, &e.words))
            return "\"arguments\" holds something else than strings";
    } else if (command) {
        e.command = arena_strdup(a, command);
    } else {
        return "neither \"command\" nor \"arguments\"";
    }
    vec_push(a, &db->entries, e);
    return NULL;
}

bool database_load(struct arena *a, const char *path, struct database *db, struct err *err)
{
    struct arena text_arena;
    struct bytes text = {0};
    json_error_t where;
    *db = (struct database){.path = path};
    arena_init(&text_arena);
    bool ok = file_read(&text_arena, path, max_database, &text, err);
    __attribute__((cleanup(free_json))) json_t *root =
        ok ? json_loadb(text.p, text.n, 0, &where) : NULL;
    arena_release(&text_arena);
    if (!ok)
        return false;
    if (!root)
        return err_set(err, "%s:%d: not JSON: %s", path, where.line, where.text);
    if (!json_is_array(root))
        return err_set(err, "%s: not a compile database: the top is not an array", path);
    for (size_t i = 0; i < json_array_size(root); i++) {
        const char *fault = take_entry(a, json_array_get(root, i), db);
        if (fault)
            bad_entry(a, db, (uint32_t)i + 1, fault);
    }
    return true;
}

struct words database_words(struct arena *a, const struct database_entry *entry)
{
    struct words plain = entry->words, expanded = {0};
    ASSERT(entry->command || entry->words.n == plain.n);
    if (entry->command)
        words_split(a, entry->command, &plain);
    words_expand(a, &plain, entry->directory, &expanded);
    return expanded;
}

/* ---- searching ---- */

static bool is_build_name(const char *name)
{
    static const char *const patterns[] = {"build*", "out", "builddir*", "cmake-build*", "_build*",
                                           "obj*"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (fnmatch(patterns[i], name, 0) == 0)
            return true;
    return false;
}

static void close_dir(DIR **d)
{
    if (*d)
        (void)closedir(*d);
}

/* Sorted, so that the choice does not depend on the directory's order. */
static struct words build_dirs(struct arena *a, const char *parent)
{
    struct words names = {0};
    __attribute__((cleanup(close_dir))) DIR *d = opendir(parent);
    if (!d)
        return names;
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        if (is_build_name(e->d_name))
            vec_push(a, &names, path_join(a, parent, arena_strdup(a, e->d_name)));
    words_sort(&names, 0);
    return names;
}

static bool try_dir(struct arena *a, const char *dir, bool (*accept)(void *, const char *),
                    void *ctx)
{
    const char *path = path_join(a, dir, name_of_database);
    return file_exists(path) && accept(ctx, path);
}

void database_search(struct arena *a, const char *start, const char *top,
                     bool (*accept)(void *ctx, const char *path), void *ctx)
{
    ASSERT(start[0] == '/');
    for (const char *dir = start;; dir = path_dir(a, dir)) {
        if (try_dir(a, dir, accept, ctx))
            return;
        struct words below = build_dirs(a, dir);
        for (uint32_t i = 0; i < below.n; i++)
            if (try_dir(a, below.v[i], accept, ctx))
                return;
        if (strcmp(dir, "/") == 0 || (top && strcmp(dir, top) == 0))
            return;
    }
}
