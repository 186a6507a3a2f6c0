// why: both sides use one helper that calls a function for each row; the thread's function changes a widget
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

typedef struct _GtkLabel GtkLabel;
extern void gtk_label_set_text(GtkLabel *label, const char *text);
extern void gtk_main(void);

struct rows {
    const char *text[64];
    guint n;
    GtkLabel *label;
};

static void each_row(struct rows *r, void (*call)(struct rows *, const char *))
{
    for (guint i = 0; i < r->n; i++)
        call(r, r->text[i]);
}

static void show(struct rows *r, const char *text)
{
    gtk_label_set_text(r->label, text); // expect: CA104
}

static void print(struct rows *r, const char *text)
{
    (void)r;
    g_print("%s\n", text);
}

static gpointer player(gpointer data)
{
    each_row(data, show);
    return NULL;
}

static gboolean on_timer(gpointer data)
{
    each_row(data, print);
    return G_SOURCE_CONTINUE;
}

void run(struct rows *r)
{
    g_timeout_add(1000, on_timer, r);
    g_thread_unref(g_thread_new("player", player, r));
    gtk_main();
}
