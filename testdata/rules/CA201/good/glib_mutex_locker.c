// why: GLib: the locker object holds the mutex until the end of its scope
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static GMutex lock;
static guint scanned;

static void note_one(void)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);

    (void)locker;
    scanned++;
}

static gpointer scan(gpointer data)
{
    for (int i = 0; i < 1000; i++)
        note_one();
    return data;
}

int main(void)
{
    GThread *a = g_thread_new("scan", scan, NULL);
    GThread *b = g_thread_new("scan", scan, NULL);

    g_thread_join(a);
    g_thread_join(b);
    return 0;
}
