int op(int);
int run(const int *code)
{
    static void *const table[] = { &&add, &&stop };
    int acc = 0;
    goto *table[*code++];
add:
    acc += op(acc);
    goto *table[*code++];
stop:
    return acc;
}
