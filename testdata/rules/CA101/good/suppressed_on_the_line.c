// why: the author knows and says why: the comment on the line silences the finding
#include <uv.h>

static void on_signal(uv_signal_t *sig, int signum)
{
    (void)signum;
    uv_signal_stop(sig);
    uv_sleep(10); /* concadvise-ignore[CA101]: last act before the process ends */
}

int main(void)
{
    uv_signal_t sig;

    uv_signal_init(uv_default_loop(), &sig);
    uv_signal_start(&sig, on_signal, SIGTERM);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
