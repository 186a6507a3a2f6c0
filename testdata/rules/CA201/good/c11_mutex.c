// why: C11 threads: worker and main both hold the mutex
#include <stdio.h>
#include <threads.h>

static mtx_t lock;
static long done;

static int worker(void *arg)
{
    (void)arg;
    for (int i = 0; i < 1000; i++) {
        mtx_lock(&lock);
        done++;
        mtx_unlock(&lock);
    }
    return 0;
}

int main(void)
{
    thrd_t t;
    long so_far;

    mtx_init(&lock, mtx_plain);
    thrd_create(&t, worker, NULL);
    mtx_lock(&lock);
    so_far = done;
    mtx_unlock(&lock);
    printf("%ld so far\n", so_far);
    thrd_join(t, NULL);
    return 0;
}
