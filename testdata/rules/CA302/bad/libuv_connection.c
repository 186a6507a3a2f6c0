// why: a libuv server makes a thread for each connection
#include <stdlib.h>
#include <uv.h>

static void session(void *arg)
{
    uv_os_fd_t fd;
    uv_fileno(arg, &fd);
    uv_sleep(10);
}

static void on_connection(uv_stream_t *server, int status)
{
    uv_thread_t tid;
    uv_tcp_t *client = malloc(sizeof *client);
    if (status < 0 || !client) {
        free(client);
        return;
    }
    uv_tcp_init(server->loop, client);
    if (uv_accept(server, (uv_stream_t *)client) == 0)
        uv_thread_create(&tid, session, client); // expect: CA302
}

int main(void)
{
    uv_tcp_t server;
    uv_tcp_init(uv_default_loop(), &server);
    uv_listen((uv_stream_t *)&server, 128, on_connection);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
