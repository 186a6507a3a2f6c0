/*
 * Word splitting is one small state machine over the bytes: the character that opened the quotes,
 * or none. No variables, globs or operators: a compile database holds none that would mean
 * anything.
 */
#include "discover/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum {
    MAX_NESTING = 8,           /* response files in response files */
    MAX_WORDS = 1 << 18,       /* of one command, so that files naming each other end */
    MAX_RESPONSE_FILE = 8 << 20 /* bytes */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* In double quotes a backslash is an ordinary character before any but these. */
static bool is_escaped(char quote, char next)
{
    if (quote == '\'' || next == '\0')
        return false;
    return quote == 0 || strchr("\"\\$`", next) != NULL;
}

/* Takes one word, which is there: s is not at a blank. Returns what follows it. */
static const char *take_word(const char *s, struct buf *word)
{
    char quote = 0;
    for (; *s; s++) {
        if (*s == '\\' && is_escaped(quote, s[1])) {
            s++;
            if (*s != '\n')
                buf_addc(word, *s);
        } else if (quote) {
            if (*s == quote)
                quote = 0;
            else
                buf_addc(word, *s);
        } else if (*s == '\'' || *s == '"') {
            quote = *s;
        } else if (is_blank(*s)) {
            break;
        } else {
            buf_addc(word, *s);
        }
    }
    return s;
}

void words_split(struct arena *a, const char *text, struct words *out)
{
    struct buf word BUF_CLEANUP = {0};
    while (out->n < MAX_WORDS) {
        while (is_blank(*text))
            text++;
        if (!*text)
            return;
        buf_reset(&word);
        text = take_word(text, &word);
        vec_push(a, out, arena_strndup(a, buf_str(&word), word.n));
    }
}

/* Recursion is bounded by MAX_NESTING. */
static void expand(struct arena *a, const char *word, const char *directory, uint32_t depth,
                   struct words *out)
{
    struct bytes text;
    struct err ignored ERR_CLEANUP = {0};
    ASSERT(depth <= MAX_NESTING);
    if (out->n >= MAX_WORDS)
        return;
    if (word[0] != '@' || word[1] == '\0' || depth == MAX_NESTING ||
        !file_read(a, path_join(a, directory, word + 1), MAX_RESPONSE_FILE, &text, &ignored)) {
        vec_push(a, out, word);
        return;
    }
    struct words inner = {0};
    words_split(a, text.p, &inner);
    for (uint32_t i = 0; i < inner.n; i++)
        expand(a, inner.v[i], directory, depth + 1, out);
}

void words_expand(struct arena *a, const struct words *in, const char *directory, struct words *out)
{
    for (uint32_t i = 0; i < in->n; i++)
        expand(a, in->v[i], directory, 0, out);
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void words_sort(struct words *w, uint32_t first)
{
    ASSERT(first <= w->n);
    if (w->n - first > 1)
        qsort(w->v + first, w->n - first, sizeof *w->v, compare_words);
}

size_t words_common_dirs(const char *a, const char *b)
{
    size_t n = 0;
    for (size_t i = 0; a[i] && a[i] == b[i]; i++)
        if (a[i] == '/')
            n = i + 1;
    return n;
}
