/*
 * Hash tables: interned strings and integer maps. Both use open addressing with linear probing in a
 * power of two of slots, at most half full, so a probe always meets a free slot. Nothing is ever
 * removed, and outgrown slots stay in the arena: together they are smaller than the last ones.
 */
#include "base/base.h"

#include <string.h>
#include <xxhash.h>

#define SLOTS_MIN 16u
#define SLOTS_MAX (UINT32_C(1) << 31)

struct hash128 hash_bytes(const void *p, size_t n)
{
    XXH128_hash_t h = XXH3_128bits(n ? p : "", n);

    return (struct hash128){.lo = h.low64, .hi = h.high64};
}

uint64_t hash64(const void *p, size_t n)
{
    return XXH3_64bits(n ? p : "", n);
}

uint64_t hash_mix(uint64_t a, uint64_t b)
{
    uint64_t pair[2] = {a, b};

    return XXH3_64bits(pair, sizeof pair);
}

static uint32_t slots_after(uint32_t n_slots)
{
    if (n_slots >= SLOTS_MAX)
        out_of_memory();
    return n_slots ? n_slots * 2 : SLOTS_MIN;
}

/* ---- strtab ---- */

void strtab_init(struct strtab *t, struct arena *a)
{
    uint32_t empty;

    *t = (struct strtab){.arena = a};
    empty = strtab_add(t, "", 0);
    ASSERT(empty == 0);
}

/* The slot that holds the string, or the free one where it belongs. */
static uint32_t strtab_slot(const struct strtab *t, const char *s, size_t n)
{
    uint32_t mask = t->n_slots - 1;
    uint32_t i = (uint32_t)hash64(s, n) & mask;

    ASSERT(t->n_slots && (t->n_slots & mask) == 0);
    for (; t->slots[i]; i = (i + 1) & mask) {
        uint32_t id = t->slots[i] - 1;

        if (t->lens.v[id] == n && (n == 0 || memcmp(t->strs.v[id], s, n) == 0))
            break;
    }
    return i;
}

static void strtab_widen(struct strtab *t)
{
    t->n_slots = slots_after(t->n_slots);
    t->slots = arena_array(t->arena, uint32_t, t->n_slots);
    for (uint32_t id = 0; id < t->strs.n; id++)
        t->slots[strtab_slot(t, t->strs.v[id], t->lens.v[id])] = id + 1;
}

uint32_t strtab_add(struct strtab *t, const char *s, size_t n)
{
    uint32_t slot;

    if (n > UINT32_MAX - 1)
        out_of_memory();
    if (t->strs.n >= t->n_slots / 2)
        strtab_widen(t);
    slot = strtab_slot(t, s, n);
    if (!t->slots[slot]) {
        vec_push(t->arena, &t->strs, arena_strndup(t->arena, s, n));
        vec_push(t->arena, &t->lens, (uint32_t)n);
        t->slots[slot] = t->strs.n;
    }
    return t->slots[slot] - 1;
}

uint32_t strtab_find(const struct strtab *t, const char *s, size_t n)
{
    uint32_t slot;

    if (!t->n_slots)
        return UINT32_MAX;
    slot = strtab_slot(t, s, n);
    return t->slots[slot] ? t->slots[slot] - 1 : UINT32_MAX;
}

const char *strtab_get(const struct strtab *t, uint32_t id)
{
    ASSERT(id < t->strs.n);
    return t->strs.v[id];
}

/* ---- map ---- */

void map_init(struct map *m, struct arena *a)
{
    *m = (struct map){.arena = a};
}

/* Keys are often small numbers in a row: spread them (the finaliser of SplitMix64). */
static uint32_t spread(uint64_t key)
{
    key = (key ^ (key >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    key = (key ^ (key >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (uint32_t)(key ^ (key >> 31));
}

static uint32_t map_slot(const struct map *m, uint64_t key)
{
    uint32_t mask = m->n_slots - 1;
    uint32_t i = spread(key) & mask;

    ASSERT(m->n_slots && (m->n_slots & mask) == 0);
    while (m->vals[i] && m->keys[i] != key)
        i = (i + 1) & mask;
    return i;
}

static void map_widen(struct map *m)
{
    struct map old = *m;

    m->n_slots = slots_after(m->n_slots);
    m->keys = arena_array(m->arena, uint64_t, m->n_slots);
    m->vals = arena_array(m->arena, uint32_t, m->n_slots);
    for (uint32_t i = 0; i < old.n_slots; i++) {
        if (old.vals[i]) {
            uint32_t to = map_slot(m, old.keys[i]);

            m->keys[to] = old.keys[i];
            m->vals[to] = old.vals[i];
        }
    }
}

bool map_get(const struct map *m, uint64_t key, uint32_t *value)
{
    uint32_t i;

    if (!m->n)
        return false;
    i = map_slot(m, key);
    if (!m->vals[i])
        return false;
    *value = m->vals[i] - 1;
    return true;
}

/* Finds or makes the key's slot; tells whether it is new. */
static uint32_t map_place(struct map *m, uint64_t key, bool *is_new)
{
    uint32_t i;

    if (m->n >= m->n_slots / 2)
        map_widen(m);
    i = map_slot(m, key);
    *is_new = !m->vals[i];
    if (*is_new) {
        m->keys[i] = key;
        m->n++;
    }
    return i;
}

bool map_put_new(struct map *m, uint64_t key, uint32_t value)
{
    bool is_new;
    uint32_t i = map_place(m, key, &is_new);

    ASSERT(value < UINT32_MAX);
    if (is_new)
        m->vals[i] = value + 1;
    return is_new;
}

void map_set(struct map *m, uint64_t key, uint32_t value)
{
    bool is_new;
    uint32_t i = map_place(m, key, &is_new);

    ASSERT(value < UINT32_MAX);
    m->vals[i] = value + 1;
}
