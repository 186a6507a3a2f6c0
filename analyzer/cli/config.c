/*
 * Values go through the same door as those of the command line (options_set), as text, so that both
 * are checked alike and give the same messages. The file belongs to whoever wrote the project, and
 * projects of strangers are analysed too: a file that was found, not named, makes nothing be
 * written outside of the project.
 */
#include "cli/config.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/suggest.h"
#include "cli/output.h"
#include "discover/discover.h"
#include "report/json_kit.h"
#include "report/report.h"

enum { CONFIG_MAX = 16 << 20, VERBOSE_MAX = 9 };

struct config {
    struct arena *arena;
    struct options *o;
    const char *path, *dir; /* of the file */
    bool is_named;          /* by --config */
    bool *given;            /* [OPTION_TABLE_N] by the command line */
    struct err *err;
};

static void json_release(json_t **j)
{
    json_decref(*j);
}
#define JSON_CLEANUP __attribute__((cleanup(json_release)))

/* ---- where it is ---- */

static const char *find_in(struct arena *a, const char *dir)
{
    static const char *const names[] = {".concadvise.json", "concadvise.json"};
    for (size_t i = 0; i < 2; i++) {
        const char *path = path_join(a, dir, names[i]);
        if (file_exists(path))
            return path;
    }
    return NULL;
}

static const char *start_dir(struct arena *a, const struct options *o, const char *cwd)
{
    uint32_t first = o->command == CMD_CHECK ? 0 : 1; /* a function, or what to do, comes before */
    if (o->words.n <= first)
        return cwd;
    const char *path = path_real(a, path_normal(a, cwd, o->words.v[first]));
    return dir_exists(path) ? path : path_dir(a, path);
}

/* No further than the repository; without one, than the working directory or the path itself: what
 * lies above is somebody else's. */
static const char *find_config(struct arena *a, const struct options *o)
{
    const char *cwd = path_real(a, cwd_get(a)), *dir = start_dir(a, o, cwd);
    const char *top = discover_vcs_root(a, dir);
    if (!top)
        top = path_inside(cwd, dir) ? cwd : dir;
    for (;; dir = path_dir(a, dir)) {
        const char *path = find_in(a, dir);
        if (path || !strcmp(dir, top) || !strcmp(dir, "/"))
            return path;
    }
}

/* ---- one value ---- */

static bool fail(struct config *c, const char *key, const char *why)
{
    return err_set(c->err, "%s: '%s': %s", c->path, key, why);
}

/* Paths of the file are relative to its folder. */
static const char *as_path(struct config *c, const struct option_spec *s, const char *value)
{
    if (!s->value || (strcmp(s->value, "DIR") && strcmp(s->value, "FILE")) || !*value)
        return value;
    return path_normal(c->arena, c->dir, value);
}

static bool is_written(const struct option_spec *s)
{
    return s->offset == offsetof(struct options, cache_dir) ||
           s->offset == offsetof(struct options, baseline);
}

/* By what links lead to, of the part of the path that is there. */
static bool is_in_project(struct config *c, const char *path)
{
    const char *there = path;
    while (access(there, F_OK) != 0 && strcmp(there, "/") != 0)
        there = path_dir(c->arena, there);
    return path_inside(c->dir, path) && path_inside(c->dir, path_real(c->arena, there));
}

static bool set_text(struct config *c, const struct option_spec *s, const json_t *v)
{
    const char *text = json_string_value(v);
    if (strlen(text) != json_string_length(v))
        return fail(c, s->name, "a text with a NUL byte in it");
    const char *value = as_path(c, s, arena_strdup(c->arena, text));
    if (!c->is_named && is_written(s) && !is_in_project(c, value))
        return fail(c, s->name, "lies outside of the project; give it on the command line");
    if (s->offset == offsetof(struct options, formats) && strchr(value, ':'))
        return fail(c, s->name, "a file to write to can only be given on the command line");
    return options_set(c->arena, c->o, s, value, c->err) || err_prefix(c->err, "%s", c->path);
}

/* Relative folders in compiler arguments are those of the file too. */
static void root_flags(struct config *c, const struct option_spec *s)
{
    if (s->offset != offsetof(struct options, extra_args) &&
        s->offset != offsetof(struct options, extra_args_before))
        return;
    struct str_list *list = (void *)((char *)c->o + s->offset);
    struct str_list clean = {0};
    flags_filter(c->arena, list->v, list->n, NULL, c->dir, &clean.v, &clean.n);
    clean.cap = clean.n;
    *list = clean;
}

static bool set_list(struct config *c, const struct option_spec *s, const json_t *v)
{
    for (size_t i = 0; i < json_array_size(v); i++) {
        const json_t *item = json_array_get(v, i);
        if (!json_is_string(item))
            return fail(c, s->name, "a list of texts is needed");
        if (!set_text(c, s, item))
            return false;
    }
    root_flags(c, s);
    return true;
}

