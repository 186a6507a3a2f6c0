// why: a child watch is called when the child has ended; nothing waits
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <sys/wait.h>

static void on_exit_status(GPid pid, gint status, gpointer data)
{
    g_spawn_close_pid(pid);
    if (WIFEXITED(status))
        g_main_loop_quit(data);
}

static gboolean start(gpointer data)
{
    char *argv[] = {"true", NULL};
    GPid pid;

    if (g_spawn_async(NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                      &pid, NULL))
        g_child_watch_add(pid, on_exit_status, data);
    return G_SOURCE_REMOVE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    g_idle_add(start, loop);
    g_main_loop_run(loop);
    return 0;
}
