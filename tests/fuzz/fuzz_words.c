/* Command lines of compile databases and response files: any bytes, and what comes out is
 * filtered. */
#include <string.h>

#include "discover/discover.h"
#include "discover/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena a;
    struct words words = {0};
    const char **flags = NULL;
    uint32_t n_flags = 0;

    arena_init(&a);
    words_split(&a, arena_strndup(&a, (const char *)data, n), &words);
    for (uint32_t i = 0; i < words.n; i++)
        ASSERT(strlen(words.v[i]) <= n);
    flags_filter(&a, words.v, words.n, "/src/a.c", "/src", &flags, &n_flags);
    arena_release(&a);
    return 0;
}
