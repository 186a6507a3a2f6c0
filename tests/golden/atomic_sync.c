int n, lock;
int f(int *p)
{
    int x = __sync_fetch_and_add(&n, 1);
    x = __sync_sub_and_fetch(p, 2);
    if (__sync_bool_compare_and_swap(&n, x, 3))
        x = __sync_val_compare_and_swap(&n, 3, 4);
    while (__sync_lock_test_and_set(&lock, 1))
        ;
    __sync_synchronize();
    __sync_lock_release(&lock);
    return x;
}
