// why: each client thread reads its credentials into one buffer of the whole program
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

static char credentials[64];

static int authenticate(int fd)
{
    memset(credentials, 0, sizeof(credentials)); // expect: CA201
    if (read(fd, credentials, sizeof(credentials) - 1) < 0)
        return -1;
    return credentials[0] == 0;
}

static void *client(void *arg)
{
    int fd = open("/dev/zero", O_RDONLY);
    int ok = 0;

    for (int i = 0; i < 100; i++)
        ok += authenticate(fd);
    close(fd);
    return ok ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, client, NULL);
    pthread_create(&b, NULL, client, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
