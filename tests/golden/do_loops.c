void work(void);
void f(int n)
{
    do {
        work();
    } while (--n);
    do {
        if (n)
            break;
        work();
    } while (0);
    do {
        if (n)
            continue;
        work();
    } while (n < 5);
}
