struct p { int x, y; };
struct q { struct p a, b[2]; int k; unsigned : 3; const char *s; };
void f(struct p v, int n)
{
    struct q full = { { 1, 2 }, { { 3, 4 }, { 5, 6 } }, 7, "s" };
    struct q flat = { 1, 2, 3, 4, 5, 6, 7, "s" };
    struct q mixed = { v, .b[1] = { 8 }, .k = n, "t" };
    struct q deep = { .b[0].y = 1, 2, 3, 4 };
    int ranged[8] = { [1 ... 3] = n, [6] = 1, 2 };
    int grid[2][2] = { { 1 }, 2, 3 };
    char text[] = "hi", braced[] = { "yo" };
    int scalar = { n };
    union { int i; void *p; } u = { .p = &n }, w = { 3 };
}
