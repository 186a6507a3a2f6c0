// why: until a worker has set the flag, the timer callback arms itself again for at once
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <uv.h>

struct load {
    atomic_bool is_done;
    int lines;
};

static void *worker(void *arg)
{
    struct load *l = arg;
    for (int i = 0; i < 1000; i++)
        l->lines += i & 1;
    atomic_store(&l->is_done, true);
    return NULL;
}

static void on_timer(uv_timer_t *t)
{
    struct load *l = t->data;

    if (!atomic_load(&l->is_done)) {
        uv_timer_start(t, on_timer, 0, 0); // expect: CA304
        return;
    }
    printf("%d lines\n", l->lines);
    uv_close((uv_handle_t *)t, NULL);
}

int main(void)
{
    static struct load load;
    uv_timer_t timer;
    pthread_t t;

    pthread_create(&t, NULL, worker, &load);
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &load;
    uv_timer_start(&timer, on_timer, 0, 0);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    return pthread_join(t, NULL);
}
