// why: GLib: the counter is only touched by g_atomic_int_*
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static gint running;

static gpointer worker(gpointer data)
{
    g_atomic_int_inc(&running);
    if (g_atomic_int_get(&running) > 2)
        g_print("crowded\n");
    g_atomic_int_add(&running, -1);
    return data;
}

int main(void)
{
    GThread *a = g_thread_new("a", worker, NULL);
    GThread *b = g_thread_new("b", worker, NULL);

    g_thread_join(a);
    g_thread_join(b);
    return g_atomic_int_get(&running);
}
