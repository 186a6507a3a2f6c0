int side(void);
int g;
int f(int n)
{
    int x = sizeof(side()) + sizeof g + _Alignof(int) + sizeof(struct { int a, b; });
    typeof(side()) y = 2;
    x += _Generic(g, int: 1, default: side());
    x += __builtin_choose_expr(1, g, side());
    x += __builtin_constant_p(side()) + __builtin_offsetof(struct { int a; int b; }, b);
    return x + y + n;
}
