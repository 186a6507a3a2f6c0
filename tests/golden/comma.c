int a(void), b(void);
int f(int x)
{
    x = (a(), b());
    if (a(), x)
        a(), b();
    return x, 5;
}
