// why: the job computes; what belongs to the loop is done in the callback that the loop runs
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

struct request {
    uv_work_t work;
    uv_write_t write;
    uv_stream_t *client;
    char text[16];
};

static void compute(uv_work_t *w)
{
    struct request *r = w->data;
    r->text[0] = 'x';
}

static void finished(uv_work_t *w, int status)
{
    struct request *r = w->data;
    uv_buf_t buf = uv_buf_init(r->text, 1);
    if (status == 0)
        uv_write(&r->write, r->client, &buf, 1, NULL);
}

int submit(struct request *r)
{
    r->work.data = r;
    uv_queue_work(r->client->loop, &r->work, compute, finished);
    return uv_run(r->client->loop, UV_RUN_DEFAULT);
}
