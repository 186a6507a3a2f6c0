/*
 * From a libclang translation unit to a unit (unit/unit.h): everything that later stages may ask
 * about the code, and nothing of libclang. Knows no rule and no catalog.
 */
#ifndef EXTRACT_EXTRACT_H
#define EXTRACT_EXTRACT_H

#include <clang-c/Index.h>

#include "unit/unit.h"

/* File bytes come from the translation unit itself. Never fails: what cannot be read is said in the
 * unit's info and diags. The unit lives in a. */
const struct unit *extract_unit(struct arena *a, CXTranslationUnit tu, const char *main_file,
                                const char *directory, const char *root);

/* A definition of a header, where the parser finds it again. */
struct extract_def {
    uint32_t file, offset; /* file: its id in the unit */
    uint32_t kind;         /* of the cursor */
    const char *name;
};
struct extract_defs {
    VEC(struct extract_def) v; /* in order */
    bool is_unclear;           /* one is not found again by its place */
};

/* The beginning of the file was parsed before, and is loaded as a precompiled header. */
struct extract_prefix {
    const struct unit *unit; /* of what was loaded; its main file exists in memory only */
    const char *in_memory;   /* how the names of such files begin, without their folder */
    const char *source;      /* the whole file; the parser got it with the beginning blanked */
    size_t n_source;
    /* What it defines, when the parser shows the declarations of the rest only; NULL: it shows
     * all. */
    const struct extract_defs *defs;
};
/* The same unit that a plain parse of the whole file gives; NULL when that cannot be told. prefix:
 * NULL for none; defs (may be NULL) gets what the unit defines. */
const struct unit *extract_unit_after(struct arena *a, CXTranslationUnit tu, const char *main_file,
                                      const char *directory, const char *root,
                                      const struct extract_prefix *prefix,
                                      struct extract_defs *defs);

#endif
