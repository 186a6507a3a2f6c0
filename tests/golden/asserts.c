void fail(const char *, int) __attribute__((noreturn));
#define assert_old(e) ((e) ? (void)0 : fail(#e, 1))
#define assert_new(e) ({ if (e) ; else fail(#e, 2); })
int g;
void f(int n)
{
    assert_old(n > 0);
    assert_new(n < 9 && g);
    g = n;
}
