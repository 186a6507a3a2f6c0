/* UTF-8 as a decoder reads it, byte by byte, with what is wrong told apart. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/base.h"

enum { UTF8_INVALID = 0x110000, UTF8_REPLACEMENT = 0xfffd };

/* Bytes of the character at p (n > 0 bytes are there) and its code point. An invalid byte is one
 * character of code UTF8_INVALID. */
size_t utf8_next(const char *p, size_t n, uint32_t *code);
/* UTF-16 code units in the first n bytes; an invalid byte is one. */
uint32_t utf8_utf16_length(const char *p, size_t n);
/* Appends n bytes with U+FFFD for each invalid one. */
void utf8_add_valid(struct buf *out, const char *p, size_t n);

#endif
