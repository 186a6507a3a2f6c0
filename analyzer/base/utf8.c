/*
 * Over-long forms, surrogates and code points beyond U+10FFFF are invalid, and so is a sequence
 * that ends early: then only its first byte is consumed.
 */
#include "base/utf8.h"

size_t utf8_next(const char *p, size_t n, uint32_t *code)
{
    const unsigned char *s = (const unsigned char *)p;
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    ASSERT(n > 0);
    size_t len = s[0] < 0x80 ? 1 : s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : s[0] >= 0xc0 ? 2 : 0;
    *code = len == 1 ? s[0] : (uint32_t)UTF8_INVALID;
    if (len <= 1)
        return 1;
    uint32_t c = s[0] & (0xffu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        if (i >= n || (s[i] & 0xc0) != 0x80)
            return 1;
        c = c << 6 | (s[i] & 0x3f);
    }
    if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
        return 1;
    *code = c;
    return len;
}

uint32_t utf8_utf16_length(const char *p, size_t n)
{
    uint32_t units = 0, code;
    for (size_t i = 0; i < n;) {
        i += utf8_next(p + i, n - i, &code);
        units += code >= 0x10000 && code != UTF8_INVALID ? 2 : 1;
    }
    return units;
}

void utf8_add_valid(struct buf *out, const char *p, size_t n)
{
    for (size_t i = 0; i < n;) {
        uint32_t code;
        size_t len = utf8_next(p + i, n - i, &code);
        if (code == UTF8_INVALID)
            buf_adds(out, "\xef\xbf\xbd");
        else
            buf_add(out, p + i, len);
        i += len;
    }
}
