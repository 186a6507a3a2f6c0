// why: the key is made before the loop starts, when there are no clients
#include <openssl/bn.h>
#include <openssl/rsa.h>
#include <uv.h>

static RSA *key;

static int make_key(void)
{
    BIGNUM *e = BN_new();
    key = RSA_new();
    int ok = e && BN_set_word(e, RSA_F4) && RSA_generate_key_ex(key, 4096, e, NULL);
    BN_free(e);
    return ok ? 0 : -1;
}

static void on_connection(uv_stream_t *server, int status)
{
    server->data = status == 0 ? key : NULL;
}

int main(void)
{
    static uv_tcp_t server;
    if (make_key() != 0)
        return 1;
    uv_tcp_init(uv_default_loop(), &server);
    uv_listen((uv_stream_t *)&server, 128, on_connection);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
