// why: main allocates the argument and never looks at it again: the thread frees it
#include <pthread.h>
#include <stdlib.h>

struct request {
    int fd, bytes;
};

static void *serve(void *arg)
{
    struct request *r = arg;

    r->bytes += r->fd;
    free(r);
    return NULL;
}

int main(void)
{
    pthread_t t[4];

    for (int i = 0; i < 4; i++) {
        struct request *r = malloc(sizeof(*r));

        if (!r)
            abort();
        r->fd = i;
        r->bytes = 0;
        pthread_create(&t[i], NULL, serve, r);
    }
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
