// why: the thread hands the update to the main context
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

typedef struct _GtkLabel GtkLabel;
extern void gtk_label_set_text(GtkLabel *label, const char *text);
extern void gtk_main(void);

static gboolean show(gpointer label)
{
    gtk_label_set_text(label, "done");
    return G_SOURCE_REMOVE;
}

static gpointer work(gpointer label)
{
    g_usleep(100000);
    g_idle_add(show, label);
    return NULL;
}

void run(GtkLabel *label)
{
    g_thread_unref(g_thread_new("work", work, label));
    gtk_main();
}
