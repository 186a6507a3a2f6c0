#include <stdarg.h>
int use(va_list), vp(const char *, va_list);
int f(const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = va_arg(ap, int) + use(ap);
    char *s = va_arg(ap, char *);
    va_end(ap);
    return n + vp(s, ap);
}
int g(va_list ap) { return va_arg(ap, int) + use(ap); }
