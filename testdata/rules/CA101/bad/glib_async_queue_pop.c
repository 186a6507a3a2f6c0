// why: g_async_queue_pop() waits for an item; the loop should use try_pop
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static gboolean take(gpointer queue)
{
    g_free(g_async_queue_pop(queue)); // expect: CA101
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    g_timeout_add(10, take, g_async_queue_new());
    g_main_loop_run(loop);
    return 0;
}
