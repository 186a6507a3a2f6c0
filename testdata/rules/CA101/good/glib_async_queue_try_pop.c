// why: try_pop only looks; the thread that pops is a thread
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static GAsyncQueue *jobs, *results;

static gpointer worker(gpointer data)
{
    for (;;) {
        gpointer job = g_async_queue_pop(jobs);

        g_usleep(1000);
        g_async_queue_push(results, job);
    }
    return data;
}

static gboolean take(gpointer data)
{
    gpointer result = g_async_queue_try_pop(results);

    if (result)
        g_async_queue_push(jobs, result);
    return data == NULL;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    jobs = g_async_queue_new();
    results = g_async_queue_new();
    g_thread_unref(g_thread_new("worker", worker, NULL));
    g_timeout_add(10, take, NULL);
    g_main_loop_run(loop);
    return 0;
}
