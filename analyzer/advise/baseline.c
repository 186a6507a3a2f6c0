/*
 * Entries are kept by identity with how many findings they still may cover. Findings that would be
 * shown are matched before those that the options hide, so that a hidden one never takes the place
 * of one that is seen; hidden ones still keep their entry from being called stale.
 */
#include "advise/baseline.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "base/file.h"
#include "base/utf8.h"

enum { FILE_MAX = 64 << 20, COUNT_MAX = 1000000, VERSION = 1, PRINT_DIGITS = 16 };

struct entry {
    const char *rule, *path, *function, *fingerprint; /* function "": outside of all */
    uint32_t count, used;
    bool is_judged; /* the run could have seen its findings */
};
struct baseline {
    struct arena *arena;
    VEC(struct entry) entries;
    struct map by_print; /* hash of the fingerprint: index */
};

static void json_release(json_t **j)
{
    json_decref(*j);
}
#define JSON_CLEANUP __attribute__((cleanup(json_release)))

struct baseline *baseline_new(struct arena *a)
{
    struct baseline *b = arena_new(a, struct baseline);
    b->arena = a;
    map_init(&b->by_print, a);
    return b;
}

static struct entry *find(struct baseline *b, const char *print)
{
    uint32_t i;
    return map_get(&b->by_print, hash64(print, strlen(print)), &i) ? &b->entries.v[i] : NULL;
}

static struct entry *add(struct baseline *b, const struct entry *e)
{
    ASSERT(strlen(e->fingerprint) == PRINT_DIGITS);
    if (map_put_new(&b->by_print, hash64(e->fingerprint, PRINT_DIGITS), b->entries.n))
        vec_push(b->arena, &b->entries, *e);
    return find(b, e->fingerprint);
}

/* ---- reading: the file may come from anywhere ---- */

static bool is_print(const char *s)
{
    return strlen(s) == PRINT_DIGITS && strspn(s, "0123456789abcdef") == PRINT_DIGITS;
}

static const char *text_of(struct baseline *b, const json_t *o, const char *key)
{
    const json_t *v = json_object_get(o, key);
    if (!json_is_string(v) || strlen(json_string_value(v)) != json_string_length(v))
        return NULL;
    return arena_strdup(b->arena, json_string_value(v));
}

/* A merge of two branches can leave an entry twice: the larger count stands. */
static bool read_entry(struct baseline *b, const json_t *o)
{
    struct entry e = {text_of(b, o, "rule"), text_of(b, o, "path"), text_of(b, o, "function"),
                      text_of(b, o, "fingerprint"), 0, 0, false};
    const json_t *count = json_object_get(o, "count");
    if (!e.rule || !e.path || !e.function || !e.fingerprint || !is_print(e.fingerprint) ||
        !json_is_integer(count) || json_integer_value(count) < 1 ||
        json_integer_value(count) > COUNT_MAX)
        return false;
    e.count = (uint32_t)json_integer_value(count);
    struct entry *known = add(b, &e);
    if (known->count < e.count)
        known->count = e.count;
    return true;
}

bool baseline_read(struct arena *a, const char *path, struct baseline **out, struct err *err)
{
    struct bytes text;
    json_error_t why;
    struct baseline *b = *out = baseline_new(a);
    if (!file_read(a, path, FILE_MAX, &text, err))
        return err_prefix(err, "baseline");
    JSON_CLEANUP json_t *root = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &why);
    if (!root)
        return err_set(err, "baseline: %s:%d:%d: not valid JSON: %s", path, why.line, why.column,
                       why.text);
    const json_t *version = json_object_get(root, "baseline_version");
    const json_t *list = json_object_get(root, "findings");
    if (!json_is_integer(version) || !json_is_array(list))
        return err_set(err, "baseline: %s: not a baseline of concadvise", path);
    if (json_integer_value(version) != VERSION)
        return err_set(err, "baseline: %s: version %lld is not known; this program writes %d", path,
                       (long long)json_integer_value(version), VERSION);
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (!read_entry(b, json_array_get(list, i)))
            return err_set(err,
                           "baseline: %s: entry %zu is damaged: it needs rule, path, function, "
                           "fingerprint (16 hexadecimal digits) and count",
                           path, i + 1);
    }
    return true;
}

/* ---- matching ---- */

static bool is_seen(const struct baseline_scope *scope, const struct finding *f)
{
    return (uint32_t)f->confidence >= scope->min_confidence &&
           (uint32_t)f->level >= scope->min_level;
}

static uint64_t path_key(struct baseline *b, const struct baseline_scope *scope, const char *file)
{
    const char *path = path_relative(b->arena, scope->root, file);
    return hash64(path, strlen(path));
}

