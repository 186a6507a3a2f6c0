// why: the loop only tries the lock under which a thread computes, and comes back with the next frame
#include <math.h>
#include <uv.h>

enum { WIDTH = 4096, HEIGHT = 2160 };

struct picture {
    uv_mutex_t lock;
    double *pixels;
    unsigned long frames;
};
static struct picture picture;

static void fill(struct picture *p)
{
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            p->pixels[(long)y * WIDTH + x] = sqrt((double)x * x + (double)y * y);
}

static void render(uv_work_t *w)
{
    struct picture *p = w->data;

    uv_mutex_lock(&p->lock);
    fill(p);
    p->frames++;
    uv_mutex_unlock(&p->lock);
}

static void rendered(uv_work_t *w, int status)
{
    (void)w;
    (void)status;
}

static void on_frame(uv_timer_t *t)
{
    struct picture *p = t->data;

    if (uv_mutex_trylock(&p->lock) != 0)
        return;
    p->frames = 0;
    uv_mutex_unlock(&p->lock);
}

int main(void)
{
    static double pixels[(long)WIDTH * HEIGHT];
    uv_timer_t timer;
    uv_work_t work;

    picture.pixels = pixels;
    uv_mutex_init(&picture.lock);
    work.data = timer.data = &picture;
    uv_queue_work(uv_default_loop(), &work, render, rendered);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_frame, 0, 40);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
