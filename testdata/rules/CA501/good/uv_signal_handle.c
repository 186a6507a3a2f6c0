// why: uv_signal_start() delivers on the loop's thread; the callback may do as it likes
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_signal_s {
    void *data;
} uv_signal_t;
uv_loop_t *uv_default_loop(void);
int uv_signal_init(uv_loop_t *, uv_signal_t *);
int uv_signal_start(uv_signal_t *, void (*)(uv_signal_t *, int), int);
int uv_signal_stop(uv_signal_t *);
int uv_run(uv_loop_t *, int);

static void on_hup(uv_signal_t *handle, int sig)
{
    fprintf(stderr, "signal %d\n", sig);
    free(handle->data);
    handle->data = malloc(10);
    if (sig == SIGTERM)
        uv_signal_stop(handle);
}

int main(void)
{
    uv_signal_t handle = {0};

    uv_signal_init(uv_default_loop(), &handle);
    uv_signal_start(&handle, on_hup, SIGHUP);
    return uv_run(uv_default_loop(), 0);
}
