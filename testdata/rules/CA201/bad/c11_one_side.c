// why: C11 threads: the worker adds under the mutex, main reads while the worker still runs
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

    mtx_init(&lock, mtx_plain);
    thrd_create(&t, worker, NULL);
    printf("%ld so far\n", done); // expect: CA201
    thrd_join(t, NULL);
    return 0;
}
