// why: the submitter only clears it; whoever reads it in a job gets NULL as everywhere
#include <stddef.h>
#include <stdio.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
} uv_work_t;
uv_loop_t *uv_default_loop(void);
int uv_queue_work(uv_loop_t *, uv_work_t *, void (*)(uv_work_t *), void (*)(uv_work_t *, int));
int uv_run(uv_loop_t *, int);

static _Thread_local const char *prefix;
static uv_work_t work;

static void log_line(const char *text)
{
    printf("%s%s\n", prefix ? prefix : "", text);
}

static void job(uv_work_t *w)
{
    (void)w;
    log_line("in the job");
}

int main(void)
{
    prefix = NULL;
    log_line("start");
    uv_queue_work(uv_default_loop(), &work, job, NULL);
    return uv_run(uv_default_loop(), 0);
}
