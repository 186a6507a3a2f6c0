// why: g_spawn_command_line_sync() in a unix signal source waits for the command
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib-unix.h>
#include <glib.h>
#include <signal.h>

static gboolean on_usr1(gpointer data)
{
    gint status = 0;

    (void)data;
    g_spawn_command_line_sync("sync-config", NULL, NULL, &status, NULL); // expect: CA101
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    g_unix_signal_add(SIGUSR1, on_usr1, NULL);
    g_main_loop_run(loop);
    return 0;
}
