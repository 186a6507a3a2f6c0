// why: the strong variant is called by a thread only; the loop asks for a few iterations
#include <openssl/evp.h>
#include <pthread.h>
#include <uv.h>

static unsigned char token[32], master[32];

static void derive(const char *pw, int n, int rounds, unsigned char *out)
{
    PKCS5_PBKDF2_HMAC(pw, n, (const unsigned char *)"salt", 4, rounds, EVP_sha256(), 32, out);
}

static void *unlock(void *arg)
{
    (void)arg;
    derive("long passphrase", 15, 2000000, master);
    return NULL;
}

static void on_tick(uv_timer_t *t)
{
    (void)t;
    derive("tick", 4, 10, token);
}

int main(void)
{
    pthread_t thread;
    uv_timer_t timer;
    pthread_create(&thread, NULL, unlock, NULL);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_tick, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