static bool set_number(struct config *c, const struct option_spec *s, const json_t *v)
{
    json_int_t n = json_integer_value(v);
    if (s->kind != OPT_COUNT)
        return options_set(c->arena, c->o, s, arena_printf(c->arena, "%lld", (long long)n),
                           c->err) ||
               err_prefix(c->err, "%s", c->path);
    if (n < 0 || n > VERBOSE_MAX)
        return fail(c, s->name, "a number from 0 to 9 is needed");
    bool ok = true;
    for (json_int_t i = 0; ok && i < n; i++)
        ok = options_set(c->arena, c->o, s, NULL, c->err);
    return ok;
}

static bool set_value(struct config *c, const struct option_spec *s, const json_t *v)
{
    switch (s->kind) {
    case OPT_FLAG:
        if (!json_is_boolean(v))
            return fail(c, s->name, "true or false is needed");
        return !json_is_true(v) || options_set(c->arena, c->o, s, NULL, c->err);
    case OPT_COUNT:
    case OPT_NUMBER:
        return json_is_integer(v) ? set_number(c, s, v) : fail(c, s->name, "a number is needed");
    case OPT_LIST:
        if (json_is_array(v))
            return set_list(c, s, v);
        if (json_is_string(v) && set_text(c, s, v)) {
            root_flags(c, s);
            return true;
        }
        return json_is_string(v) ? false : fail(c, s->name, "a text or a list of texts is needed");
    case OPT_TEXT:
    case OPT_MAYBE:
    case OPT_CHOICE:
    case OPT_SWITCH:
        return json_is_string(v) ? set_text(c, s, v) : fail(c, s->name, "a text is needed");
    }
    BUG("option kind");
}

/* ---- the whole file ---- */

static bool is_key(const struct option_spec *s)
{
    return s->group <= GROUP_GRAPH;
}

static bool unknown_key(struct config *c, const char *key)
{
    const char **known = arena_array(c->arena, const char *, OPTION_TABLE_N + 2);
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        known[i] = is_key(s) ? s->name : NULL;
        if (!is_key(s) && !strcmp(s->name, key))
            return fail(c, key, "works only on the command line");
    }
    known[OPTION_TABLE_N] = "catalog";
    known[OPTION_TABLE_N + 1] = "workloads";
    const char *near = suggest_word(key, known, OPTION_TABLE_N + 2);
    return near ? err_set(c->err, "%s: unknown key '%s' (did you mean '%s'?)", c->path, key, near)
                : err_set(c->err, "%s: unknown key '%s'; see 'concadvise --show-config'", c->path,
                          key);
}

/* Two options of one place ("--select", "--rule") are one. */
static bool is_given(const struct config *c, const struct option_spec *s)
{
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        if (c->given[i] && OPTION_TABLE[i].offset == s->offset)
            return true;
    }
    return false;
}

static bool set_key(struct config *c, const char *key, const json_t *v)
{
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        if (!is_key(s) || strcmp(s->name, key))
            continue;
        if (!is_given(c, s)) {
            c->o->from_config[i] = true;
            return set_value(c, s, v);
        }
        struct options checked = *c->o; /* the value is not used, and wrong nevertheless */
        struct config unused = *c;
        unused.o = &checked;
        return set_value(&unused, s, v);
    }
    return unknown_key(c, key);
}

static bool read_config(struct config *c)
{
    struct bytes text;
    json_error_t why;
    if (!file_read(c->arena, c->path, CONFIG_MAX, &text, c->err))
        return err_prefix(c->err, "config");
    JSON_CLEANUP json_t *root = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &why);
    if (!root)
        return err_set(c->err, "%s:%d:%d: not valid JSON: %s", c->path, why.line, why.column,
                       why.text);
    if (!json_is_object(root))
        return err_set(c->err, "%s: an object is needed", c->path);
    const char *key;
    json_t *value;
    json_object_foreach(root, key, value) {
        if (!strcmp(key, "catalog"))
            c->o->catalog_text = text.p;
        else if (!strcmp(key, "workloads"))
            c->o->workloads_text = text.p;
        else if (strcmp(key, "$schema") != 0 && !set_key(c, key, value))
            return false;
    }
    return true;
}

bool config_apply(struct arena *a, struct options *o, struct err *err)
{
    bool reads_code = o->command == CMD_CHECK || o->command == CMD_GRAPH || o->command == CMD_CACHE;
    if (!reads_code || o->no_config || options_reads_nothing(o))
        return true;
    struct config c = {.arena = a, .o = o, .is_named = o->config != NULL, .err = err};
    c.path = o->config ? path_normal(a, cwd_get(a), o->config) : find_config(a, o);
    if (!c.path)
        return true;
    o->config_path = c.path;
    c.dir = path_real(a, path_dir(a, c.path));
    c.given = arena_array(a, bool, OPTION_TABLE_N);
    memcpy(c.given, o->given, OPTION_TABLE_N * sizeof c.given[0]);
    return read_config(&c);
}

/* ---- --show-config and the schema ---- */

