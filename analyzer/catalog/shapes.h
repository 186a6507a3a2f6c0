/* Inside the catalog room: the schema as tables, one line for each key of each object. */
#ifndef CATALOG_SHAPES_H
#define CATALOG_SHAPES_H

#include "catalog/catalog.h"

enum { CAT_SCHEMA = 1, CAT_MAX_ARG = 31, CAT_MAX_KEYS = 24, CAT_HANDLE_RESULT = -2 };

enum cat_how {
    HOW_SKIP,   /* read by whoever knows the object */
    HOW_SCHEMA, /* must be CAT_SCHEMA */
    HOW_INDEX,
    HOW_ARGS,   /* list of indexes; the last may be "3...", for 3 and all after it: a set as bits */
    HOW_HANDLE,
    HOW_MS,
    HOW_MS_OR_NULL,
    HOW_NUMBER,
    HOW_BOOL,
    HOW_STRING,
    HOW_STRINGS, /* a list of them */
    HOW_WORD,
    HOW_TEST,
    HOW_LIST,   /* of objects */
    HOW_OBJECT, /* behind a pointer */
    HOW_INLINE, /* an object whose keys fill the same record */
};
enum cat_need {
    NEED_NOT,
    NEED_ALWAYS,
    NEED_BUILT_IN, /* users may leave it out */
    NEED_ONE_OF,   /* of the keys of an object with this, exactly one */
};

struct cat_words {
    const char *const *v; /* by enum value; NULL: has no word */
    uint32_t n;
};
struct cat_shape;
struct cat_field {
    const char *key;
    enum cat_how how;
    enum cat_need need;
    size_t offset, count_offset;
    const struct cat_words *words;
    const struct cat_shape *shape;
    int number; /* HOW_TEST: enum cat_test */
};
struct cat_shape {
    const struct cat_field *fields;
    uint32_t n;
    size_t size;
    const char *(*check)(const void *record); /* what is wrong with it as a whole, or NULL */
};

/* Keys of the whole text that are plain; the rest of it is read entry by entry. */
struct cat_root {
    const char *library, *source;
};
extern const struct cat_shape cat_root_shape, cat_function_shape, cat_handler_field_shape,
    cat_framework_shape, cat_signal_shape, cat_command_shape;

#endif
