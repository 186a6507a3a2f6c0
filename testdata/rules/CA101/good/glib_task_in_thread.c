// why: the function given to g_task_run_in_thread() runs on a worker, the ready callback on the
//      loop
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gio/gio.h>
#include <netdb.h>

static void lookup_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancel)
{
    struct addrinfo *res = NULL;

    (void)source, (void)cancel;
    if (getaddrinfo(data, NULL, NULL, &res) == 0)
        freeaddrinfo(res);
    g_task_return_boolean(task, res != NULL);
}

static void on_lookup(GObject *source, GAsyncResult *result, gpointer data)
{
    (void)source;
    if (g_task_propagate_boolean(G_TASK(result), NULL))
        g_main_loop_quit(data);
}

static gboolean start(gpointer data)
{
    GTask *task = g_task_new(NULL, NULL, on_lookup, data);

    g_task_set_task_data(task, g_strdup("example.org"), g_free);
    g_task_run_in_thread(task, lookup_thread);
    g_object_unref(task);
    return G_SOURCE_REMOVE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    g_idle_add(start, loop);
    g_main_loop_run(loop);
    return 0;
}
