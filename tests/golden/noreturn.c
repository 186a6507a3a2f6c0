void die(const char *) __attribute__((noreturn));
_Noreturn void stop(void);
void abort(void);
int g;
int f(int n)
{
    if (n == 0)
        die("x");
    if (n == 1) {
        abort();
        g = 1;
    }
    switch (n) {
    case 2:
        stop();
    case 3:
        g = 3;
        break;
    default:
        __builtin_unreachable();
    }
    return g;
}
