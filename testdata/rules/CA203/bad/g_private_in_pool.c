// why: GLib: the private value of the main thread is asked for in the pool's function
#include <stddef.h>
#include <stdio.h>

typedef void *gpointer;
typedef struct {
    gpointer p;
} GPrivate;
typedef struct _GThreadPool GThreadPool;
gpointer g_private_get(GPrivate *);
void g_private_set(GPrivate *, gpointer);
GThreadPool *g_thread_pool_new(void (*)(gpointer, gpointer), gpointer, int, int, void *);
int g_thread_pool_push(GThreadPool *, gpointer, void *);

static GPrivate user;
static GThreadPool *pool;

static void thumbnail(gpointer data, gpointer user_data)
{
    const char *who = g_private_get(&user); // expect: CA203

    (void)user_data;
    printf("%s for %s\n", (const char *)data, who);
}

static void on_upload(char *file, char *who)
{
    if (!pool)
        pool = g_thread_pool_new(thumbnail, NULL, 2, 0, NULL);
    g_private_set(&user, who);
    g_thread_pool_push(pool, file, NULL);
}

int main(int argc, char **argv)
{
    for (int i = 1; i + 1 < argc; i += 2)
        on_upload(argv[i], argv[i + 1]);
    return 0;
}
