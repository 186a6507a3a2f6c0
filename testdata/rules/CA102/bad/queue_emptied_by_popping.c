// why: all that waits for a subscriber is thrown away in one go, however much it has become
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <stdlib.h>
#include <string.h>

struct message {
    struct message *next;
    char *text;
};
struct broker {
    struct message *first, **last;
    unsigned long n;
};

static void message_free(struct message *m)
{
    free(m->text);
    free(m);
}

static void broker_drop(struct broker *b)
{
    struct message *m;

    while ((m = b->first) != NULL) { // expect: CA102
        b->first = m->next;
        message_free(m);
    }
    b->last = &b->first;
}

static void broker_add(struct broker *b, const char *text)
{
    struct message *m = calloc(1, sizeof *m);
    m->text = strdup(text);
    *b->last = m;
    b->last = &m->next;
}

static gboolean on_line(GIOChannel *ch, GIOCondition what, gpointer data)
{
    struct broker *b = data;
    gchar *line = NULL;

    (void)what;
    if (g_io_channel_read_line(ch, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
        return FALSE;
    if (!strcmp(line, "drop\n"))
        broker_drop(b);
    else
        broker_add(b, line);
    g_free(line);
    return TRUE;
}

int main(void)
{
    static struct broker broker;
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    GIOChannel *in = g_io_channel_unix_new(0);

    broker.last = &broker.first;
    g_io_add_watch(in, G_IO_IN, on_line, &broker);
    g_main_loop_run(loop);
    return 0;
}
