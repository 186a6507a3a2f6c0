// why: uv_stop() in a plain signal handler interrupts the loop in the middle of anything
#include <signal.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static void on_int(int sig)
{
    (void)sig;
    uv_stop(uv_default_loop()); // expect: CA104
}

int main(void)
{
    signal(SIGINT, on_int);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
