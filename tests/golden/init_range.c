int make(void), table[600] = { [0 ... 2] = 5, 6, [598 ... 599] = 7 };
struct row { int (*fn)(void); int n[2]; } rows[4] = { [1 ... 2] = { make, { [1] = 3 } }, { make } };
void f(void)
{
    int a[4] = { [1 ... 2] = make(), 9 };
    struct row r[2] = { [0 ... 1].n[0] = 4 };
}
