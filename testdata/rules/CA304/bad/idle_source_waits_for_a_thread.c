// why: the idle source stays until the thread has finished, and is called as fast as the loop can
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

struct scan {
    gint is_done;
    guint files;
    GMainLoop *loop;
};

static gpointer scanner(gpointer data)
{
    struct scan *s = data;

    for (guint i = 0; i < 100000; i++)
        s->files += i % 3 == 0;
    g_atomic_int_set(&s->is_done, 1);
    return NULL;
}

static gboolean when_done(gpointer data)
{
    struct scan *s = data;

    if (!g_atomic_int_get(&s->is_done))
        return G_SOURCE_CONTINUE;
    g_print("%u files\n", s->files);
    g_main_loop_quit(s->loop);
    return G_SOURCE_REMOVE;
}

int main(void)
{
    static struct scan scan;

    scan.loop = g_main_loop_new(NULL, FALSE);
    g_thread_new("scanner", scanner, &scan);
    g_idle_add(when_done, &scan); // expect: CA304
    g_main_loop_run(scan.loop);
    return 0;
}
