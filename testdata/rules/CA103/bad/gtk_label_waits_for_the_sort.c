// why: a thread sorts two million rows with the model's lock held; an idle callback needs it for one number
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <stdlib.h>

enum { ROWS = 2000000 };

struct model {
    GMutex lock;
    double *rows;
    guint shown;
};

static int by_value(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return a < b ? -1 : a > b;
}

static gpointer sorter(gpointer data)
{
    struct model *m = data;

    for (;;) {
        g_mutex_lock(&m->lock);
        qsort(m->rows, ROWS, sizeof *m->rows, by_value);
        g_mutex_unlock(&m->lock);
        g_usleep(1000000);
    }
    return NULL;
}

static gboolean show(gpointer data)
{
    struct model *m = data;

    g_mutex_lock(&m->lock); // expect: CA103
    m->shown++;
    g_mutex_unlock(&m->lock);
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    static struct model model;
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    g_mutex_init(&model.lock);
    model.rows = g_new0(double, ROWS);
    g_thread_new("sorter", sorter, &model);
    g_timeout_add(1000, show, &model);
    g_main_loop_run(loop);
    return 0;
}
