// why: trace_begin() sets the span before the job is handed over; the job ends it in vain
#include <stddef.h>
#include <stdio.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
} uv_work_t;
uv_loop_t *uv_default_loop(void);
int uv_queue_work(uv_loop_t *, uv_work_t *, void (*)(uv_work_t *), void (*)(uv_work_t *, int));
int uv_run(uv_loop_t *, int);

struct span {
    const char *name;
    long start;
};

static _Thread_local struct span *active_span;

static void trace_begin(struct span *s)
{
    active_span = s;
}

static void trace_event(const char *what)
{
    printf("%s: %s\n", active_span->name, what); // expect: CA203
}

static void compress(uv_work_t *work)
{
    (void)work;
    trace_event("compress");
}

static uv_work_t work;

static void start(struct span *s)
{
    trace_begin(s);
    uv_queue_work(uv_default_loop(), &work, compress, NULL);
}

int main(void)
{
    static struct span s = {"upload", 0};

    start(&s);
    return uv_run(uv_default_loop(), 0);
}
