// why: GLib's sources may be attached from any thread
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static GMainLoop *loop;

static gboolean on_idle(gpointer data)
{
    g_main_loop_quit(data);
    return G_SOURCE_REMOVE;
}

static gpointer worker(gpointer data)
{
    g_usleep(1000);
    g_idle_add(on_idle, loop);
    g_timeout_add(100, on_idle, loop);
    return data;
}

int main(void)
{
    loop = g_main_loop_new(NULL, FALSE);
    GThread *t = g_thread_new("worker", worker, NULL);
    g_main_loop_run(loop);
    g_thread_join(t);
    return 0;
}
