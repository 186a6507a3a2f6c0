// why: the thread is started first and its settings are filled in afterwards
#include <pthread.h>

struct settings {
    int port;
};

static struct settings settings;

static void *listener(void *arg)
{
    const struct settings *s = arg;

    return s->port ? arg : NULL;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, listener, &settings);
    settings.port = 8080; // expect: CA201
    pthread_join(t, NULL);
    return 0;
}
