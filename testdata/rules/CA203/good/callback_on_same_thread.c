// why: a timer callback of the loop reads it: that is the thread that set it
#include <stddef.h>
#include <stdio.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_timer_s {
    void *data[20];
} uv_timer_t;
uv_loop_t *uv_default_loop(void);
int uv_timer_init(uv_loop_t *, uv_timer_t *);
int uv_timer_start(uv_timer_t *, void (*)(uv_timer_t *), unsigned long, unsigned long);
int uv_run(uv_loop_t *, int);

static _Thread_local const char *user;

static void on_timer(uv_timer_t *timer)
{
    (void)timer;
    puts(user);
}

int main(int argc, char **argv)
{
    uv_timer_t timer;

    user = argv[argc - 1];
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 10, 0);
    return uv_run(uv_default_loop(), 0);
}
