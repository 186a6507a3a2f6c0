// why: half a millisecond for each connection is what a loop can do
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gio/gio.h>

extern void compile_page(GInputStream *in, GOutputStream *out);

/* concadvise: cpu=0.5ms io=20ms concurrency=100 */
static gboolean on_connection(GSocketService *s, GSocketConnection *c, GObject *from, gpointer data)
{
    (void)s;
    (void)from;
    (void)data;
    compile_page(g_io_stream_get_input_stream(G_IO_STREAM(c)),
                 g_io_stream_get_output_stream(G_IO_STREAM(c)));
    return TRUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    GSocketService *service = g_socket_service_new();
    g_socket_listener_add_inet_port(G_SOCKET_LISTENER(service), 7022, NULL, NULL);
    g_signal_connect(service, "incoming", G_CALLBACK(on_connection), NULL);
    g_socket_service_start(service);
    g_main_loop_run(loop);
    return 0;
}