/* Files of the program: 1 where every unit that holds the file was read completely. */
static void collect_files(struct baseline *b, const struct baseline_scope *scope, struct map *files)
{
    map_init(files, b->arena);
    for (uint32_t i = 0; i < scope->n_units; i++) {
        const struct unit *u = scope->units[i];
        uint32_t is_ok = unit_info(u)->status == UNIT_OK, was_ok;
        for (uint32_t k = 1; k < u->n_files; k++) {
            uint64_t key = path_key(b, scope, unit_str(u, u->files[k].name));
            if (!map_put_new(files, key, is_ok) && map_get(files, key, &was_ok))
                map_set(files, key, was_ok & is_ok);
        }
    }
}

static void judge(struct baseline *b, const struct baseline_scope *scope)
{
    struct map files;
    collect_files(b, scope, &files);
    for (uint32_t i = 0; i < b->entries.n; i++) {
        struct entry *e = &b->entries.v[i];
        uint32_t is_ok = 0;
        bool is_read = map_get(&files, hash64(e->path, strlen(e->path)), &is_ok);
        bool is_gone = !is_read && access(path_join(b->arena, scope->root, e->path), F_OK) != 0;
        bool runs = !rule_find(e->rule) || rule_is_enabled(scope->rules, e->rule);
        e->is_judged = runs && (is_gone || is_ok);
    }
}

static bool is_stale(const struct entry *e)
{
    return e->is_judged && e->used < e->count;
}

static uint32_t match(struct baseline *b, const struct baseline_scope *scope,
                      struct findings *findings, bool seen)
{
    uint32_t matched = 0;
    for (uint32_t i = 0; i < findings->list.n; i++) {
        struct finding *f = &findings->list.v[i];
        ASSERT(f->identity);
        struct entry *e = f->suppressed || is_seen(scope, f) != seen ? NULL : find(b, f->identity);
        if (!e || e->used == e->count)
            continue;
        e->used++;
        f->baselined = true;
        matched++;
    }
    return matched;
}

void baseline_apply(struct baseline *b, const struct baseline_scope *scope,
                    struct findings *findings, struct baseline_counts *out)
{
    memset(out, 0, sizeof *out);
    judge(b, scope);
    out->matched = match(b, scope, findings, true);
    (void)match(b, scope, findings, false);
    for (uint32_t i = 0; i < b->entries.n; i++)
        out->stale += is_stale(&b->entries.v[i]);
}

/* ---- changing ---- */

bool baseline_prune(struct baseline *b)
{
    bool is_changed = false;
    for (uint32_t i = 0; i < b->entries.n; i++) {
        struct entry *e = &b->entries.v[i];
        is_changed |= is_stale(e);
        if (is_stale(e))
            e->count = e->used;
    }
    return is_changed;
}

void baseline_add(struct baseline *b, const struct baseline_scope *scope,
                  struct findings *findings)
{
    for (uint32_t i = 0; i < findings->list.n; i++) {
        struct finding *f = &findings->list.v[i];
        if (f->suppressed || f->baselined || !is_seen(scope, f))
            continue;
        struct entry fresh = {f->rule, path_relative(b->arena, scope->root, f->at.file),
                              f->at.function ? f->at.function : "", f->identity, 0, 0, true};
        struct entry *e = add(b, &fresh);
        e->count++;
        e->used++;
        f->baselined = true;
    }
}

/* ---- writing ---- */

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int c = strcmp(x->path, y->path);
    if (!c)
        c = strcmp(x->rule, y->rule);
    if (!c)
        c = strcmp(x->function, y->function);
    return c ? c : strcmp(x->fingerprint, y->fingerprint);
}

static json_t *text(const char *s)
{
    struct buf BUF_CLEANUP valid = {0};
    utf8_add_valid(&valid, s, strlen(s));
    return json_stringn(buf_str(&valid), valid.n);
}

static int append(const char *bytes, size_t n, void *out)
{
    buf_add(out, bytes, n);
    return 0;
}

static void write_entry(const struct entry *e, struct buf *out)
{
    JSON_CLEANUP json_t *o =
        json_pack("{s:o, s:o, s:o, s:s, s:i}", "rule", text(e->rule), "path", text(e->path),
                  "function", text(e->function), "fingerprint", e->fingerprint, "count",
                  (int)e->count);
    if (!o || json_dump_callback(o, append, out, 0) != 0)
        out_of_memory();
}

bool baseline_write(struct baseline *b, const char *path, struct err *err)
{
    struct buf BUF_CLEANUP out = {0};
    const char *between = "\n";
    if (b->entries.n > 0)
        qsort(b->entries.v, b->entries.n, sizeof b->entries.v[0], compare_entries);
    buf_addf(&out, "{\"baseline_version\": %d, \"findings\": [", VERSION);
    for (uint32_t i = 0; i < b->entries.n; i++) {
        if (b->entries.v[i].count == 0)
            continue;
        buf_adds(&out, between);
        write_entry(&b->entries.v[i], &out);
        between = ",\n";
    }
    buf_adds(&out, "\n]}\n");
    return file_write_atomic(path, out.s, out.n, err);
}
