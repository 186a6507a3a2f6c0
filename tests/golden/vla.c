int count(void);
void take(int *);
void f(int n)
{
    int a[n], b[count()][3];
    take(a);
    b[1][2] = a[n - 1];
}
