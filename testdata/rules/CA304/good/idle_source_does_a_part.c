// why: the idle source indexes some entries each time, and goes away when all are done
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

struct index {
    GPtrArray *entries;
    guint at;
    GHashTable *table;
};

static gboolean index_some(gpointer data)
{
    struct index *x = data;

    for (guint i = 0; i < 100 && x->at < x->entries->len; i++, x->at++)
        g_hash_table_add(x->table, g_ptr_array_index(x->entries, x->at));
    return x->at < x->entries->len ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean every_second(gpointer data)
{
    struct index *x = data;
    g_print("%u\n", x->at);
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    static struct index index;
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);

    index.entries = g_ptr_array_new();
    index.table = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_idle_add(index_some, &index);
    g_timeout_add(1000, every_second, &index);
    g_main_loop_run(loop);
    return 0;
}
