/*
 * What the parts of the HTML report share. Everything that comes from source code, file names and
 * documents passes html_text(): it is the only door from bytes to the page.
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report/paths.h"
#include "report/report.h"
#include "report/source.h"

struct html {
    struct arena *arena;
    const struct report *report;
    struct source_files sources;
    struct report_paths paths;
    uint32_t n_excerpts; /* written so far */
    struct buf *out;
};

/* Text, for between tags and for attributes in double quotes. Invalid UTF-8, control bytes and
 * marks that turn the direction of text around are shown as signs of their own. */
void html_text(struct buf *out, const char *s);
void html_text_n(struct buf *out, const char *s, size_t n);
/* Text in which `this` is code. */
void html_prose(struct buf *out, const char *s);
/* The subset of Markdown that the rule documents use; headings become level 4, the one of level 1
 * is left out. Deeper subsets are shown as they are written. */
void html_markdown(struct buf *out, const char *text);

void html_place(struct html *h, const struct spot *at);  /* "src/a.c:12:3" */
/* The line of the place with its token marked, and so many lines around it. */
void html_excerpt(struct html *h, const struct spot *at, uint32_t around);

/* A table that scrolls by itself where it is too wide; rows are the caller's. kinds has a letter
 * for each column: 'l' for words, 'n' for numbers. */
void html_table_starts(struct html *h, const char *title, const char *const *columns,
                       const char *kinds);
void html_table_ends(struct html *h);

void html_units(struct html *h);    /* the decision table */
void html_filter_style(struct html *h); /* what the boxes of the filter hide */
void html_findings(struct html *h); /* the filter, and a section for each rule */
void html_models(struct html *h);   /* the matrix, measured columns, charts */

#endif
