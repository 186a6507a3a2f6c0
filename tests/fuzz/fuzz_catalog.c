/* A user's catalog text: either it loads, or it says why not. */
#include "catalog/catalog.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ERR_CLEANUP struct err err = {0};
    struct arena a;
    const struct catalog *catalog = NULL;
    const char *text;
    const char *name = "fuzz.json";

    arena_init(&a);
    text = arena_strndup(&a, (const char *)data, n);
    if (catalog_load(&a, &text, &name, 1, &catalog, &err))
        ASSERT(catalog != NULL);
    else
        ASSERT(err.text.n > 0);
    arena_release(&a);
    return 0;
}
