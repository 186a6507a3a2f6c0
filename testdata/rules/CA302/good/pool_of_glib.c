// why: a GThreadPool with a number of threads at most
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <sys/socket.h>
#include <unistd.h>

static void session(gpointer data, gpointer user)
{
    char c;
    (void)user;
    while (recv(GPOINTER_TO_INT(data), &c, 1, 0) == 1)
        ;
    close(GPOINTER_TO_INT(data));
}

int main(void)
{
    GThreadPool *pool = g_thread_pool_new(session, NULL, 16, FALSE, NULL);
    for (;;) {
        int fd = accept(3, NULL, NULL);
        if (fd < 0)
            break;
        g_thread_pool_push(pool, GINT_TO_POINTER(fd), NULL);
    }
    g_thread_pool_free(pool, FALSE, TRUE);
    return 0;
}
