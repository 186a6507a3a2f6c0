/*
 * Wrappers need no list of their own: whatever stands before the compiler is not on the allowlist
 * of flags, so only the compiler's name is looked for, among the first words.
 */
#include "discover/command.h"

#include <ctype.h>
#include <string.h>

#include "base/file.h"

enum { COMPILER_WITHIN = 16 }; /* words: env A=1 B=2 /bin/sh libtool --tag=CC --mode=compile gcc */

bool file_is_c(const char *file)
{
    return strcmp(path_ext(file), "c") == 0;
}

bool file_is_header(const char *file)
{
    return strcmp(path_ext(file), "h") == 0;
}

static bool ends_with(const char *s, size_t n, const char *tail)
{
    size_t n_tail = strlen(tail);
    return n >= n_tail && memcmp(s + n - n_tail, tail, n_tail) == 0;
}

/* arm-linux-gnueabi-g++-12, clang++, /usr/bin/c++ */
static bool is_cxx_compiler(const char *word)
{
    const char *base = path_base(word);
    size_t n = strlen(base);
    while (n > 0 && (isdigit((unsigned char)base[n - 1]) || base[n - 1] == '.'))
        n--;
    if (n > 0 && base[n - 1] == '-')
        n--;
    return ends_with(base, n, "g++") || ends_with(base, n, "c++") || ends_with(base, n, "clang++");
}

/* The last -x, or NULL. */
static const char *named_language(const struct words *words)
{
    const char *language = NULL;
    for (uint32_t i = 1; i < words->n; i++) {
        if (strncmp(words->v[i], "-x", 2) != 0)
            continue;
        if (words->v[i][2])
            language = words->v[i] + 2;
        else if (i + 1 < words->n)
            language = words->v[i + 1];
    }
    return language && strcmp(language, "none") != 0 ? language : NULL;
}

bool command_is_c(const struct words *words, const char *file)
{
    const char *language = named_language(words);
    if (language)
        return strcmp(language, "c") == 0;
    for (uint32_t i = 0; i < words->n && i < COMPILER_WITHIN; i++)
        if (words->v[i][0] != '-' && is_cxx_compiler(words->v[i]))
            return false;
    return file_is_c(file);
}
