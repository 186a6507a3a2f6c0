// program: event-loop
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static gboolean on_tick(gpointer data)
{
    int *n = data;
    return ++*n < 100;
}

int main(void)
{
    static int n;
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    g_timeout_add(1000, on_tick, &n);
    g_main_loop_run(loop); // unit: event-loop
    return 0;
}
