/*
 * Cursors' children as arrays, and the source text at a cursor. clang_visitChildren is only ever
 * used to collect: the recursion of the lowering is its own, where its depth can be counted.
 */
#include <ctype.h>
#include <string.h>

#include "extract/lower.h"

static enum CXChildVisitResult collect(CXCursor c, CXCursor parent, CXClientData data)
{
    struct kids *k = data;
    (void)parent;
    if (k->n == k->cap) {
        size_t old = k->cap * sizeof *k->v;
        CXCursor *v = arena_alloc(k->arena, 2 * old);
        memcpy(v, k->v, old);
        k->v = v;
        k->cap *= 2;
    }
    k->v[k->n++] = c;
    return CXChildVisit_Continue;
}

void kids_of(struct arena *a, CXCursor c, struct kids *k)
{
    ASSERT(a != NULL);
    k->n = 0;
    k->cap = KIDS_INLINE;
    k->v = k->own;
    k->arena = a;
    clang_visitChildren(c, collect, k);
}

static enum CXChildVisitResult take_first(CXCursor c, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = c;
    return CXChildVisit_Break;
}

CXCursor kid_first(CXCursor c)
{
    CXCursor first = clang_getNullCursor();
    clang_visitChildren(c, take_first, &first);
    return first;
}

static enum CXChildVisitResult take_last_expr(CXCursor c, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (is_expr(c)) {
        *(CXCursor *)data = c;
    }
    return CXChildVisit_Continue;
}

CXCursor kid_last_expr(CXCursor c)
{
    CXCursor last = clang_getNullCursor();
    clang_visitChildren(c, take_last_expr, &last);
    return last;
}

bool is_expr(CXCursor c)
{
    return clang_isExpression(clang_getCursorKind(c));
}

bool is_kind_canonical(CXCursor expr, enum CXTypeKind kind)
{
    return clang_getCanonicalType(clang_getCursorType(expr)).kind == kind;
}

const char *text_at(CXTranslationUnit tu, CXCursor c, size_t *n, size_t *before)
{
    CXFile file = NULL;
    unsigned offset = 0;
    clang_getSpellingLocation(clang_getCursorLocation(c), &file, NULL, NULL, &offset);
    size_t size = 0;
    const char *text = file ? clang_getFileContents(tu, file, &size) : NULL;
    if (!text || offset >= size) {
        return NULL;
    }
    *n = size - offset;
    *before = offset;
    return text + offset;
}

struct slice word_at(CXTranslationUnit tu, CXCursor c)
{
    size_t n = 0, before = 0;
    struct slice s = {text_at(tu, c, &n, &before), 0};
    while (s.s && s.n < n && (isalnum((unsigned char)s.s[s.n]) || s.s[s.n] == '_')) {
        s.n++;
    }
    return s;
}

bool slice_is(struct slice s, const char *text)
{
    return strlen(text) == s.n && s.n > 0 && memcmp(s.s, text, s.n) == 0;
}

bool slice_starts(struct slice s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.n >= n && memcmp(s.s, prefix, n) == 0;
}
