// why: a sleep of one nanosecond only lets others run
#include <time.h>
#include <uv.h>

static void on_timer(uv_timer_t *timer)
{
    struct timespec timeout = {0, 1};

    nanosleep(&timeout, NULL);
    uv_timer_again(timer);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
