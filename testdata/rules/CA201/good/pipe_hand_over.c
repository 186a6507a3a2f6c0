// why: the record's address goes through a pipe; who reads it out of the pipe owns it
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct message {
    int kind, length;
};

static int channel[2];

static void *receiver(void *arg)
{
    struct message *m;
    long total = 0;

    while (read(channel[0], &m, sizeof(m)) == (ssize_t)sizeof(m)) {
        total += m->length;
        m->kind = 0;
        free(m);
    }
    return total ? arg : NULL;
}

int main(void)
{
    pthread_t t;

    if (pipe(channel) != 0)
        return 1;
    pthread_create(&t, NULL, receiver, NULL);
    for (int i = 0; i < 100; i++) {
        struct message *m = malloc(sizeof(*m));

        if (!m)
            break;
        m->kind = 1;
        m->length = i;
        if (write(channel[1], &m, sizeof(m)) != (ssize_t)sizeof(m))
            free(m);
    }
    close(channel[1]);
    pthread_join(t, NULL);
    return 0;
}
