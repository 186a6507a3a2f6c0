struct s { int a, b; } g;
void take(void *);
int f(struct s *p, int n)
{
    int x = 1, y = 2;
    take(&x);
    take(&g.b);
    take(&p->b);
    take(&*p);
    take(&n);
    take(&(&p[1])->a);
    return x + y;
}
