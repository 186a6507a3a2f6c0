// why: the pool's function runs on workers; pushing from the loop does not wait
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <netdb.h>

static void probe(gpointer job, gpointer data)
{
    struct addrinfo *res = NULL;

    (void)data;
    if (getaddrinfo(job, "http", NULL, &res) == 0)
        freeaddrinfo(res);
    g_free(job);
}

static gboolean on_tick(gpointer pool)
{
    g_thread_pool_push(pool, g_strdup("example.org"), NULL);
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    GThreadPool *pool = g_thread_pool_new(probe, NULL, 4, FALSE, NULL);

    g_timeout_add(1000, on_tick, pool);
    g_main_loop_run(loop);
    g_thread_pool_free(pool, TRUE, TRUE);
    return 0;
}
