// why: the request's id is thread-local; the job runs in a pool thread, which has an id of its own
// link: -luv
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

enum { REQUESTS = 8 };

struct job {
    uv_work_t work;
    int request, seen;
};

static _Thread_local int current_request; /* what the log prints with each line */
static int right;

static int trace_id(void)
{
    return current_request; // expect: CA203
}

static void render(uv_work_t *work)
{
    struct job *job = work->data;
    job->seen = trace_id();
}

static void rendered(uv_work_t *work, int status)
{
    struct job *job = work->data;
    right += status == 0 && job->seen == job->request;
    free(job);
}

static void on_request(uv_loop_t *loop, int id)
{
    struct job *job = calloc(1, sizeof *job);
    if (!job)
        exit(2);
    current_request = id;
    job->request = id;
    job->work.data = job;
    if (uv_queue_work(loop, &job->work, render, rendered) != 0)
        exit(2);
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    for (int i = 1; i <= REQUESTS; i++)
        on_request(loop, i);
    uv_run(loop, UV_RUN_DEFAULT);
    printf("figure: %d of %d right\n", right, REQUESTS);
    return uv_loop_close(loop) ? 2 : 0;
}
