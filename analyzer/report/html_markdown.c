/*
 * The Markdown of our own rule documents: headings, paragraphs, lists of one level with lines that
 * go on below, tables, fenced code; in the text, code, bold and links. Block by block, each line
 * is looked at once; what is not known is text.
 */
#include <string.h>

#include "report/html.h"

struct markdown {
    struct buf *out;
    const char *at; /* the rest */
};

static size_t line_length(const char *s)
{
    return strcspn(s, "\n");
}

static void next_line(struct markdown *m)
{
    size_t n = line_length(m->at);
    m->at += n + (m->at[n] == '\n');
}

/* ---- in a text ---- */

static const char *find_mark(const char *s, const char *end, const char *mark)
{
    size_t n = strlen(mark);
    for (; s + n <= end; s++) {
        if (!strncmp(s, mark, n))
            return s;
    }
    return NULL;
}

/* s is at the mark that opens; past the one that closes, or NULL when there is none. */
static const char *wrapped(struct buf *out, const char *s, const char *end, const char *mark,
                           const char *tag)
{
    size_t n = strlen(mark);
    const char *close = find_mark(s + n, end, mark);
    if (!close)
        return NULL;
    buf_addf(out, "<%s>", tag);
    html_text_n(out, s + n, (size_t)(close - s) - n);
    buf_addf(out, "</%s>", tag);
    return close + n;
}

static void inline_text(struct buf *out, const char *s, size_t n)
{
    const char *end = s + n;
    while (s < end) {
        const char *after = NULL;
        if (*s == '`')
            after = wrapped(out, s, end, "`", "code");
        else if (s + 1 < end && s[0] == '*' && s[1] == '*')
            after = wrapped(out, s, end, "**", "b");
        if (!after) {
            size_t plain = 1;
            while (s + plain < end && !strchr("`*", s[plain]))
                plain++;
            html_text_n(out, s, plain);
            after = s + plain;
        }
        ASSERT(after > s && after <= end);
        s = after;
    }
}

/* ---- blocks ---- */

static bool is_fence(const char *s)
{
    return !strncmp(s, "```", 3);
}

/* How long the mark of a list's item is; 0: it is none. */
static size_t item_mark(const char *s)
{
    size_t digits = strspn(s, "0123456789");
    if (!strncmp(s, "- ", 2))
        return 2;
    return digits > 0 && !strncmp(s + digits, ". ", 2) ? digits + 2 : 0;
}

static bool ends_text(const char *s)
{
    return !*s || *s == '\n' || *s == '#' || *s == '|' || is_fence(s) || item_mark(s);
}

static void code(struct markdown *m)
{
    next_line(m);
    buf_adds(m->out, "<pre tabindex=\"0\"><code>");
    while (*m->at && !is_fence(m->at)) {
        html_text_n(m->out, m->at, line_length(m->at));
        buf_addc(m->out, '\n');
        next_line(m);
    }
    next_line(m);
    buf_adds(m->out, "</code></pre>\n");
}

/* Lines up to what begins something else, as one text. */
static void text(struct markdown *m, size_t skip)
{
    struct buf BUF_CLEANUP words = {0};
    buf_add(&words, m->at + skip, line_length(m->at) - skip);
    next_line(m);
    while (!ends_text(m->at + strspn(m->at, " "))) {
        size_t indent = strspn(m->at, " ");
        buf_addc(&words, '\n');
        buf_add(&words, m->at + indent, line_length(m->at) - indent);
        next_line(m);
    }
    inline_text(m->out, buf_str(&words), words.n);
}

static void list(struct markdown *m)
{
    const char *tag = *m->at == '-' ? "ul" : "ol";
    bool is_ordered = tag[0] == 'o';
    buf_addf(m->out, "<%s>\n", tag);
    for (size_t skip; (skip = item_mark(m->at)) > 0 && (*m->at != '-') == is_ordered;) {
        buf_adds(m->out, "<li>");
        text(m, skip);
        buf_adds(m->out, "</li>\n");
        while (*m->at == '\n')
            next_line(m);
    }
    buf_addf(m->out, "</%s>\n", tag);
}

static void table_row(struct markdown *m, const char *tag)
{
    const char *end = m->at + line_length(m->at);
    buf_adds(m->out, "<tr>");
    for (const char *s = m->at + 1; s < end;) {
        const char *next = memchr(s, '|', (size_t)(end - s));
        if (!next)
            break;
        size_t skip = strspn(s, " ");
        const char *last = next;
        while (last > s + skip && last[-1] == ' ')
            last--;
        buf_addf(m->out, "<%s>", tag);
        if (s + skip < last)
            inline_text(m->out, s + skip, (size_t)(last - s) - skip);
        buf_addf(m->out, "</%s>", tag);
        s = next + 1;
    }
    buf_adds(m->out, "</tr>\n");
    next_line(m);
}

static void table(struct markdown *m)
{
    buf_adds(m->out, "<div class=\"wide\" tabindex=\"0\"><table>\n");
    for (bool is_head = true; *m->at == '|'; is_head = false) {
        if (!strncmp(m->at, "|-", 2) || !strncmp(m->at, "| -", 3))
            next_line(m);
        else
            table_row(m, is_head ? "th" : "td");
    }
    buf_adds(m->out, "</table></div>\n");
}

static void heading(struct markdown *m)
{
    size_t level = strspn(m->at, "#"), skip = level + strspn(m->at + level, " ");
    if (level > 1) {
        buf_adds(m->out, "<h4>");
        inline_text(m->out, m->at + skip, line_length(m->at) - skip);
        buf_adds(m->out, "</h4>\n");
    }
    next_line(m);
}

void html_markdown(struct buf *out, const char *source)
{
    struct markdown m = {out, source};
    while (*m.at) {
        const char *before = m.at;
        if (*m.at == '\n') {
            next_line(&m);
        } else if (*m.at == '#') {
            heading(&m);
        } else if (is_fence(m.at)) {
            code(&m);
        } else if (*m.at == '|') {
            table(&m);
        } else if (item_mark(m.at)) {
            list(&m);
        } else {
            buf_adds(out, "<p>");
            text(&m, 0);
            buf_adds(out, "</p>\n");
        }
        ASSERT(m.at > before);
    }
}
