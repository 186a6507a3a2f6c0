#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
int a(void), b(void);
int f(int n)
{
    if (unlikely(n == 0))
        return a();
    if (likely(a() && b()))
        return b();
    return __builtin_expect(n, 3);
}
