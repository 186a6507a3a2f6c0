// why: the journal's lock is held across fsync(), two calls below; every appender waits for the disk
#include <pthread.h>
#include <string.h>
#include <unistd.h>

struct journal {
    pthread_mutex_t lock;
    int fd;
    size_t n;
    char text[4096];
};
static struct journal journal = {.lock = PTHREAD_MUTEX_INITIALIZER, .fd = -1};

static void sync_file(int fd)
{
    fsync(fd); // expect: CA303
}

static void flush(struct journal *j)
{
    sync_file(j->fd);
    j->n = 0;
}

static void append(struct journal *j, const char *s)
{
    size_t n = strlen(s);

    pthread_mutex_lock(&j->lock);
    if (j->n + n > sizeof j->text)
        flush(j);
    memcpy(j->text + j->n, s, n);
    j->n += n;
    pthread_mutex_unlock(&j->lock);
}

static void *worker(void *arg)
{
    for (int i = 0; i < 1000; i++)
        append(&journal, arg);
    return NULL;
}

int main(void)
{
    pthread_t t[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, worker, "line\n");
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
