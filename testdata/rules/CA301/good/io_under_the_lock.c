// why: the threads wait for the disk under the lock: that is another rule's business
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = 2;

static void log_line(const char *text, size_t n)
{
    pthread_mutex_lock(&log_lock);
    if (write(log_fd, text, n) > 0)
        fsync(log_fd);
    pthread_mutex_unlock(&log_lock);
}

static void *client(void *arg)
{
    for (int i = 0; i < 100; i++)
        log_line(arg, 5);
    return NULL;
}

int main(void)
{
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, client, "line\n");
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
