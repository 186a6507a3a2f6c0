// why: the bound is huge, but the search ends at the first free slot
#include <uv.h>

enum { IDS = 1 << 28 };
static unsigned char used[IDS / 8];

static int next_id(void)
{
    for (int i = 0; i < IDS; i++)
        if (!(used[i / 8] & 1 << i % 8))
            return i;
    return -1;
}

static void on_connection(uv_stream_t *server, int status)
{
    if (status == 0)
        *(int *)server->data = next_id();
}

int main(void)
{
    static int id;
    static uv_tcp_t server;
    uv_tcp_init(uv_default_loop(), &server);
    server.data = &id;
    uv_listen((uv_stream_t *)&server, 128, on_connection);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
