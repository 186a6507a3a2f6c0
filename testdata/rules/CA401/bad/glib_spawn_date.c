// why: a desktop panel asks date for the time, with a process each minute
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static gboolean tick(gpointer label)
{
    gchar *text = NULL;

    if (g_spawn_command_line_sync("date '+%H:%M'", &text, NULL, NULL, NULL)) // expect: CA401
        g_print("%s: %s", (const char *)label, text);
    g_free(text);
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    g_timeout_add_seconds(60, tick, "clock");
    g_main_loop_run(loop);
    return 0;
}
