/* Command lines to words: the shell's quoting, and @response files. */
#ifndef DISCOVER_WORDS_H
#define DISCOVER_WORDS_H

#include "base/base.h"

struct words {
    const char **v;
    uint32_t n, cap;
};

/* Splits as a shell does: blanks, '...', "...", backslash. Expands nothing. Appends to out. */
void words_split(struct arena *a, const char *text, struct words *out);

/* Appends words to out with every "@file" replaced by that file's words, relative to directory,
 * nested to a bounded depth. An @file that cannot be read stays as it is. */
void words_expand(struct arena *a, const struct words *in, const char *directory,
                  struct words *out);

/* Sorts what stands from index first on, by byte value. */
void words_sort(struct words *w, uint32_t first);

/* Length of the directories that two paths have in common, the last "/" included. */
size_t words_common_dirs(const char *a, const char *b);

#endif
