// why: the job waits for the disk: that is what threads are for
#include <pthread.h>
#include <unistd.h>

static char buf[64];

static void *load(void *arg)
{
    return read(*(int *)arg, buf, sizeof buf) < 0 ? NULL : buf;
}

int main(void)
{
    int fd = 0;
    pthread_t t;
    pthread_create(&t, NULL, load, &fd);
    pthread_join(t, NULL);
    return buf[0];
}
