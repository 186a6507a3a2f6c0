/*
 * Excerpts think in columns of a terminal: each character of the line is decoded, printed as it is
 * or replaced, and gets a space, a tab or a mark of the same width below it. Widths do not come
 * from the locale, since the same input has to give the same bytes everywhere.
 */
#include "report/source.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"

enum { SOURCE_MAX = 256 << 20, SHOWN_MAX = 200, SHOWN_BEFORE = 80 };

void source_files_init(struct source_files *s, struct arena *a)
{
    memset(s, 0, sizeof *s);
    s->arena = a;
    map_init(&s->by_name, a);
}

static void find_lines(struct arena *a, struct source_file *f)
{
    ASSERT(f->n <= SOURCE_MAX);
    vec_push(a, &f->starts, 0);
    for (const char *p = f->text; p && (p = memchr(p, '\n', f->n - (size_t)(p - f->text)));) {
        p++;
        vec_push(a, &f->starts, (uint32_t)(p - f->text));
    }
}

static struct source_file *load(struct source_files *s, const char *path)
{
    uint64_t key = hash64(path, strlen(path));
    uint32_t index;
    if (map_get(&s->by_name, key, &index))
        return &s->files.v[index];
    struct source_file f = {.name = arena_strdup(s->arena, path)};
    struct bytes bytes = {0};
    struct err ERR_CLEANUP err = {0};
    if (file_read(s->arena, path, SOURCE_MAX, &bytes, &err)) {
        f.text = bytes.p;
        f.n = bytes.n;
        find_lines(s->arena, &f);
    }
    map_set(&s->by_name, key, s->files.n);
    vec_push(s->arena, &s->files, f);
    return &vec_last(&s->files);
}

bool source_line(struct source_files *s, const char *path, uint32_t line, const char **text,
                 size_t *n)
{
    const struct source_file *f = load(s, path);
    if (line == 0 || line > f->starts.n)
        return false;
    size_t start = f->starts.v[line - 1];
    size_t end = line < f->starts.n ? f->starts.v[line] - 1 : f->n;
    ASSERT(start <= end || start == f->n);
    while (end > start && (f->text[end - 1] == '\r' || f->text[end - 1] == '\n'))
        end--;
    *text = f->text + start;
    *n = end > start ? end - start : 0;
    return true;
}

struct code_range {
    uint32_t first, last;
};
static bool in_ranges(uint32_t c, const struct code_range *r, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (c >= r[i].first && c <= r[i].last)
            return true;
    }
    return false;
}

/* Columns of a character in a terminal: the common cases of combining and of wide characters. */
static uint32_t width(uint32_t c)
{
    static const struct code_range none[] = {{0x300, 0x36f}, {0x200b, 0x200f}, {0xfe00, 0xfe0f},
                                             {0x20d0, 0x20ff}};
    static const struct code_range wide[] = {
        {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0xa4cf}, {0xac00, 0xd7a3},
        {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60}, {0xffe0, 0xffe6},
        {0x1f300, 0x1faff}, {0x20000, 0x3fffd},
    };
    if (in_ranges(c, none, sizeof none / sizeof none[0]))
        return 0;
    return in_ranges(c, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
}

bool source_is_unsafe(uint32_t c)
{
    return c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

static bool is_word(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

static size_t token_end(const char *line, size_t n, size_t start)
{
    size_t end = start;
    while (end < n && is_word(line[end]))
        end++;
    return end > start ? end : start + 1;
}

static void add_char(struct excerpt *e, const char *p, size_t len, uint32_t code, char mark)
{
    if (code == '\t') {
        buf_addc(&e->text, '\t');
        buf_addc(&e->caret, mark == ' ' ? '\t' : mark);
        return;
    }
    bool shown = code != UTF8_INVALID && !source_is_unsafe(code);
    buf_add(&e->text, shown ? p : "?", shown ? len : 1);
    for (uint32_t w = shown ? width(code) : 1; w > 0; w--) {
        buf_addc(&e->caret, mark);
        if (mark == '^')
            mark = '~';
    }
}

bool source_window_of(const char *line, size_t n, uint32_t col, uint32_t end_col,
                      struct source_window *w)
{
    if (col == 0 || col > n)
        return false;
    size_t start = col - 1;
    size_t end = end_col > col ? end_col - 1 : token_end(line, n, start);
    size_t from = n > SHOWN_MAX && start > SHOWN_BEFORE ? start - SHOWN_BEFORE : 0;
    while (from > 0 && from < start && ((unsigned char)line[from] & 0xc0) == 0x80)
        from++;
    size_t to = n - from > SHOWN_MAX ? from + SHOWN_MAX : n;
    for (int i = 0; i < 3 && to < n && ((unsigned char)line[to] & 0xc0) == 0x80; i++)
        to++;
    *w = (struct source_window){from, to, start, end > n ? n : end};
    ASSERT(from <= start && start < to && start < w->end);
    return true;
}

bool excerpt_make(const char *line, size_t n, uint32_t col, uint32_t end_col, struct excerpt *e)
{
    struct source_window w;
    memset(e, 0, sizeof *e);
    if (!source_window_of(line, n, col, end_col, &w))
        return false;
    if (w.from > 0) {
        buf_adds(&e->text, "...");
        buf_adds(&e->caret, "   ");
    }
    for (size_t i = w.from; i < w.to;) {
        uint32_t code;
        size_t len = utf8_next(line + i, n - i, &code);
        bool is_start = i <= w.start && w.start < i + len;
        add_char(e, line + i, len, code, is_start ? '^' : i >= w.start && i < w.end ? '~' : ' ');
        i += len;
    }
    if (w.to < n)
        buf_adds(&e->text, "...");
    while (e->caret.n > 0 &&
           (e->caret.s[e->caret.n - 1] == ' ' || e->caret.s[e->caret.n - 1] == '\t'))
        e->caret.s[--e->caret.n] = '\0';
    return true;
}

void excerpt_release(struct excerpt *e)
{
    buf_release(&e->text);
    buf_release(&e->caret);
}
