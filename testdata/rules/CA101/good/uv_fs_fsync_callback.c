// why: with a callback uv_fs_fsync() runs on the thread pool, and the open before uv_run is start-
//      up
#include <stdlib.h>
#include <uv.h>

static uv_file journal;

static void on_synced(uv_fs_t *req)
{
    uv_fs_req_cleanup(req);
    free(req);
}

static void on_commit(uv_timer_t *timer)
{
    uv_fs_t *req = malloc(sizeof(*req));

    if (req)
        uv_fs_fsync(timer->loop, req, journal, on_synced);
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    uv_timer_t timer;
    uv_fs_t req;

    journal = uv_fs_open(loop, &req, "journal", UV_FS_O_WRONLY | UV_FS_O_CREAT, 0600, NULL);
    uv_fs_req_cleanup(&req);
    uv_timer_init(loop, &timer);
    uv_timer_start(&timer, on_commit, 1000, 1000);
    return uv_run(loop, UV_RUN_DEFAULT);
}
