#include <stdatomic.h>
atomic_int n;
_Atomic long plain;
atomic_flag flag;
struct s { atomic_uint refs; } *obj;
int f(void)
{
    atomic_store(&n, 1);
    atomic_store_explicit(&n, 2, memory_order_release);
    int x = atomic_load(&n) + atomic_load_explicit(&n, memory_order_acquire);
    x += atomic_fetch_add(&n, 3) + atomic_fetch_or_explicit(&n, 4, memory_order_relaxed);
    x += atomic_exchange(&n, 5);
    int expected = 0;
    if (atomic_compare_exchange_strong(&n, &expected, 7))
        x++;
    while (!atomic_compare_exchange_weak_explicit(&n, &x, x + 1, memory_order_acq_rel,
                                                  memory_order_relaxed))
        ;
    plain = 1;
    plain++;
    plain += 2;
    x = plain;
    atomic_thread_fence(memory_order_seq_cst);
    while (atomic_flag_test_and_set(&flag))
        ;
    atomic_flag_clear(&flag);
    atomic_init(&n, 0);
    return atomic_fetch_sub(&obj->refs, 1) == 1;
}
