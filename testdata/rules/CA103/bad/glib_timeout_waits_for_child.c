// why: the user interface's timer takes a lock that a worker holds while its child process runs
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static GMutex state_mutex;
static int progress;

static gpointer convert(gpointer data)
{
    g_mutex_lock(&state_mutex);
    if (g_spawn_command_line_sync(data, NULL, NULL, NULL, NULL))
        progress++;
    g_mutex_unlock(&state_mutex);
    return NULL;
}

static gboolean on_tick(gpointer data)
{
    (void)data;
    g_mutex_lock(&state_mutex); // expect: CA103
    g_print("%d\n", progress);
    g_mutex_unlock(&state_mutex);
    return TRUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    g_thread_new("convert", convert, "convert a.png b.jpg");
    g_timeout_add(100, on_tick, NULL);
    g_main_loop_run(loop);
    return 0;
}
