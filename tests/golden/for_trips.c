enum { N = 8 };
void work(int);
void up(void) { for (int i = 0; i < 10; i++) work(i); }
void down(void) { for (int i = 10; i >= 0; i -= 2) work(i); }
void unequal(void) { int i; for (i = 0; i != N * 2; ++i) work(i); }
void mirrored(void) { for (int i = 0; N > i; i += 3) work(i); }
void by_param(int n) { for (int i = 0; i < n; i++) work(i); }
void written_too(void) { for (int i = 0; i < 10; i++) if (i == 5) i = 7; }
void change(int *);
void addressed(void) { for (int i = 0; i < 10; i++) change(&i); }
void nested(void)
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 5; j++)
            work(i * j);
}
void two(void) { for (int i = 0, j = 9; i < j; i++, j--) work(j); }
void two_tests(int n) { for (int i = 0; i < 10 && n; i++) work(i); }
