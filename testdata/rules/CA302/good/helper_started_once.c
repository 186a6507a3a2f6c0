// why: the first client that asks for a file starts the one thread that serves files
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct pending {
    struct pending *next;
    int fd;
};
static struct pending *queue;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int server_runs;

static void *file_server(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        struct pending *p = queue;
        if (p)
            queue = p->next;
        else
            server_runs = 0;
        pthread_mutex_unlock(&lock);
        if (!p)
            return arg;
        if (write(p->fd, "file", 4) < 0)
            close(p->fd);
        free(p);
    }
}

static void start(void *(*func)(void *))
{
    pthread_t t;
    if (pthread_create(&t, NULL, func, NULL) == 0)
        pthread_detach(t);
}

static void serve_file(int fd)
{
    struct pending *p = malloc(sizeof *p);
    if (!p)
        return;
    p->fd = fd;
    pthread_mutex_lock(&lock);
    p->next = queue;
    queue = p;
    if (server_runs == 0) {
        server_runs = 1;
        start(file_server);
    }
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    for (;;) {
        int fd = accept(3, NULL, NULL);
        if (fd >= 0)
            serve_file(fd);
    }
}
