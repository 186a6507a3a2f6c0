int next(int);
void work(void);
int stop;
void f(int n)
{
    while (n-- > 0)
        work();
    while (1) {
        if (stop)
            break;
        work();
    }
    while (n) {
        if (n == 3) {
            n = next(n);
            continue;
        }
        n = next(n);
    }
    while (!stop)
        ;
}
