// why: each client that enrols gets a key of its own, made while all others wait
#include <openssl/bn.h>
#include <openssl/rsa.h>
#include <uv.h>

struct client {
    RSA *key;
};

static int make_key(struct client *c)
{
    BIGNUM *e = BN_new();
    if (!e || !BN_set_word(e, RSA_F4))
        return -1;
    c->key = RSA_new();
    int ok = RSA_generate_key_ex(c->key, 4096, e, NULL); // expect: CA102
    BN_free(e);
    return ok ? 0 : -1;
}

static void on_connection(uv_stream_t *server, int status)
{
    struct client *c = server->data;
    if (status == 0 && make_key(c) == 0)
        RSA_free(c->key);
}

int main(void)
{
    static uv_tcp_t server;
    static struct client client;
    uv_tcp_init(uv_default_loop(), &server);
    server.data = &client;
    uv_listen((uv_stream_t *)&server, 128, on_connection);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
