/*
 * The rolling hash keeps the last 100 characters in a ring; a line's value is taken at the moment
 * when its first character leaves the ring, so it depends on that character and the 99 after it.
 * At the end of the file 100 zeros push out what is left.
 */
#include "report/fingerprint.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "report/paths.h"

enum { WINDOW = 100, FACTOR = 37, END_OF_FILE = 65535 };

struct roller {
    struct arena *arena;
    struct line_hashes *out;
    uint16_t window[WINDOW];
    uint32_t line_at[WINDOW]; /* number of the line that starts with this character, 0: none */
    uint32_t index, line;
    uint64_t hash, first_factor; /* 37^100 */
    bool starts_line, after_cr;
    struct map seen;
};

static void take(struct roller *r, uint32_t line)
{
    uint32_t seen = 0;
    (void)map_get(&r->seen, r->hash, &seen);
    map_set(&r->seen, r->hash, ++seen);
    struct line_hash h = {r->hash, seen};
    ASSERT(line == r->out->v.n + 1);
    vec_push(r->arena, &r->out->v, h);
}

static void roll(struct roller *r, uint16_t unit)
{
    uint16_t old = r->window[r->index];
    if (r->line_at[r->index])
        take(r, r->line_at[r->index]);
    r->line_at[r->index] = r->starts_line ? r->line++ : 0;
    r->starts_line = unit == '\n';
    r->window[r->index] = unit;
    r->hash = FACTOR * r->hash + unit - r->first_factor * old;
    r->index = (r->index + 1) % WINDOW;
}

static void feed(struct roller *r, uint16_t unit)
{
    bool is_second = unit == '\n' && r->after_cr;
    r->after_cr = unit == '\r';
    if (unit == ' ' || unit == '\t' || is_second)
        return;
    roll(r, unit == '\r' ? '\n' : unit);
}

static void drain(struct roller *r)
{
    roll(r, END_OF_FILE);
    for (int i = 0; i < WINDOW; i++) {
        if (r->line_at[r->index])
            take(r, r->line_at[r->index]);
        r->line_at[r->index] = 0;
        r->hash = FACTOR * r->hash - r->first_factor * r->window[r->index];
        r->window[r->index] = 0;
        r->index = (r->index + 1) % WINDOW;
    }
}

void line_hashes_of(struct arena *a, const char *text, size_t n, struct line_hashes *out)
{
    struct roller r = {.arena = a, .out = out, .line = 1, .first_factor = 1, .starts_line = true};
    memset(out, 0, sizeof *out);
    map_init(&r.seen, a);
    for (int i = 0; i < WINDOW; i++)
        r.first_factor *= FACTOR;
    for (size_t i = 0; i < n;) {
        uint32_t point;
        i += utf8_next(text + i, n - i, &point);
        if (point == UTF8_INVALID)
            point = UTF8_REPLACEMENT;
        if (point >= 0x10000) {
            feed(&r, (uint16_t)(0xd800 + ((point - 0x10000) >> 10)));
            point = 0xdc00 + ((point - 0x10000) & 0x3ff);
        }
        feed(&r, (uint16_t)point);
    }
    drain(&r);
}

static uint64_t mix(uint64_t key, const char *s)
{
    return hash_mix(key, s ? hash64(s, strlen(s)) : 0);
}

static const char *digits(struct arena *a, uint64_t key)
{
    return arena_printf(a, "%016llx", (unsigned long long)key);
}

static uint64_t identity_of(struct report_paths *paths, const struct finding *f)
{
    uint64_t key = mix(mix(0, f->rule), report_paths_get(paths, f->at.file));
    return mix(mix(key, f->at.function), f->entity);
}

/* The how manieth of those with this key it is, from 0. */
static uint32_t next_ordinal(struct map *ordinals, uint64_t key)
{
    uint32_t ordinal = 0;
    (void)map_get(ordinals, key, &ordinal);
    map_set(ordinals, key, ordinal + 1);
    return ordinal;
}

const char **finding_fingerprints(struct arena *a, const struct finding *f, uint32_t n,
                                  const char *root)
{
    const char **prints = arena_array(a, const char *, n ? n : 1);
    struct map ordinals;
    struct report_paths paths;
    map_init(&ordinals, a);
    report_paths_init(&paths, a, root);
    for (uint32_t i = 0; i < n; i++) {
        uint64_t key = identity_of(&paths, &f[i]);
        uint32_t ordinal = next_ordinal(&ordinals, key);
        prints[i] = f[i].fingerprint ? f[i].fingerprint : digits(a, hash_mix(key, ordinal));
    }
    return prints;
}

void findings_identify(struct arena *a, struct findings *f, const char *root)
{
    const char **prints = finding_fingerprints(a, f->list.v, f->list.n, root);
    struct report_paths paths;
    report_paths_init(&paths, a, root);
    for (uint32_t i = 0; i < f->list.n; i++) {
        f->list.v[i].fingerprint = prints[i];
        f->list.v[i].identity = digits(a, hash_mix(identity_of(&paths, &f->list.v[i]), 0));
    }
}
