// why: a comment on a line of its own silences the line below it
#include <signal.h>
#include <unistd.h>
#include <uv.h>

static void on_signal(uv_signal_t *sig, int signum)
{
    (void)sig, (void)signum;
    // concadvise-ignore[CA101]: the journal has to be on the disk before we answer the power button
    fsync(3);
}

int main(void)
{
    uv_signal_t sig;

    uv_signal_init(uv_default_loop(), &sig);
    uv_signal_start(&sig, on_signal, SIGPWR);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
