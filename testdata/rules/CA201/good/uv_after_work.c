// why: libuv: one job fills its own record on a pool thread; the loop reads it when the job is done
#include <stdio.h>
#include <uv.h>

struct job {
    uv_work_t req;
    int hashed;
};

static void hash_file(uv_work_t *req)
{
    struct job *job = req->data;

    for (int i = 0; i < 1000; i++)
        job->hashed++;
}

static void on_hashed(uv_work_t *req, int status)
{
    struct job *job = req->data;

    printf("%d hashed, status %d\n", job->hashed, status);
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    static struct job job;

    job.req.data = &job;
    uv_queue_work(loop, &job.req, hash_file, on_hashed);
    return uv_run(loop, UV_RUN_DEFAULT);
}
