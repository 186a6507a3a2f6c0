// why: pclose() waits for the command's end
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <stdio.h>

static gboolean sync_clock(gpointer data)
{
    FILE *p = popen("sync-clock >/dev/null", "r");
    int *last = data;

    if (!p)
        return G_SOURCE_REMOVE;
    *last = pclose(p); // expect: CA101
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    int last = 0;

    g_timeout_add_seconds(10, sync_clock, &last);
    g_main_loop_run(loop);
    g_main_loop_unref(loop);
    return 0;
}
