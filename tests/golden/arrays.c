int tab[3][4], line[8];
struct s { int v[2]; } recs[5];
void take(int *), take2(int (*)[4]);
int f(int i, int j)
{
    int buf[16];
    int *p = line;
    int *q = line + 2;
    int *r = &line[i] + 1;
    tab[1][j] = recs[i].v[1];
    *line = 1;
    *(line + i) = 2;
    *tab[2] = 3;
    (&line[2])[1] = 4;
    take(buf);
    take(tab[i]);
    take2(tab);
    take2(&tab[1]);
    return *p + q[1] + *r + buf[i];
}
