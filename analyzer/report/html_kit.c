/*
 * From bytes of source to bytes of a page. The reader must see what the file holds, and the browser
 * must see nothing but text: so every character is decoded, and what is no letter is replaced by a
 * sign that stands for it.
 */
#include <string.h>

#include "base/utf8.h"
#include "report/html.h"

static void add_code(struct buf *out, const char *p, size_t n, uint32_t code)
{
    static const uint32_t PICTURES = 0x2400, DELETE = 0x7f;
    if (code == UTF8_INVALID || source_is_unsafe(code)) {
        bool has_picture = code < 0x20 || code == DELETE;
        if (has_picture)
            buf_addf(out, "&#%u;", code == DELETE ? PICTURES + 0x21 : PICTURES + code);
        else
            buf_adds(out, "&#65533;");
        return;
    }
    if (code == '&' || code == '<' || code == '>' || code == '"' || code == '\'')
        buf_addf(out, "&#%u;", code);
    else
        buf_add(out, p, n);
}

void html_text_n(struct buf *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        uint32_t code;
        size_t len = utf8_next(s + i, n - i, &code);
        ASSERT(len > 0 && len <= n - i);
        if (code == '\t' || code == '\n')
            buf_addc(out, (char)code);
        else
            add_code(out, s + i, len, code);
        i += len;
    }
}

void html_text(struct buf *out, const char *s)
{
    html_text_n(out, s, strlen(s));
}

void html_prose(struct buf *out, const char *s)
{
    while (*s) {
        size_t n = strcspn(s, "`");
        html_text_n(out, s, n);
        s += n;
        const char *end = *s ? strchr(s + 1, '`') : NULL;
        if (end) {
            buf_adds(out, "<code>");
            html_text_n(out, s + 1, (size_t)(end - s - 1));
            buf_adds(out, "</code>");
            s = end + 1;
        } else if (*s) {
            buf_addc(out, *s++);
        }
    }
}

void html_place(struct html *h, const struct spot *at)
{
    ASSERT(at->file);
    buf_adds(h->out, "<span class=\"at\">");
    html_text(h->out, report_paths_get(&h->paths, at->file));
    if (at->line)
        buf_addf(h->out, ":%u", at->line);
    if (at->line && at->col)
        buf_addf(h->out, ":%u", at->col);
    buf_adds(h->out, "</span>");
}

/* ---- excerpts ---- */

static void plain_line(struct html *h, const char *line, size_t n)
{
    struct source_window w;
    size_t shown = source_window_of(line, n, 1, 1, &w) ? w.to : 0;
    html_text_n(h->out, line, shown);
    if (shown < n)
        buf_adds(h->out, "...");
}

/* col and end_col as in a spot, counted from line. */
static void marked_line(struct html *h, const char *line, size_t n, uint32_t col, uint32_t end_col)
{
    struct source_window w;
    if (!source_window_of(line, n, col, end_col, &w)) {
        plain_line(h, line, n);
        return;
    }
    if (w.from > 0)
        buf_adds(h->out, "...");
    size_t end = w.end < w.to ? w.end : w.to;
    html_text_n(h->out, line + w.from, w.start - w.from);
    buf_adds(h->out, "<mark>");
    html_text_n(h->out, line + w.start, end - w.start);
    buf_adds(h->out, "</mark>");
    html_text_n(h->out, line + end, w.to - end);
    if (w.to < n)
        buf_adds(h->out, "...");
}

struct lines {
    const char *file;
    uint32_t first, last;
};

static size_t indent_of(const char *text, size_t n)
{
    size_t i = 0;
    while (i < n && (text[i] == ' ' || text[i] == '\t'))
        i++;
    return i;
}

/* Blank lines at the edges of an excerpt say nothing. */
static bool is_blank(struct html *h, const char *file, uint32_t line)
{
    const char *text;
    size_t n;
    return !source_line(&h->sources, file, line, &text, &n) || indent_of(text, n) == n;
}

/* What all lines begin with is width that a small screen does not have. */
static size_t common_indent(struct html *h, const struct lines *v)
{
    const char *model = NULL, *text;
    size_t n, common = 0;
    for (uint32_t i = v->first; i <= v->last; i++) {
        if (is_blank(h, v->file, i) || !source_line(&h->sources, v->file, i, &text, &n))
            continue;
        size_t indent = indent_of(text, n), same = 0;
        if (!model) {
            model = text;
            common = indent;
        }
        while (same < common && same < indent && text[same] == model[same])
            same++;
        common = same;
    }
    return common;
}

void html_excerpt(struct html *h, const struct spot *at, uint32_t around)
{
    const char *text;
    size_t n;
    if (!at->file || !source_line(&h->sources, at->file, at->line, &text, &n))
        return;
    struct lines v = {at->file, at->line > around ? at->line - around : 1, at->line + around};
    while (v.first < at->line && is_blank(h, at->file, v.first))
        v.first++;
    while (v.last > at->line && is_blank(h, at->file, v.last))
        v.last--;
    ASSERT(v.first <= at->line && v.last >= at->line);
    size_t indent = common_indent(h, &v);
    h->n_excerpts++;
    buf_adds(h->out, "<pre class=\"src\" tabindex=\"0\">");
    for (uint32_t i = v.first; i <= v.last; i++) {
        if (!source_line(&h->sources, at->file, i, &text, &n))
            break;
        size_t skip = indent < n ? indent : n;
        buf_addf(h->out, "<i>%u</i> ", i);
        if (i == at->line && at->col > skip)
            marked_line(h, text + skip, n - skip, at->col - (uint32_t)skip,
                        at->end_col > skip ? at->end_col - (uint32_t)skip : 0);
        else
            plain_line(h, text + skip, n - skip);
        buf_addc(h->out, '\n');
    }
    buf_adds(h->out, "</pre>\n");
}

void html_table_starts(struct html *h, const char *title, const char *const *columns,
                       const char *kinds)
{
    buf_addf(h->out, "<h3>%s</h3>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
                     "aria-label=\"%s\"><table>\n<thead><tr>",
             title, title);
    for (; *kinds; kinds++, columns++)
        buf_addf(h->out, "<th scope=\"col\"%s>%s</th>", *kinds == 'n' ? " class=\"n\"" : "",
                 *columns);
    buf_adds(h->out, "</tr></thead>\n<tbody>\n");
}

void html_table_ends(struct html *h)
{
    buf_adds(h->out, "</tbody></table></div>\n");
}
