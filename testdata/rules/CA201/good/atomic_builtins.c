// why: plain int, but every access goes through the compiler's atomic builtins
#include <pthread.h>
#include <stdio.h>

static int refs = 1;

static void *user(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        __atomic_add_fetch(&refs, 1, __ATOMIC_RELAXED);
        if (__atomic_load_n(&refs, __ATOMIC_ACQUIRE) < 1)
            puts("lost");
        __sync_sub_and_fetch(&refs, 1);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, user, NULL);
    pthread_create(&b, NULL, user, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return refs - 1;
}
