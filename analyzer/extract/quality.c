/*
 * Parse quality. An error makes the unit partial; the function that it lies in is partial too,
 * since the parser drops statements that it does not understand. A missing header is told apart: it
 * is the usual cause, and the one that the user can do something about.
 */
#include "extract/context.h"

#include <string.h>

/* The name in "'foo.h' file not found"; empty when the message is another one. */
static bool missing_header(const char *text, const char **name, size_t *n)
{
    const char *tail = strstr(text, "' file not found");
    if (text[0] != '\'' || tail == NULL || tail == text)
        return false;
    *name = text + 1;
    *n = (size_t)(tail - text) - 1;
    return true;
}

static void note_diagnostic(struct extract *x, CXDiagnostic d)
{
    enum CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(d);
    if (severity < CXDiagnostic_Error)
        return;
    CXSTRING spelling = clang_getDiagnosticSpelling(d);
    const char *text = clang_getCString(spelling), *name = NULL;
    CXSourceLocation loc = clang_getDiagnosticLocation(d);
    struct extract_error e = {.diag = {.place = extract_place(x, loc)}};
    clang_getFileLocation(loc, &e.file, NULL, NULL, &e.offset);
    size_t n = 0;
    if (missing_header(text, &name, &n)) {
        e.diag.kind = DIAG_MISSING_HEADER;
        e.diag.text = builder_strn(x->b, name, n);
    } else {
        e.diag.kind = severity == CXDiagnostic_Fatal ? DIAG_FATAL : DIAG_ERROR;
        e.diag.text = builder_str(x->b, text);
    }
    vec_push(x->arena, &x->errors, e);
}

void extract_diagnostics(struct extract *x)
{
    unsigned n = clang_getNumDiagnostics(x->tu);
    for (unsigned i = 0; i < n; i++) {
        CXDiagnostic d = clang_getDiagnostic(x->tu, i);
        note_diagnostic(x, d);
        clang_disposeDiagnostic(d);
    }
}

static str_id message(struct extract *x, const struct unit_diag *d)
{
    if (d->kind != DIAG_MISSING_HEADER)
        return d->text;
    return builder_str(x->b, arena_printf(x->arena, "'%s' file not found",
                                          builder_str_get(x->b, d->text)));
}

enum quality extract_quality(struct extract *x, CXCursor function, str_id *why)
{
    if (x->errors.n == 0) /* extents are dear */
        return QUALITY_OK;
    CXSourceRange extent = clang_getCursorExtent(function);
    CXFile file = NULL, end_file = NULL;
    unsigned start = 0, end = 0;
    enum quality quality = QUALITY_OK;
    clang_getFileLocation(clang_getRangeStart(extent), &file, NULL, NULL, &start);
    clang_getFileLocation(clang_getRangeEnd(extent), &end_file, NULL, NULL, &end);
    for (uint32_t i = 0; i < x->errors.n && file != NULL; i++) {
        struct extract_error *e = &x->errors.v[i];
        if (e->file == NULL || !is_same_file(e->file, file) || e->offset < start ||
            e->offset > end)
            continue;
        e->diag.func = x->func;
        if (quality == QUALITY_OK)
            *why = message(x, &e->diag);
        quality = QUALITY_PARTIAL;
    }
    if (quality == QUALITY_OK && clang_isInvalidDeclaration(function)) {
        *why = builder_str(x->b, "the declaration has an error");
        quality = QUALITY_PARTIAL;
    }
    return quality;
}

enum unit_status extract_finish_quality(struct extract *x, str_id *why)
{
    bool is_fatal = false;
    for (uint32_t i = 0; i < x->errors.n; i++) {
        const struct unit_diag *d = &x->errors.v[i].diag;
        ASSERT(d->kind <= DIAG_FATAL);
        builder_diag(x->b, d);
        is_fatal = is_fatal || d->kind == DIAG_FATAL;
        if (i == 0)
            *why = message(x, d);
    }
    if (is_fatal && x->n_bodies == 0)
        return UNIT_FAILED;
    return x->errors.n > 0 ? UNIT_PARTIAL : UNIT_OK;
}
