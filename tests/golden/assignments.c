int g, h;
int f(int a)
{
    int x;
    x = g = h = a;
    g += 2;
    h <<= a;
    g++;
    --h;
    x = g++ + --h;
    a -= x;
    return x = a;
}
