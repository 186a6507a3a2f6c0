// why: a download thread sets the label and the bar of a GTK window
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

typedef struct _GtkLabel GtkLabel;
typedef struct _GtkProgressBar GtkProgressBar;
extern void gtk_label_set_text(GtkLabel *label, const char *text);
extern void gtk_progress_bar_set_fraction(GtkProgressBar *bar, double fraction);
extern void gtk_main(void);

struct window {
    GtkLabel *label;
    GtkProgressBar *bar;
};

static void show(struct window *w, int percent)
{
    char *text = g_strdup_printf("%d %%", percent);
    gtk_label_set_text(w->label, text); // expect: CA104
    gtk_progress_bar_set_fraction(w->bar, percent / 100.0); // expect: CA104
    g_free(text);
}

static gpointer download(gpointer data)
{
    for (int i = 0; i <= 100; i++) {
        g_usleep(50000);
        show(data, i);
    }
    return NULL;
}

void run(struct window *w)
{
    g_thread_unref(g_thread_new("download", download, w));
    gtk_main();
}
