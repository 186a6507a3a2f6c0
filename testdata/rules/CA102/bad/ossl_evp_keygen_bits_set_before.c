// why: the bits are set by one call and the key is made by the next
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <uv.h>

static EVP_PKEY *current;

static EVP_PKEY *new_key(void)
{
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
    if (!ctx)
        return NULL;
    if (EVP_PKEY_keygen_init(ctx) <= 0 || EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 3072) <= 0 ||
        EVP_PKEY_keygen(ctx, &key) <= 0) // expect: CA102
        key = NULL;
    EVP_PKEY_CTX_free(ctx);
    return key;
}

static void on_rotate(uv_timer_t *t)
{
    EVP_PKEY *fresh = new_key();
    (void)t;
    if (fresh) {
        EVP_PKEY_free(current);
        current = fresh;
    }
}

int main(void)
{
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_rotate, 1000, 3600 * 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
