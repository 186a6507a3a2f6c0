// why: without a node there is nothing to resolve: it gives the wildcard address to bind to
#include <netdb.h>
#include <uv.h>

static void on_reload(uv_signal_t *sig, int signum)
{
    struct addrinfo hints = {.ai_flags = AI_PASSIVE, .ai_socktype = SOCK_STREAM};
    struct addrinfo *res;

    (void)signum;
    if (getaddrinfo(NULL, "8080", &hints, &res) == 0)
        freeaddrinfo(res);
    else
        uv_signal_stop(sig);
}

int main(void)
{
    uv_signal_t sig;

    uv_signal_init(uv_default_loop(), &sig);
    uv_signal_start(&sig, on_reload, SIGHUP);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
