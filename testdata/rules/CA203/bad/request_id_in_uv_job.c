// why: the log line of the job names the request from a thread-local of the loop's thread
#include <stdio.h>
#include <stdlib.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
} uv_work_t;
uv_loop_t *uv_default_loop(void);
int uv_queue_work(uv_loop_t *, uv_work_t *, void (*)(uv_work_t *), void (*)(uv_work_t *, int));
int uv_run(uv_loop_t *, int);

struct request {
    uv_work_t work;
    int id;
};

static _Thread_local const struct request *current;

static void log_line(const char *text)
{
    fprintf(stderr, "[%d] %s\n", current ? current->id : 0, text); // expect: CA203
}

static void hash_job(uv_work_t *work)
{
    (void)work;
    log_line("hashing");
}

static void hash_done(uv_work_t *work, int status)
{
    (void)status;
    free(work->data);
}

static void on_request(struct request *r)
{
    current = r;
    log_line("accepted");
    r->work.data = r;
    uv_queue_work(uv_default_loop(), &r->work, hash_job, hash_done);
    current = NULL;
}

int main(void)
{
    struct request *r = calloc(1, sizeof *r);

    if (r)
        on_request(r);
    return uv_run(uv_default_loop(), 0);
}
