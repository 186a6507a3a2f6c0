// why: a request's picture is computed on the loop: nothing else happens meanwhile
// flags: -D_GNU_SOURCE
// link: -luv
#include <uv.h>

#include "../upstream.h"

enum { REQUESTS = 4, SIDE = 1024, STEPS = 200, TICK_MS = 5 };

static uv_timer_t ticker, arrival;
static double last_tick, worst_wait;
static int asked, answered;
static long inside;

/* How many points of the plane stay bounded. */
static long render(double x0, double y0)
{
    long inside = 0;
    for (int row = 0; row < SIDE; row++) { // expect: CA102
        for (int column = 0; column < SIDE; column++) {
            double x = 0, y = 0, cx = x0 + column * 1e-5, cy = y0 + row * 1e-5;
            for (int i = 0; i < STEPS; i++) {
                double next = x * x - y * y + cx;
                y = 2 * x * y + cy;
                x = next;
            }
            inside += x * x + y * y < 4;
        }
    }
    return inside;
}

/* Stands for all other clients: what they wait is what the loop is late. */
static void on_tick(uv_timer_t *timer)
{
    double now = now_ms();
    if (now - last_tick - TICK_MS > worst_wait)
        worst_wait = now - last_tick - TICK_MS;
    last_tick = now;
    if (answered == REQUESTS) {
        uv_timer_stop(timer);
        uv_timer_stop(&arrival);
    }
}

static void on_request(uv_timer_t *timer)
{
    if (asked < REQUESTS) {
        asked++;
        inside += render(-0.2, 0.1);
        answered++;
    }
    (void)timer;
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    uv_timer_init(loop, &ticker);
    uv_timer_init(loop, &arrival);
    last_tick = now_ms();
    uv_timer_start(&ticker, on_tick, TICK_MS, TICK_MS);
    uv_timer_start(&arrival, on_request, 20, 20);
    uv_run(loop, UV_RUN_DEFAULT);
    printf("inside: %ld\nfigure: %.1f ms\n", inside, worst_wait);
    return 0;
}
