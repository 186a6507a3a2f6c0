// why: GLib: both threads hold the GMutex; main reads when both have been joined
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

int main(void)
{
    GThread *a = g_thread_new("scan", scan, NULL);
    GThread *b = g_thread_new("scan", scan, NULL);

    g_thread_join(a);
    g_thread_join(b);
    g_print("%u scanned\n", scanned);
    return 0;
}
