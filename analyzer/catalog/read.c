/*
 * From catalog JSON to plain entries. What an object may hold is said by tables (shapes.c), one
 * line for each key; one function reads any object by its table, so that every key is checked in
 * the same way: unknown keys, wrong types, unknown words and missing keys are errors that say
 * where.
 *
 * The place of an error is kept as a stack of keys and only put into words when there is one.
 */
#include "catalog/read.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/suggest.h"
#include "catalog/shapes.h"

enum { PLACES = 8 }; /* the schema is five deep */
struct place {
    const char *key;
    int64_t index; /* -1: not in a list */
};
struct reader {
    struct arena *a;
    struct err *err;
    const struct cat_text *text;
    const char *library, *source;
    const char *entry; /* name of the function or handler field; NULL at the top */
    struct place places[PLACES];
    uint32_t n_places;
};

static void json_release(json_t **j)
{
    json_decref(*j);
}
#define JSON_CLEANUP __attribute__((cleanup(json_release)))

static void enter(struct reader *r, const char *key, int64_t index)
{
    ASSERT(r->n_places < PLACES);
    r->places[r->n_places++] = (struct place){key, index};
}

static void leave(struct reader *r)
{
    ASSERT(r->n_places > 0);
    r->n_places--;
}

static bool fail(struct reader *r, const char *fmt, ...) PRINTF_LIKE(2, 3);
static bool fail(struct reader *r, const char *fmt, ...)
{
    BUF_CLEANUP struct buf where = {0};
    if (r->entry)
        buf_addf(&where, "'%s': ", r->entry);
    for (uint32_t i = 0; i < r->n_places; i++) {
        buf_addf(&where, "%s%s", i ? "." : "", r->places[i].key);
        if (r->places[i].index >= 0)
            buf_addf(&where, "[%lld]", (long long)r->places[i].index);
    }
    if (r->n_places)
        buf_adds(&where, ": ");
    va_list ap;
    va_start(ap, fmt);
    buf_addv(&where, fmt, ap);
    va_end(ap);
    return err_set(r->err, "%s: %s", r->text->name, buf_str(&where));
}

static bool unknown(struct reader *r, const char *what, const char *got, const char *const *known,
                    uint32_t n)
{
    const char *near = suggest_word(got, known, n);
    if (near)
        return fail(r, "unknown %s '%s', did you mean '%s'?", what, got, near);
    BUF_CLEANUP struct buf list = {0};
    for (uint32_t i = 0; i < n; i++)
        if (known[i])
            buf_addf(&list, "%s%s", list.n ? ", " : "", known[i]);
    return fail(r, "unknown %s '%s' (known: %s)", what, got, buf_str(&list));
}

static const char *type_name(const json_t *j)
{
    switch (json_typeof(j)) {
    case JSON_OBJECT: return "an object";
    case JSON_ARRAY: return "a list";
    case JSON_STRING: return "a string";
    case JSON_INTEGER: return "a whole number";
    case JSON_REAL: return "a number";
    case JSON_TRUE:
    case JSON_FALSE: return "true or false";
    case JSON_NULL: return "null";
    }
    return "something else";
}

static bool wrong_type(struct reader *r, const json_t *j, const char *want)
{
    return fail(r, "must be %s, not %s", want, type_name(j));
}

static bool read_object(struct reader *r, json_t *j, const struct cat_shape *shape, char *into);

static bool read_index(struct reader *r, const json_t *j, void *into)
{
    if (!json_is_integer(j))
        return wrong_type(r, j, "the index of an argument, counted from 0");
    json_int_t n = json_integer_value(j);
    if (n < 0 || n > CAT_MAX_ARG)
        return fail(r, "must be an index from 0 to %d, not %lld", CAT_MAX_ARG, (long long)n);
    *(int *)into = (int)n;
    return true;
}

