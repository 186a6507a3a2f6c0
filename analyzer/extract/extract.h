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

#endif
