// why: the pool is asked to increment a counter
#include <uv.h>

struct request {
    uv_work_t work;
    unsigned n;
};

static void count(uv_work_t *w)
{
    struct request *r = w->data;
    r->n++;
}

static void counted(uv_work_t *w, int status)
{
    if (status)
        w->data = NULL;
}

static void on_timer(uv_timer_t *t)
{
    struct request *r = t->data;
    r->work.data = r;
    uv_queue_work(t->loop, &r->work, count, counted); // expect: CA305
}

int main(void)
{
    static struct request request;
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &request;
    uv_timer_start(&timer, on_timer, 0, 10);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
