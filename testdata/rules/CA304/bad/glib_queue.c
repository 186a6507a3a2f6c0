// why: a consumer of a GAsyncQueue tries instead of popping
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static gpointer consumer(gpointer data)
{
    GAsyncQueue *queue = data;
    for (;;) {
        gpointer item;
        while ((item = g_async_queue_try_pop(queue)) == NULL) // expect: CA304
            g_usleep(100);
        g_free(item);
    }
    return NULL;
}

GThread *start(GAsyncQueue *queue)
{
    return g_thread_new("consumer", consumer, queue);
}
