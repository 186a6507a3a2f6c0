// why: one argument record serves all threads: it is overwritten while the last one still reads it
#include <pthread.h>

struct request {
    int fd;
};

static void *serve(void *arg)
{
    const struct request *r = arg;

    return r->fd >= 0 ? arg : NULL;
}

int main(void)
{
    pthread_t t[4];
    struct request r;

    for (int i = 0; i < 4; i++) {
        r.fd = i; // wrong: missed CA201
        pthread_create(&t[i], NULL, serve, &r);
    }
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
