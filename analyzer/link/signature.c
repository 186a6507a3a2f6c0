/*
 * A function type as one number that is the same in all units: kinds, sizes, record names,
 * parameters. Typedef names, qualifiers and enum names do not count. Types are followed to a small
 * depth only, which also ends recursive ones.
 */
#include "link/internal.h"

#include <string.h>

enum { SIGNATURE_DEPTH = 4 };

static uint64_t type_hash(const struct unit *u, type_id t, uint32_t depth)
{
    const struct unit_type *type = &u->types[t.v];
    uint8_t kind = type->kind == TYPE_ENUM ? TYPE_INT : type->kind;
    uint64_t h = hash_mix(kind, kind == TYPE_FUNCTION ? type->variadic : type->size);

    if (kind == TYPE_RECORD && type->record.v != 0) {
        const char *name = unit_str(u, u->records[type->record.v].name);

        return hash_mix(h, hash64(name, strlen(name)));
    }
    if (depth == 0) {
        return h;
    }
    if (kind == TYPE_POINTER || kind == TYPE_ARRAY || kind == TYPE_FUNCTION) {
        h = hash_mix(h, type_hash(u, type->elem, depth - 1));
    }
    for (uint32_t i = 0; kind == TYPE_FUNCTION && i < type->params.n; i++) {
        h = hash_mix(h, type_hash(u, u->type_params[type->params.first + i].type, depth - 1));
    }
    return h;
}

uint64_t signature_of(const struct unit *u, type_id function)
{
    const struct unit_type *type = &u->types[function.v];

    if (type->kind == TYPE_POINTER) {
        function = type->elem;
        type = &u->types[function.v];
    }
    if (type->kind != TYPE_FUNCTION) {
        return 0;
    }
    return type_hash(u, function, SIGNATURE_DEPTH) | 1;
}
