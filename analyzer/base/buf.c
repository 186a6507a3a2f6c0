/*
 * Growable bytes on the heap, and the error message that is one of them. Arguments may point into
 * the buffer that is being written (err_prefix does that by nature): formatting goes to new memory
 * first.
 */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUF_MIN 64u

void buf_release(struct buf *b)
{
    free(b->s);
    *b = (struct buf){0};
}

void buf_reset(struct buf *b)
{
    b->n = 0;
    if (b->s)
        b->s[0] = '\0';
}

/* Makes room for `more` bytes and the NUL. */
static void buf_room(struct buf *b, size_t more)
{
    size_t want;
    size_t cap = b->cap < BUF_MIN ? BUF_MIN : b->cap;
    char *s;

    if (more > SIZE_MAX / 4 || b->n > SIZE_MAX / 4)
        out_of_memory();
    want = b->n + more + 1;
    if (want <= b->cap)
        return;
    while (cap < want)
        cap *= 2;
    s = realloc(b->s, cap);
    if (!s)
        out_of_memory();
    b->s = s;
    b->cap = cap;
}

void buf_add(struct buf *b, const void *bytes, size_t n)
{
    const char *p = bytes;
    bool is_own = b->s && n && p >= b->s && p <= b->s + b->n;
    size_t offset = is_own ? (size_t)(p - b->s) : 0;

    buf_room(b, n);
    if (n)
        memmove(b->s + b->n, is_own ? b->s + offset : p, n);
    b->n += n;
    b->s[b->n] = '\0';
    ASSERT(b->n < b->cap);
}

void buf_adds(struct buf *b, const char *s)
{
    buf_add(b, s, strlen(s));
}

void buf_addc(struct buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_addv(struct buf *b, const char *fmt, va_list ap)
{
    char *text;
    int n = vasprintf(&text, fmt, ap);

    if (n < 0)
        out_of_memory();
    buf_add(b, text, (size_t)n);
    free(text);
}

void buf_addf(struct buf *b, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    buf_addv(b, fmt, ap);
    va_end(ap);
}

const char *buf_str(const struct buf *b)
{
    return b->s ? b->s : "";
}

void err_release(struct err *e)
{
    buf_release(&e->text);
}

bool err_set(struct err *e, const char *fmt, ...)
{
    struct buf text = {0};
    va_list ap;

    va_start(ap, fmt);
    buf_addv(&text, fmt, ap);
    va_end(ap);
    buf_release(&e->text);
    e->text = text;
    return false;
}

bool err_prefix(struct err *e, const char *fmt, ...)
{
    struct buf text = {0};
    va_list ap;

    va_start(ap, fmt);
    buf_addv(&text, fmt, ap);
    va_end(ap);
    buf_adds(&text, ": ");
    buf_add(&text, buf_str(&e->text), e->text.n);
    buf_release(&e->text);
    e->text = text;
    return false;
}