/* "3...": the argument 3 and all after it. */
static bool read_rest(struct reader *r, const json_t *j, uint32_t *bits)
{
    const char *text = json_string_value(j);
    char *end;
    long from = strtol(text, &end, 10);
    if (end == text || strcmp(end, "...") != 0 || from < 0 || from > CAT_MAX_ARG)
        return fail(r, "must be an index such as 3, or \"3...\" for it and all after it, not '%s'",
                    text);
    *bits |= UINT32_MAX << from;
    return true;
}

static bool read_args(struct reader *r, const json_t *j, uint32_t *bits)
{
    if (!json_is_array(j) || json_array_size(j) == 0)
        return json_is_array(j) ? fail(r, "must not be empty") : wrong_type(r, j, "a list");
    for (size_t i = 0; i < json_array_size(j); i++) {
        const json_t *item = json_array_get(j, i);
        int index = 0;
        r->places[r->n_places - 1].index = (int64_t)i;
        if (json_is_string(item)) {
            if (!read_rest(r, item, bits))
                return false;
            continue;
        }
        if (!read_index(r, item, &index))
            return false;
        *bits |= UINT32_C(1) << index;
    }
    return true;
}

static bool read_ms(struct reader *r, const json_t *j, bool may_be_null, void *into)
{
    double *ms = into;
    if (may_be_null && json_is_null(j)) {
        *ms = -1;
        return true;
    }
    if (!json_is_number(j))
        return wrong_type(r, j, may_be_null ? "a number of milliseconds, or null for no bound"
                                            : "a number of milliseconds");
    *ms = json_number_value(j);
    return *ms >= 0 ? true : fail(r, "must not be negative");
}

static bool read_number(struct reader *r, const json_t *j, void *into)
{
    double *number = into;
    if (!json_is_number(j))
        return wrong_type(r, j, "a number");
    *number = json_number_value(j);
    return *number >= 0 ? true : fail(r, "must not be negative");
}

static bool read_string(struct reader *r, const json_t *j, const char **into)
{
    if (!json_is_string(j))
        return wrong_type(r, j, "a string");
    if (json_string_length(j) == 0)
        return fail(r, "must not be empty");
    *into = arena_strdup(r->a, json_string_value(j));
    return true;
}

static bool read_word(struct reader *r, const json_t *j, const struct cat_words *words, void *into)
{
    if (!json_is_string(j))
        return wrong_type(r, j, "a word");
    const char *got = json_string_value(j);
    for (uint32_t i = 0; i < words->n; i++) {
        if (words->v[i] && strcmp(words->v[i], got) == 0) {
            memcpy(into, &i, sizeof i); /* every enum of the contract is as wide as an int */
            return true;
        }
    }
    return unknown(r, "word", got, words->v, words->n);
}

static bool read_handle(struct reader *r, const json_t *j, int *into)
{
    if (json_is_string(j) && strcmp(json_string_value(j), "result") == 0) {
        *into = CAT_HANDLE_RESULT;
        return true;
    }
    if (!json_is_integer(j))
        return wrong_type(r, j, "the index of an argument, or \"result\"");
    return read_index(r, j, into);
}

/* A condition's test is the key itself: "equals": 4. */
static bool read_test(struct reader *r, const json_t *j, const struct cat_field *f, void *into)
{
    struct cat_cond *cond = into;
    if (!json_is_integer(j))
        return wrong_type(r, j, "a whole number");
    cond->test = (enum cat_test)f->number;
    cond->num = json_integer_value(j);
    return true;
}

static bool read_list(struct reader *r, json_t *j, const struct cat_field *f, char *into)
{
    if (!json_is_array(j))
        return wrong_type(r, j, "a list");
    uint32_t n = (uint32_t)json_array_size(j);
    char *items = arena_alloc(r->a, arena_size(n, f->shape->size));
    const char *key = r->places[r->n_places - 1].key;
    for (uint32_t i = 0; i < n; i++) {
        r->places[r->n_places - 1] = (struct place){key, i};
        if (!read_object(r, json_array_get(j, i), f->shape, items + i * f->shape->size))
            return false;
    }
    memcpy(into + f->offset, &items, sizeof items);
    memcpy(into + f->count_offset, &n, sizeof n);
    return true;
}

