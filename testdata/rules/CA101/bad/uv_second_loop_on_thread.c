// why: the program runs two loops; the one on the second thread is a loop just as much as main's
#include <netdb.h>
#include <uv.h>

static uv_loop_t backend;

static void on_backend_tick(uv_timer_t *timer)
{
    struct hostent *h = gethostbyname("db.internal"); // expect: CA101

    if (!h)
        uv_timer_stop(timer);
}

static void backend_main(void *arg)
{
    uv_timer_t timer;

    (void)arg;
    uv_loop_init(&backend);
    uv_timer_init(&backend, &timer);
    uv_timer_start(&timer, on_backend_tick, 0, 500);
    uv_run(&backend, UV_RUN_DEFAULT);
}

static void on_tick(uv_timer_t *timer)
{
    uv_timer_again(timer);
}

int main(void)
{
    uv_thread_t thread;
    uv_timer_t timer;

    uv_thread_create(&thread, backend_main, NULL);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_tick, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
