void abort(void); int g, h; int *p;
int f(int c)
{
    int x = c ? g : (abort(), h);
    int y = (c ? (abort(), p) : p)[2];
    return x + y;
    while (h) { g++; for (;;) h++; }
    goto out;
    ({ return g; 3; });
out:
    return *(c ? p : (abort(), p)) + (({ return 3; g; }) + h);
}
int k(int c) { int *q = (abort(), p); return *q + q[g]; }
