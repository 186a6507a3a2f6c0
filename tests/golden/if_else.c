int g, h;
void f(int a)
{
    if (a > 0)
        g = 1;
    else if (a < -3)
        g = 2;
    else
        g = 3;
    if (h)
        g = 4;
}
