/*
 * Which child of a for statement is which clause. libclang gives only the clauses that are there;
 * with one or two of three, the text between the parentheses tells which: it is cut at its
 * semicolons, and the parts that are not blank are the children, in order. In a macro that text is
 * the macro's definition. Where there is no such text, the kinds of the expressions decide.
 */
#include <ctype.h>
#include <string.h>

#include "extract/lower.h"

/* Behind a comment, string or character constant that starts at i; i + 1 for anything else. */
static size_t skip_token(const char *s, size_t n, size_t i)
{
    if (s[i] == '"' || s[i] == '\'') {
        char quote = s[i++];
        while (i < n && s[i] != quote) {
            i += s[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }
    if (s[i] == '/' && i + 1 < n && s[i + 1] == '/') {
        const char *end = memchr(s + i, '\n', n - i);
        return end ? (size_t)(end - s) + 1 : n;
    }
    if (s[i] == '/' && i + 1 < n && s[i + 1] == '*') {
        for (i += 2; i + 1 < n && !(s[i] == '*' && s[i + 1] == '/'); i++) {
        }
        return i + 2;
    }
    return i + 1;
}

static bool is_blank(const char *s, size_t i)
{
    return isspace((unsigned char)s[i]) || (s[i] == '\\' && (s[i + 1] == '\n' || s[i + 1] == '\r'));
}

static bool is_comment(const char *s, size_t n, size_t i)
{
    return s[i] == '/' && i + 1 < n && (s[i + 1] == '/' || s[i + 1] == '*');
}

/* Which of the three clauses have text. s starts at the keyword. False when it is no for (a; b;
 * c). */
static bool read_clauses(const char *s, size_t n, bool has[3])
{
    size_t i = 0;
    unsigned depth = 0, clause = 0;
    while (i < n && (isalnum((unsigned char)s[i]) || s[i] == '_')) {
        i++;
    }
    while (i + 1 < n) {
        if (is_comment(s, n, i) || is_blank(s, i)) {
            i = skip_token(s, n, i);
            continue;
        }
        if (s[i] == '(' || s[i] == '{' || s[i] == '[') {
            depth++;
            has[clause] |= depth > 1;
        } else if (depth == 0) {
            return false;
        } else if (s[i] == ')' || s[i] == '}' || s[i] == ']') {
            if (--depth == 0) {
                return clause == 2;
            }
        } else if (s[i] == ';' && depth == 1) {
            if (++clause > 2) {
                return false;
            }
        } else {
            has[clause] = true;
        }
        i = skip_token(s, n, i);
    }
    return false;
}

static bool is_comparison(CXCursor e)
{
    if (clang_getCursorKind(e) != CXCursor_BinaryOperator) {
        return true; /* a call, a variable, a negation */
    }
    enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(e);
    return kind != CXBinaryOperator_Assign && kind != CXBinaryOperator_Comma;
}

static bool is_step(struct lower *lw, CXCursor e)
{
    e = lower_strip(lw, e);
    if (clang_getCursorKind(e) == CXCursor_UnaryOperator) {
        enum CXUnaryOperatorKind kind = clang_getCursorUnaryOperatorKind(e);
        return kind == CXUnaryOperator_PostInc || kind == CXUnaryOperator_PostDec ||
               kind == CXUnaryOperator_PreInc || kind == CXUnaryOperator_PreDec;
    }
    return clang_getCursorKind(e) == CXCursor_CompoundAssignOperator;
}

/* Without text: a declaration or assignment first is the initialisation, a step last the
 * increment. */
static void guess_clauses(struct lower *lw, const struct kids *k, bool has[3])
{
    uint32_t n = k->n - 1;
    CXCursor first = lower_strip(lw, k->v[0]);
    has[0] = !is_expr(first) || (!is_comparison(first) && !is_step(lw, first));
    if (n == 1) {
        has[2] = !has[0] && is_step(lw, k->v[0]);
        has[1] = !has[0] && !has[2];
        return;
    }
    CXCursor last = lower_strip(lw, k->v[n - 1]);
    has[2] = !has[0] || is_step(lw, last) || !is_comparison(last);
    has[1] = has[0] + has[2] < 2;
}

struct for_clauses for_clauses(struct lower *lw, CXCursor s)
{
    struct kids k;
    kids_of(lw->arena, s, &k);
    CXCursor null = clang_getNullCursor();
    struct for_clauses c = {null, null, null, null};
    bool has[3] = {true, true, true};
    if (k.n == 0) {
        lw->is_partial = true;
        return c;
    }
    c.body = k.v[k.n - 1];
    if (k.n < 4) {
        size_t n = 0, before = 0;
        const char *text = text_at(lw->x->tu, s, &n, &before);
        memset(has, 0, sizeof has);
        if (k.n > 1 && (!text || !read_clauses(text, n, has) ||
                        (uint32_t)(has[0] + has[1] + has[2]) != k.n - 1)) {
            memset(has, 0, sizeof has);
            guess_clauses(lw, &k, has);
        } else if (k.n == 1) {
            return c;
        }
    }
    uint32_t next = 0;
    CXCursor *slots[3] = {&c.init, &c.cond, &c.inc};
    for (uint32_t i = 0; i < 3; i++) {
        if (has[i] && next + 1 < k.n) {
            *slots[i] = k.v[next++];
        }
    }
    return c;
}
