// why: GLib: the worker fills the counter under the GMutex, the other thread reads it without
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static GMutex lock;
static guint scanned;

static gpointer scan(gpointer data)
{
    for (int i = 0; i < 1000; i++) {
        g_mutex_lock(&lock);
        scanned++;
        g_mutex_unlock(&lock);
    }
    return data;
}

static gpointer progress(gpointer data)
{
    g_print("%u scanned\n", scanned); // expect: CA201
    return data;
}

int main(void)
{
    GThread *a = g_thread_new("scan", scan, NULL);
    GThread *b = g_thread_new("progress", progress, NULL);

    g_thread_join(a);
    g_thread_join(b);
    return 0;
}
