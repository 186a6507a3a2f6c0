// why: a spinlock is made to spin: a lock of its own kind
#include <stdatomic.h>

struct spinlock {
    atomic_int word;
};

void spin_lock(struct spinlock *l)
{
    while (atomic_exchange_explicit(&l->word, 1, memory_order_acquire))
        while (atomic_load_explicit(&l->word, memory_order_relaxed))
            __builtin_ia32_pause();
}

void spin_unlock(struct spinlock *l)
{
    atomic_store_explicit(&l->word, 0, memory_order_release);
}

struct ticket {
    atomic_uint next, serving;
};

void ticket_lock(struct ticket *t)
{
    unsigned mine = atomic_fetch_add(&t->next, 1);
    while (atomic_load(&t->serving) != mine)
        __builtin_ia32_pause();
}

void ticket_unlock(struct ticket *t)
{
    atomic_fetch_add(&t->serving, 1);
}
