// why: a custom GSource: the dispatch function sits in a static table of GSourceFuncs
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <unistd.h>

struct queue_source {
    GSource base;
    GQueue *jobs;
    int out;
};

static gboolean queue_prepare(GSource *source, gint *timeout)
{
    *timeout = -1;
    return !g_queue_is_empty(((struct queue_source *)source)->jobs);
}

static gboolean queue_dispatch(GSource *source, GSourceFunc callback, gpointer data)
{
    struct queue_source *q = (struct queue_source *)source;

    g_free(g_queue_pop_head(q->jobs));
    fdatasync(q->out); // expect: CA101
    return callback ? callback(data) : G_SOURCE_CONTINUE;
}

static GSourceFuncs queue_funcs = {
    .prepare = queue_prepare,
    .dispatch = queue_dispatch,
};

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    GSource *source = g_source_new(&queue_funcs, sizeof(struct queue_source));

    ((struct queue_source *)source)->jobs = g_queue_new();
    g_source_attach(source, NULL);
    g_main_loop_run(loop);
    return 0;
}
