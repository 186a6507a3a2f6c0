// program: thread-pool
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

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

static void on_job(gpointer data, gpointer user)
{
    (void)user;
    crunch(data);
}

int main(void)
{
    GThreadPool *pool = g_thread_pool_new(on_job, NULL, 4, FALSE, NULL); // unit: thread-pool
    for (int i = 0; i < 100; i++)
        g_thread_pool_push(pool, g_new0(struct job, 1), NULL);
    g_thread_pool_free(pool, FALSE, TRUE);
    return head != NULL;
}
