int word, out;
void f(int *p, int v)
{
    asm volatile("nop" ::: "memory");
    asm("mov %1, %0" : "=r"(out) : "r"(v));
    asm("lock; incl %0" : "+m"(*p) : : "cc");
    asm("test %0" : : "m"(word));
}
