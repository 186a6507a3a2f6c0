/*
 * Edit distance in the "optimal string alignment" form: three rows of the usual table, so that a
 * swap of two neighbours ("dsn" for "dns") counts as one edit. Words are option names and JSON
 * keys, so what is longer than a sane word is simply "far".
 */
#include "base/suggest.h"

#include <string.h>

enum { LONGEST_WORD = 64 };

static uint32_t min2(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

uint32_t edit_distance(const char *a, const char *b)
{
    ASSERT(a && b);
    size_t na = strlen(a), nb = strlen(b);
    if (na > LONGEST_WORD || nb > LONGEST_WORD)
        return strcmp(a, b) == 0 ? 0 : UINT32_MAX;
    uint32_t rows[3][LONGEST_WORD + 1];
    uint32_t *before = rows[0], *above = rows[1], *row = rows[2];
    memset(rows, 0, sizeof rows);
    for (size_t j = 0; j <= nb; j++)
        above[j] = (uint32_t)j;
    for (size_t i = 1; i <= na; i++) {
        row[0] = (uint32_t)i;
        for (size_t j = 1; j <= nb; j++) {
            uint32_t same = above[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = min2(same, min2(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = min2(row[j], before[j - 2] + 1);
        }
        uint32_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[nb];
}

const char *suggest_word(const char *word, const char *const *known, uint32_t n)
{
    ASSERT(word);
    const char *nearest = NULL;
    size_t len = strlen(word);
    uint32_t limit = len > LONGEST_WORD ? 0 : (uint32_t)(len + 2) / 3;
    for (uint32_t i = 0; i < n; i++) {
        if (!known[i])
            continue;
        uint32_t d = edit_distance(word, known[i]);
        if (d <= limit && d < strlen(known[i])) {
            nearest = known[i];
            limit = d ? d - 1 : 0;
            if (d <= 1)
                break;
        }
    }
    return nearest;
}
