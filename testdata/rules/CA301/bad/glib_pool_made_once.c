// why: a pool that is made once has eight workers: eight instances of its job run together
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

static GMutex render_mutex;
static float sky[1000][1000];

static void render(int seed)
{
    for (int y = 0; y < 1000; y++)
        for (int x = 0; x < 1000; x++)
            sky[y][x] += (float)(x * y % (seed + 1));
}

static void on_tile(gpointer data, gpointer user)
{
    (void)user;
    g_mutex_lock(&render_mutex); // expect: CA301
    render(GPOINTER_TO_INT(data));
    g_mutex_unlock(&render_mutex);
}

int main(void)
{
    GThreadPool *pool = g_thread_pool_new(on_tile, NULL, 8, FALSE, NULL);
    for (int i = 1; i < 100; i++)
        g_thread_pool_push(pool, GINT_TO_POINTER(i), NULL);
    g_thread_pool_free(pool, FALSE, TRUE);
    return 0;
}