static bool read_strings(struct reader *r, json_t *j, const struct cat_field *f, char *into)
{
    if (!json_is_array(j))
        return wrong_type(r, j, "a list of strings");
    uint32_t n = (uint32_t)json_array_size(j);
    const char **items = arena_array(r->a, const char *, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        r->places[r->n_places - 1].index = i;
        if (!read_string(r, json_array_get(j, i), &items[i]))
            return false;
    }
    memcpy(into + f->offset, &items, sizeof items);
    memcpy(into + f->count_offset, &n, sizeof n);
    return true;
}

static bool read_value(struct reader *r, json_t *j, const struct cat_field *f, char *into)
{
    char *at = into + f->offset;
    switch (f->how) {
    case HOW_SKIP: return true;
    case HOW_SCHEMA:
        if (!json_is_integer(j) || json_integer_value(j) != CAT_SCHEMA)
            return fail(r, "must be %d, the only schema there is", CAT_SCHEMA);
        return true;
    case HOW_INDEX: return read_index(r, j, at);
    case HOW_ARGS: return read_args(r, j, (uint32_t *)(void *)at);
    case HOW_HANDLE: return read_handle(r, j, (int *)(void *)at);
    case HOW_MS: return read_ms(r, j, false, at);
    case HOW_MS_OR_NULL: return read_ms(r, j, true, at);
    case HOW_NUMBER: return read_number(r, j, at);
    case HOW_STRING: return read_string(r, j, (const char **)(void *)at);
    case HOW_WORD: return read_word(r, j, f->words, at);
    case HOW_TEST: return read_test(r, j, f, into);
    case HOW_LIST: return read_list(r, j, f, into);
    case HOW_STRINGS: return read_strings(r, j, f, into);
    case HOW_INLINE: return read_object(r, j, f->shape, into);
    case HOW_BOOL:
        if (!json_is_boolean(j))
            return wrong_type(r, j, "true or false");
        *(bool *)(void *)at = json_is_true(j);
        return true;
    case HOW_OBJECT: {
        char *object = arena_alloc(r->a, f->shape->size);
        memcpy(at, &object, sizeof object);
        return read_object(r, j, f->shape, object);
    }
    }
    BUG("a field with no way to read it");
}

/* Indexes that are not given are -1, also those of inlined objects. */
static void set_defaults(const struct cat_shape *shape, char *into)
{
    for (uint32_t i = 0; i < shape->n; i++) {
        const struct cat_field *f = &shape->fields[i];
        if (f->how == HOW_INDEX || f->how == HOW_HANDLE)
            *(int *)(void *)(into + f->offset) = -1;
        else if (f->how == HOW_INLINE)
            set_defaults(f->shape, into);
    }
}

static const struct cat_field *find_field(const struct cat_shape *shape, const char *key)
{
    for (uint32_t i = 0; i < shape->n; i++)
        if (strcmp(shape->fields[i].key, key) == 0)
            return &shape->fields[i];
    return NULL;
}

static bool unknown_key(struct reader *r, const struct cat_shape *shape, const char *key)
{
    const char *keys[CAT_MAX_KEYS];
    ASSERT(shape->n <= CAT_MAX_KEYS);
    for (uint32_t i = 0; i < shape->n; i++)
        keys[i] = shape->fields[i].key;
    return unknown(r, "key", key, keys, shape->n);
}

static bool has_needed_keys(struct reader *r, json_t *j, const struct cat_shape *shape)
{
    BUF_CLEANUP struct buf choices = {0};
    uint32_t chosen = 0;
    for (uint32_t i = 0; i < shape->n; i++) {
        const struct cat_field *f = &shape->fields[i];
        bool given = json_object_get(j, f->key) != NULL;
        bool needed = f->need == NEED_ALWAYS || (f->need == NEED_BUILT_IN && !r->text->is_user);
        if (needed && !given)
            return fail(r, "the key '%s' is missing", f->key);
        if (f->need == NEED_ONE_OF) {
            buf_addf(&choices, "%s'%s'", choices.n ? ", " : "", f->key);
            chosen += given;
        }
    }
    if (choices.n && chosen != 1)
        return fail(r, "needs one of the keys %s, and only one", buf_str(&choices));
    return true;
}

