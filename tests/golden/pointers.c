struct s { int f, a[4]; struct s *next; };
int f(struct s *p, int *q, int i, int **pp)
{
    int x = p->f + (*p).f + p[0].f + p[2].f;
    x += p->next->next->f;
    x += p->a[i] + q[3] + *(q + 3) + *(q - i) + *(q + i + 1) + 2[q];
    x += **pp + *pp[1] + (*pp)[2] + pp[1][2];
    x += ((struct s *)q)->f + *(char *)q;
    x += *q++ + *++q + *--q;
    return x;
}
