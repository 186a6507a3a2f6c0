// why: a reconnect on a blocking socket happens with the lock held that every sender takes
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_mutex_t link_lock = PTHREAD_MUTEX_INITIALIZER;
static int link_fd = -1;
static long sent;

static int reconnect(const struct sockaddr_in *to)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd >= 0 && connect(fd, (const struct sockaddr *)to, sizeof *to) != 0) { // expect: CA303
        close(fd);
        return -1;
    }
    return fd;
}

static void *sender(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&link_lock);
        if (link_fd < 0)
            link_fd = reconnect(arg);
        sent++;
        pthread_mutex_unlock(&link_lock);
    }
    return NULL;
}

int main(void)
{
    static struct sockaddr_in to;
    pthread_t t[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, sender, &to);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
