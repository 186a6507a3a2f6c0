/* Inside the catalog room: one catalog text to plain entries, every key and word checked. */
#ifndef CATALOG_READ_H
#define CATALOG_READ_H

#include "catalog/in_signal.h"

struct cat_text {
    const char *name; /* for messages: "posix.json" */
    const char *text;
    size_t n;
    bool is_user; /* "schema", "library" and "source" may be left out */
};
struct cat_entries {
    VEC(struct cat_func *) funcs;
    VEC(struct cat_handler_field *) fields;
    VEC(struct cat_framework *) frameworks;
    VEC(struct cat_signal_entry *) signals;
    VEC(struct cat_command *) commands;
};
/* Appends the entries of the text; false with a message that names file, entry and key. */
MUST_USE bool cat_read(struct arena *a, const struct cat_text *text, struct cat_entries *out,
                       struct err *err);
extern const char *const cat_device_words[CAT_DEVICES], *const cat_domain_words[CAT_DOMAINS];

#endif
