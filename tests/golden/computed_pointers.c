unsigned long base;
void f(unsigned long off, char *mem)
{
    *(volatile int *)0x1000 = 1;
    *(int *)(base + off) = 2;
    *(int *)(mem + off) = 3;
    ((int *)mem)[off] = 4;
    int x = *"abc" + "abc"[off];
    mem[off & 7] = x;
    mem[x = 2] = 5;
    *(mem = (char *)off) = 6;
}
