// why: window and worker use one parser; the handlers that touch widgets are only in what the window parses
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <string.h>

typedef struct _GtkLabel GtkLabel;
extern void gtk_label_set_text(GtkLabel *label, const char *text);
extern void gtk_main(void);

typedef void handler(void *target, const char *value);
struct rule {
    const char *name;
    handler *run;
};
struct parser {
    const struct rule *rules;
    guint n;
    void *target;
};

static void parse_line(struct parser *p, const char *name, const char *value)
{
    for (guint i = 0; i < p->n; i++)
        if (!strcmp(p->rules[i].name, name))
            p->rules[i].run(p->target, value);
}

static void set_title(void *target, const char *value)
{
    gtk_label_set_text(target, value);
}

static void add_bytes(void *target, const char *value)
{
    *(gint64 *)target += g_ascii_strtoll(value, NULL, 10);
}

static const struct rule window_rules[] = {{"title", set_title}};
static const struct rule report_rules[] = {{"bytes", add_bytes}};

static gpointer collect(gpointer data)
{
    struct parser p = {report_rules, G_N_ELEMENTS(report_rules), data};

    for (int i = 0; i < 100; i++)
        parse_line(&p, "bytes", "512");
    return NULL;
}

static gboolean load(gpointer data)
{
    struct parser p = {window_rules, G_N_ELEMENTS(window_rules), data};

    parse_line(&p, "title", "transfers");
    return G_SOURCE_REMOVE;
}

void run(GtkLabel *label)
{
    static gint64 bytes;

    g_idle_add(load, label);
    g_thread_unref(g_thread_new("collect", collect, &bytes));
    gtk_main();
}
