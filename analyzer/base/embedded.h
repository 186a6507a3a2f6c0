/* Data files built into the program by cmake/embed.cmake; NUL-terminated, sorted by name. */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *name; /* base name; NULL ends the array */
    const char *text;
    size_t n;
};
extern const struct embedded_file embedded_catalogs[], embedded_rule_docs[],
    embedded_matrix[], embedded_html[], embedded_reference[];
extern const unsigned embedded_catalogs_count, embedded_rule_docs_count,
    embedded_matrix_count, embedded_html_count, embedded_reference_count;

#endif
