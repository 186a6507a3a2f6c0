// why: g_thread_new() for each connection of an accept loop
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <sys/socket.h>
#include <unistd.h>

static gpointer session(gpointer data)
{
    int fd = GPOINTER_TO_INT(data);
    char c;
    while (recv(fd, &c, 1, 0) == 1)
        ;
    close(fd);
    return NULL;
}

void listen_forever(int listener)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            break;
        g_thread_unref(g_thread_new("session", session, GINT_TO_POINTER(fd))); // expect: CA302
    }
}
