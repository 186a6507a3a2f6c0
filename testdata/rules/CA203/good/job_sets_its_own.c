// why: the first thing that the job does is to set the context from its record
#include <stddef.h>
#include <stdio.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
} uv_work_t;
uv_loop_t *uv_default_loop(void);
int uv_queue_work(uv_loop_t *, uv_work_t *, void (*)(uv_work_t *), void (*)(uv_work_t *, int));
int uv_run(uv_loop_t *, int);

struct request {
    uv_work_t work;
    const char *user;
};

static _Thread_local const char *user;

static void log_line(const char *text)
{
    fprintf(stderr, "%s: %s\n", user, text);
}

static void job(uv_work_t *work)
{
    const struct request *r = work->data;

    user = r->user;
    log_line("working");
    user = NULL;
}

static void on_request(struct request *r)
{
    user = r->user;
    log_line("accepted");
    r->work.data = r;
    uv_queue_work(uv_default_loop(), &r->work, job, NULL);
}

int main(void)
{
    static struct request r = {.user = "root"};

    on_request(&r);
    return uv_run(uv_default_loop(), 0);
}