static json_t *value_of(struct arena *a, const struct options *o, const struct option_spec *s)
{
    const void *at = (const char *)o + s->offset;
    const struct str_list *list = at;
    json_t *array = NULL;
    switch (s->kind) {
    case OPT_FLAG:
        return json_boolean(*(const bool *)at);
    case OPT_COUNT:
    case OPT_NUMBER:
        return json_integer(*(const uint32_t *)at);
    case OPT_TEXT:
    case OPT_MAYBE:
        return json_text(*(const char *const *)at);
    case OPT_CHOICE:
    case OPT_SWITCH:
        return json_text(choice_word(a, s->value, *(const uint32_t *)at));
    case OPT_LIST:
        array = json_array();
        for (uint32_t i = 0; i < list->n; i++)
            json_push(array, json_text(list->v[i]));
        return array;
    }
    BUG("option kind");
}

int config_show(struct arena *a, const struct options *o)
{
    struct buf BUF_CLEANUP out = {0};
    const char *file = o->config_path ? report_path(a, cwd_get(a), o->config_path) : NULL;
    struct config c = {.given = o->given};
    buf_addf(&out, "# %s%s\n", file ? "file: " : "no file", file ? file : "");
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        if (!is_key(s))
            continue;
        JSON_CLEANUP json_t *v = value_of(a, o, s);
        char *text = json_dumps(v, JSON_ENCODE_ANY);
        if (!text)
            out_of_memory();
        buf_addf(&out, "%s: %s  # %s\n", s->name, text,
                 o->from_config[i] ? file : is_given(&c, s) ? "command line" : "default");
        json_free_t release;
        json_get_alloc_funcs(NULL, &release);
        release(text);
    }
    buf_addf(&out, "catalog: %s\n", o->catalog_text ? "of the file" : "none");
    buf_addf(&out, "workloads: %s\n", o->workloads_text ? "of the file" : "none");
    return output_text(&out);
}

static json_t *type_of(struct arena *a, const struct option_spec *s)
{
    static const char *const types[] = {[OPT_FLAG] = "boolean",  [OPT_COUNT] = "integer",
                                        [OPT_TEXT] = "string",   [OPT_NUMBER] = "integer",
                                        [OPT_MAYBE] = "string",
                                        [OPT_CHOICE] = "string", [OPT_LIST] = "array",
                                        [OPT_SWITCH] = "string"};
    json_t *o = json_object(), *words = NULL;
    ASSERT(s->kind <= OPT_SWITCH);
    json_put(o, "description", json_text(s->help));
    if (s->kind == OPT_LIST) {
        json_put(o, "type", json_pack("[s, s]", "array", "string"));
        json_put(o, "items", json_pack("{s:s, s:i}", "type", "string", "minLength", 1));
        return o;
    }
    json_put(o, "type", json_string(types[s->kind]));
    if (s->kind == OPT_COUNT || s->kind == OPT_NUMBER)
        json_put(o, "minimum", json_integer(0));
    if (s->kind == OPT_TEXT)
        json_put(o, "minLength", json_integer(1));
    if (s->kind == OPT_CHOICE || s->kind == OPT_SWITCH) {
        words = json_array();
        for (const char *p = s->value; p; p = strchr(p, '|') ? strchr(p, '|') + 1 : NULL)
            json_push(words, json_text(choice_word(a, p, 0)));
        json_put(o, "enum", words);
    }
    return o;
}

static json_t *workloads_schema(void)
{
    static const char text[] =
        "{\"description\": \"what handlers, threads and processes do, by the name of their "
        "function, as the options of 'advise' of the same names say it\", \"type\": \"object\", "
        "\"additionalProperties\": {\"type\": \"object\", \"additionalProperties\": false, "
        "\"properties\": {\"io\": {\"type\": \"string\"}, \"cpu\": {\"type\": \"string\"}, "
        "\"concurrency\": {\"type\": \"integer\", \"minimum\": 1}, "
        "\"lock-share\": {\"type\": \"string\"}, \"legacy\": {\"type\": \"boolean\"}, "
        "\"shared\": {\"type\": \"boolean\"}, \"stateless\": {\"type\": \"boolean\"}}}}";
    json_t *o = json_loads(text, 0, NULL);
    ASSERT(o);
    return o;
}

void config_schema(struct buf *out)
{
    struct arena a;
    arena_init(&a);
    json_t *o = json_object(), *keys = json_object();
    json_put(o, "$schema", json_string("http://json-schema.org/draft-07/schema#"));
    json_put(o, "title", json_string(".concadvise.json"));
    json_put(o, "type", json_string("object"));
    json_put(keys, "$schema", json_pack("{s:s}", "type", "string"));
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        if (is_key(&OPTION_TABLE[i]))
            json_put(keys, OPTION_TABLE[i].name, type_of(&a, &OPTION_TABLE[i]));
    }
    json_put(keys, "catalog", json_pack("{s:s, s:s}", "type", "object", "description",
                                        "what functions of the project do: docs/catalog.md"));
    json_put(keys, "workloads", workloads_schema());
    json_put(o, "properties", keys);
    json_put(o, "additionalProperties", json_false());
    json_write(o, out);
    arena_release(&a);
}
