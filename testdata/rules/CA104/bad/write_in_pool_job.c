// why: a job of uv_queue_work() writes its answer to the client by itself
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

struct request {
    uv_work_t work;
    uv_write_t write;
    uv_stream_t *client;
    uv_buf_t answer;
};

static void on_written(uv_write_t *w, int status)
{
    (void)status;
    free(w->data);
}

static void compute(uv_work_t *w)
{
    struct request *r = w->data;
    r->answer = uv_buf_init("done\n", 5);
    uv_write(&r->write, r->client, &r->answer, 1, on_written); // expect: CA104
}

static void finished(uv_work_t *w, int status)
{
    (void)w;
    (void)status;
}

static void on_read(uv_stream_t *client, ssize_t n, const uv_buf_t *buf)
{
    struct request *r = calloc(1, sizeof *r);
    free(buf->base);
    if (n < 0 || !r)
        return;
    r->client = client;
    r->work.data = r;
    uv_queue_work(client->loop, &r->work, compute, finished);
}

static void on_alloc(uv_handle_t *h, size_t n, uv_buf_t *buf)
{
    (void)h;
    *buf = uv_buf_init(malloc(n), (unsigned)n);
}

int serve(uv_stream_t *client)
{
    uv_read_start(client, on_alloc, on_read);
    return uv_run(client->loop, UV_RUN_DEFAULT);
}