static bool read_object(struct reader *r, json_t *j, const struct cat_shape *shape, char *into)
{
    if (!json_is_object(j))
        return wrong_type(r, j, "an object");
    set_defaults(shape, into);
    if (!has_needed_keys(r, j, shape))
        return false;
    const char *key;
    json_t *value;
    json_object_foreach(j, key, value) {
        const struct cat_field *f = find_field(shape, key);
        if (!f)
            return unknown_key(r, shape, key);
        enter(r, f->key, -1);
        if (!read_value(r, value, f, into))
            return false;
        leave(r);
    }
    const char *wrong = shape->check ? shape->check(into) : NULL;
    return wrong ? fail(r, "%s", wrong) : true;
}

static bool add_function(struct reader *r, const struct cat_func *proto, const json_t *name,
                         struct cat_entries *out)
{
    if (!json_is_string(name) || json_string_length(name) == 0)
        return fail(r, "'name' must be a function's name or a list of them");
    struct cat_func *f = arena_new(r->a, struct cat_func);
    *f = *proto;
    f->name = arena_strdup(r->a, json_string_value(name));
    vec_push(r->a, &out->funcs, f);
    return true;
}

static bool read_function(struct reader *r, json_t *j, struct cat_entries *out)
{
    if (!json_is_object(j))
        return wrong_type(r, j, "an object");
    json_t *names = json_object_get(j, "name");
    const json_t *first = json_is_array(names) ? json_array_get(names, 0) : names;
    if (!json_is_string(first))
        return fail(r, "'name' must be a function's name or a list of them");
    struct place saved = r->places[0];
    r->entry = json_string_value(first);
    r->n_places = 0;
    struct cat_func proto = {.library = r->library, .file = r->text->name, .source = r->source};
    if (!read_object(r, j, &cat_function_shape, (char *)&proto))
        return false;
    if (!json_is_array(names)) {
        if (!add_function(r, &proto, names, out))
            return false;
    } else {
        for (size_t i = 0; i < json_array_size(names); i++)
            if (!add_function(r, &proto, json_array_get(names, i), out))
                return false;
    }
    r->entry = NULL;
    r->n_places = 1;
    r->places[0] = saved;
    return true;
}

static bool read_functions(struct reader *r, json_t *list, struct cat_entries *out)
{
    enter(r, "functions", -1);
    if (!json_is_array(list))
        return wrong_type(r, list, "a list");
    for (size_t i = 0; i < json_array_size(list); i++) {
        r->places[0].index = (int64_t)i;
        if (!read_function(r, json_array_get(list, i), out))
            return false;
    }
    leave(r);
    return true;
}

static bool read_handler_fields(struct reader *r, json_t *list, struct cat_entries *out)
{
    enter(r, "handler_fields", -1);
    if (!json_is_array(list))
        return wrong_type(r, list, "a list");
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct cat_handler_field *f = arena_new(r->a, struct cat_handler_field);
        f->library = r->library;
        r->places[0].index = (int64_t)i;
        if (!read_object(r, json_array_get(list, i), &cat_handler_field_shape, (char *)f))
            return false;
        vec_push(r->a, &out->fields, f);
    }
    leave(r);
    return true;
}

static bool add_signal(struct reader *r, const struct cat_signal_entry *proto, const json_t *name,
                       struct cat_entries *out)
{
    if (!json_is_string(name) || json_string_length(name) == 0)
        return fail(r, "'name' must be a function's name or a list of them");
    struct cat_signal_entry *s = arena_new(r->a, struct cat_signal_entry);
    *s = *proto;
    s->name = arena_strdup(r->a, json_string_value(name));
    vec_push(r->a, &out->signals, s);
    return true;
}

