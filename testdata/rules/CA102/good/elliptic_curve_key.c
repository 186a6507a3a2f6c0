// why: a key on a curve takes microseconds, though it is made by the same function as RSA keys
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <uv.h>

static EVP_PKEY *key;

static void on_handshake(uv_stream_t *server, int status)
{
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, NULL);
    (void)server;
    if (status || !ctx)
        return;
    if (EVP_PKEY_keygen_init(ctx) <= 0 ||
        EVP_PKEY_CTX_set_ec_paramgen_curve_nid(ctx, NID_X9_62_prime256v1) <= 0 ||
        EVP_PKEY_keygen(ctx, &key) <= 0)
        key = NULL;
    EVP_PKEY_CTX_free(ctx);
}

int main(void)
{
    static uv_tcp_t server;
    uv_tcp_init(uv_default_loop(), &server);
    uv_listen((uv_stream_t *)&server, 128, on_handshake);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
