// why: each hash is quick; half a million of them are not
#include <openssl/sha.h>
#include <string.h>
#include <uv.h>

#define ROUNDS 500000

static void stretch(unsigned char digest[32])
{
    for (int i = 0; i < ROUNDS; i++) // expect: CA102
        SHA256(digest, 32, digest);
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    unsigned char digest[32] = {0};
    if (n <= 0)
        return;
    memcpy(digest, buf->base, (size_t)n < 32 ? (size_t)n : 32);
    stretch(digest);
    memcpy(stream->data, digest, 32);
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
    static uv_pipe_t in;
    static char result[32];
    uv_pipe_init(uv_default_loop(), &in, 0);
    in.data = result;
    uv_read_start((uv_stream_t *)&in, on_alloc, on_read);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
