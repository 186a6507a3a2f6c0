// why: code under a condition that is never true, and after a return, does not run
#include <unistd.h>
#include <uv.h>

#define TRACE_SLOWLY 0
enum { WITH_SYNC = 0 };

static void on_timer(uv_timer_t *timer)
{
    if (0)
        sleep(10);
    if (TRACE_SLOWLY)
        usleep(1000000);
    if (WITH_SYNC && uv_is_active((uv_handle_t *)timer))
        fsync(1);
    uv_timer_stop(timer);
    return;
    sleep(1);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
