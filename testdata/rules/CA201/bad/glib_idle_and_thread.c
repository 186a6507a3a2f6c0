// why: GLib: the main loop's timeout writes the same progress that the worker thread writes
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static gint progress;

static gpointer scan(gpointer data)
{
    for (int i = 0; i < 1000; i++)
        progress++; // expect: CA201
    return data;
}

static gboolean on_timeout(gpointer data)
{
    progress = 0;
    g_main_loop_quit(data);
    return G_SOURCE_REMOVE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    GThread *t;

    g_timeout_add(2, on_timeout, loop);
    t = g_thread_new("scan", scan, NULL);
    g_main_loop_run(loop);
    g_thread_join(t);
    g_main_loop_unref(loop);
    return 0;
}
