int a(void), b(void), c(void);
struct s { int x; } *p, *q;
int f(int k)
{
    int x = k ? a() : b();
    k ? (void)a() : (void)b();
    if (k ? a() : b())
        x = c();
    x = (k ? p : q)->x;
    return a() ?: x;
}
int constant(void)
{
    return sizeof(int) == 4 ? a() : b();
}
