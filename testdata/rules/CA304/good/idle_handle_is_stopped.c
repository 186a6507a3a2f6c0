// why: the idle handle runs only while the queue holds something
#include <uv.h>

struct queue {
    int items[64];
    unsigned head, tail;
    unsigned long sum;
    uv_idle_t idle;
};

static void on_idle(uv_idle_t *h)
{
    struct queue *q = h->data;

    if (q->head == q->tail) {
        uv_idle_stop(h);
        return;
    }
    q->sum += (unsigned long)q->items[q->head % 64];
    q->head++;
}

static void on_read(uv_stream_t *s, ssize_t n, const uv_buf_t *buf)
{
    struct queue *q = s->data;

    (void)buf;
    if (n > 0 && q->tail - q->head < 64) {
        q->items[q->tail % 64] = (int)n;
        q->tail++;
        uv_idle_start(&q->idle, on_idle);
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

    in.data = queue.idle.data = &queue;
    uv_pipe_init(uv_default_loop(), &in, 0);
    uv_pipe_open(&in, 0);
    uv_read_start((uv_stream_t *)&in, on_alloc, on_read);
    uv_idle_init(uv_default_loop(), &queue.idle);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
