// why: the jobs of libuv's pool compute under one static mutex
#include <uv.h>

struct image {
    uv_work_t work;
    unsigned char pixel[1024 * 1024];
};
static uv_mutex_t codec_lock;

static void blur(struct image *im)
{
    for (int i = 1; i < 1024 * 1024 - 1; i++)
        im->pixel[i] = (unsigned char)((im->pixel[i - 1] + im->pixel[i] + im->pixel[i + 1]) / 3);
}

static void job(uv_work_t *w)
{
    struct image *im = w->data;
    uv_mutex_lock(&codec_lock); // expect: CA301
    blur(im);
    uv_mutex_unlock(&codec_lock);
}

static void done(uv_work_t *w, int status)
{
    w->data = status ? NULL : w->data;
}

static void on_timer(uv_timer_t *t)
{
    static struct image images[4];
    for (int i = 0; i < 4; i++) {
        images[i].work.data = &images[i];
        uv_queue_work(t->loop, &images[i].work, job, done);
    }
}

int main(void)
{
    uv_timer_t timer;
    uv_mutex_init(&codec_lock);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
