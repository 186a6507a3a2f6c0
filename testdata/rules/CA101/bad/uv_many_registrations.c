// why: each way to hand a callback to libuv leads to the loop
#include <unistd.h>
#include <uv.h>

static uv_pipe_t out;

static void on_poll(uv_poll_t *h, int status, int events)
{
    (void)h, (void)events;
    if (status < 0)
        sleep(1); // expect: CA101
}

static void on_signal(uv_signal_t *h, int signum)
{
    (void)h, (void)signum;
    fsync(1); // expect: CA101
}

static void on_prepare(uv_prepare_t *h)
{
    uv_prepare_stop(h);
    uv_sleep(100); // expect: CA101
}

static void on_check(uv_check_t *h)
{
    uv_check_stop(h);
    usleep(100000); // expect: CA101
}

static void on_change(uv_fs_event_t *h, const char *name, int events, int status)
{
    (void)h, (void)name, (void)events, (void)status;
    fdatasync(1); // expect: CA101
}

static void on_written(uv_write_t *req, int status)
{
    (void)req, (void)status;
    sync(); // expect: CA101
}

int main(void)
{
    static char hello[] = "hello\n";
    uv_loop_t *loop = uv_default_loop();
    uv_buf_t buf = uv_buf_init(hello, 6);
    uv_poll_t poll;
    uv_signal_t sig;
    uv_prepare_t prepare;
    uv_check_t check;
    uv_fs_event_t watch;
    uv_write_t req;

    uv_poll_init(loop, &poll, 0);
    uv_poll_start(&poll, UV_READABLE, on_poll);
    uv_signal_init(loop, &sig);
    uv_signal_start(&sig, on_signal, SIGHUP);
    uv_prepare_init(loop, &prepare);
    uv_prepare_start(&prepare, on_prepare);
    uv_check_init(loop, &check);
    uv_check_start(&check, on_check);
    uv_fs_event_init(loop, &watch);
    uv_fs_event_start(&watch, on_change, ".", 0);
    uv_pipe_init(loop, &out, 0);
    uv_pipe_open(&out, 1);
    uv_write(&req, (uv_stream_t *)&out, &buf, 1, on_written);
    return uv_run(loop, UV_RUN_DEFAULT);
}
