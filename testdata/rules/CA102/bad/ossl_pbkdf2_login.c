// why: the password of each log-in is checked on the loop with 600000 iterations, as OWASP advises
#include <openssl/evp.h>
#include <string.h>
#include <uv.h>

#define PBKDF2_ROUNDS 600000

struct session {
    uv_stream_t *peer;
    unsigned char salt[16], stored[32];
    int authenticated;
};

static int password_matches(const struct session *s, const char *password, size_t n)
{
    unsigned char key[32];
    PKCS5_PBKDF2_HMAC(password, (int)n, s->salt, sizeof s->salt, PBKDF2_ROUNDS, // expect: CA102
                      EVP_sha256(), sizeof key, key);
    return memcmp(key, s->stored, sizeof key) == 0;
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    struct session *s = stream->data;
    if (n > 0)
        s->authenticated = password_matches(s, buf->base, (size_t)n);
}

static void on_alloc(uv_handle_t *h, size_t n, uv_buf_t *buf)
{
    static char space[4096];
    (void)h;
    (void)n;
    *buf = uv_buf_init(space, sizeof space);
}

int main(void)
{
    static uv_tcp_t server;
    uv_tcp_init(uv_default_loop(), &server);
    uv_read_start((uv_stream_t *)&server, on_alloc, on_read);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
