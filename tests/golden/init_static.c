struct ops { int (*open)(int); void (*close)(void); const char *name; };
int op_a(int); void op_b(void);
static int buf[4];
struct ops table[] = { { op_a, op_b, "a" }, { .name = "b", .open = &op_a }, [4] = { .close = op_b } };
struct ops *first = &table[0], *third = table + 2;
int *inside = &buf[2], neg = -3, shifted = 1 << 4, size = sizeof(struct ops);
void *casted = (void *)op_a;
struct ops *literal = &(struct ops){ .open = op_a };
int f(void)
{
    static struct ops local = { op_a, 0, "l" };
    static int count = 5;
    return local.open(count++);
}
