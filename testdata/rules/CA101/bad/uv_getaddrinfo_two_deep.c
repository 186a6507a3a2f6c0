// why: the resolver call hides two functions below the read callback
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct session {
    uv_tcp_t tcp;
    char host[256];
    struct addrinfo *peer;
};

static int resolve(const char *host, struct addrinfo **out)
{
    struct addrinfo hints;

    memset(&hints, 0, sizeof(hints));
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    return getaddrinfo(host, "443", &hints, out); // expect: CA101
}

static void begin_request(struct session *s)
{
    if (resolve(s->host, &s->peer) != 0)
        uv_close((uv_handle_t *)&s->tcp, NULL);
}

static void on_alloc(uv_handle_t *h, size_t hint, uv_buf_t *buf)
{
    (void)h;
    buf->base = malloc(hint);
    buf->len = hint;
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    struct session *s = stream->data;

    if (n > 0 && (size_t)n < sizeof(s->host)) {
        memcpy(s->host, buf->base, (size_t)n);
        s->host[n] = 0;
        begin_request(s);
    }
    free(buf->base);
}

static void on_connection(uv_stream_t *server, int status)
{
    struct session *s;

    if (status < 0)
        return;
    s = calloc(1, sizeof(*s));
    uv_tcp_init(server->loop, &s->tcp);
    s->tcp.data = s;
    if (uv_accept(server, (uv_stream_t *)&s->tcp) == 0)
        uv_read_start((uv_stream_t *)&s->tcp, on_alloc, on_read);
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    uv_tcp_t server;
    struct sockaddr_in addr;

    uv_tcp_init(loop, &server);
    uv_ip4_addr("0.0.0.0", 7000, &addr);
    uv_tcp_bind(&server, (const struct sockaddr *)&addr, 0);
    uv_listen((uv_stream_t *)&server, 128, on_connection);
    return uv_run(loop, UV_RUN_DEFAULT);
}