static bool read_signals(struct reader *r, json_t *list, struct cat_entries *out)
{
    enter(r, "in_signal", -1);
    if (!json_is_array(list))
        return wrong_type(r, list, "a list");
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct cat_signal_entry proto = {0};
        json_t *item = json_array_get(list, i), *names = json_object_get(item, "name");
        r->places[0].index = (int64_t)i;
        if (!read_object(r, item, &cat_signal_shape, (char *)&proto))
            return false;
        if (!json_is_array(names) && !add_signal(r, &proto, names, out))
            return false;
        for (size_t k = 0; json_is_array(names) && k < json_array_size(names); k++)
            if (!add_signal(r, &proto, json_array_get(names, k), out))
                return false;
    }
    leave(r);
    return true;
}

/* One entry for each name: they are found by it. */
static bool read_command(struct reader *r, json_t *j, struct cat_entries *out)
{
    struct cat_command proto = {.library = r->library, .source = r->source,
                                .is_user = r->text->is_user};
    json_t *names = json_object_get(j, "name");
    if (!read_object(r, j, &cat_command_shape, (char *)&proto))
        return false;
    size_t n = json_is_array(names) ? json_array_size(names) : 1;
    for (size_t i = 0; i < n; i++) {
        struct cat_command *c = arena_new(r->a, struct cat_command);
        *c = proto;
        enter(r, "name", -1);
        if (!read_string(r, json_is_array(names) ? json_array_get(names, i) : names, &c->name))
            return false;
        leave(r);
        vec_push(r->a, &out->commands, c);
    }
    return true;
}

static bool read_commands(struct reader *r, json_t *list, struct cat_entries *out)
{
    enter(r, "commands", -1);
    if (!json_is_array(list))
        return wrong_type(r, list, "a list");
    for (size_t i = 0; i < json_array_size(list); i++) {
        r->places[0].index = (int64_t)i;
        if (!read_command(r, json_array_get(list, i), out))
            return false;
    }
    leave(r);
    return true;
}

static bool read_framework(struct reader *r, json_t *j, struct cat_entries *out)
{
    struct cat_framework *f = arena_new(r->a, struct cat_framework);
    f->library = r->library;
    f->source = r->source;
    enter(r, "framework", -1);
    if (!read_object(r, j, &cat_framework_shape, (char *)f))
        return false;
    leave(r);
    vec_push(r->a, &out->frameworks, f);
    return true;
}

static bool read_root(struct reader *r, json_t *root, struct cat_entries *out)
{
    struct cat_root head = {0};
    if (!read_object(r, root, &cat_root_shape, (char *)&head))
        return false;
    r->library = head.library ? head.library : "user";
    r->source = head.source ? head.source : r->text->name;
    json_t *part = json_object_get(root, "framework");
    if (part && !read_framework(r, part, out))
        return false;
    part = json_object_get(root, "functions");
    if (part && !read_functions(r, part, out))
        return false;
    part = json_object_get(root, "in_signal");
    if (part && !read_signals(r, part, out))
        return false;
    part = json_object_get(root, "handler_fields");
    if (part && !read_handler_fields(r, part, out))
        return false;
    part = json_object_get(root, "commands");
    return !part || read_commands(r, part, out);
}

bool cat_read(struct arena *a, const struct cat_text *text, struct cat_entries *out,
              struct err *err)
{
    ASSERT(text->name && text->text);
    struct reader r = {.a = a, .err = err, .text = text};
    json_error_t why;
    JSON_CLEANUP json_t *root = json_loadb(text->text, text->n, JSON_REJECT_DUPLICATES, &why);
    if (!root)
        return err_set(err, "%s:%d:%d: not valid JSON: %s", text->name, why.line, why.column,
                       why.text);
    /* A whole .concadvise.json: its catalog is one key of it, the others are not ours. */
    json_t *own = text->is_user ? json_object_get(root, "catalog") : NULL;
    return read_root(&r, own ? own : root, out);
}
