// why: a comment that names another rule silences only that one
#include <signal.h>
#include <unistd.h>
#include <uv.h>

static void on_signal(uv_signal_t *sig, int signum)
{
    (void)sig, (void)signum;
    /* concadvise-ignore[CA102]: short list */
    fsync(3); // expect: CA101
}

int main(void)
{
    uv_signal_t sig;

    uv_signal_init(uv_default_loop(), &sig);
    uv_signal_start(&sig, on_signal, SIGHUP);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
