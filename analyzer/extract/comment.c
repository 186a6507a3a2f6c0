/*
 * Comments that speak to the tool. libclang's tokens cost as much as parsing, so files are read
 * here, and only those whose bytes contain one of the words at all. What matters is to tell
 * comments from strings and character constants, and to know backslash-newline; nothing else of C
 * is looked at.
 */
#include "extract/context.h"

#include <string.h>

static const char *const words[] = {"concadvise", "NOLINT"};

static bool has_word(const char *s, size_t n)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (memmem(s, n, words[i], strlen(words[i])) != NULL)
            return true;
    return false;
}

struct lexer {
    const char *s;
    size_t n, at;
    uint32_t line;
    size_t line_start; /* offset */
    bool is_blank;     /* only white space on the line so far */
};

static void step(struct lexer *l)
{
    ASSERT(l->at < l->n);
    char c = l->s[l->at++];
    if (c == '\n') {
        l->line++;
        l->line_start = l->at;
        l->is_blank = true;
    } else if (c != ' ' && c != '\t' && c != '\r' && c != '\f' && c != '\v') {
        l->is_blank = false;
    }
}

/* The length of a backslash-newline that stands at the position, else 0. */
static size_t splice(const struct lexer *l)
{
    const char *s = l->s + l->at;
    size_t left = l->n - l->at;
    if (left >= 2 && s[0] == '\\' && s[1] == '\n')
        return 2;
    if (left >= 3 && s[0] == '\\' && s[1] == '\r' && s[2] == '\n')
        return 3;
    return 0;
}

static void step_by(struct lexer *l, size_t n)
{
    while (n-- > 0)
        step(l);
}

/* A string or character constant ends at its quote or, unclosed, at the end of its line. */
static void skip_quoted(struct lexer *l, char quote)
{
    step(l);
    while (l->at < l->n && l->s[l->at] != '\n') {
        size_t skip = splice(l);
        char c = l->s[l->at];
        if (skip == 0 && c == '\\' && l->at + 1 < l->n)
            skip = 2;
        step_by(l, skip > 0 ? skip : 1);
        if (skip == 0 && c == quote)
            return;
    }
}

static void skip_line_comment(struct lexer *l)
{
    while (l->at < l->n && l->s[l->at] != '\n') {
        size_t skip = splice(l);
        step_by(l, skip > 0 ? skip : 1);
    }
}

static void skip_block_comment(struct lexer *l)
{
    step_by(l, 2);
    while (l->at < l->n) {
        bool is_end = l->s[l->at] == '*' && l->at + 1 < l->n && l->s[l->at + 1] == '/';
        step_by(l, is_end ? 2 : 1);
        if (is_end)
            return;
    }
}

static void take_comment(struct extract *x, file_id file, struct lexer *l, bool is_line)
{
    size_t start = l->at;
    uint32_t line = l->line, col = (uint32_t)(start - l->line_start + 1);
    struct unit_comment c = {.flags = l->is_blank ? COMMENT_ALONE : 0};
    if (is_line)
        skip_line_comment(l);
    else
        skip_block_comment(l);
    size_t n = l->at - start;
    if (n > 0 && l->s[start + n - 1] == '\r')
        n--;
    if (!has_word(l->s + start, n))
        return;
    c.place = builder_place(x->b, file, line, col, (place_id){0});
    c.end_line = l->line;
    c.text = builder_strn(x->b, l->s + start, n);
    builder_comment(x->b, &c);
}

static void read_file(struct extract *x, file_id file, const char *s, size_t n)
{
    struct lexer l = {.s = s, .n = n, .line = 1, .is_blank = true};
    while (l.at < l.n) {
        char c = l.s[l.at], next = l.at + 1 < l.n ? l.s[l.at + 1] : '\0';
        if (c == '/' && (next == '/' || next == '*'))
            take_comment(x, file, &l, next == '/');
        else if (c == '"' || c == '\'')
            skip_quoted(&l, c);
        else
            step(&l);
    }
}

/* Of a file that the prefix has read: found then. */
static void take_prefix_comments(struct extract *x, const struct extract_file *f)
{
    const struct unit *u = x->prefix->unit;
    for (uint32_t i = 1; i < u->n_comments; i++) {
        struct unit_comment c = u->comments[i];
        const struct unit_place *p = &u->places[c.place.v];
        if (p->file.v != f->in_prefix.v)
            continue;
        c.place = builder_place(x->b, f->id, p->line, p->col, (place_id){0});
        c.text = builder_str(x->b, unit_str(u, u->comments[i].text));
        builder_comment(x->b, &c);
    }
}

void extract_comments(struct extract *x)
{
    for (uint32_t i = 0; i < x->files.n; i++) {
        const struct extract_file *f = &x->files.v[i];
        size_t n = 0;
        if (f->in_prefix.v != 0) {
            take_prefix_comments(x, f);
            continue;
        }
        const char *s = f->is_system ? NULL : extract_file_text(x, f, &n);
        bool is_repeated = false; /* the same file by two names */
        for (uint32_t k = 0; k < i && s != NULL; k++)
            is_repeated = is_repeated || x->files.v[k].id.v == f->id.v;
        if (s != NULL && !is_repeated && has_word(s, n))
            read_file(x, f->id, s, n);
    }
}
