// program: event-loop
#include <stdlib.h>
#include <uv.h>

static void on_alloc(uv_handle_t *h, size_t n, uv_buf_t *buf)
{
    (void)h;
    *buf = uv_buf_init(malloc(n), (unsigned)n);
}

static void on_read(uv_stream_t *peer, ssize_t n, const uv_buf_t *buf)
{
    if (n < 0)
        uv_close((uv_handle_t *)peer, NULL);
    free(buf->base);
}

static void on_client(uv_stream_t *server, int status)
{
    uv_tcp_t *peer = malloc(sizeof *peer);
    if (status < 0 || !peer)
        return;
    uv_tcp_init(server->loop, peer);
    if (uv_accept(server, (uv_stream_t *)peer) == 0)
        uv_read_start((uv_stream_t *)peer, on_alloc, on_read);
}

int main(void)
{
    uv_tcp_t server;
    uv_tcp_init(uv_default_loop(), &server);
    uv_listen((uv_stream_t *)&server, 128, on_client);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT); // unit: event-loop
}
