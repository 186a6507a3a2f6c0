struct flags { unsigned a : 1, b : 3; unsigned : 0; int c; } g;
int f(struct flags *p)
{
    p->a = 1;
    g.b += 2;
    return g.c ? p->b : 0;
}
