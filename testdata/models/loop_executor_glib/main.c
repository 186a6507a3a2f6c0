// program: loop-executor
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gio/gio.h>

struct job {
    struct job *next;
    unsigned long in, out;
};
static struct job *head;

static void crunch(struct job *j)
{
    for (unsigned long i = 0; i < 10000000; i++)
        j->out = j->out * 31 + (j->in ^ i);
}

static void work(GTask *task, gpointer source, gpointer data, GCancellable *c)
{
    (void)source;
    (void)c;
    crunch(data);
    g_task_return_boolean(task, TRUE);
}

static gboolean on_tick(gpointer data)
{
    GTask *t = g_task_new(NULL, NULL, NULL, NULL);
    g_task_set_task_data(t, data, NULL);
    g_task_run_in_thread(t, work); // unit: thread-pool
    g_object_unref(t);
    return head == NULL;
}

int main(void)
{
    static struct job j;
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    g_timeout_add(1000, on_tick, &j);
    g_main_loop_run(loop); // unit: event-loop
    return 0;
}
