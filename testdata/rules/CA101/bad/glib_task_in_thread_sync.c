// why: the _sync variant hands the work to a thread and then waits for it on the loop
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gio/gio.h>

static void hash_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancel)
{
    (void)source, (void)data, (void)cancel;
    g_task_return_boolean(task, TRUE);
}

static gboolean on_idle(gpointer data)
{
    GTask *task = g_task_new(NULL, NULL, NULL, data);

    g_task_run_in_thread_sync(task, hash_thread); // expect: CA101
    g_object_unref(task);
    return G_SOURCE_REMOVE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    g_idle_add(on_idle, loop);
    g_main_loop_run(loop);
    return 0;
}
