// why: GLib: records go through a GAsyncQueue, from who fills them to who frees them
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

struct item {
    int size;
    gboolean is_last;
};

static GAsyncQueue *queue;

static gpointer consume(gpointer data)
{
    gboolean is_last = FALSE;

    while (!is_last) {
        struct item *it = g_async_queue_pop(queue);

        is_last = it->is_last;
        it->size = 0;
        g_free(it);
    }
    return data;
}

int main(void)
{
    GThread *t;

    queue = g_async_queue_new();
    t = g_thread_new("consume", consume, NULL);
    for (int i = 0; i < 100; i++) {
        struct item *it = g_new0(struct item, 1);

        it->size = i;
        it->is_last = i == 99;
        g_async_queue_push(queue, it);
    }
    g_thread_join(t);
    g_async_queue_unref(queue);
    return 0;
}
