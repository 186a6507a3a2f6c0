// why: read() fills one global buffer from two threads
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

static char buffer[256];

static void *load(void *arg)
{
    int fd = open("/dev/zero", O_RDONLY);
    ssize_t n = 0;

    for (int i = 0; i < 50; i++)
        n += read(fd, buffer, sizeof(buffer)); // expect: CA201
    close(fd);
    return n > 0 ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, load, NULL);
    pthread_create(&b, NULL, load, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
