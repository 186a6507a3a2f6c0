// why: libuv: two uv_threads bump one statistic, one of them without the mutex
#include <uv.h>

static uv_mutex_t lock;
static long packets;

static void receive(void *arg)
{
    (void)arg;
    for (int i = 0; i < 1000; i++) {
        uv_mutex_lock(&lock);
        packets++;
        uv_mutex_unlock(&lock);
    }
}

static void inject(void *arg)
{
    (void)arg;
    packets += 10; // expect: CA201
}

int main(void)
{
    uv_thread_t a, b;

    uv_mutex_init(&lock);
    uv_thread_create(&a, receive, NULL);
    uv_thread_create(&b, inject, NULL);
    uv_thread_join(&a);
    uv_thread_join(&b);
    uv_mutex_destroy(&lock);
    return 0;
}
