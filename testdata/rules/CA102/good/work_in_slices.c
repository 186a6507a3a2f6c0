// why: the picture of sixteen million points is computed one row for each turn of the loop
#include <math.h>
#include <uv.h>

enum { WIDTH = 4000, HEIGHT = 4000 };
static float plane[HEIGHT][WIDTH];

static void render_row(int y)
{
    for (int x = 0; x < WIDTH; x++)
        plane[y][x] = (float)(sin(x * 0.01) * cos(y * 0.01));
}

static void on_idle(uv_idle_t *h)
{
    static int y;
    render_row(y++);
    if (y == HEIGHT)
        uv_idle_stop(h);
}

int main(void)
{
    uv_idle_t idle;
    uv_idle_init(uv_default_loop(), &idle);
    uv_idle_start(&idle, on_idle);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
