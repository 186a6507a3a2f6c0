// why: idle, child watch, descriptor and asynchronous GIO callbacks all run on the main loop
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gio/gio.h>
#include <glib-unix.h>
#include <unistd.h>

static gboolean on_idle(gpointer data)
{
    (void)data;
    g_usleep(500000); // expect: CA101
    return G_SOURCE_REMOVE;
}

static void on_child(GPid pid, gint status, gpointer data)
{
    (void)pid, (void)status, (void)data;
    fsync(1); // expect: CA101
}

static gboolean on_fd(gint fd, GIOCondition condition, gpointer data)
{
    (void)fd, (void)condition, (void)data;
    sleep(1); // expect: CA101
    return G_SOURCE_CONTINUE;
}

static void on_connected(GObject *source, GAsyncResult *result, gpointer data)
{
    GSocketConnection *c;

    c = g_socket_client_connect_to_host_finish(G_SOCKET_CLIENT(source), result, NULL);
    if (!c)
        usleep(100000); // expect: CA101
    g_main_loop_quit(data);
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    GSocketClient *client = g_socket_client_new();

    g_idle_add(on_idle, NULL);
    g_child_watch_add(1, on_child, NULL);
    g_unix_fd_add(0, G_IO_IN, on_fd, NULL);
    g_socket_client_connect_to_host_async(client, "example.org", 80, NULL, on_connected, loop);
    g_main_loop_run(loop);
    return 0;
}
