// why: a comparison function given to qsort() and an unused helper are not loop callbacks
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static int by_value(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

void debug_pause(void);
void debug_pause(void)
{
    sleep(60);
}

static void on_timer(uv_timer_t *timer)
{
    int v[] = {3, 1, 2};

    qsort(v, 3, sizeof(v[0]), by_value);
    uv_timer_again(timer);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
