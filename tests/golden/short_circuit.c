int a(void), b(void), c(void);
int both(void)
{
    if (a() && b())
        return 1;
    if (a() || !b() || c())
        return 2;
    if (!(a() && (b() || c())))
        return 3;
    return 4;
}
int as_value(void)
{
    int x = a() && b();
    return !(a() || x);
}
