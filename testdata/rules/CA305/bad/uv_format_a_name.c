// why: a short text is formatted by the pool: a third of a microsecond
#include <stdio.h>
#include <uv.h>

struct label {
    uv_work_t work;
    int id;
    char text[32];
};

static void format_label(uv_work_t *w)
{
    struct label *l = w->data;
    snprintf(l->text, sizeof l->text, "client-%d", l->id);
}

static void after(uv_work_t *w, int status)
{
    w->data = status ? NULL : w->data;
}

static void on_connection(uv_stream_t *server, int status)
{
    struct label *l = server->data;
    if (status)
        return;
    l->id++;
    l->work.data = l;
    uv_queue_work(server->loop, &l->work, format_label, after); // expect: CA305
}

int main(void)
{
    static struct label label;
    static uv_tcp_t server;
    uv_tcp_init(uv_default_loop(), &server);
    server.data = &label;
    uv_listen((uv_stream_t *)&server, 128, on_connection);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
