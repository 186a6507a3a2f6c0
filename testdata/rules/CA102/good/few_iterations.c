// why: a cookie's key with one thousand iterations takes less than a millisecond
#include <openssl/evp.h>
#include <uv.h>

static void on_rotate(uv_timer_t *t)
{
    PKCS5_PBKDF2_HMAC("secret", 6, (const unsigned char *)"salt", 4, 1000, EVP_sha256(), 32,
                      t->data);
}

int main(void)
{
    static unsigned char key[32];
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = key;
    uv_timer_start(&timer, on_rotate, 0, 60000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
