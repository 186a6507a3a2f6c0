// why: the completion on the loop looks at errno for the write that failed in the job
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
} uv_work_t;
uv_loop_t *uv_default_loop(void);
int uv_queue_work(uv_loop_t *, uv_work_t *, void (*)(uv_work_t *), void (*)(uv_work_t *, int));
int uv_run(uv_loop_t *, int);

struct save {
    uv_work_t work;
    int fd, failed;
};

static void write_job(uv_work_t *work)
{
    struct save *s = work->data;

    s->failed = write(s->fd, "x", 1) != 1 || fsync(s->fd) < 0;
}

static void write_done(uv_work_t *work, int status)
{
    struct save *s = work->data;

    (void)status;
    if (s->failed)
        fprintf(stderr, "error %d\n", errno); // expect: CA203
}

int main(void)
{
    static struct save s;

    s.fd = open("data", O_WRONLY | O_CREAT, 0600);
    s.work.data = &s;
    uv_queue_work(uv_default_loop(), &s.work, write_job, write_done);
    return uv_run(uv_default_loop(), 0);
}
