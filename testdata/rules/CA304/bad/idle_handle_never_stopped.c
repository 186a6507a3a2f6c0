// why: while an idle handle is active the loop does not sleep, and this one is active for ever
#include <uv.h>

struct queue {
    int items[64];
    unsigned head, tail;
    unsigned long sum;
};

static void on_idle(uv_idle_t *h)
{
    struct queue *q = h->data;

    while (q->head != q->tail) {
        q->sum += (unsigned long)q->items[q->head % 64];
        q->head++;
    }
}

static void on_read(uv_stream_t *s, ssize_t n, const uv_buf_t *buf)
{
    struct queue *q = s->data;

    (void)buf;
    if (n > 0 && q->tail - q->head < 64) {
        q->items[q->tail % 64] = (int)n;
        q->tail++;
    }
}

static void on_alloc(uv_handle_t *h, size_t n, uv_buf_t *buf)
{
    static char space[65536];
    (void)h;
    (void)n;
    *buf = uv_buf_init(space, sizeof space);
}

int main(void)
{
    static struct queue queue;
    static uv_pipe_t in;
    static uv_idle_t idle;

    in.data = idle.data = &queue;
    uv_pipe_init(uv_default_loop(), &in, 0);
    uv_pipe_open(&in, 0);
    uv_read_start((uv_stream_t *)&in, on_alloc, on_read);
    uv_idle_init(uv_default_loop(), &idle);
    uv_idle_start(&idle, on_idle); // expect: CA304
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
