/*
 * Lines of source files for excerpts. Each file is read once; a file that cannot be read has no
 * lines. An excerpt is safe for a terminal: control bytes and invalid UTF-8 are replaced, long
 * lines are cut.
 */
#ifndef REPORT_SOURCE_H
#define REPORT_SOURCE_H

#include "base/base.h"

struct source_files {
    struct arena *arena;
    struct map by_name; /* hash of the name to index */
    VEC(struct source_file) files;
};
struct source_file {
    const char *name;
    const char *text;
    size_t n;
    VEC(uint32_t) starts; /* offset of each line */
};

void source_files_init(struct source_files *s, struct arena *a);
/* Line from 1, without its line end. False when there is none. */
bool source_line(struct source_files *s, const char *path, uint32_t line, const char **text,
                 size_t *n);

/* The part of a line that is shown, and the token in it: offsets in bytes. */
struct source_window {
    size_t from, to, start, end; /* from <= start < to, start < end; end may lie behind to */
};
/* col in bytes from 1, end_col exclusive or 0: then the identifier at col is the token. False when
 * col is outside of the line. */
bool source_window_of(const char *line, size_t n, uint32_t col, uint32_t end_col,
                      struct source_window *w);
/* Would change how what follows is shown: controls, and marks that reverse the text. */
bool source_is_unsafe(uint32_t code);

struct excerpt {
    struct buf text;  /* the line, as shown */
    struct buf caret; /* spaces (tabs kept), "^" and "~" below the token */
};
/* Places as for source_window_of(). */
bool excerpt_make(const char *line, size_t n, uint32_t col, uint32_t end_col, struct excerpt *e);
void excerpt_release(struct excerpt *e);

#endif
