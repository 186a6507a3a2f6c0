// why: uv_fs_* without a callback is a plain call, in a job too
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static void job(uv_work_t *w)
{
    uv_fs_t req;
    char text[64];
    uv_buf_t buf = uv_buf_init(text, sizeof text);
    int fd = uv_fs_open(NULL, &req, "/etc/hostname", O_RDONLY, 0, NULL);
    uv_fs_req_cleanup(&req);
    if (fd < 0)
        return;
    uv_fs_read(NULL, &req, fd, &buf, 1, 0, NULL);
    uv_fs_req_cleanup(&req);
    uv_fs_close(NULL, &req, fd, NULL);
    uv_fs_req_cleanup(&req);
    (void)w;
}

int main(void)
{
    uv_work_t w;
    uv_queue_work(uv_default_loop(), &w, job, NULL);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
