/* Most strings are short and stay; nothing is copied when all of them do. */
#include "unit/relocate.h"

#include <string.h>

static bool changes(const struct unit *u, const struct unit_mover *mover, const char **moved,
                    size_t *n_bytes)
{
    bool any = false;
    *n_bytes = 0;
    for (uint32_t i = 0; i < u->n_str_ends; i++) {
        const char *s = unit_str(u, (str_id){i});
        moved[i] = i ? mover->move(mover->ctx, s) : s;
        any = any || moved[i] != s;
        *n_bytes += strlen(moved[i]) + 1;
    }
    return any;
}

void unit_relocate(struct arena *a, struct unit *u, const struct unit_mover *mover)
{
    struct arena scratch;
    size_t n = 0, at = 0;
    arena_init(&scratch);
    const char **moved = arena_array(&scratch, const char *, u->n_str_ends);
    if (changes(u, mover, moved, &n) && n <= UINT32_MAX) {
        uint32_t *ends = arena_array(a, uint32_t, u->n_str_ends);
        char *bytes = arena_array(a, char, n);
        for (uint32_t i = 0; i < u->n_str_ends; i++) {
            size_t size = strlen(moved[i]) + 1;
            memcpy(bytes + at, moved[i], size);
            at += size;
            ends[i] = (uint32_t)at;
        }
        ASSERT(at == n);
        u->str_ends = ends;
        u->str_bytes = bytes;
        u->n_str_bytes = (uint32_t)n;
    }
    arena_release(&scratch);
}
