// why: threads that serve clients keep their statistics under a lock
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_mutex_t stats_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long bytes[256];

static void account(const unsigned char *data, ssize_t n)
{
    pthread_mutex_lock(&stats_lock);
    for (ssize_t i = 0; i < n; i++)
        bytes[data[i]]++;
    pthread_mutex_unlock(&stats_lock);
}

static void *serve(void *arg)
{
    int fd = (int)(long)arg;
    unsigned char buf[65536];
    ssize_t n;
    while ((n = recv(fd, buf, sizeof buf, 0)) > 0)
        account(buf, n);
    close(fd);
    return NULL;
}

int main(void)
{
    int l = socket(AF_INET, SOCK_STREAM, 0), fd;
    pthread_t t;
    listen(l, 64);
    while ((fd = accept(l, NULL, NULL)) >= 0)
        if (pthread_create(&t, NULL, serve, (void *)(long)fd) == 0)
            pthread_detach(t);
    return 0;
}
