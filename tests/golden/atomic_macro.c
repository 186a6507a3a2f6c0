#define READ(x) __atomic_load_n(&(x), __ATOMIC_RELAXED)
#define OP(name, p, v) __atomic_##name(p, v, __ATOMIC_SEQ_CST)
int n;
int f(void)
{
    OP(fetch_add, &n, 2);
    return READ(n);
}
