/*
 * A .concadvise.json of any bytes, as one that was found in the project and as one that the user
 * named. What a found one gives may be nonsense, but nothing that is written lies outside.
 */
#include <string.h>

#include "cli/config.h"
#include "place.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_inside(const char *dir, const char *path)
{
    ASSERT(!path || path_inside(dir, path));
}

static void apply(struct arena *a, const char *dir, const char *path, bool is_named)
{
    ERR_CLEANUP struct err err = {0};
    struct options o;
    const char *argv[] = {"concadvise", is_named ? "--config" : dir, is_named ? path : NULL, NULL};
    char **words = arena_array(a, char *, 4);
    int count = is_named ? 3 : 2;

    for (int i = 0; i < count; i++)
        words[i] = arena_strdup(a, argv[i]);
    ASSERT(options_parse(a, count, words, &o, &err));
    if (!config_apply(a, &o, &err)) {
        ASSERT(err.text.n > 0);
        return;
    }
    if (is_named)
        return;
    check_inside(dir, o.cache_dir);
    check_inside(dir, o.baseline);
    ASSERT(!o.output && !o.write_baseline);
    for (uint32_t i = 0; i < o.formats.n; i++)
        ASSERT(!strchr(o.formats.v[i], ':'));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena a;

    arena_init(&a);
    const char *dir = path_real(&a, fuzz_folder());
    const char *path = path_join(&a, dir, ".concadvise.json");
    fuzz_write(path, data, n);
    apply(&a, dir, path, false);
    apply(&a, dir, path, true);
    ASSERT(unlink(path) == 0);
    arena_release(&a);
    return 0;
}
