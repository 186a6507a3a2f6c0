/* A user's catalog text: either it loads, or it says why not. */
#include <string.h>

#include "catalog/catalog.h"
#include "catalog/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ERR_CLEANUP struct err err = {0};
    struct arena a;
    const struct catalog *catalog = NULL;
    const char *text;
    const char *name = "fuzz.json";
    struct cat_entries entries = {0};

    arena_init(&a);
    text = arena_strndup(&a, (const char *)data, n);
    /* With all the built-in ones it takes long: only for what is good by itself. */
    struct cat_text alone = {name, text, strlen(text), true};
    if (!cat_read(&a, &alone, &entries, &err))
        ASSERT(err.text.n > 0);
    else
        ASSERT(catalog_load(&a, &text, &name, 1, &catalog, &err) && catalog);
    arena_release(&a);
    return 0;
}
