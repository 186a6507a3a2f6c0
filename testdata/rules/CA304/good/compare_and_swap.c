// why: a lock-free update tries again because somebody else got on
#include <stdatomic.h>
#include <stddef.h>

struct node {
    struct node *next;
};
static _Atomic(struct node *) top;
static atomic_long total;

void push(struct node *n)
{
    struct node *old = atomic_load(&top);
    do
        n->next = old;
    while (!atomic_compare_exchange_weak(&top, &old, n));
}

long add(long n)
{
    long old = atomic_load(&total);
    while (!atomic_compare_exchange_weak(&total, &old, old + n))
        ;
    return old + n;
}
