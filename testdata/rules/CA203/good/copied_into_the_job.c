// why: the job's record carries the request, and the job uses that
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

static void log_line(int id, const char *text)
{
    fprintf(stderr, "[%d] %s\n", id, text);
}

static void hash_job(uv_work_t *work)
{
    const struct request *r = work->data;

    log_line(r->id, "hashing");
}

static void on_request(struct request *r)
{
    current = r;
    log_line(current->id, "accepted");
    r->work.data = r;
    uv_queue_work(uv_default_loop(), &r->work, hash_job, NULL);
    current = NULL;
}

int main(void)
{
    struct request *r = calloc(1, sizeof *r);

    if (r)
        on_request(r);
    return uv_run(uv_default_loop(), 0);
}
