// why: safe primes of 2048 bits take tens of seconds, here when the first client comes
#include <openssl/dh.h>
#include <uv.h>

static DH *params;

static DH *get_params(void)
{
    if (!params) {
        params = DH_new();
        DH_generate_parameters_ex(params, 2048, DH_GENERATOR_2, NULL); // expect: CA102
    }
    return params;
}

static void on_connection(uv_stream_t *server, int status)
{
    (void)server;
    if (status == 0 && !get_params())
        uv_stop(uv_default_loop());
}

int main(void)
{
    static uv_tcp_t server;
    uv_tcp_init(uv_default_loop(), &server);
    uv_listen((uv_stream_t *)&server, 128, on_connection);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
