int n;
long *p;
struct s { int refs, ready; };
int f(struct s *s)
{
    int x = __atomic_load_n(&n, __ATOMIC_ACQUIRE), y;
    __atomic_store_n(&s->ready, 1, __ATOMIC_RELEASE);
    __atomic_load(&n, &y, __ATOMIC_RELAXED);
    __atomic_store(&n, &x, __ATOMIC_SEQ_CST);
    x = __atomic_add_fetch(&s->refs, 1, __ATOMIC_RELAXED);
    x = __atomic_fetch_sub(p, 2, __ATOMIC_ACQ_REL);
    x = __atomic_exchange_n(&n, 3, __ATOMIC_ACQUIRE);
    __atomic_exchange(&n, &x, &y, __ATOMIC_SEQ_CST);
    if (__atomic_compare_exchange_n(&n, &x, 4, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
        y = 1;
    __atomic_thread_fence(__ATOMIC_RELEASE);
    static char lock;
    while (__atomic_test_and_set(&lock, __ATOMIC_ACQUIRE))
        ;
    __atomic_clear(&lock, __ATOMIC_RELEASE);
    return y;
}
