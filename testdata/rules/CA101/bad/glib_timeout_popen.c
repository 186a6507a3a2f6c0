// why: a GLib time-out reads a command's output and waits for its end in pclose()
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <stdio.h>

static gboolean refresh(gpointer data)
{
    char line[64];
    FILE *p = popen("uptime", "r");

    if (!p)
        return G_SOURCE_REMOVE;
    while (fgets(line, sizeof(line), p)) // expect: CA101
        g_string_append(data, line);
    pclose(p); // expect: CA101
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    GString *text = g_string_new(NULL);

    g_timeout_add_seconds(10, refresh, text);
    g_main_loop_run(loop);
    g_main_loop_unref(loop);
    return 0;
}
