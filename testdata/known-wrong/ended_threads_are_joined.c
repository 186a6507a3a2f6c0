// why: threads that have ended put themselves into a list, and the accepting loop joins those: that limits nothing, and is taken for a limit
#include <pthread.h>
#include <stdlib.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

struct ended {
    struct ended *next;
    pthread_t thread;
};
struct job {
    int fd;
};
static struct ended *ended;
static pthread_mutex_t ended_lock = PTHREAD_MUTEX_INITIALIZER;

static void *serve(void *arg)
{
    struct job *j = arg;
    struct ended *e = malloc(sizeof *e);
    char buf[512];
    ssize_t n;

    while ((n = read(j->fd, buf, sizeof buf)) > 0)
        if (write(j->fd, buf, (size_t)n) < 0)
            break;
    close(j->fd);
    free(j);
    if (!e)
        return NULL;
    e->thread = pthread_self();
    pthread_mutex_lock(&ended_lock);
    e->next = ended;
    ended = e;
    pthread_mutex_unlock(&ended_lock);
    return NULL;
}

static void join_ended(void)
{
    pthread_mutex_lock(&ended_lock);
    while (ended) {
        struct ended *e = ended;
        ended = e->next;
        pthread_join(e->thread, NULL);
        free(e);
    }
    pthread_mutex_unlock(&ended_lock);
}

int main(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    listen(fd, 128);
    for (;;) {
        struct job *j = malloc(sizeof *j);
        pthread_t t;

        if (!j)
            return 1;
        j->fd = accept(fd, NULL, NULL);
        pthread_create(&t, NULL, serve, j); // wrong: missed CA302
        join_ended();
    }
}
