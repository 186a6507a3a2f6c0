// why: a pool's worker runs a program and waits for it with the index's mutex held
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static GMutex index_mutex;
static int n_files;

static void convert(gpointer data, gpointer user)
{
    (void)user;
    g_mutex_lock(&index_mutex);
    if (g_spawn_command_line_sync(data, NULL, NULL, NULL, NULL)) // expect: CA303
        n_files++;
    g_mutex_unlock(&index_mutex);
}

int main(int argc, char **argv)
{
    GThreadPool *pool = g_thread_pool_new(convert, NULL, 4, FALSE, NULL);

    for (int i = 1; i < argc; i++)
        g_thread_pool_push(pool, argv[i], NULL);
    g_mutex_lock(&index_mutex);
    g_print("%d so far\n", n_files);
    g_mutex_unlock(&index_mutex);
    g_thread_pool_free(pool, FALSE, TRUE);
    return n_files;
}
