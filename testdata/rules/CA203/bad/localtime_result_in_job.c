// why: the job gets the pointer that localtime() returned; the next call overwrites what it points to
#include <stddef.h>
#include <stdio.h>
#include <time.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
} uv_work_t;
uv_loop_t *uv_default_loop(void);
int uv_queue_work(uv_loop_t *, uv_work_t *, void (*)(uv_work_t *), void (*)(uv_work_t *, int));
int uv_run(uv_loop_t *, int);

struct entry {
    uv_work_t work;
    struct tm *when;
    const char *text;
};

static void write_entry(uv_work_t *work)
{
    struct entry *e = work->data;

    printf("%02d:%02d %s\n", e->when->tm_hour, 0, e->text); // expect: CA203
}

static void log_later(struct entry *e, const char *text)
{
    time_t now = time(NULL);

    e->when = localtime(&now);
    e->text = text;
    e->work.data = e;
    uv_queue_work(uv_default_loop(), &e->work, write_entry, NULL);
}

int main(void)
{
    static struct entry a, b;

    log_later(&a, "first");
    log_later(&b, "second");
    return uv_run(uv_default_loop(), 0);
}
