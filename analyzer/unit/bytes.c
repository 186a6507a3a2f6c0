/*
 * The byte form: a header, then the tables as they are in memory, each at a multiple of 16, then
 * the string bytes. Decoding computes where everything must lie from the counts alone and demands
 * that this is exactly what is there; the contents are checked by check.c.
 */
#include "unit/bytes.h"

#include <stdalign.h>
#include <string.h>

#include "unit/check.h"

enum {
#define X(name, T) TABLE_##name,
    UNIT_TABLES(X)
#undef X
        N_TABLES
};
enum { TABLE_ALIGN = 16, SUMMED_FROM = 16 };
static const char magic[8] = {'C', 'A', 'u', 'n', 'i', 't', '\r', '\n'};

struct header {
    char magic[8];
    uint64_t sum; /* of everything behind it */
    uint32_t version;
    uint32_t n_tables;
    uint64_t size; /* of all */
    uint32_t counts[N_TABLES];
    uint32_t n_str_bytes;
};
_Static_assert(offsetof(struct header, version) == SUMMED_FROM, "the sum starts behind itself");

static uint64_t align_up(uint64_t n)
{
    return (n + TABLE_ALIGN - 1) & ~(uint64_t)(TABLE_ALIGN - 1);
}

static void pad(struct buf *out, size_t start)
{
    static const char zeros[TABLE_ALIGN];
    size_t n = out->n - start;
    buf_add(out, zeros, (size_t)align_up(n) - n);
}

void unit_encode(const struct unit *u, struct buf *out)
{
    size_t start = out->n;
    struct header h;
    memset(&h, 0, sizeof h); /* the tail padding too */
    buf_add(out, &h, sizeof h);
    pad(out, start);
#define X(name, T)                                                                                 \
    h.counts[TABLE_##name] = u->n_##name;                                                          \
    buf_add(out, u->name, u->n_##name * sizeof(T));                                                \
    pad(out, start);
    UNIT_TABLES(X)
#undef X
    buf_add(out, u->str_bytes, u->n_str_bytes);
    h.n_str_bytes = u->n_str_bytes;
    memcpy(h.magic, magic, sizeof magic);
    h.version = UNIT_VERSION;
    h.n_tables = N_TABLES;
    h.size = out->n - start;
    memcpy(out->s + start, &h, sizeof h);
    h.sum = hash64(out->s + start + SUMMED_FROM, out->n - start - SUMMED_FROM);
    memcpy(out->s + start, &h, sizeof h);
}

static bool check_header(const struct header *h, const void *bytes, size_t n, struct err *err)
{
    if (memcmp(h->magic, magic, sizeof magic) != 0)
        return err_set(err, "not a unit");
    if (h->version != UNIT_VERSION || h->n_tables != N_TABLES)
        return err_set(err, "a unit of version %u, not %d", (unsigned)h->version, UNIT_VERSION);
    if (h->size != n)
        return err_set(err, "a unit of %llu bytes, but %zu are there",
                       (unsigned long long)h->size, n);
    if (h->sum != hash64((const char *)bytes + SUMMED_FROM, n - SUMMED_FROM))
        return err_set(err, "a unit whose checksum does not match");
    return true;
}

bool unit_decode(const void *bytes, size_t n, struct unit *out, struct err *err)
{
    const char *base = bytes;
    struct header h;
    ASSERT((uintptr_t)bytes % TABLE_ALIGN == 0);
    if (n < sizeof h)
        return err_set(err, "not a unit: only %zu bytes", n);
    memcpy(&h, bytes, sizeof h);
    if (!check_header(&h, bytes, n, err))
        return false;
    struct unit u = {.n_str_bytes = h.n_str_bytes};
    uint64_t at = align_up(sizeof h);
    /* 2^32 entries of less than 2^8 bytes in 23 tables: no overflow */
#define X(name, T)                                                                                 \
    _Static_assert(sizeof(T) < 256 && alignof(T) <= TABLE_ALIGN, "see above");                     \
    u.n_##name = h.counts[TABLE_##name];                                                           \
    if (at + (uint64_t)u.n_##name * sizeof(T) > n)                                                 \
        return err_set(err, "a unit whose table " #name " does not fit");                          \
    u.name = (const T *)(const void *)(base + at);                                                 \
    at = align_up(at + (uint64_t)u.n_##name * sizeof(T));
    UNIT_TABLES(X)
#undef X
    if (at + u.n_str_bytes != n)
        return err_set(err, "a unit whose strings do not fit");
    u.str_bytes = base + at;
    if (!unit_check(&u, err))
        return false;
    *out = u;
    return true;
}
