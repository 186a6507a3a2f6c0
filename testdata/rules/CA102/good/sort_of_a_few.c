// why: sixty-four timers are sorted, which takes microseconds
#include <stdlib.h>
#include <uv.h>

enum { TIMERS = 64 };
static long due[TIMERS];

static int earlier(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

static void on_timer(uv_timer_t *t)
{
    qsort(due, TIMERS, sizeof *due, earlier);
    *(long *)t->data = due[0];
}

int main(void)
{
    static long next;
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &next;
    uv_timer_start(&timer, on_timer, 0, 10);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
