// why: the record is filled before the flag is released, and read only after the flag was acquired
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

static int answer;
static atomic_bool ready;

static void *compute(void *arg)
{
    answer = 42;
    atomic_store_explicit(&ready, 1, memory_order_release);
    return arg;
}

static void *wait_for_it(void *arg)
{
    while (!atomic_load_explicit(&ready, memory_order_acquire))
        sched_yield();
    return answer == 42 ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, compute, NULL);
    pthread_create(&b, NULL, wait_for_it, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
